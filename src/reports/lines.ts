// The sentences of a report as a table: what each says in Vietnamese and in English, with places for its figures.
import type { InterfaceLanguage } from '../model/language.ts'

/** The words that fill a sentence, in the order of its places: counts come with their noun ("12 items"). */
export type Line = Readonly<Record<InterfaceLanguage, (...values: string[]) => string>>

export const lines = {
  period: {
    vi: (from, to, office) =>
      `Từ ${from} đến ${to}, ${office} theo dõi thông tin công khai về quyền con người và báo cáo như sau:`,
    en: (from, to, office) =>
      `From ${from} to ${to}, ${office} followed what was published about human rights, and reports as follows:`,
  },
  nothingCollected: {
    vi: () => 'Trong tuần không có lượt thu thập tin, bài nào thành công nên không có dữ liệu.',
    en: () => 'No round of collecting items succeeded in the week, so there is no data.',
  },
  items: {
    vi: (n, change) => `Trong tuần thu thập được ${n}${change}.`,
    en: (n, change) => `${n} came in during the week${change}.`,
  },
  tagged: {
    vi: (n, change) => `Có ${n} thuộc ít nhất một công ước${change}.`,
    en: (n, change) => `${n} came under at least one convention${change}.`,
  },
  covered: {
    vi: (n) => `Có tin, bài về ${n} trong 7 công ước.`,
    en: (n) => `There are items on ${n} of the 7 conventions.`,
  },
  posts: {
    vi: (n, change) => `Ghi nhận ${n} công khai của cá nhân (ẩn danh, chỉ đếm số lượng)${change}.`,
    en: (n, change) => `${n} by private persons came in (counted only, without names or texts)${change}.`,
  },
  ownPosts: {
    vi: (n, change) => `Ghi nhận ${n} công khai của cá nhân${change}.`,
    en: (n, change) => `${n} by private persons came in${change}.`,
  },
  sources: {
    vi: (n, change) => `Thu thập được từ ${n}${change}.`,
    en: (n, change) => `${n} could be read${change}.`,
  },
  languages: { vi: (n) => `Tin, bài bằng ${n}.`, en: (n) => `The items are in ${n}.` },
  noItems: {
    vi: (change) => `Trong tuần không có tin, bài nào${change}.`,
    en: (change) => `No item came in during the week${change}.`,
  },
  noData: { vi: () => 'Không có dữ liệu trong tuần.', en: () => 'No data for the week.' },
  ownItems: { vi: (n, change) => `Có ${n}${change}.`, en: (n, change) => `${n} came in${change}.` },
  busiest: {
    vi: (day, n) => `Ngày có nhiều nhất: ${day} (${n}).`,
    en: (day, n) => `The busiest day was ${day} (${n}).`,
  },
  articles: { vi: (list) => `Phân theo điều: ${list}.`, en: (list) => `By article: ${list}.` },
  directions: { vi: (list) => `Hướng nội dung: ${list}.`, en: (list) => `Direction: ${list}.` },
  missing: {
    vi: (list) => `Không ghi nhận tin, bài nào về: ${list}.`,
    en: (list) => `No item was found on: ${list}.`,
  },
  silent: {
    vi: (n) => `Có ${n} thu thập được nhưng cả tuần không có tin mới.`,
    en: (n) => `${n} could be read but had nothing new all week.`,
  },
  unasked: {
    vi: (n) => `Có ${n} không được thu thập lần nào trong tuần.`,
    en: (n) => `${n} had no round of collection in the week.`,
  },
  noGaps: {
    vi: () => 'Cả 7 công ước đều có tin, bài; nguồn nào thu thập được cũng có tin mới.',
    en: () => 'All 7 conventions have items, and every source that was read had something new.',
  },
  gapsUnknown: {
    vi: () => 'Không thể xác định khoảng trống vì trong tuần không thu thập được dữ liệu.',
    en: () => 'Gaps cannot be told, because nothing was collected in the week.',
  },
  failing: {
    vi: (n) =>
      `Có ${n} bị lỗi khi thu thập; tin, bài mới của các nguồn này trong thời gian lỗi có thể chưa được ghi nhận.`,
    en: (n) => `${n} failed at times; what was published there meanwhile may not have been seen.`,
  },
  deaf: {
    vi: (list) => `Cả tuần không thu thập được: ${list}.`,
    en: (list) => `Not read once in the week: ${list}.`,
  },
  noFailures: {
    vi: () => 'Không có nguồn nào bị lỗi trong các lượt thu thập của tuần.',
    en: () => 'No source failed in the rounds of the week.',
  },
  noRounds: {
    vi: () => 'Trong tuần không có lượt thu thập nào.',
    en: () => 'There was no round of collection in the week.',
  },
  missingDays: {
    vi: (list) => `Các ngày không có dữ liệu: ${list}.`,
    en: (list) => `Days without data: ${list}.`,
  },
  notOver: {
    vi: (day) => `Tuần chưa kết thúc: số liệu tính đến ${day}, chưa so sánh với tuần trước.`,
    en: (day) => `The week is not over: figures are as of ${day} and are not compared with the week before.`,
  },
  volume: {
    vi: () => 'Số lượng tin, bài phản ánh mức độ đưa tin, không phải số vụ việc vi phạm quyền con người.',
    en: () => 'The number of items measures coverage, not violations of human rights.',
  },
  overlap: {
    vi: () =>
      'Một tin, bài có thể thuộc nhiều công ước, nhiều điều; việc phân loại do phần mềm thực hiện và cần người đọc kiểm tra lại.',
    en: () =>
      'An item may come under several conventions and articles; software assigned them, and a reader should check.',
  },
  directionNote: {
    vi: () =>
      'Hướng nội dung (phản ánh vấn đề, tiến bộ, chính sách, giáo dục) do phần mềm ước đoán từ câu chữ; nhiều tin, bài phản ánh vấn đề không có nghĩa là có nhiều vi phạm.',
    en: () =>
      'The direction of an item (concern, progress, policy, education) is estimated by software from its words; many items that report a concern do not mean many violations.',
  },
  copies: {
    vi: () => 'Bài đăng lại gần như nguyên văn chỉ được tính một lần; bảng theo nguồn tính mọi bài mà nguồn đã đăng.',
    en: () => 'Near word-for-word copies are counted once; the table by source counts all that an outlet published.',
  },
  withheld: {
    vi: () => 'Số bài đăng của cá nhân theo công ước chỉ được nêu khi có từ 10 bài và từ 3 nguồn trở lên.',
    en: () => 'Private posts by convention are shown from 10 posts and 3 sources on.',
  },
  closing: {
    vi: (week, year, office) =>
      `Trên đây là tình hình thông tin về quyền con người tuần ${week} năm ${year}, ${office} báo cáo./.`,
    en: (week, year, office) => `This is the report of ${office} on week ${week} of ${year}./.`,
  },
  attached: {
    vi: (symbol, day, office) => `(Kèm theo Báo cáo số          /${symbol} ${day} của ${office})`,
    en: (symbol, day, office) => `(Attached to Report No.          /${symbol} of ${day}, ${office})`,
  },
  audit: {
    vi: (sequence, hash) => `Nhật ký kiểm toán khi lập báo cáo: bản ghi cuối số ${sequence}, mã băm ${hash}.`,
    en: (sequence, hash) => `Audit log when the report was made: last entry ${sequence}, hash ${hash}.`,
  },
  subject: {
    vi: (week, year) => `Tình hình thông tin về quyền con người trên báo chí và mạng xã hội tuần ${week} năm ${year}`,
    en: (week, year) => `Human rights in the press and on social networks, week ${week} of ${year}`,
  },
} as const satisfies Record<string, Line>

export type LineId = keyof typeof lines
