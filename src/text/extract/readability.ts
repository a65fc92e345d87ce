// Readability: Mozilla's extractor as a second opinion, on a document of its own because it uses it up.
import { Readability } from '@mozilla/readability'
import { type Block, readBlocks } from './blocks.ts'
import { type PageElement, parseMarkup } from './dom.ts'
import { removePeople } from './prune.ts'

/** Lines of the article as Readability finds it; none where it finds nothing. */
export function readByReadability(html: string): Block[] {
  try {
    const document = parseMarkup(html)
    removePeople(document.body)
    const reader = new Readability<PageElement>(document as never, {
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
