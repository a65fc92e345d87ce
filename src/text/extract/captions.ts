// Captions: what stands under a picture is kept where it is a sentence and names nobody who took it (safeguard 1).
import { size, tidy } from './blocks.ts'
import type { PageElement } from './dom.ts'

const leastSize = 40
/** Photographers and agencies stand behind a sentence: a name alone is no sentence of so many words. */
const leastLastWords = 5
const creditWords =
  /(?<!\p{L})(?:ảnh|nguồn|tư liệu|minh họa|ttxvn|vna|photos?|pictures?|images?|fotos?|bild|credits?|file|archive?|courtesy|source|getty|reuters|afp|ap|epa|dpa|shutterstock|alamy|unsplash|wikimedia|(?:hình|by|von|par|por)(?= ?:| \p{Lu}))(?!\p{L})|[©/|@[\]()–—]/iu
const isSentence = /[.!?…。！？។]["”’»]?$/

/** Whether an element is a caption that must go: it is no prose, or may name who took the picture. */
export function isCreditCaption(element: PageElement): boolean {
  return element.localName === 'figcaption' && !isProseCaption(tidy(element.textContent))
}

/** Where in doubt, a caption is not. */
export function isProseCaption(text: string): boolean {
  if (size(text) < leastSize || !isSentence.test(text) || creditWords.test(text)) return false
  const last = text.split(/[.!?…]["”’»]?\s+/).at(-1) ?? ''
  const words = last.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  return words.length >= leastLastWords && capitals.length <= words.length / 2
}
