// The weekly report as figures: rows in, one ReportModel out, from which every format is made. "No data" is null, never 0.
import { type ConventionId, conventionIds } from '../model/convention.ts'
import type { InterfaceLanguage } from '../model/language.ts'
import type { ConventionSection, Figure, Office, PostCount, ReportModel, ReportRows } from '../model/report.ts'
import { vietnamDay } from '../rules/day.ts'
import { previousWeek, weekDays } from '../rules/week.ts'
import { type Coverage, findSourceGaps, listNotSeen, listPublishing, readCoverage } from './coverage.ts'
import { pickTop } from './top.ts'

/** Safeguard 5: what people raise is shown from this many posts and sources on. */
const leastPosts = 10
const leastPostSources = 3

type ItemRow = ReportRows['items'][number]

/** One week's rows, cut to its days, with what could be heard at all. */
type Week<Row> = {
  readonly coverage: Coverage
  /** Each article once: what is counted. */
  readonly items: readonly Row[]
  /** With the copies: what each outlet gave. */
  readonly published: readonly Row[]
  readonly posts: readonly PostCount[]
}

/**
 * Builds the report on one ISO week ("2026-W47"). Figures of a week in which no round succeeded are null, and so are the
 * days on which none did; `now` decides whether the week is over. Throws RangeError for a week that does not exist.
 */
export function buildWeekly(
  rows: ReportRows,
  options: { readonly week: string; readonly language: InterfaceLanguage; readonly office: Office; readonly now: Date },
): ReportModel {
  const { week, language, office, now } = options
  const days = weekDays(week)
  const [from, to] = [days[0] as string, days[6] as string]
  const current = cutWeek(rows, week, rows.items, rows.posts)
  const before = cutWeek(rows, previousWeek(week), rows.previousItems, rows.previousPosts)
  // A week that was only caught the tail of, by later rounds, is no measure for this one.
  const previous = before.coverage.hasRounds ? before : nothingHeard
  const conventions = conventionIds.map((id) => buildSection(id, days, current, previous))

  return {
    kind: 'weekly',
    language,
    office,
    period: { week, from, to, days },
    madeAt: now.toISOString(),
    isComplete: vietnamDay(now) > to,
    figures: buildFigures(current, previous),
    conventions,
    languages: countBy(current.items, (item) => item.language).map(([code, counts]) => ({ language: code, ...counts })),
    sources: listSources(rows, current),
    gaps: {
      conventions: conventions.filter(({ items }) => items.value === 0).map(({ convention }) => convention),
      ...findSourceGaps(rows, days, new Set(current.published.map((item) => item.sourceId))),
    },
    notSeen: listNotSeen(rows, days),
    auditHead: rows.auditHead,
  }
}

const nothingHeard: Week<Tagged> = {
  coverage: { heard: new Set(), itemDays: new Set(), hasPosts: false, hasRounds: false },
  items: [],
  published: [],
  posts: [],
}

function cutWeek<Row extends Pick<ItemRow, 'sourceId' | 'day' | 'isCopy'>>(
  rows: ReportRows,
  week: string,
  all: readonly Row[],
  posts: readonly PostCount[],
): Week<Row> {
  const days = new Set(weekDays(week))
  const own = all.filter((item) => days.has(item.day))
  const counted = posts.filter((row) => row.week === week)
  const items = own.filter((item) => !item.isCopy)
  return { coverage: readCoverage(rows, days, own, counted), items, published: own, posts: counted }
}

type Tagged = Pick<ItemRow, 'sourceId' | 'day' | 'language' | 'conventions' | 'isCopy'>

function buildFigures(current: Week<Tagged>, previous: Week<Tagged>): ReportModel['figures'] {
  const figure = (count: (week: Week<Tagged>) => number | null): Figure => ({
    value: count(current),
    previous: count(previous),
  })
  const ofItems = (count: (items: readonly Tagged[]) => number) =>
    figure(({ coverage, items }) => (coverage.itemDays.size > 0 ? count(items) : null))
  return {
    items: ofItems((items) => items.length),
    tagged: ofItems((items) => items.filter(isTagged).length),
    posts: figure(({ coverage, posts }) => (coverage.hasPosts ? sumPosts(posts, null).count : null)),
    sourcesHeard: figure(({ coverage }) => coverage.heard.size || null),
    conventionsCovered: ofItems((items) => new Set(items.flatMap((item) => item.conventions)).size),
    languages: ofItems((items) => new Set(items.map((item) => item.language).filter((code) => code !== 'und')).size),
  }
}

