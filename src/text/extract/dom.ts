// DOM: the little of a document that extraction uses, and the one place where it is parsed.
import { parseHTML } from 'linkedom'

export type PageNode = {
  readonly nodeType: number
  readonly parentNode: PageElement | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  textContent: string
  remove(): void
}

export type PageElement = PageNode & {
  readonly localName: string
  readonly children: Iterable<PageElement>
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  contains(node: PageNode): boolean
}

export type PageDocument = PageElement & { readonly body: PageElement; readonly head: PageElement; title: string }

/** Parses markup that has neither html, head nor body tags. */
export function parseMarkup(html: string): PageDocument {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`)
  return document as unknown as PageDocument
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1
export const isText = (node: PageNode): boolean => node.nodeType === 3 || node.nodeType === 4

/** Calls `enter` before and `leave` after an element's children; no recursion. Children of an element for which `enter` says false are skipped. */
export function walk(root: PageNode, enter: (node: PageNode) => boolean, leave: (node: PageElement) => void): void {
  let node: PageNode | null = root
  while (node) {
    const goesDown: boolean = enter(node)
    if (goesDown && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node) {
      if (isElement(node)) leave(node)
      if (node === root) return
      if (node.nextSibling) break
      node = node.parentNode
    }
    node = node?.nextSibling ?? null
  }
}
