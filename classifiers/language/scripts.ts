// Scripts: how much of a text is written in each, by its letters.

export type Script = 'latin' | 'han' | 'kana' | 'hangul' | 'lao' | 'thai' | 'khmer' | 'other'
export type ScriptCounts = Readonly<Record<Script, number>> & {
  /** Han characters that only Japanese or Nôm writes. */
  readonly foreignHan: number
}

const ranges: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x250, 0x2af, 'latin'],
  [0x370, 0x3ff, 'other'],
  [0x400, 0xe00, 'other'],
  [0xe01, 0xe4e, 'thai'],
  [0xe81, 0xece, 'lao'],
  [0xedc, 0xedf, 'lao'],
  [0xf00, 0x109f, 'other'],
  [0x10a0, 0x10ff, 'other'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1200, 0x177f, 'other'],
  [0x1780, 0x17d3, 'khmer'],
  [0x1800, 0x1cff, 'other'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'other'],
  [0x2c00, 0x2dff, 'other'],
  [0x3041, 0x30ff, 'kana'],
  [0x3105, 0x312f, 'other'],
  [0x3130, 0x318f, 'hangul'],
  [0x3400, 0x9fff, 'han'],
  [0xa000, 0xabff, 'other'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xd800, 0xdbff, 'other'],
  [0xf900, 0xfaff, 'han'],
  [0xfb50, 0xfdff, 'other'],
  [0xfe70, 0xfefe, 'other'],
]

const names = ['latin', 'han', 'kana', 'hangul', 'lao', 'thai', 'khmer', 'other'] as const
const indexOf = new Uint8Array(65_536)
for (const [from, to, script] of ranges) indexOf.fill(names.indexOf(script) + 1, from, to + 1)
indexOf[0xd7] = indexOf[0xf7] = 0

/** Simplified characters of Japan that Chinese does not write. */
const japanese = new Set(
  '働込峠畑円気図対発変実県経売読続権労検関渋駅験総転薬黒広帰応戦沢浜桜栄営択暁歓歩毎渉猟単厳巣弾徴徳恵悪',
)
/** Emoji stand where rare characters stand: they are no letters. */
const isRareHan = (point: number) => point >= 0x20000 && point <= 0x323af

export function countScripts(text: string): ScriptCounts {
  const counts = new Int32Array(names.length + 1)
  let foreignHan = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xd800 && code <= 0xdbff) {
      const point = text.codePointAt(i) ?? 0
      i++
      if (isRareHan(point)) foreignHan++
      if (isRareHan(point)) counts[2] = (counts[2] ?? 0) + 1
      continue
    }
    const index = indexOf[code] ?? 0
    counts[index] = (counts[index] ?? 0) + 1
    if (index === 2 && japanese.has(text.charAt(i))) foreignHan++
  }
  const entries = names.map((name, index) => [name, counts[index + 1] ?? 0] as const)
  return { ...(Object.fromEntries(entries) as Record<Script, number>), foreignHan }
}
