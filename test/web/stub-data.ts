// The invented world that the console's tests look at: one month of items, ten sources, everything on fixed days.
import type { ItemDetail, Meta, SourceStatus } from '../../src/model/api.ts'
import { type ConventionId, conventionIds, conventions } from '../../src/model/convention.ts'
import { directions, type Reason, type Tag } from '../../src/model/tag.ts'
import { excerpt } from '../../src/text/excerpt.ts'
import { articles, type StubArticle, type StubMark } from './stub-articles.ts'

export const today = '2026-11-21'

const articleNames: Readonly<Record<ConventionId, readonly (readonly [string, string, string])[]>> = {
  ccpr: [
    ['14', 'Quyền được xét xử công bằng', 'Fair trial'],
    ['19', 'Tự do ngôn luận và tiếp cận thông tin', 'Freedom of expression and information'],
    ['25', 'Tham gia quản lý nhà nước', 'Participation in public affairs'],
    ['27', 'Quyền của người thuộc dân tộc thiểu số', 'Rights of minorities'],
  ],
  cescr: [
    ['6', 'Quyền làm việc', 'Right to work'],
    ['7', 'Điều kiện làm việc công bằng', 'Just conditions of work'],
    ['11', 'Mức sống thích đáng', 'Adequate standard of living'],
    ['12', 'Quyền về sức khỏe', 'Right to health'],
    ['13', 'Quyền được học tập', 'Right to education'],
  ],
  cedaw: [
    ['2', 'Xóa bỏ phân biệt đối xử', 'Eliminating discrimination'],
    ['11', 'Việc làm', 'Employment'],
    ['12', 'Chăm sóc sức khỏe', 'Health care'],
  ],
  cerd: [['5', 'Bình đẳng trước pháp luật', 'Equality before the law']],
  crc: [
    ['23', 'Trẻ em khuyết tật', 'Children with disabilities'],
    ['24', 'Chăm sóc sức khỏe trẻ em', 'Health of the child'],
    ['28', 'Quyền được học hành', 'Right to education'],
  ],
  crpd: [
    ['7', 'Trẻ em khuyết tật', 'Children with disabilities'],
    ['9', 'Khả năng tiếp cận', 'Accessibility'],
    ['20', 'Di chuyển cá nhân', 'Personal mobility'],
    ['24', 'Giáo dục', 'Education'],
  ],
  cat: [
    ['2', 'Biện pháp ngăn chặn tra tấn', 'Measures to prevent torture'],
    ['11', 'Rà soát việc hỏi cung và giam giữ', 'Review of interrogation and custody'],
  ],
}

export const meta: Meta = {
  version: '0.1.0',
  office: { name: 'Sở Văn hóa và Thông tin tỉnh Mẫu' },
  today,
  conventions: conventionIds.map((id) => ({
    ...conventions[id],
    articles: articleNames[id].map(([article, vi, en]) => ({ article, vi, en })),
  })),
  instruments: [
    {
      id: 'ilo-c155',
      kind: 'ilo',
      vi: 'Công ước số 155 của ILO',
      en: 'ILO Convention No. 155',
      shortVi: 'ILO 155',
      shortEn: 'ILO 155',
    },
  ],
  privatePosts: { thisWeek: 1284 },
  transformer: { state: 'off', message: null },
}

const outlets = [
  ['bao-mau', 'Báo Mẫu điện tử'],
  ['cong-tinh', 'Cổng thông tin điện tử tỉnh Mẫu'],
  ['dai-mau', 'Đài Phát thanh và Truyền hình Mẫu'],
  ['bao-vung-cao', 'Báo Vùng Cao'],
  ['tin-phap-luat', 'Tin Pháp Luật'],
  ['sample-news', 'Sample News International'],
  ['bao-phu-nu-mau', 'Báo Phụ nữ tỉnh Mẫu'],
  ['so-tu-phap', 'Trang thông tin Sở Tư pháp'],
  ['hoi-bao-tro', 'Hội Bảo trợ người khuyết tật tỉnh Mẫu'],
] as const

const places = ['Lai Châu', 'Phú Thọ', 'Hải Phòng', 'Lạng Sơn', 'Cao Bằng', 'An Giang', 'Đắk Lắk', 'Cần Thơ']

