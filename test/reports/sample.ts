// Rows of one invented week, so that every test of reports speaks of the same figures.
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import type { InterfaceLanguage } from '../../src/model/language.ts'
import type { Office, ReportModel, ReportRows } from '../../src/model/report.ts'
import { directions } from '../../src/model/tag.ts'
import { buildWeekly } from '../../src/reports/build.ts'
import { previousWeek, weekDays } from '../../src/rules/week.ts'

export const week = '2026-W47'
export const days = weekDays(week)
export const daysBefore = weekDays(previousWeek(week))
export const now = new Date('2026-11-23T01:30:00Z')

export const office: Office = {
  parent: 'Ủy ban nhân dân tỉnh Sông Thanh',
  name: 'Sở Tư pháp',
  symbol: 'BC-STP',
  place: 'Sông Thanh',
  signatoryTitle: 'Giám đốc',
  recipients: ['Ủy ban nhân dân tỉnh (để báo cáo)', 'Sở Văn hóa, Thể thao và Du lịch (để biết)'],
}

export type ItemRow = ReportRows['items'][number]
export type RoundRow = ReportRows['rounds'][number]

/** An item on `day` of the week (0 is Monday); everything else may be given. */
export function sampleItem(id: number, more: Partial<ItemRow> & { readonly day?: string } = {}): ItemRow {
  const day = more.day ?? (days[0] as string)
  return {
    id: String(id),
    title: `Tin số ${id}: khai giảng lớp học vùng cao`,
    url: `https://bao.example/tin-${id}`,
    excerpt: `Lớp học thứ ${id} ở bản vùng cao được mở với sự giúp sức của thầy cô và phụ huynh trong xã.`,
    sourceName: 'Báo Sông Thanh',
    publishedAt: `${day}T02:00:00.000Z`,
    language: 'vi',
    conventions: [],
    sourceId: 'bao-song-thanh',
    day,
    articles: [],
    directions: {},
    storyId: null,
    isCopy: false,
    ...more,
  }
}

/** A day's rounds at a source. */
export function sampleRound(sourceId: string, day: string, ok: number, failed = 0): RoundRow {
  return {
    sourceId,
    day,
    ok,
    failed,
    failure: failed > 0 ? 'timeout' : null,
    lastSuccessAt: ok > 0 ? `${day}T16:00:00.000Z` : null,
  }
}

export const emptyRows: ReportRows = {
  items: [],
  previousItems: [],
  posts: [],
  previousPosts: [],
  sources: [],
  rounds: [],
  auditHead: { sequence: 1482, hash: '9f2c41d07be85a36'.repeat(4) },
}

const sources: ReportRows['sources'] = [
  { sourceId: 'bao-song-thanh', name: 'Báo Sông Thanh', ownership: 'newsroom', lastItemAt: '2026-11-22T03:00:00.000Z' },
  { sourceId: 'cong-tinh', name: 'Cổng thông tin điện tử tỉnh', ownership: 'public_body', lastItemAt: null },
  {
    sourceId: 'dai-xa',
    name: 'Đài truyền thanh xã An Bình',
    ownership: 'public_body',
    lastItemAt: '2026-11-10T01:00:00.000Z',
  },
  { sourceId: 'hoi-nkt', name: 'Hội Người khuyết tật tỉnh', ownership: 'organisation', lastItemAt: null },
  { sourceId: 'the-mang', name: 'Thẻ #quyentreem', ownership: 'private', lastItemAt: null },
]

/** How many items a day each convention has: nothing could be collected on Thursday, and CAT has none at all. */
const perDay: Readonly<Record<ConventionId, readonly number[]>> = {
  ccpr: [1, 0, 2, 0, 1, 0, 0],
  cescr: [40, 35, 52, 0, 61, 12, 1042],
  cedaw: [2, 3, 1, 0, 4, 0, 1],
  cerd: [0, 0, 1, 0, 0, 0, 0],
  crc: [3, 2, 5, 0, 4, 1, 2],
  crpd: [0, 1, 0, 0, 1, 0, 0],
  cat: [0, 0, 0, 0, 0, 0, 0],
}
const articleOf: Readonly<Record<ConventionId, readonly string[]>> = {
  ccpr: ['19', '25'],
  cescr: ['11', '13'],
  cedaw: ['10', '3'],
  cerd: ['5'],
  crc: ['28', '19'],
  crpd: ['9', '24'],
  cat: [],
}
const languagesInTurn = ['vi', 'vi', 'vi', 'en', 'vi', 'lo', 'und']

function sampleItems(): ItemRow[] {
  const items: ItemRow[] = []
  for (const convention of conventionIds)
    for (const [index, count] of perDay[convention].entries())
      for (let n = 0; n < count; n++) {
        const id = items.length + 1
        const article = articleOf[convention][n % articleOf[convention].length] as string
        items.push(
          sampleItem(id, {
            day: days[index] as string,
            conventions: convention === 'crc' && n === 0 ? ['crc', 'cescr'] : [convention],
            articles: [{ convention, article }],
            directions: { [convention]: [...directions, null][id % 5] ?? null },
            language: languagesInTurn[id % 7] as string,
            scores: { [convention]: 0.5 + (id % 5) / 10 },
          }),
        )
      }
  for (let n = 0; n < 60; n++) items.push(sampleItem(items.length + 1, { day: days[n % 3] as string }))
  return items
}

function samplePreviousItems(): ReportRows['previousItems'] {
  const counts: [readonly ConventionId[], number][] = [
    [['crc'], 25],
    [['cescr'], 900],
    [['cedaw'], 11],
    [['cat'], 2],
    [[], 40],
  ]
  return counts.flatMap(([conventions, count]) =>
    Array.from({ length: count }, (_, n) => ({
      sourceId: 'bao-song-thanh',
      day: daysBefore[n % 7] as string,
      language: n % 9 === 0 ? 'en' : 'vi',
      conventions,
      isCopy: false,
    })),
  )
}

function sampleRounds(): RoundRow[] {
  const heard = [...daysBefore, ...days.filter((_, index) => index !== 3)]
  return [
    ...heard.flatMap((day) => ['bao-song-thanh', 'dai-xa', 'the-mang'].map((id) => sampleRound(id, day, 40))),
    sampleRound('bao-song-thanh', days[3] as string, 0, 12),
    ...days.map((day) => ({ ...sampleRound('cong-tinh', day, 0, 8), lastSuccessAt: '2026-11-12T09:20:00.000Z' })),
  ]
}

export const sampleRows: ReportRows = {
  ...emptyRows,
  items: sampleItems(),
  previousItems: samplePreviousItems(),
  posts: [
    { week, convention: null, count: 230, sources: 4 },
    { week, convention: 'crc', count: 57, sources: 4 },
    { week, convention: 'cedaw', count: 6, sources: 3 },
  ],
  previousPosts: [
    { week: previousWeek(week), convention: null, count: 212, sources: 4 },
    { week: previousWeek(week), convention: 'crc', count: 41, sources: 3 },
  ],
  sources,
  rounds: sampleRounds(),
}

/** The sample week as a report. */
export function sampleReport(language: InterfaceLanguage, rows: ReportRows = sampleRows, at: Date = now): ReportModel {
  return buildWeekly(rows, { week, language, office, now: at })
}
