// How a report writes names, numbers and days in Vietnamese and English.
import { type ConventionId, conventions } from '../model/convention.ts'
import type { FailureCode } from '../model/failure.ts'
import type { InterfaceLanguage } from '../model/language.ts'
import { startOfDay, vietnamDay } from '../rules/day.ts'
import { weekdayIndex } from '../rules/week.ts'
import { failureWords } from '../text/failure-words.ts'
import { labels } from './wording.ts'

/** What went wrong, in words; a round without a recorded reason is said to have none. */
export function failureName(code: FailureCode | null, language: InterfaceLanguage): string {
  return code === null ? labels[language].unknown : failureWords[code][language].name
}

const languageNames: Readonly<Record<string, Readonly<Record<InterfaceLanguage, string>>>> = {
  vi: { vi: 'tiếng Việt', en: 'Vietnamese' },
  en: { vi: 'tiếng Anh', en: 'English' },
  zh: { vi: 'tiếng Trung', en: 'Chinese' },
  lo: { vi: 'tiếng Lào', en: 'Lao' },
  km: { vi: 'tiếng Khmer', en: 'Khmer' },
  th: { vi: 'tiếng Thái Lan', en: 'Thai' },
  fr: { vi: 'tiếng Pháp', en: 'French' },
  hmn: { vi: 'tiếng Mông', en: 'Hmong' },
  und: { vi: 'chưa xác định', en: 'not identified' },
}

/** "tiếng Việt", "Vietnamese"; a code that nobody named stays a code. */
export function languageName(code: string, language: InterfaceLanguage): string {
  return languageNames[code]?.[language] ?? code
}

/** "Trẻ em (CRC)": short enough for a table or an axis. */
export function shortName(id: ConventionId, language: InterfaceLanguage): string {
  const convention = conventions[id]
  return `${language === 'vi' ? convention.shortVi : convention.shortEn} (${convention.abbreviation})`
}

/** The convention's full name with its abbreviation, for headings. */
export function fullName(id: ConventionId, language: InterfaceLanguage): string {
  const convention = conventions[id]
  return `${convention[language]} (${convention.abbreviation})`
}

const numberFormats = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }

/** 1.234 in Vietnamese, 1,234 in English. */
export function writeNumber(value: number, language: InterfaceLanguage): string {
  return numberFormats[language].format(value)
}

/** 22/11/2026, the same in both languages, from YYYY-MM-DD. */
export function writeDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** 22/11/2026 14:05 in Viet Nam time, from an ISO instant. */
export function writeTime(instant: string): string {
  const minutes = Math.floor((Date.parse(instant) - startOfDay(vietnamDay(instant)).getTime()) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${writeDay(vietnamDay(instant))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const englishMonths = 'January February March April May June July August September October November December'.split(' ')

/** Decree 30/2020/NĐ-CP: a leading zero for days below 10 and for January and February only. */
export function writeLongDay(day: string, language: InterfaceLanguage): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  if (language === 'en') return `${date} ${englishMonths[month - 1]} ${year}`
  return `ngày ${String(date).padStart(2, '0')} tháng ${month < 3 ? `0${month}` : month} năm ${year}`
}

const weekdays: Readonly<Record<InterfaceLanguage, readonly string[]>> = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

export function weekdayName(day: string, language: InterfaceLanguage): string {
  return weekdays[language][weekdayIndex(day)] as string
}

/** "16/11": enough where the year is known. */
export function writeShortDay(day: string): string {
  return writeDay(day).slice(0, 5)
}