/** Days, counted back from today, of which nothing is known. */
const missingDays = new Set([12, 13])

/** Items of a day, so that the chart has hills and valleys. */
const perDay = [9, 7, 6, 8, 4, 3, 6, 7, 9, 8, 5, 2, 0, 0, 6, 7, 5, 8, 4, 3, 6, 7, 8, 5, 6, 3, 2, 6, 7, 4]

export function dayBefore(count: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
}

export const isMissing = (day: string) => [...missingDays].some((count) => dayBefore(count) === day)

function buildTags(whole: string, marks: readonly StubMark[]): Tag[] {
  const byConvention = Map.groupBy(marks, (mark) => mark.convention)
  return [...byConvention].map(([convention, ofConvention], index) => ({
    convention,
    articles: [...new Set(ofConvention.flatMap(({ article }) => article ?? []))],
    score: 0.94 - 0.11 * index,
    direction: [...directions, null][(whole.length + index) % 5] ?? null,
    reasons: ofConvention.flatMap((mark) => findReason(whole, mark)),
  }))
}

function findReason(whole: string, { convention, article, words, weight }: StubMark): Reason[] {
  const start = whole.toLowerCase().indexOf(words.toLowerCase())
  if (start < 0) return []
  const end = start + words.length
  return [{ start, end, words: whole.slice(start, end), rule: `${convention}-${article}-${start}`, article, weight }]
}

const placeAt = (index: number) => {
  const name = places[index % places.length] ?? ''
  return { code: String(10 + (index % places.length)), vi: name, en: name, former: null }
}

function buildItem(index: number, day: string, order: number): ItemDetail {
  const article = articles[index % articles.length] as StubArticle
  const [sourceId, sourceName] = outlets[(index * 5) % outlets.length] ?? outlets[0]
  const put = (text: string) => text.replaceAll('{place}', places[(index * 3) % places.length] ?? '')
  const [title, text] = [put(article.title), put(article.text)]
  const at = (hour: number) => `${day}T${String(hour).padStart(2, '0')}:${(index * 7) % 60 < 10 ? '05' : '40'}:00.000Z`
  const url = `https://${sourceId}.example/bai/${1000 + index}`
  const isFirst = index === 0
  return {
    id: String(1000 - index),
    title,
    text,
    excerpt: excerpt(text),
    url,
    sourceId,
    sourceName,
    language: article.language,
    publishedAt: index % 11 === 10 ? null : at(Math.max(0, 9 - order)),
    firstSeenAt: at(Math.max(0, 10 - order)),
    revision: article.before ? 2 : 1,
    textOrigin: article.origin ?? 'page',
    classified: article.classified ?? true,
    instruments: index % 9 === 4 ? [{ instrument: 'ilo-c155', score: 0.75, reasons: [] }] : [],
    places: [placeAt(index * 3)],
    // Items 16 to 18 tell one event, the last of them word for word.
    storyId: index >= 16 && index <= 18 ? '16' : String(index),
    copyOf: index === 18 ? '984' : null,
    story: [],
    tags: buildTags(`${title}\n${text}`, article.marks),
    judgementVersion: 'lexicon 2026-11-20 a1b2c3',
    extraction: 'readability 1',
    alsoAt: isFirst
      ? [{ sourceId: 'bao-vung-cao', sourceName: 'Báo Vùng Cao', url: 'https://bao-vung-cao.example/7', seenAt: at(9) }]
      : [],
    revisions: article.before
      ? [{ revision: 1, seenAt: at(10), title: put(article.before.title), text: put(article.before.text) }]
      : [],
  }
}

/** Newest first. */
export const items: readonly ItemDetail[] = perDay.flatMap((count, back) => {
  const before = perDay.slice(0, back).reduce((sum, each) => sum + each, 0)
  return Array.from({ length: count }, (_, order) => buildItem(before + order, dayBefore(back), order))
})

