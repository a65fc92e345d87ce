// Views: the same text in the forms that finders read, all of one length, so that offsets hold in each.
import { wallPlaceholders } from './span.ts'

export type View = {
  /** As seen, with earlier placeholders walled in. */
  readonly text: string
  /** Lower case, without Latin diacritics, digits of every script as 0–9: for context words and numbers. */
  readonly folded: string
}

/** Unit by unit, so that the length stays: composed letters give their base letter. */
const foldedUnits = makeFoldedUnits()

function makeFoldedUnits(): Uint16Array {
  const units = new Uint16Array(65_536)
  for (let code = 0; code < units.length; code++) units[code] = code
  const fold = (from: number, to: number) => {
    for (let code = from; code <= to; code++) units[code] = foldUnit(String.fromCharCode(code)).charCodeAt(0)
  }
  fold(0x41, 0x5a)
  fold(0xc0, 0x24f)
  fold(0x1e00, 0x1eff)
  const digits = [0x660, 0x966, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10]
  for (const zero of digits) for (let i = 0; i < 10; i++) units[zero + i] = 0x30 + i
  units[0xa0] = units[0x202f] = units[0x2009] = 0x20
  units[0x2018] = units[0x2019] = 0x27
  for (let code = 0x2010; code <= 0x2015; code++) units[code] = 0x2d
  return units
}

function foldUnit(unit: string): string {
  const base = unit.normalize('NFD').charAt(0).toLowerCase().charAt(0)
  return base === 'đ' ? 'd' : base
}

/** Keeps one unit for one unit, also where half a pair stands alone. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

export function viewText(unmasked: string): View {
  const text = wallPlaceholders(unmasked)
  const codes = new Uint16Array(text.length)
  for (let i = 0; i < codes.length; i++) codes[i] = foldedUnits[text.charCodeAt(i)] ?? 0
  return { text, folded: decoder.decode(codes) }
}
