// Word lists: looked up with diacritics, or without where the text is written without them.
import { fold } from '../normalize.ts'

export type WordList = {
  readonly exact: ReadonlySet<string>
  readonly plain: ReadonlySet<string>
  /** Longest phrase, in words, that begins with this word without diacritics. */
  readonly heads: ReadonlyMap<string, number>
}

/** Both spellings of where the tone stands ("hoà", "hòa") are one. */
const toneShifts: readonly (readonly [RegExp, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
].map(([from = '', to = '']) => [new RegExp(`(?<!q)${from}$`, 'u'), to] as const)

/** Lower case, with the tone mark where the older spelling puts it. */
export function spell(word: string): string {
  const known = spelled.get(word)
  if (known !== undefined) return known
  const written = shiftTone(word)
  if (spelled.size < 20_000) spelled.set(word, written)
  return written
}

const spelled = new Map<string, string>()

function shiftTone(word: string): string {
  const lower = word.toLowerCase()
  if (!/[ou][àáảãạèéẻẽẹỳýỷỹỵ]$/u.test(lower)) return lower
  return toneShifts.reduce((text, [from, to]) => text.replace(from, to), lower)
}

/** A list from words separated by white space; `_` joins the words of a phrase. */
export function makeList(...texts: readonly string[]): WordList {
  const entries = texts.flatMap((text) => text.trim().split(/\s+/)).map((entry) => entry.replaceAll('_', ' '))
  const heads = new Map<string, number>()
  for (const entry of entries) {
    const words = fold(entry).split(' ')
    const [head = ''] = words
    heads.set(head, Math.max(heads.get(head) ?? 0, words.length))
  }
  return {
    exact: new Set(entries.map((entry) => entry.split(' ').map(spell).join(' '))),
    plain: new Set(entries.map(fold)),
    heads,
  }
}
