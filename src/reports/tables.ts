// The tables of a report: every format lays out these same cells, so that a figure is equal everywhere.

import { conventions } from '../model/convention.ts'
import type { Figure, ReportModel } from '../model/report.ts'
import { directions as directionNames } from '../model/tag.ts'
import { vietnamDay } from '../rules/day.ts'
import { failureName, fullName, languageName, shortName, writeShortDay } from './notation.ts'
import { type Cell, missing, type Table, tableOf } from './table.ts'
import { type Label, labels } from './wording.ts'

export const tableIds = [
  'overview',
  'conventions',
  'directions',
  'daily',
  'articles',
  'top',
  'gaps',
  'notSeen',
  'languages',
  'sources',
  'about',
] as const
export type TableId = (typeof tableIds)[number]

/** All tables of a report in its language. */
export function reportTables(model: ReportModel): Readonly<Record<TableId, Table>> {
  return {
    overview: overviewTable(model),
    conventions: conventionsTable(model),
    directions: directionsTable(model),
    daily: dailyTable(model),
    articles: articlesTable(model),
    top: topTable(model),
    gaps: gapsTable(model),
    notSeen: notSeenTable(model),
    languages: languagesTable(model),
    sources: sourcesTable(model),
    about: aboutTable(model),
  }
}

/** This week, the week before and the change between them. */
function figureCells(model: ReportModel, { value, previous, withheld }: Figure): [Cell, Cell, Cell] {
  const valueCell = value ?? missing(withheld?.value ? 'withheld' : 'noData', model.language)
  const previousCell = previous ?? missing(withheld?.previous ? 'withheld' : 'noPrevious', model.language)
  if (typeof valueCell !== 'number') return [valueCell, previousCell, valueCell]
  if (!model.isComplete) return [valueCell, previousCell, missing('notOver', model.language)]
  if (typeof previousCell !== 'number') return [valueCell, previousCell, previousCell]
  return [valueCell, previousCell, valueCell - previousCell]
}

const figureColumns = [
  ['thisWeek', 'number', 12],
  ['weekBefore', 'number', 12],
  ['change', 'change', 12],
] as const

function overviewTable(model: ReportModel): Table {
  const { items, tagged, posts, sourcesHeard, conventionsCovered, languages } = model.figures
  const rows: [Label, Figure][] = [
    ['items', items],
    ['tagged', tagged],
    ['conventionsCovered', conventionsCovered],
    ['languagesHeard', languages],
    ['sourcesHeard', sourcesHeard],
    ['posts', posts],
  ]
  return tableOf(
    model.language,
    'overview',
    [['indicator', 'text', 44], ...figureColumns],
    rows.map(([label, figure]) => [labels[model.language][label], ...figureCells(model, figure)]),
  )
}

function conventionsTable(model: ReportModel): Table {
  const rows = model.conventions.map(({ convention, items, posts }) => [
    shortName(convention, model.language),
    ...figureCells(model, items),
    ...figureCells(model, posts).slice(0, 2),
  ])
  const columns = [
    ['convention', 'text', 34],
    ['items', 'number', 12],
    ['weekBefore', 'number', 12],
    ['change', 'change', 12],
    ['postsShort', 'number', 14],
    ['postsBefore', 'number', 14],
  ] as const
  return tableOf(model.language, 'conventions', columns, rows)
}

/** Shares of a convention's items in per cent, so that a large volume is not read as many violations. */
function directionsTable(model: ReportModel): Table {
  const rows = model.conventions
    .filter(({ items }) => items.value !== null && items.value > 0)
    .map(({ convention, items, directions }) => {
      const share = (count: number) => Math.round((100 * count) / (items.value ?? 1))
      const shares = [...directionNames, 'unknown' as const].map((name) => share(directions[name]))
      return [shortName(convention, model.language), items.value ?? 0, ...shares]
    })
  const columns = [
    ['convention', 'text', 34],
    ['items', 'number', 12],
    ['concern', 'number', 14],
    ['progress', 'number', 14],
    ['policy', 'number', 14],
    ['education', 'number', 14],
    ['unknownDirection', 'number', 14],
  ] as const
  return tableOf(model.language, 'directions', columns, rows)
}

/** A row a day, a column a convention. */
function dailyTable(model: ReportModel): Table {
  const words = labels[model.language]
  return {
    title: words.daily,
    columns: [
      { title: words.day, kind: 'day', width: 14 },
      ...model.conventions.map(({ convention }) => ({
        title: conventions[convention].abbreviation,
        kind: 'number' as const,
        width: 11,
      })),
    ],
    rows: model.period.days.map((day, index) => [
      day,
      ...model.conventions.map(({ daily }) => daily[index] ?? missing('noData', model.language)),
    ]),
  }
}