const isTagged = (item: Tagged): boolean => item.conventions.length > 0

function buildSection(
  convention: ConventionId,
  days: readonly string[],
  current: Week<ItemRow>,
  previous: Week<Tagged>,
): ConventionSection {
  const own = current.items.filter((item) => item.conventions.includes(convention))
  const before = previous.items.filter((item) => item.conventions.includes(convention))
  return {
    convention,
    items: {
      value: current.coverage.itemDays.size > 0 ? own.length : null,
      previous: previous.coverage.itemDays.size > 0 ? before.length : null,
    },
    posts: postFigure(convention, current, previous),
    daily: days.map((day) =>
      current.coverage.itemDays.has(day) ? own.filter((item) => item.day === day).length : null,
    ),
    articles: countArticles(own, convention),
    directions: countDirections(own, convention),
    top: pickTop(own, convention),
  }
}

function countArticles(items: readonly ItemRow[], convention: ConventionId): ConventionSection['articles'] {
  const counts = new Map<string, number>()
  for (const item of items) {
    const own = item.articles.filter((row) => row.convention === convention)
    for (const article of new Set(own.map((row) => row.article))) counts.set(article, (counts.get(article) ?? 0) + 1)
  }
  return [...counts]
    .map(([article, count]) => ({ article, count }))
    .sort((a, b) => b.count - a.count || a.article.localeCompare(b.article, 'en', { numeric: true }))
}

function countDirections(items: readonly ItemRow[], convention: ConventionId): ConventionSection['directions'] {
  const counts = { concern: 0, progress: 0, policy: 0, education: 0, unknown: 0 }
  for (const { directions } of items) counts[directions[convention] ?? 'unknown']++
  return counts
}

/** A convention's count of private posts; too few, or from too few sources, are withheld. */
function postFigure(convention: ConventionId, current: Week<Tagged>, previous: Week<Tagged>): Figure {
  const shown = ({ coverage, posts }: Week<Tagged>) => {
    if (!coverage.hasPosts) return { count: null, isWithheld: false }
    const { count, sources } = sumPosts(posts, convention)
    const isWithheld = count > 0 && (count < leastPosts || sources < leastPostSources)
    return { count: isWithheld ? null : count, isWithheld }
  }
  const [value, before] = [shown(current), shown(previous)]
  const figure = { value: value.count, previous: before.count }
  if (!value.isWithheld && !before.isWithheld) return figure
  return { ...figure, withheld: { value: value.isWithheld, previous: before.isWithheld } }
}

function sumPosts(posts: readonly PostCount[], convention: ConventionId | null): { count: number; sources: number } {
  const own = posts.filter((row) => row.convention === convention)
  return {
    count: own.reduce((sum, row) => sum + row.count, 0),
    sources: Math.max(0, ...own.map((row) => row.sources ?? 0)),
  }
}

/** Publishing sources with what they gave, the richest first; one that was not heard has no count, and none is invented. */
function listSources(rows: ReportRows, current: Week<ItemRow>): ReportModel['sources'] {
  const counts = new Map(countBy(current.published, (item) => item.sourceId))
  return [...listPublishing(rows)]
    .filter(([sourceId]) => counts.has(sourceId) || current.coverage.heard.has(sourceId))
    .map(([sourceId, name]) => ({ sourceId, name, ...(counts.get(sourceId) ?? { items: 0, tagged: 0 }) }))
    .sort((a, b) => b.items - a.items || a.name.localeCompare(b.name, 'vi'))
}

/** Items and tagged items by key, the most frequent key first. */
function countBy(
  items: readonly ItemRow[],
  key: (item: ItemRow) => string,
): [string, { items: number; tagged: number }][] {
  const counts = new Map<string, { items: number; tagged: number }>()
  for (const item of items) {
    const { items: all, tagged } = counts.get(key(item)) ?? { items: 0, tagged: 0 }
    counts.set(key(item), { items: all + 1, tagged: tagged + (isTagged(item) ? 1 : 0) })
  }
  return [...counts].sort(([a, x], [b, y]) => y.items - x.items || a.localeCompare(b))
}
