// What went wrong at a source, in plain words, and what a person can do about it.
import type { FailureCode } from '../model/failure.ts'
import type { InterfaceLanguage } from '../model/language.ts'

export type FailureWords = { readonly name: string; readonly todo: string }

type Row = Readonly<Record<InterfaceLanguage, FailureWords>>

const row = (vi: string, viTodo: string, en: string, enTodo: string): Row => ({
  vi: { name: vi, todo: viTodo },
  en: { name: en, todo: enTodo },
})

const waitVi = 'Hệ thống tự thử lại; nếu kéo dài, mở địa chỉ bằng trình duyệt để kiểm tra.'
const waitEn = 'It is tried again by itself; if it lasts, open the address in a browser.'
const addressVi = 'Mở địa chỉ bằng trình duyệt; nếu trang đã chuyển chỗ, sửa địa chỉ của nguồn.'
const addressEn = 'Open the address in a browser; if the page has moved, correct the source’s address.'

export const failureWords: Readonly<Record<FailureCode, Row>> = {
  robots_denied: row(
    'robots.txt của trang không cho phép đọc địa chỉ này',
    'Chọn kênh khác mà trang cho phép (RSS), hoặc xin phép chủ trang.',
    'the site’s robots.txt does not allow this address',
    'Choose a feed that the site allows, or ask its owner.',
  ),
  address_refused: row(
    'địa chỉ dẫn vào mạng nội bộ nên bị từ chối',
    'Kiểm tra địa chỉ của nguồn; chỉ trang công khai mới được đọc.',
    'the address leads into a private network and is refused',
    'Check the source’s address; only public pages are read.',
  ),
  redirect_loop: row('trang chuyển hướng vòng quanh', addressVi, 'the site redirects in a circle', addressEn),
  too_large: row(
    'nội dung vượt quá kích thước cho phép',
    'Tìm kênh RSS gọn hơn, hoặc tăng politeness.maxBytes của nguồn.',
    'the answer is larger than allowed',
    'Find a smaller feed, or raise politeness.maxBytes of the source.',
  ),
  timeout: row('trang trả lời quá chậm', waitVi, 'the site answers too slowly', waitEn),
  dns: row('không tìm thấy tên miền', addressVi, 'the domain name is not found', addressEn),
  connection: row('không kết nối được', waitVi, 'no connection could be made', waitEn),
  tls: row(
    'chứng thư bảo mật (TLS) của trang không hợp lệ',
    'Báo cho chủ trang; không bỏ qua được lỗi này.',
    'the site’s TLS certificate is not valid',
    'Tell the site’s owner; this check cannot be turned off.',
  ),
  gone: row(
    'trang báo đã gỡ bỏ vĩnh viễn (410)',
    'Nguồn được tạm dừng. Tìm địa chỉ mới rồi sửa nguồn, hoặc bỏ nguồn.',
    'the site says that it is gone for good (410)',
    'The source is paused. Find its new address, or remove it.',
  ),
  not_found: row('không có trang này (404)', addressVi, 'there is no such page (404)', addressEn),
  forbidden: row(
    'trang từ chối cho đọc (401, 403)',
    'Hệ thống không vượt rào. Xin phép chủ trang hoặc chọn kênh khác.',
    'the site refuses to be read (401, 403)',
    'The product does not get around this. Ask the owner, or choose another feed.',
  ),
  challenge: row(
    'trang đòi chứng minh là người thật (captcha)',
    'Hệ thống không giải captcha. Xin phép chủ trang hoặc chọn kênh khác (RSS).',
    'the site asks whether a person is reading (captcha)',
    'Captchas are left alone. Ask the owner, or choose another way such as a feed.',
  ),
  token_refused: row(
    'mã truy cập của đơn vị bị thiếu, hết hạn hoặc không được phép đọc tài khoản này',
    'Lấy mã mới từ nền tảng rồi ghi vào biến môi trường nêu trong hướng dẫn của loại nguồn; kiểm tra địa chỉ.',
    'the office’s token is missing, expired or may not read this account',
    'Get a new one from the platform and set the variable that the page about this kind of source names; check the address.',
  ),
  awaits_confirmation: row(
    'tài khoản chờ người thứ hai xác nhận nên chưa được đọc',
    'Hai người khác nhau cùng chạy: langnghe sources confirm <mã nguồn> --as <tên>.',
    'this account waits for a second person’s confirmation and is not read',
    'Two different people run: langnghe sources confirm <id> --as <name>.',
  ),
  delivery_refused: row(
    'một tệp gửi vào hộp nhận bị từ chối',
    'Xem tệp .txt trong thư mục refused của hộp nhận: nêu rõ dòng nào sai và vì sao; sửa rồi gửi lại.',
    'a file delivered to the inbox was refused',
    'The .txt file in the inbox’s folder “refused” says which row and why; mend it and deliver it again.',
  ),
  rate_limited: row(
    'trang yêu cầu hỏi thưa hơn (429)',
    'Tăng cadence hoặc politeness.gap của nguồn.',
    'the site asks for fewer requests (429)',
    'Raise the source’s cadence or politeness.gap.',
  ),
  server_error: row('máy chủ của trang bị lỗi (5xx)', waitVi, 'the site’s server fails (5xx)', waitEn),
  bad_response: row('trả lời của trang bị hỏng', waitVi, 'the site’s answer is broken', waitEn),
  unreadable: row(
    'nội dung trang gửi quá nặng hoặc hỏng đến mức không đọc nổi',
    'Tìm kênh RSS gọn hơn, hoặc giảm politeness.maxBytes của nguồn; các nguồn khác không bị ảnh hưởng.',
    'what the site sends is too heavy or too broken to be read',
    'Find a smaller feed, or lower politeness.maxBytes of the source; other sources are not affected.',
  ),
  not_a_feed: row(
    'địa chỉ không trả về kênh tin (RSS, Atom, JSON)',
    addressVi,
    'the address does not give a feed (RSS, Atom, JSON)',
    addressEn,
  ),
  no_links: row(
    'không thấy liên kết bài nào trên trang danh mục',
    'Trang đã đổi giao diện: sửa listing.link của nguồn.',
    'no links to articles are found on the listing',
    'The site has changed: correct listing.link of the source.',
  ),
  no_text: row('không lấy được nội dung từ trang', addressVi, 'no text could be taken from the page', addressEn),
  no_browser: row(
    'nguồn cần trình duyệt (render: true) nhưng máy chưa có',
    'Cài Chromium (Debian, Ubuntu: apt install chromium), hoặc ghi đường dẫn vào LANGNGHE_CHROMIUM.',
    'the source needs a browser (render: true), and this machine has none',
    'Install Chromium (Debian, Ubuntu: apt install chromium), or name its path in LANGNGHE_CHROMIUM.',
  ),
  no_archive: row(
    'nguồn không cho xem bài cũ hơn',
    'Tìm sitemap của trang (kind: sitemap), hoặc khai listing.next.',
    'the source shows no articles as old as that',
    'Look for the site’s sitemap (kind: sitemap), or set listing.next.',
  ),
}

/** "trang trả lời quá chậm. Hệ thống tự thử lại …": what is wrong and what to do, in one line. */
export function explainFailure(code: FailureCode, language: InterfaceLanguage): string {
  const { name, todo } = failureWords[code][language]
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}. ${todo}`
}
