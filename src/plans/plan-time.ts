// When a task is due, from the words of a document.
import type { Cadence, Entry } from '../model/plan.ts'
import { fold } from '../text/normalize.ts'

type Time = NonNullable<Entry['time']>

const quarterOf: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

const cadenceWords: readonly (readonly [RegExp, Cadence])[] = [
  [/6 thang|sau thang|nua nam/, 'half_yearly'],
  [/thuong xuyen|lien tuc/, 'ongoing'],
  [/hang thang/, 'monthly'],
  [/hang quy|theo quy/, 'quarterly'],
  [/hang nam/, 'yearly'],
  [/theo ke hoach cua|theo chuong trinh cua/, 'other_plan'],
  [/dot xuat/, 'ad_hoc'],
]

/** What stands after "Thời gian thực hiện:"; null where it is no time that is known. */
export function readTime(words: string): Time | null {
  const text = words.replace(/[.;,\s]+$/, '')
  const folded = fold(text)
  const [, first = '', last = first, year = ''] =
    /quy (i{1,3}|iv)(?:\s*(?:-|–|,|va|den)\s*(?:quy )?(i{1,3}|iv))?\s*(?:\/|nam|\/nam)\s*(\d{4})/.exec(folded) ?? []
  if (year !== '') {
    const [from = 1, to = 1] = [quarterOf[first], quarterOf[last === '' ? first : last]]
    return {
      text,
      cadence: 'once',
      from: dayOf(year, from * 3 - 2, 1),
      to: dayOf(year, to * 3, to === 1 || to === 4 ? 31 : 30),
    }
  }
  const cadence = cadenceWords.find(([pattern]) => pattern.test(folded))?.[1]
  if (cadence) return { text, cadence }
  const whole = /^(?:trong )?nam (\d{4})$/.exec(folded)?.[1]
  if (whole) return { text, cadence: 'ongoing', from: dayOf(whole, 1, 1), to: dayOf(whole, 12, 31) }
  return null
}

const dayOf = (year: string, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** A time inside a sentence: "định kỳ hằng năm báo cáo", or "Thường xuyên" at its beginning. */
export function findTime(sentence: string): Time | null {
  const phrase = /6 tháng và h[ằà]ng năm|(?:định kỳ )?h[ằà]ng (?:năm|tháng|quý)|^thường xuyên/iu.exec(sentence)?.[0]
  return phrase === undefined ? null : readTime(phrase)
}
