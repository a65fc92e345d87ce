// Numbers as people write them: digits with Vietnamese or English separators, number words, and scales such as "tr" and 万.

const digitWords: Readonly<Record<string, number>> = {
  ...{ mot: 1, hai: 2, ba: 3, bon: 4, nam: 5, lam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10, chuc: 10 },
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12 },
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
  ...{ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
}
const scales: Readonly<Record<string, number>> = {
  ...{ tram: 1e2, nghin: 1e3, ngan: 1e3, k: 1e3, trieu: 1e6, tr: 1e6, cu: 1e6, ty: 1e9, ti: 1e9 },
  ...{ hundred: 1e2, thousand: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 },
  ...{ 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 },
}

const latin = (table: object): string =>
  Object.keys(table)
    .filter((word) => /^[a-z]/.test(word))
    .join('|')
const latinScale = `(?:${latin(scales)})(?![a-z])`
const latinDigit = `(?:${latin(digitWords)})(?![a-z])`

/** A number in folded text: digits, or words where a scale or a unit has to follow. */
export const digitsSource = String.raw`\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`
export const scaleSource = String.raw`\s?(?:(?:${latinScale}|tr(?=\d)|[百千万亿]+)(?:\s?(?:${latinScale}|[万亿]))?)`
export const wordsSource = String.raw`(?<![a-z])${latinDigit}(?:[\s-]+(?:${latinDigit}|${latinScale}))*|[一二两三四五六七八九十百千万亿]+`

/** "1.200", "1,200" are 1200; "2,5" and "2.5" are 2.5; "1.200,5" is 1200.5. */
export function readDigits(written: string): number {
  const groups = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/.exec(written)
  if (!groups || written.startsWith('0')) return Number(written.replace(',', '.'))
  const separator = groups[1] ?? '.'
  return Number(written.replaceAll(separator, '').replace(',', '.'))
}

/** "trieu", "nghin ty", "万": what a number before it is multiplied by. */
export function readScale(written: string): number {
  const parts = written.trim().match(/[a-z]+|\p{Script=Han}/gu) ?? []
  return parts.reduce((product, part) => product * (scales[part] ?? 1), 1)
}

/** "nam trieu" 5000000, "hai muoi lam" 25, "三百" 300; null where the words make no number. */
export function readNumberWords(written: string): number | null {
  const parts = written.match(/[a-z]+|\p{Script=Han}/gu) ?? []
  let [total, group, digit] = [0, 0, 0]
  for (const part of parts) {
    const scale = scales[part]
    const value = digitWords[part]
    if (scale !== undefined && scale >= 1000) {
      total += (group + digit || 1) * scale
      ;[group, digit] = [0, 0]
    } else if (scale !== undefined) {
      group += (digit || 1) * scale
      digit = 0
    } else if (value === 10) {
      group += (digit || 1) * 10
      digit = 0
    } else if (value !== undefined) {
      // "hai ba" is no number, "twenty five" is.
      if (digit !== 0 && !(digit >= 20 && value < 10)) return null
      digit += value
    } else return null
  }
  return total + group + digit || null
}
