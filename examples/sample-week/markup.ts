// Markup: escaping, and text that becomes paragraphs; what pages and feeds share.
import type { SampleItem, SampleOutlet } from './content.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for HTML and XML, in elements and in double-quoted attributes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** Every paragraph in one element: `wrap(item, '<p>', '</p>')`. */
export function wrap(paragraphs: readonly string[], open: string, close: string): string {
  return paragraphs.map((paragraph) => `${open}${escapeText(paragraph)}${close}`).join('\n')
}

/** What a page template gets to know. `others` are newer and older items of the same outlet, for the furniture. */
export type PageInput = {
  readonly outlet: SampleOutlet
  readonly item: SampleItem
  readonly published: Date
  readonly modified: Date | null
  readonly others: readonly SampleItem[]
}

/** `<li>` with a link for each item. */
export function links(items: readonly SampleItem[]): string {
  return items.map((item) => `<li><a href="${escapeText(item.path)}">${escapeText(item.title)}</a></li>`).join('\n')
}
