// Body: the element that holds the article, by Readability, or by the density of its words.
import { Readability } from '@mozilla/readability'
import { type Block, readBlocks } from './blocks.ts'
import type { PageDocument, PageElement, PageNode } from './dom.ts'

/** Pages with more elements than this are lists or attacks. */
const maxElements = 60_000

/** The article as Readability finds it. The document is used up. */
export function findByReadability(document: PageDocument): Block[] {
  try {
    const reader = new Readability<PageElement>(document as never, {
      charThreshold: 250,
      maxElemsToParse: maxElements,
      disableJSONLD: true,
      keepClasses: true,
      serializer: (node) => node as unknown as PageElement,
    })
    const content = reader.parse()?.content
    return content ? readBlocks(content) : []
  } catch {
    return []
  }
}

export function isProse(b: Block): boolean {
  const t = b.text
  if (b.linkChars > t.length * 0.4) return false
  return t.length >= 80 || (t.length >= 30 && /[.!?…:;»”"]$|[。！？”」]/.test(t))
}
const share = Number(process.env.SH ?? 0.75)
export function findByDensity(root: PageElement, seed?: PageElement): Block[] {
  const blocks = readBlocks(root)
  const weights = new Map<PageNode, number>()
  for (const b of blocks) {
    if (!isProse(b)) continue
    for (let n: PageNode | null = b.element; n; n = n.parentNode)
      weights.set(n, (weights.get(n) ?? 0) + b.text.length - b.linkChars)
  }
  let at: PageElement = root
  for (;;) {
    const w = weights.get(at) ?? 0
    const next = [...at.children].find((c) => (weights.get(c) ?? 0) > w * share)
    if (!next) break
    at = next
  }
  if (['p', 'li', 'blockquote'].includes(at.localName) && at.parentNode) at = at.parentNode
  return readBlocks(at)
}
