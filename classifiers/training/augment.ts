// Augmentation: the same text as people type it and scanners read it, so that a model is not surprised by either.
import type { KnownLanguage } from '../../src/model/language.ts'
import { misread } from '../conventions/vietnamese.ts'
import type { Random } from './random.ts'

/** What people type for a phrase: written phrase, in lower case, to its short forms. */
export type ShortForms = ReadonlyMap<string, readonly string[]>

type Change = (text: string, random: Random, shortForms: ShortForms) => string

const lower: Change = (text) => text.toLowerCase()
const upper: Change = (text) => text.toUpperCase()

const stripMarks: Change = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')

/** A lead that was cut off, at a word where there are any. */
const truncate: Change = (text, random) => {
  const keep = Math.round(text.length * (0.55 + 0.3 * random()))
  if (keep < 25) return text
  const space = text.indexOf(' ', keep)
  return text.slice(0, space > 0 && space < keep + 15 ? space : keep)
}

const loseWords: Change = (text, random) => {
  const words = text.split(' ')
  return words.length < 8 ? text : words.filter(() => random() > 0.12).join(' ')
}

/** Every phrase that has a short form gets one, more often than not. */
const shorten: Change = (text, random, shortForms) => {
  let out = text.toLowerCase().normalize('NFC')
  for (const [phrase, forms] of shortForms) {
    const form = forms[Math.floor(random() * forms.length)]
    if (form !== undefined && random() < 0.7 && out.includes(phrase))
      out = out.replace(new RegExp(`(?<![\\p{L}\\p{M}])${phrase}(?![\\p{L}\\p{M}])`, 'gu'), form)
  }
  return random() < 0.4 ? stripMarks(out, random, shortForms) : out
}

/** Scanners keep some marks, put é, ô and ê where others stood, and take letters for their likes. */
const scan: Change = (text, random) => {
  const read = text.split(' ').map((word) => {
    const bare = random() < 0.75 ? stripMarks(word, random, new Map()) : word
    const marked =
      bare === word
        ? word
        : bare.replace(/[aeou]/, (vowel) => (random() < 0.35 ? (misreadVowels[vowel] ?? vowel) : vowel))
    if (random() > 0.2) return marked
    const [seen, meant] = misread[Math.floor(random() * misread.length)] ?? ['', '']
    return meant.length > 1 || random() < 0.3 ? marked.replace(meant, seen) : marked
  })
  return read.join(' ')
}
const misreadVowels: Readonly<Record<string, string>> = { a: 'é', e: 'é', o: 'ô', u: 'ú' }

const everywhere: readonly Change[] = [lower, truncate, loseWords, upper]
const changes: Partial<Record<KnownLanguage, readonly Change[]>> = {
  vi: [stripMarks, scan, shorten, stripMarks, truncate, loseWords, lower, upper, scan, shorten],
  zh: [truncate],
  th: [truncate],
  lo: [truncate],
  km: [truncate],
}

/** `count` different changed copies of a text; fewer where the changes leave it as it is. */
export function augment(
  text: string,
  language: KnownLanguage,
  count: number,
  random: Random,
  shortForms: ShortForms,
): string[] {
  const list = changes[language] ?? everywhere
  const offset = Math.floor(random() * list.length)
  const copies = Array.from({ length: count }, (_, i) => {
    const change = list[(offset + i) % list.length]
    return change ? change(text, random, shortForms) : text
  })
  return [...new Set(copies)].filter((copy) => copy !== text)
}
