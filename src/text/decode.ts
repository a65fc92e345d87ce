// Decode: bytes to text, whatever encoding a page or feed was written in and whatever it says about it.
import iconv from 'iconv-lite'
import { guessVietnamese } from './decode-guess.ts'

export type Decoded = { readonly text: string; readonly encoding: string }

/**
 * Text of a page or feed; NFC, without control characters. Never throws. The first that answers decides:
 * 1. a byte order mark, or the zero bytes of UTF-16 and UTF-32 before the first "<";
 * 2. bytes that are valid UTF-8, whatever was declared: other encodings hardly ever are by chance;
 * 3. the charset of the Content-Type header, then the one that the document declares;
 * 4. windows-1258, VISCII or TCVN3, where that makes the text Vietnamese; else windows-1252. A page that names fonts of
 *    the 1990s stays as it is: its elements tell which part is set in them.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null, kind: 'html' | 'xml'): Decoded {
  const encoding = findEncoding(bytes, contentType, kind)
  return { text: clean(decodeAs(bytes, encoding)), encoding }
}

function findEncoding(bytes: Uint8Array, contentType: string | null, kind: 'html' | 'xml'): string {
  const marked = markedEncoding(bytes)
  if (marked !== null) return marked
  const fromHeader = charsetName(/charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1])
  const declared = fromHeader ?? declaredEncoding(bytes, kind)
  // ISO-2022 and HZ are made of ASCII bytes only: they would pass as UTF-8.
  if (declared !== null && /^(?:iso-2022|hz)/.test(declared)) return declared
  if (isUtf8(bytes)) return 'utf-8'
  // Servers say Latin-1 when nobody told them better.
  if (declared !== null && declared !== 'windows-1252') return declared
  return guessVietnamese(bytes) ?? 'windows-1252'
}

/** Longer marks first: UTF-32's begins with that of UTF-16. */
const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-32le', [0x3c, 0, 0, 0]],
  ['utf-32be', [0, 0, 0, 0x3c]],
  ['utf-16le', [0x3c, 0]],
  ['utf-16be', [0, 0x3c]],
]

function markedEncoding(bytes: Uint8Array): string | null {
  const found = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))
  return found?.[0] ?? null
}

/** A declaration stands near the top; later ones are somebody's text. */
const declarationWindowBytes = 4096
const declarations = {
  html: /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]+)/i,
  xml: /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']\s*([\w:.-]+)/i,
} as const

function declaredEncoding(bytes: Uint8Array, kind: 'html' | 'xml'): string | null {
  const head = iconv.decode(bytes.subarray(0, declarationWindowBytes), 'latin1')
  const found = declarations[kind].exec(head)
  // A document whose declaration can be read byte by byte is not UTF-16 or UTF-32, whatever it says.
  const name = charsetName(found?.[1] ?? found?.[2])
  return name !== null && /^utf-(?:16|32)/.test(name) ? 'utf-8' : name
}

/** What browsers take these names for: the larger code page that people really used. */
const aliases: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
  'x-viscii': 'viscii',
  'viscii1.1-1': 'viscii',
  'x-tcvn': 'tcvn',
  tcvn3: 'tcvn',
  'x-tcvn3': 'tcvn',
  'tcvn-5712': 'tcvn',
  'x-windows-1258': 'windows-1258',
}

/** A name that can be decoded, or null. */
function charsetName(raw: string | undefined): string | null {
  const lower = raw?.trim().toLowerCase() ?? ''
  const name = aliases[lower] ?? lower
  if (name === '' || notCharsets.has(name)) return null
  return iconv.encodingExists(name) || platformDecoder(name) !== null ? name : null
}

/** iconv-lite knows them, no document is written in them. */
const notCharsets = new Set(['base64', 'hex', 'binary', 'internal'])

function platformDecoder(name: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(name)
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-8') return new TextDecoder('utf-8').decode(bytes)
  if (iconv.encodingExists(encoding)) return iconv.decode(bytes, encoding)
  return platformDecoder(encoding)?.decode(bytes) ?? iconv.decode(bytes, 'windows-1252')
}

/** Broken bytes in otherwise sound UTF-8 (a cut comment, a bad advert) are worth less than the whole page's letters. */
const brokenShare = 0.02

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // As a stream, so that a page cut in the middle of a letter still counts as sound.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const broken = text.match(/\ufffd/g)?.length ?? 0
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is left out.
    const foreign = text.match(/[^\x00-\x7f]/g)?.length ?? 0
    return broken < foreign * brokenShare
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/g

function clean(text: string): string {
  // Between the brackets only: a combining overlay after ">" would compose with it and break the markup.
  return text
    .toWellFormed()
    .replace(controls, '')
    .replace(/[^<>=]+/g, (run) => run.normalize('NFC'))
}
