// Identifiers with letters in them: plates, passports, insurance cards, IBAN, and telephone numbers written in words.
import { contextBefore, findContextWords } from './number-context.ts'
import type { Span } from './span.ts'
import type { View } from './view.ts'

/** 29A-123.45, 29-B1 123.45, 29A 1234: two digits of the province, a series, four or five digits. */
const plate =
  /(?<![a-z0-9/.,])[1-9]\d ?[-.]? ?(?:[a-hj-npstuvxyz][a-z0-9]?)[ ]?[-–. ]{0,3}(?:\d{3}\.\d{2}|\d{5}|\d{3} \d{2}|\d{4})(?![a-z0-9]|[.,]\d)/g
const plateContext = /(?:bien so|bks|bien kiem soat|bien|plate|xe|license)[^.!?\n]{0,24}$/
/** Fishing boats: province letters, digits, TS. */
const boat = /(?<![a-z0-9])[a-z]{2,3}[- ]?\d{4,5}[- ]?ts(?![a-z0-9])/g
const militaryPlate = /(?<![\p{L}\p{N}])[A-Z]{2}[- ]\d{2}[-. ]\d{2}(?![\p{L}\p{N}]|[.,]\d)/gu

export function findPlates(view: View): Span[] {
  const spans: Span[] = []
  for (const match of view.folded.matchAll(plate)) {
    const start = match.index
    const end = start + match[0].length
    if (isPlate(view, start, end)) spans.push({ start, end, kind: 'plate' })
  }
  for (const match of view.folded.matchAll(boat)) if (isUpper(view, match.index)) spans.push(spanOf(match, 'plate'))
  for (const match of view.text.matchAll(militaryPlate))
    if (plateContext.test(view.folded.slice(Math.max(0, match.index - 40), match.index)))
      spans.push(spanOf(match, 'plate'))
  return spans
}

const spanOf = (match: RegExpExecArray, kind: Span['kind']): Span => ({
  start: match.index,
  end: match.index + match[0].length,
  kind,
})

const isUpper = (view: View, offset: number) => /\p{Lu}/u.test(view.text.charAt(offset))

/** Where the form alone could also be an hour, a size or a code, the words before must speak of a vehicle. */
function isPlate(view: View, start: number, end: number): boolean {
  const written = view.text.slice(start, end)
  const isDotted = /\d{3}\.\d{2}$/.test(written)
  const isTight = /^\d\d[-.]?[A-Z]/.test(written)
  const hasFive = /\d{3}[. ]?\d{2}$/.test(written)
  if (isDotted || (isTight && hasFive && !/\d{3} \d{2}$/.test(written))) return true
  return plateContext.test(view.folded.slice(Math.max(0, start - 40), start))
}

const passport = /(?<![\p{L}\p{N}])[A-Z]{1,2} ?\d{7,8}(?![\p{L}\p{N}])/gu
const insuranceCard = /(?<![a-z0-9])[a-z]{2} ?\d ?\d{2} ?\d{2} ?\d{3} ?\d{5}(?![a-z0-9])/g

/** Passports where the words before speak of one; insurance cards by their form. */
export function findPapers(view: View): Span[] {
  const candidates = [...view.text.matchAll(passport)]
  const words = candidates.length > 0 ? findContextWords(view) : []
  const passports = candidates.filter((match) => contextBefore(view, words, match.index)?.kind === 'identity')
  return [...passports, ...view.folded.matchAll(insuranceCard)].map((match) => spanOf(match, 'identity_number'))
}

const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu

export function findIbans(view: View): Span[] {
  return [...view.text.matchAll(iban)]
    .filter(([written]) => isIban(written))
    .map((match) => spanOf(match, 'account_number'))
}

/** ISO 7064: the number with its head moved behind, letters as 10 to 35, leaves 1 when divided by 97. */
function isIban(written: string): boolean {
  const plain = written.replaceAll(' ', '')
  let rest = 0
  for (const unit of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(unit, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** Digits in words, folded. Words of more than one language may stand beside figures. */
const digitWords: Readonly<Record<string, string>> = {
  khong: '0',
  ko: '0',
  o: '0',
  mot: '1',
  hai: '2',
  ba: '3',
  bon: '4',
  tu: '4',
  nam: '5',
  lam: '5',
  sau: '6',
  bay: '7',
  tam: '8',
  chin: '9',
  zero: '0',
  oh: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  un: '1',
  deux: '2',
  trois: '3',
  quatre: '4',
  cinq: '5',
  sept: '7',
  huit: '8',
  neuf: '9',
}
const digitWord = `(?:${Object.keys(digitWords).join('|')}|\\d{1,4})`
const spelled = new RegExp(`(?<![a-z0-9])${digitWord}(?:[ .,\\-]{1,3}${digitWord}(?![a-z0-9])){5,}`, 'g')
const chineseSpelled = /[零〇一二三四五六七八九幺]{10,12}/g

/** Telephone numbers in words: nine digits or more, beginning as one does. Counting and ages are shorter. */
export function findSpelledPhones(view: View): Span[] {
  const found = [...view.folded.matchAll(spelled)].filter(([written]) => isSpelledPhone(written))
  return [...found, ...view.folded.matchAll(chineseSpelled)].map((match) => spanOf(match, 'phone'))
}

function isSpelledPhone(written: string): boolean {
  const parts = written.split(/[ .,-]+/)
  const words = parts.filter((part) => digitWords[part] !== undefined).length
  const digits = parts.map((part) => digitWords[part] ?? part).join('')
  return words >= 3 && digits.length >= 9 && digits.length <= 14 && /^(?:0|84)/.test(digits)
}
