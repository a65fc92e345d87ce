// HTML text: the HTML of a feed entry or a post as paragraphs of plain text.
import { readBlocks } from './extract/blocks.ts'
import { parseMarkup } from './extract/dom.ts'
import { prepareMarkup } from './extract/markup.ts'

/**
 * Plain text of an HTML fragment, a line for each paragraph, list entry, heading or `<br>`. Scripts and styles are left
 * out, entities decoded, white space collapsed, letters composed (NFC). What Mastodon hides of a long link stays hidden.
 */
export function htmlToText(html: string): string {
  return readBlocks(parseMarkup(prepareMarkup(html).html).body)
    .map((block) => block.text)
    .join('\n')
}
