// Numbers and times as people read them: Viet Nam time, dd/MM/yyyy HH:mm, in both languages.
import type { InterfaceLanguage } from '../../src/model/language.ts'
import { writeDay } from './days.ts'

const timeZone = 'Asia/Ho_Chi_Minh'
const twoDigits = { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' } as const
const clock = new Intl.DateTimeFormat('en-GB', { ...twoDigits, year: 'numeric', hourCycle: 'h23', timeZone })

function readParts(instant: string): Record<string, string> {
  return Object.fromEntries(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
}

/** The Viet Nam day of an instant, YYYY-MM-DD. */
export function dayOf(instant: string): string {
  const { year, month, day } = readParts(instant)
  return `${year}-${month}-${day}`
}

const locales = { vi: 'vi-VN', en: 'en-GB' } as const

export type Format = ReturnType<typeof createFormat>

export function createFormat(language: InterfaceLanguage) {
  const locale = locales[language]
  const numbers = new Intl.NumberFormat(locale)
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const percents = new Intl.NumberFormat(locale, { style: 'percent' })
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return {
    number: (value: number) => numbers.format(value),
    decimal: (value: number) => decimals.format(value),
    percent: (share: number) => percents.format(share),
    /** 21/11/2026 14:05 */
    dateTime: (instant: string) => {
      const { hour, minute } = readParts(instant)
      return `${writeDay(dayOf(instant))} ${hour}:${minute}`
    },
    /** 14:05 */
    time: (instant: string) => {
      const { hour, minute } = readParts(instant)
      return `${hour}:${minute}`
    },
    day: writeDay,
    /** 21/11 */
    shortDay: (day: string) => writeDay(day).slice(0, 5),
    weekday: (day: string) => weekdays.format(new Date(`${day}T00:00:00Z`)),
  }
}
