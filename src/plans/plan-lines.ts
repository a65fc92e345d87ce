// From the text of a document to its numbered lines: what a page or a scanner broke is joined again.

export type Marker =
  | { readonly kind: 'roman' | 'number' | 'letter'; readonly number: string; readonly scannedAs?: string }
  | { readonly kind: 'dash' | 'none'; readonly number: null }

export type PlanText = {
  /** First line in the document, from 1. */
  readonly line: number
  readonly marker: Marker
  readonly text: string
  /** Joined over the break of a line. */
  readonly isJoined: boolean
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const plain: Marker = { kind: 'none', number: null }

/** Numbered lines, dashes and bare paragraphs of a plan, in order. */
export function readPlanText(document: string): PlanText[] {
  const lines = document
    .normalize('NFC')
    .split(/\r?\n/)
    .map((raw, i) => ({ line: i + 1, text: tidyLine(raw) }))
  const layout = measureLayout(lines.map(({ text }) => text))
  const out: PlanText[] = []
  const seen: Seen = { roman: 0 }
  let previous = ''
  let isAfterBlank = false
  for (const { line, text } of lines) {
    if (text === '') {
      isAfterBlank = true
      continue
    }
    const last = out.at(-1)
    const { marker, rest } = readMarker(text, previous, seen)
    if (last && marker.kind === 'none' && isContinued(previous, text, isAfterBlank, layout))
      out[out.length - 1] = {
        ...last,
        text: `${last.text}${last.text.endsWith('-') ? '' : ' '}${text}`,
        isJoined: true,
      }
    else out.push({ line, marker, text: rest, isJoined: false })
    previous = text
    isAfterBlank = false
  }
  return out
}

/** Page numbers, emphasis marks, form feeds and doubled spaces say nothing. */
function tidyLine(raw: string): string {
  const text = raw.replaceAll('**', '').replace(/\s+/g, ' ').trim()
  return /^\d{1,3}$/.test(text) ? '' : text
}

type Layout = { readonly width: number; readonly isWrapped: boolean; readonly blankSeparates: boolean }

/** Beyond this many letters a line is a whole paragraph: no page is so wide. */
const widestPage = 120
/** Where paragraphs are broken by the page, at least this share of the lines begins in the middle of a sentence. */
const leastBrokenShare = 0.15

function measureLayout(lines: readonly string[]): Layout {
  const lengths = lines.map((line) => line.length).filter((length) => length > 0)
  const sorted = lengths.toSorted((a, b) => a - b)
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0
  const followed = lines.filter((line, i) => line !== '' && (lines[i + 1] ?? '') !== '').length
  const broken = lines.filter((line) => /^\p{Ll}(?!\))/u.test(line)).length
  return {
    width,
    isWrapped: width <= widestPage && broken >= lengths.length * leastBrokenShare,
    blankSeparates: followed > lengths.length * 0.4,
  }
}

function isContinued(previous: string, text: string, isAfterBlank: boolean, layout: Layout): boolean {
  if (/^(?:nơi nhận|noi nhan|trên đây là|(?:TM|KT)\.)/i.test(text) || /\.\/\.$/.test(previous)) return false
  if (/^(?:[\p{Ll},;)]|\d(?!\d* ?%))/u.test(text) && !/[.:;!?]$/.test(previous)) return true
  if (!layout.isWrapped || isCapitals(text) || isCapitals(previous)) return false
  if (isAfterBlank && layout.blankSeparates) return false
  const firstWord = text.split(' ', 1)[0] ?? ''
  // A line is full when the next word would not have fitted; justified lines differ by some letters.
  return previous.length + firstWord.length + 1 >= layout.width - 9
}

export function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return (
    letters.length >= 4 && letters.filter((letter) => letter !== letter.toLowerCase()).length >= letters.length * 0.85
  )
}

/** What was numbered last: a line that begins with a number out of turn is the middle of a sentence. */
type Seen = { roman: number; number?: string }

function readMarker(text: string, previous: string, seen: Seen): { marker: Marker; rest: string } {
  const roman = readRoman(text, seen)
  if (roman) return roman
  const [, number = '', rest = ''] =
    /^(\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)])\s*(?=\D.*[\p{L}\d])(.+)$/u.exec(text) ?? []
  if (number !== '' && isInTurn(number.replace(/[.)]$/, ''), seen)) {
    seen.number = number.replace(/[.)]$/, '')
    return { marker: { kind: 'number', number: seen.number }, rest }
  }
  const letter = /^([a-hđ])\)\s+(?=.*[\p{L}\d])(.+)$/u.exec(text)
  if (letter) return { marker: { kind: 'letter', number: letter[1] ?? '' }, rest: letter[2] ?? '' }
  const dash = /^[-–—•+]\s*(?=\p{L}|\d+ ?%)(.+)$/u.exec(text)
  const isRange = /\d$/.test(previous) && /^[-–—]\s*\d{4}(?!\d)/.test(text)
  if (dash && !isRange) return { marker: { kind: 'dash', number: null }, rest: dash[1] ?? '' }
  return { marker: plain, rest: text }
}

/** A scanner reads "II" as "1" and "III" as "111": of a heading in capitals the place in the order decides. */
function readRoman(text: string, seen: Seen): { marker: Marker; rest: string } | null {
  const [, printed = '', rest = ''] = /^([IVX]{1,4}|[Il1|]{1,4})\s*[.)]\s+(?=.*[\p{L}\d])(.+)$/u.exec(text) ?? []
  if (printed === '') return null
  const expected = romans[seen.roman] ?? ''
  if (printed !== expected && !isCapitals(rest)) return null
  const isRead = romans.includes(printed)
  const number = isRead ? printed : expected
  seen.roman = romans.indexOf(number) + 1
  delete seen.number
  return { marker: { kind: 'roman', number, ...(isRead ? {} : { scannedAs: printed }) }, rest }
}

/** Documents repeat a number and leave one out; further off it is no number of theirs. */
function isInTurn(number: string, seen: Seen): boolean {
  const parts = number.split('.').map(Number)
  const before = (seen.number ?? '0').split('.').map(Number)
  const at = parts.length - 1
  const last = parts.length <= before.length ? (before[at] ?? 0) : 0
  const step = (parts[at] ?? 0) - last
  return (step >= 0 && step <= 2) || parts[at] === 1
}
