// Which scripts a text is written in, counted in words, so that a script with many letters a word does not outweigh another.

export type Script = 'latin' | 'lao' | 'khmer' | 'thai' | 'han' | 'kana' | 'hangul' | 'other'
export const scriptNames = ['latin', 'lao', 'khmer', 'thai', 'han', 'kana', 'hangul', 'other'] as const
export type ScriptWords = Record<Script, number> & {
  /** Share of Han characters that Chinese hardly uses: Japan's own short forms, and those beyond the basic plane (Nôm). */
  foreignHan: number
}

/** First and last code point of the basic plane's ranges; a letter of none of them is of another script. */
const ranges: readonly (readonly [first: number, last: number, script: Script])[] = [
  [0x0e01, 0x0e3a, 'thai'],
  [0x0e40, 0x0e4e, 'thai'],
  [0x0e81, 0x0ece, 'lao'],
  [0x0edc, 0x0edf, 'lao'],
  [0x1780, 0x17d3, 'khmer'],
  [0x3005, 0x3007, 'han'],
  [0x3041, 0x30ff, 'kana'],
  [0x31f0, 0x31ff, 'kana'],
  [0x3400, 0x9fff, 'han'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xf900, 0xfaff, 'han'],
]
/** How many words a letter makes on average. */
const wordsPerLetter: Record<Script, number> = {
  latin: 0,
  lao: 0.22,
  khmer: 0.18,
  thai: 0.22,
  han: 0.6,
  kana: 0.4,
  hangul: 0.4,
  other: 0.2,
}
const basicPlaneEnd = 0xffff
const scriptAt = new Uint8Array(basicPlaneEnd + 1)
for (const [first, last, script] of ranges) scriptAt.fill(scriptNames.indexOf(script), first, last + 1)

const anyLetter = /\p{L}/u
const rareHan = /[\u{20000}-\u{323af}]/u
const japaneseHan = new Set(
  '働込峠畑円気図対発変実県経売読続権労検関渋駅験総転薬黒広帰応戦沢浜桜栄択暁歩渉猟単厳巣弾徴徳恵悪畳辺',
)

/** Words by script; digits, signs and emoji count for none. `latinWords` is counted by the caller. */
export function countScripts(text: string, latinWords: number): ScriptWords {
  const letters: Record<Script, number> = { latin: 0, lao: 0, khmer: 0, thai: 0, han: 0, kana: 0, hangul: 0, other: 0 }
  let foreign = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0
    if (code < 0x250 || (code >= 0x1e00 && code < 0x2c00)) continue
    const point = String.fromCodePoint(code)
    if (code > basicPlaneEnd) i++
    const script = rareHan.test(point) ? 'han' : (scriptNames[scriptAt[code] ?? 0] ?? 'latin')
    if (script !== 'latin') letters[script]++
    else if (anyLetter.test(point)) letters.other++
    if (script === 'han' && (code > basicPlaneEnd || japaneseHan.has(point))) foreign++
  }
  const words = { ...letters, foreignHan: letters.han > 0 ? foreign / letters.han : 0 }
  for (const script of scriptNames) words[script] = letters[script] * wordsPerLetter[script]
  words.latin = latinWords
  return words
}
