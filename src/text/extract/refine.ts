// Refine: which lines of the found element are the article, and which only stand between them.
import { type Block, isProse, simplify, size } from './blocks.ts'
import { isCredit, isElsewhere, isHouse } from './phrases.ts'

const isHeading = ({ element }: Block) => /^h[1-6]$/.test(element.localName)
const isItem = ({ element }: Block) => element.localName === 'li' || element.localName === 'dd'
const isLinkOnly = ({ text, linkChars }: Block) => linkChars >= text.replace(/\s/g, '').length * 0.75

/** Longest line that a phrase alone condemns. */
const shortLineChars = 220

function isBoilerplate(block: Block): boolean {
  const { text } = block
  if (text.length > shortLineChars) return false
  if (isElsewhere.test(text) || isHouse.test(text) || isCredit.test(text)) return true
  return isLinkOnly(block)
}

/** The article's lines among those of its element. */
export function refine(blocks: readonly Block[], titles: ReadonlySet<string>): Block[] {
  const seen = new Set<string>()
  const kept = blocks.filter((block) => {
    if (titles.has(simplify(block.text)) || isBoilerplate(block)) return false
    if (seen.has(block.text) && block.text.length > 30) return false
    seen.add(block.text)
    return /[\p{L}\p{N}]/u.test(block.text)
  })
  return trimEnds(kept)
}

/** Where prose is less than this part, the short lines are the message: fixtures, results, an agenda. */
const proseShare = 0.5

/** Labels, dates and names before the first sentence and behind the last one. */
function trimEnds(blocks: readonly Block[]): Block[] {
  const total = blocks.reduce((sum, block) => sum + size(block.text), 0)
  const prose = blocks.filter(isProse).reduce((sum, block) => sum + size(block.text), 0)
  if (prose < total * proseShare) return [...blocks]
  const first = blocks.findIndex(isProse)
  const last = blocks.findLastIndex((block) => isProse(block) || isItem(block))
  return dropIdleHeadings(blocks.slice(first, last + 1))
}

/** A heading under which nothing is left stood over what was removed. */
function dropIdleHeadings(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, i) => !isHeading(block) || i < blocks.length - 1)
}