/** One convention's days as a table of one row, to stand behind its chart. */
export function dailyRow(model: ReportModel, section: ReportModel['conventions'][number]): Table {
  const { title, rows } = dailyTable(model)
  const column = model.conventions.indexOf(section) + 1
  return {
    title,
    columns: model.period.days.map((day) => ({ title: writeShortDay(day), kind: 'number', width: 10 })),
    rows: [rows.map((row) => row[column] as Cell)],
  }
}

function articlesTable(model: ReportModel): Table {
  const rows = model.conventions.flatMap(({ convention, articles }) =>
    articles.map(({ article, count }) => [shortName(convention, model.language), article, count]),
  )
  const columns = [
    ['convention', 'text', 36],
    ['article', 'text', 12],
    ['count', 'number', 14],
  ] as const
  return tableOf(model.language, 'articles', columns, rows)
}

/** The day on which something was published, in Viet Nam; a bare day stays as it is. */
export function publishedDay(instant: string): string {
  return instant.length === 10 ? instant : vietnamDay(instant)
}

function topTable(model: ReportModel): Table {
  const rows = model.conventions.flatMap(({ convention, top }) =>
    top.map((item) => [
      shortName(convention, model.language),
      item.title,
      item.sourceName,
      item.publishedAt === null ? missing('unknown', model.language) : publishedDay(item.publishedAt),
      languageName(item.language, model.language),
      item.url,
      item.excerpt,
    ]),
  )
  const columns = [
    ['convention', 'text', 30],
    ['title', 'text', 60],
    ['outlet', 'text', 26],
    ['published', 'day', 14],
    ['language', 'text', 16],
    ['link', 'link', 50],
    ['excerpt', 'text', 80],
  ] as const
  return tableOf(model.language, 'top', columns, rows)
}

function gapsTable(model: ReportModel): Table {
  const words = labels[model.language]
  const { conventions: withoutItems, silentSources, unaskedSources } = model.gaps
  const rows: Cell[][] = [
    ...withoutItems.map((id) => [words.gapConvention, fullName(id, model.language), '']),
    ...silentSources.map(({ name, lastItemAt }) => [
      words.gapSilent,
      name,
      lastItemAt === null ? missing('never', model.language) : publishedDay(lastItemAt),
    ]),
    ...unaskedSources.map(({ name }) => [words.gapUnasked, name, '']),
  ]
  const columns = [
    ['gapKind', 'text', 30],
    ['name', 'text', 44],
    ['lastItem', 'day', 16],
  ] as const
  return tableOf(model.language, 'gaps', columns, rows)
}

function notSeenTable(model: ReportModel): Table {
  const rows = model.notSeen.map(({ sourceName, failure, failedRounds, rounds, lastSuccessAt }) => [
    sourceName,
    failureName(failure, model.language),
    failedRounds,
    rounds,
    lastSuccessAt ?? missing('never', model.language),
  ])
  const columns = [
    ['source', 'text', 30],
    ['reason', 'text', 28],
    ['failedRounds', 'number', 10],
    ['rounds', 'number', 10],
    ['lastSuccess', 'time', 20],
  ] as const
  return tableOf(model.language, 'notSeenShort', columns, rows)
}

function languagesTable(model: ReportModel): Table {
  const rows = model.languages.map(({ language, items, tagged }) => [
    languageName(language, model.language),
    items,
    tagged,
  ])
  const columns = [
    ['language', 'text', 40],
    ['items', 'number', 16],
    ['taggedShort', 'number', 20],
  ] as const
  return tableOf(model.language, 'languages', columns, rows)
}

function sourcesTable(model: ReportModel): Table {
  const columns = [
    ['source', 'text', 40],
    ['items', 'number', 16],
    ['taggedShort', 'number', 20],
  ] as const
  const rows = model.sources.map(({ name, items, tagged }) => [name, items, tagged])
  return tableOf(model.language, 'sources', columns, rows)
}

/** When and from what the report was made, with the head of the audit chain (safeguard 10). */
function aboutTable(model: ReportModel): Table {
  const words = labels[model.language]
  const { period, auditHead, madeAt, isComplete, office } = model
  const columns = [
    ['issuer', 'text', 40],
    ['week', 'text', 12],
    ['from', 'day', 14],
    ['to', 'day', 14],
    ['madeAt', 'time', 24],
    ['complete', 'text', 20],
    ['auditSequence', 'number', 34],
    ['auditHash', 'text', 68],
  ] as const
  const isOver = isComplete ? words.yes : words.no
  return tableOf(model.language, 'about', columns, [
    [office.name, period.week, period.from, period.to, madeAt, isOver, auditHead.sequence, auditHead.hash],
  ])
}
