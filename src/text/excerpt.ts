// Excerpt: the opening of a text, as lists, feeds and exports show it (safeguard 9: at most 300 characters).

const wordsOf = new Intl.Segmenter('vi', { granularity: 'word' })
const lettersOf = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** Enough text behind the cut for the segmenter to see whether a word or a letter goes on there. */
const lookahead = 64

/**
 * At most `maxChars` UTF-16 units of the text on one line. A longer text is cut after a sentence where one ends in the
 * last third, else after a word, and says so with "…"; letters are never split from their marks.
 */
export function excerpt(text: string, maxChars = 300): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= maxChars) return line
  if (maxChars < 1) return ''
  const room = maxChars - 1
  const window = line.slice(0, room + lookahead)
  const cut = lastBoundary(wordsOf, window, room) || lastBoundary(lettersOf, window, room)
  const kept = line.slice(0, cut)
  const sentence = /^.*[.!?…](?=\s)|^.*[。！？។]/su.exec(kept)?.[0] ?? ''
  if (sentence.length > (maxChars * 2) / 3 && sentence.length + 2 <= maxChars) return `${sentence} …`
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`
}

function lastBoundary(segmenter: Intl.Segmenter, text: string, limit: number): number {
  let last = 0
  for (const { index, segment } of segmenter.segment(text)) {
    if (index + segment.length > limit) break
    last = index + segment.length
  }
  return last
}
