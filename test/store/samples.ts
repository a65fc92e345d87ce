// Rows for store tests; the only place in the tests that says "this text is redacted" without redacting.
import type { Redacted } from '../../src/model/brands.ts'
import type { ConventionId } from '../../src/model/convention.ts'
import type { ItemDraft } from '../../src/model/item.ts'
import { type Source, sourceSchema } from '../../src/model/source.ts'
import { openDatabase } from '../../src/store/database.ts'
import { applySources } from '../../src/store/sources.ts'

export const now = new Date('2026-11-18T03:00:00.000Z')

export const redacted = (text: string): Redacted => text as Redacted

export function makeSource(id: string, changes: Record<string, unknown> = {}): Source {
  const base = {
    id,
    name: `Báo ${id}`,
    kind: 'feed',
    url: `https://${id}.example/rss.xml`,
    ownership: 'newsroom',
    language: 'vi',
  }
  return sourceSchema.parse({ ...base, ...changes })
}

export function makeDraft(changes: Partial<ItemDraft> & { conventions?: readonly ConventionId[] } = {}): ItemDraft {
  const { conventions = [], ...rest } = changes
  return {
    url: 'https://a.example/1',
    title: redacted('Trường bản mở lớp học bán trú'),
    text: redacted('Học sinh vùng cao được ở lại trường cả tuần.'),
    publishedAt: '2026-11-17T02:00:00.000Z',
    language: 'vi',
    languageConfidence: 0.99,
    textOrigin: 'page',
    extraction: 'test 1',
    contentHash: 'hash-1',
    judgement: {
      classified: true,
      version: 'test 1',
      instruments: [],
      tags: conventions.map((convention) => ({
        convention,
        articles: ['28', '2'],
        score: 0.8,
        direction: 'progress' as const,
        reasons: [{ start: 0, end: 6, words: 'Trường', rule: 'test', article: '28', weight: 1 }],
      })),
    },
    places: [],
    ...rest,
  }
}

/** A database in memory with two newsrooms and a private timeline. */
export async function openSample(file = ':memory:') {
  const { db, search } = await openDatabase(file)
  const timeline = { kind: 'mastodon', ownership: 'private', url: 'https://mxh.example/api/v1/timelines/tag/nhanquyen' }
  await applySources(db, [makeSource('bao-a'), makeSource('bao-b'), makeSource('mxh', timeline)], now)
  return { db, search }
}

export const visit = (url: string, sourceId = 'bao-a') => ({
  sourceId,
  url,
  validators: { etag: '"1"', lastModified: null },
  entryFingerprint: 'f1',
  hasFailed: false,
})
