// How a report writes names, numbers and days in Vietnamese and English.
import { type ConventionId, conventions } from '../model/convention.ts'
import type { FailureCode } from '../model/failure.ts'
import type { InterfaceLanguage } from '../model/language.ts'
import { startOfDay, vietnamDay } from '../rules/day.ts'
import { weekdayIndex } from '../rules/week.ts'
import { labels } from './wording.ts'

const failureNames: Readonly<Record<FailureCode, Readonly<Record<InterfaceLanguage, string>>>> = {
  robots_denied: { vi: 'robots.txt không cho phép', en: 'robots.txt does not allow it' },
  address_refused: { vi: 'địa chỉ nội bộ, không truy cập', en: 'internal address, refused' },
  redirect_loop: { vi: 'chuyển hướng vòng lặp', en: 'redirects in a circle' },
  too_large: { vi: 'nội dung quá lớn', en: 'content too large' },
  timeout: { vi: 'quá thời gian chờ', en: 'timed out' },
  dns: { vi: 'không tìm thấy máy chủ (DNS)', en: 'server not found (DNS)' },
  connection: { vi: 'không kết nối được', en: 'connection failed' },
  tls: { vi: 'lỗi chứng thư bảo mật', en: 'security certificate failed' },
  gone: { vi: 'trang đã gỡ bỏ (410)', en: 'removed by the site (410)' },
  not_found: { vi: 'không tìm thấy trang (404)', en: 'page not found (404)' },
  forbidden: { vi: 'trang từ chối truy cập', en: 'access refused by the site' },
  rate_limited: { vi: 'trang yêu cầu giảm tần suất (429)', en: 'asked to slow down (429)' },
  server_error: { vi: 'máy chủ báo lỗi (5xx)', en: 'server error (5xx)' },
  bad_response: { vi: 'phản hồi không hợp lệ', en: 'invalid response' },
  not_a_feed: { vi: 'nội dung không phải nguồn tin RSS/Atom', en: 'content is not a feed' },
  no_links: { vi: 'không tìm thấy liên kết bài viết', en: 'no links to articles found' },
  no_text: { vi: 'không lấy được nội dung bài', en: 'no text could be taken' },
}

/** What went wrong, in words; a round without a recorded reason is said to have none. */
export function failureName(code: FailureCode | null, language: InterfaceLanguage): string {
  return code === null ? labels[language].unknown : failureNames[code][language]
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
