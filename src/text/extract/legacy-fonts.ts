// Legacy fonts: Vietnamese that is only readable in the fonts of the 1990s (TCVN3 ".VnTime", VNI "VNI-Times"), as Unicode.
import iconv from 'iconv-lite'
import { fold } from '../normalize.ts'
import { isSyllable } from '../syllable.ts'
import { isText, type PageElement, type PageNode, walk } from './dom.ts'

type Scheme = 'tcvn3' | 'vni'

const fontNames = /(?<=["'\s:,;&])(?:\.Vn[A-Z]\w*|VNI[- ][A-Z]\w*)/
const schemeOf = (font: string): Scheme => (font.startsWith('.') ? 'tcvn3' : 'vni')

/** Name of a legacy font in the source of a page, or null. */
export function legacyFontIn(source: string): string | null {
  return fontNames.exec(source)?.[0] ?? null
}

/** Rewrites the text under `root` that is set in a legacy font; `pageFont` is for text without a font of its own. */
export function convertLegacyFonts(root: PageElement, pageFont: string): void {
  const nodes: PageNode[] = []
  walk(
    root,
    (node) => {
      if (isText(node) && /[\u00a0-\u00ff]/.test(node.textContent)) nodes.push(node)
      return true
    },
    () => {},
  )
  for (const node of nodes) {
    const font = fontOf(node) ?? pageFont
    const converted = fromLegacyFont(node.textContent, schemeOf(font))
    // The capitals of TCVN3 are the small letters of a second font, ".VnTimeH".
    if (converted !== null) node.textContent = /^\.Vn\w*H$/.test(font) ? converted.toUpperCase() : converted
  }
}

function fontOf(node: PageNode): string | null {
  for (let parent = node.parentNode; parent?.getAttribute; parent = parent.parentNode) {
    const named = ` ${parent.getAttribute('face') ?? ''} ${parent.getAttribute('style') ?? ''}`
    const font = fontNames.exec(named)?.[0]
    if (font) return font
  }
  return null
}

/** Part of the words with special letters that must turn out to be Vietnamese. */
const leastVietnamese = 0.8

/** Unicode for a text in legacy letters; null where the result would not be Vietnamese, or the text already is. */
export function fromLegacyFont(text: string, scheme: Scheme): string | null {
  if (/[\u0100-\u01b0\u1ea0-\u1eff]/.test(text)) return null
  const converted = scheme === 'tcvn3' ? fromTcvn3(text) : fromVni(text)
  const marked = (converted.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => /[^\0-\x7f]/.test(word))
  const vietnamese = marked.filter((word) => isSyllable(fold(word)))
  return vietnamese.length > marked.length * leastVietnamese ? converted : null
}

function fromTcvn3(text: string): string {
  const units = text.replace(/[\u00a1-\u00fe]+/g, (run) => iconv.decode(Buffer.from(run, 'latin1'), 'tcvn'))
  return units.normalize('NFC')
}

/** What a second letter of VNI adds to its vowel: a tone, and the circumflex or breve that VNI draws with it. */
const vniMarks: Readonly<Record<string, string>> = {
  ...{ ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' },
  ...{ â: '\u0302', á: '\u0302\u0301', à: '\u0302\u0300', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' },
  ...{ ê: '\u0306', é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' },
}
/** Letters that VNI writes in one piece. */
const vniLetters: Readonly<Record<string, string>> = { ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }

/** In one pass: what a pair becomes ("òa") may itself be a letter of VNI. */
function fromVni(text: string): string {
  return text.replace(/([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöæóòî]/gi, (letter, base?: string, mark?: string) => {
    if (base === undefined || mark === undefined) return vniLetter(letter)
    return (vniLetter(base) + vniMarks[mark.toLowerCase()]).normalize('NFC')
  })
}

function vniLetter(letter: string): string {
  const lower = letter.toLowerCase()
  const mapped = vniLetters[lower] ?? lower
  return letter === lower ? mapped : mapped.toUpperCase()
}
