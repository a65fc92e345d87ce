// One error shape for every route, in the reader's language.
import type { Context } from 'hono'
import { z } from 'zod'
import type { ApiError } from '../model/api.ts'
import type { InterfaceLanguage } from '../model/language.ts'

const words = {
  bad_request: {
    vi: ['Yêu cầu không hợp lệ', 'Kiểm tra lại bộ lọc rồi thử lại.'],
    en: ['The request is not valid', 'Check the filters and try again.'],
  },
  not_found: {
    vi: ['Không tìm thấy', 'Mục này có thể đã hết thời hạn lưu giữ. Quay lại danh sách.'],
    en: ['Not found', 'It may have passed its retention period. Go back to the list.'],
  },
  bad_delivery: {
    vi: ['Không nhận được lô tin này', 'Sửa đúng chỗ đã nêu rồi gửi lại cả lô.'],
    en: ['The delivery was not taken', 'Mend what is named and send all of it again.'],
  },
  too_large: {
    vi: ['Lô tin quá lớn', 'Chia nhỏ rồi gửi lại, hoặc tăng politeness.maxBytes của nguồn.'],
    en: ['The delivery is too large', 'Send it in parts, or raise politeness.maxBytes of the source.'],
  },
  unsigned: {
    vi: ['Chữ ký không đúng hoặc đã quá hạn', 'Kiểm tra khóa (langnghe sources secret) và đồng hồ của máy gửi.'],
    en: ['The signature is wrong or too old', 'Check the secret (langnghe sources secret) and the sender’s clock.'],
  },
  wrong_host: {
    vi: ['Địa chỉ không được phép', 'Mở bảng điều khiển bằng địa chỉ mà chương trình in ra.'],
    en: ['This host name is not allowed', 'Open the console at the address that the program prints.'],
  },
  internal: {
    vi: ['Hệ thống gặp lỗi', 'Thử lại; nếu vẫn lỗi, xem nhật ký của chương trình.'],
    en: ['Something went wrong here', 'Try again; if it stays, look at the program’s log.'],
  },
} as const satisfies Record<string, Record<InterfaceLanguage, readonly [string, string]>>

const statuses = {
  bad_request: 400,
  bad_delivery: 400,
  unsigned: 401,
  too_large: 413,
  not_found: 404,
  wrong_host: 421,
  internal: 500,
} as const

/** Vietnamese, unless the reader's browser asks for English. */
export function languageOf(c: Context): InterfaceLanguage {
  return /^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'vi'
}

export function refuse(c: Context, code: keyof typeof words, detail?: string) {
  const [message, todo] = words[code][languageOf(c)]
  const body: ApiError = { error: { code, message: detail ? `${message}: ${detail}` : message, todo } }
  return c.json(body, statuses[code])
}

/** Reads the query by a schema; throws `z.ZodError`, which the app turns into a 400. */
export function readQuery<T>(c: Context, schema: z.ZodType<T>): T {
  return schema.parse(c.req.query())
}

/** "limit: …" of the first thing that is wrong. */
export function describe(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.')}: ${issue.message}` : z.prettifyError(error)
}
