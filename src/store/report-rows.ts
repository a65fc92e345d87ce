// What a weekly report is made from: rows of the period and of the week before, nothing more.
import { type ConventionId, conventionIds } from '../model/convention.ts'
import type { FailureCode } from '../model/failure.ts'
import type { ReportRows } from '../model/report.ts'
import { excerpt } from '../text/excerpt.ts'
import { readAuditHead } from './audit.ts'
import { readTags } from './item-judgement.ts'
import type { Database } from './tables.ts'

export type Period = { readonly week: string; readonly from: string; readonly to: string }

/** `period` and `previous` are whole weeks, first and last day included. */
export async function readReportRows(db: Database, period: Period, previous: Period): Promise<ReportRows> {
  return {
    items: await readItems(db, period),
    previousItems: await readPreviousItems(db, previous),
    posts: await readPosts(db, period.week),
    previousPosts: await readPosts(db, previous.week),
    sources: await readSources(db, period.to),
    rounds: await readRounds(db, previous.from, period.to),
    auditHead: await readAuditHead(db),
  }
}

const inPeriod = (db: Database, { from, to }: Period) =>
  db.selectFrom('item').where('item.day', '>=', from).where('item.day', '<=', to)

async function readItems(db: Database, period: Period): Promise<ReportRows['items']> {
  const rows = await inPeriod(db, period)
    .innerJoin('source', 'source.id', 'item.source_id')
    .select(['item.id', 'item.title', 'item.text', 'item.url', 'item.source_id', 'source.name', 'item.published_at'])
    .select(['item.language', 'item.day', 'item.story_id', 'item.copy_of'])
    .orderBy('item.day', 'desc')
    .orderBy('item.id', 'desc')
    .execute()
  const tags = await readTags(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => {
    const own = tags.get(row.id) ?? []
    return {
      id: String(row.id),
      title: row.title,
      url: row.url,
      excerpt: excerpt(row.text),
      sourceId: row.source_id,
      sourceName: row.name,
      publishedAt: row.published_at,
      language: row.language,
      day: row.day,
      conventions: own.map((tag) => tag.convention),
      scores: Object.fromEntries(own.map((tag) => [tag.convention, tag.score])),
      directions: Object.fromEntries(own.map((tag) => [tag.convention, tag.direction])),
      storyId: row.story_id === null ? null : String(row.story_id),
      isCopy: row.copy_of !== null,
      articles: own.flatMap((tag) => tag.articles.map((article) => ({ convention: tag.convention, article }))),
    }
  })
}

async function readPreviousItems(db: Database, period: Period): Promise<ReportRows['previousItems']> {
  const rows = await inPeriod(db, period)
    .select(['item.id', 'item.source_id', 'item.day', 'item.language', 'item.copy_of'])
    .execute()
  const tags = await readTags(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    sourceId: row.source_id,
    day: row.day,
    language: row.language,
    conventions: (tags.get(row.id) ?? []).map((tag) => tag.convention),
    isCopy: row.copy_of !== null,
  }))
}

const isConvention = (value: string): value is ConventionId => (conventionIds as readonly string[]).includes(value)

async function readPosts(db: Database, week: string): Promise<ReportRows['posts']> {
  const rows = await db
    .selectFrom('post_count')
    .select((select) => [
      'convention',
      select.fn.sum<number>('count').as('count'),
      select.fn.count<number>('source_id').distinct().as('sources'),
    ])
    .where('week', '=', week)
    .groupBy('convention')
    .execute()
  return rows.map(({ convention, count, sources }) => ({
    week,
    convention: isConvention(convention) ? convention : null,
    count: Number(count),
    sources: Number(sources),
  }))
}

async function readSources(db: Database, until: string): Promise<ReportRows['sources']> {
  return db
    .selectFrom('source')
    .leftJoin('item', (join) => join.onRef('item.source_id', '=', 'source.id').on('item.day', '<=', until))
    .select((select) => [
      'source.id as sourceId',
      'source.name',
      'source.ownership',
      select.fn.max('item.day').as('lastItemAt'),
    ])
    .where('source.removed_at', 'is', null)
    .groupBy(['source.id', 'source.name', 'source.ownership'])
    .execute()
}

async function readRounds(db: Database, from: string, to: string): Promise<ReportRows['rounds']> {
  const rows = await db
    .selectFrom('crawl')
    .innerJoin('source', 'source.id', 'crawl.source_id')
    .select((select) => [
      'crawl.source_id as sourceId',
      'crawl.day',
      select.fn.countAll<number>().as('rounds'),
      select.fn.count<number>('crawl.failure').as('failed'),
      select.fn.max('crawl.failure').as('failure'),
      'source.last_success_at as lastSuccessAt',
    ])
    .where('crawl.day', '>=', from)
    .where('crawl.day', '<=', to)
    .groupBy(['crawl.source_id', 'crawl.day', 'source.last_success_at'])
    .execute()
  return rows.map(({ rounds, failure, ...row }) => ({
    ...row,
    ok: rounds - row.failed,
    failure: failure as FailureCode | null,
  }))
}