const source = (sourceId: string, name: string, more: Partial<SourceStatus>): SourceStatus => ({
  sourceId,
  name,
  ownership: 'newsroom',
  state: 'healthy',
  lastAttemptAt: '2026-11-21T09:30:00.000Z',
  lastSuccessAt: '2026-11-21T09:30:00.000Z',
  nextCheckAt: '2026-11-21T10:00:00.000Z',
  failures: 0,
  failure: null,
  pausedReason: null,
  itemsLast7Days: 31,
  itemsByWeek: [28, 33, 30, 25, null, 35, 29, 31],
  typicalWeek: 30,
  url: `https://${sourceId}.example/rss`,
  kind: 'feed',
  message: null,
  lastOutcomes: [
    { result: 'stored', reason: 'new', count: 3 },
    { result: 'stored', reason: 'revised', count: 1 },
    { result: 'unchanged', reason: null, count: 26 },
  ],
  ...more,
})

const failedAt = { lastSuccessAt: '2026-11-18T02:10:00.000Z', failures: 6 }

/** As the service would answer; messages in the language that is asked for. */
export function listSources(language: string): SourceStatus[] {
  const say = (vi: string, en: string) => (language.startsWith('en') ? en : vi)
  const row = (index: number, more: Partial<SourceStatus>) =>
    source(outlets[index]?.[0] ?? '', outlets[index]?.[1] ?? '', more)
  return [
    row(0, { itemsLast7Days: 58 }),
    row(1, {
      ownership: 'public_body',
      kind: 'listing',
      itemsLast7Days: 0,
      lastOutcomes: [],
      ...failedAt,
      state: 'failing',
      failure: 'no_links',
      message: say(
        'Không tìm thấy liên kết bài viết nào: trang đã đổi giao diện. Sửa bộ chọn “listing.link” của nguồn này.',
        'No links to articles were found: the site has changed. Mend “listing.link” of this source.',
      ),
    }),
    row(2, { itemsLast7Days: 22, lastOutcomes: [{ result: 'unchanged', reason: null, count: 50 }] }),
    row(3, {
      itemsLast7Days: 17,
      lastOutcomes: [
        { result: 'stored', reason: 'new', count: 2 },
        { result: 'duplicate', reason: 'same_text', count: 3 },
        { result: 'dropped', reason: 'page_failed', count: 1 },
        { result: 'dropped', reason: 'not_an_article', count: 2 },
      ],
    }),
    row(4, {
      state: 'failing',
      failure: 'server_error',
      failures: 2,
      lastSuccessAt: '2026-11-21T07:00:00.000Z',
      message: say(
        'Máy chủ của trang báo lỗi. Lắng Nghe sẽ tự thử lại, chưa cần làm gì.',
        'The site’s server reports an error. It will be tried again; nothing to do yet.',
      ),
    }),
    row(5, { itemsLast7Days: 12 }),
    row(6, {
      state: 'silent',
      itemsLast7Days: 0,
      lastOutcomes: [],
      message: say(
        'Trang vẫn trả lời nhưng bảy ngày qua không có bài mới. Kiểm tra xem địa chỉ nguồn cấp có còn được cập nhật không.',
        'The site answers, but nothing new has come for seven days. Check that the feed is still kept up to date.',
      ),
    }),
    row(7, {
      ownership: 'public_body',
      state: 'paused',
      pausedReason: 'gone',
      failure: 'gone',
      lastSuccessAt: '2026-10-30T02:10:00.000Z',
      nextCheckAt: null,
      itemsLast7Days: 0,
      lastOutcomes: [],
      message: say(
        'Trang báo nguồn cấp đã bị gỡ bỏ. Tìm địa chỉ mới rồi sửa trong cấu hình, hoặc tắt nguồn này.',
        'The site says that the feed was taken down. Find its new address, or switch this source off.',
      ),
    }),
    row(8, {
      ownership: 'organisation',
      state: 'never',
      lastAttemptAt: null,
      typicalWeek: null,
      lastSuccessAt: null,
      itemsLast7Days: 0,
      lastOutcomes: [],
    }),
    source('cong-dong', 'Dòng thời gian #quyentreem', {
      ownership: 'private',
      kind: 'mastodon',
      itemsLast7Days: 0,
      lastOutcomes: [
        { result: 'stored', reason: 'counted', count: 40 },
        { result: 'duplicate', reason: 'already_counted', count: 12 },
      ],
    }),
  ]
}
