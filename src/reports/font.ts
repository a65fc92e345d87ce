// The font of the charts, shipped with the product, and the check that it can draw what it is given.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../assets/fonts')

/** Tinos has the widths of Times New Roman and every Vietnamese letter; Debian's Liberation fonts do not. */
export const fontFamily = 'Tinos'
export const fontFiles = ['Tinos-Regular.ttf', 'Tinos-Bold.ttf'].map((name) => join(folder, name))

let fonts: readonly ReadonlySet<number>[] | undefined

/** Throws an Error that names the code points which the font lacks: they would vanish from a chart without a word. */
export function assertDrawable(text: string): void {
  fonts ??= fontFiles.map((path) => readCodePoints(readFileSync(path)))
  const known = fonts
  const points = new Set([...text.normalize('NFC')].map((point) => point.codePointAt(0) as number))
  const lacking = [...points].filter((point) => point > 0x20 && !known.every((font) => font.has(point)))
  if (lacking.length === 0) return
  const names = lacking.map((point) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`)
  throw new Error(`the font ${fontFamily} has no glyph for ${names.join(', ')}`)
}

/** The code points that a TrueType font maps to a glyph. Throws where it has no Unicode table of format 4. */
export function readCodePoints(font: Buffer): ReadonlySet<number> {
  const at = findUnicodeTable(font)
  const segments = font.readUInt16BE(at + 6) / 2
  // Four parallel arrays: ends (then two bytes of padding), starts, deltas, offsets.
  const read = (array: number, index: number) =>
    font.readUInt16BE(at + 14 + array * segments * 2 + (array > 0 ? 2 : 0) + index * 2)
  const points = new Set<number>()
  for (let segment = 0; segment < segments; segment++) {
    const [end, start] = [read(0, segment), read(1, segment)]
    for (let point = start; point <= end && point < 0xffff; point++) {
      const offset = read(3, segment)
      const offsetAt = at + 16 + 3 * segments * 2 + segment * 2
      const glyph = offset === 0 ? point + read(2, segment) : font.readUInt16BE(offsetAt + offset + (point - start) * 2)
      if ((glyph & 0xffff) !== 0) points.add(point)
    }
  }
  return points
}

/** Where the cmap subtable for Windows, Unicode BMP (3, 1) begins. */
function findUnicodeTable(font: Buffer): number {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16)
  const cmap = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  const start = cmap === undefined ? 0 : font.readUInt32BE(cmap + 8)
  const subtables = Array.from({ length: start && font.readUInt16BE(start + 2) }, (_, index) => start + 4 + index * 8)
  const unicode = subtables.find((at) => font.readUInt16BE(at) === 3 && font.readUInt16BE(at + 2) === 1)
  const at = unicode === undefined ? 0 : start + font.readUInt32BE(unicode + 4)
  if (at === 0 || font.readUInt16BE(at) !== 4) throw new Error('a font without a Unicode table of format 4')
  return at
}
