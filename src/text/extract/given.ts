// Given: what an office's own selectors find on a page, tried before anything is guessed.
import type { Source } from '../../model/source.ts'
import { readBlocks, simplify, tidy } from './blocks.ts'
import type { PageElement } from './dom.ts'
import { removePeople } from './prune.ts'
import type { Reading } from './reading.ts'
import { refine } from './refine.ts'

/** CSS selectors of one source: `article` of its entry in config/sources. */
export type ArticleSelectors = NonNullable<Source['article']>

export type Given = {
  readonly title: PageElement | null
  readonly published: PageElement | null
  readonly body: readonly PageElement[]
  readonly drop: readonly PageElement[]
}

/** Elements by selector; what is not named, or finds nothing, is empty. */
export function findGiven(root: PageElement, { title, body, published, drop }: ArticleSelectors): Given {
  return {
    title: select(root, title)[0] ?? null,
    published: select(root, published)[0] ?? null,
    body: outermost(select(root, body)),
    drop: select(root, drop),
  }
}

/** The text of a given element on one line; null where it has none. */
export function givenTitle(element: PageElement | null): string | null {
  const text = element
    ? tidy(
        readBlocks(element)
          .map((line) => line.text)
          .join(' '),
      )
    : ''
  return text === '' ? null : text
}

/**
 * Takes what is to be dropped out of the page, then reads the given body; null where there is none or it is empty. Names
 * of people and captions with credits go from here as from everywhere (safeguard 1).
 */
export function readGiven({ body, drop }: Given, titles: readonly string[]): Reading | null {
  for (const element of drop) element.remove()
  for (const element of body) removePeople(element)
  const lines = refine(body.flatMap(readBlocks), new Set(titles.map(simplify)))
  if (lines.length === 0) return null
  return { text: lines.map((line) => line.text).join('\n'), method: 'selectors', isIndex: false }
}

/** A selector that the parser does not understand finds nothing: one mistake must not lose every page of a source. */
function select(root: PageElement, selector: string | undefined): PageElement[] {
  if (selector === undefined) return []
  try {
    return [...root.querySelectorAll(selector)]
  } catch {
    return []
  }
}

function outermost(elements: readonly PageElement[]): PageElement[] {
  const all = new Set<PageElement>(elements)
  return elements.filter((element) => {
    for (let node = element.parentNode; node; node = node.parentNode) if (all.has(node)) return false
    return true
  })
}
