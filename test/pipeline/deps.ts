// A pipeline on a real store in memory, with a scripted source and a judge that takes captures at their word.

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readClaimData, readClaimTerms, readCommonWords } from '../../classifiers/load.ts'
import type { ConnectorContext } from '../../crawlers/connector.ts'
import { Quarantine } from '../../src/errors.ts'
import type { ArticleCapture, CrawlEvent } from '../../src/model/capture.ts'
import { sourceKinds } from '../../src/model/source-kinds.ts'
import type { Deps } from '../../src/pipeline/deps.ts'
import { readRegisters } from '../../src/registers.ts'
import { createQueue } from '../../src/store/queue.ts'
import { createStore } from '../../src/store/store.ts'
import { createStories } from '../../src/threads/story-pool.ts'
import { createTriager } from '../../src/threads/triage-pool.ts'
import { parseHere } from '../crawlers/parse-here.ts'
import { makeDraft, now, openSample, redacted } from '../store/samples.ts'

async function readTriageData() {
  const { registers, aliases } = await readRegisters('config')
  return { claims: await readClaimData('config'), terms: await readClaimTerms('config'), regions: registers, aliases }
}

type Script = (context: ConnectorContext) => AsyncGenerator<CrawlEvent>

export async function openPipeline(script: Script) {
  const { db, search } = await openSample()
  const store = createStore(db, search, join(mkdtempSync(join(tmpdir(), 'langnghe-')), 'posts.json'))
  const connector = (_source: unknown, context: ConnectorContext) => script(context)
  const deps: Deps = {
    store,
    queue: createQueue(db),
    connectors: Object.fromEntries(sourceKinds.map((kind) => [kind, connector])) as unknown as Deps['connectors'],
    bindDoor: () => () => Promise.reject(new Error('no network in this test')),
    parse: parseHere,
    judge: {
      async article({ url, feed, pageFailure }) {
        if (feed?.title === 'hang') throw new Quarantine('took longer than 20 s')
        if (feed?.html == null) return { kind: 'dropped', reason: pageFailure ? 'page_failed' : 'no_text' }
        const text = redacted(feed.html)
        return {
          kind: 'item',
          draft: makeDraft({ url, title: redacted(feed.title ?? ''), text, contentHash: `${feed.title} ${feed.html}` }),
        }
      },
      post: async ({ day, html }) => ({
        draft: { day, language: 'vi', judgement: makeDraft({ conventions: ['crc'] }).judgement },
        text: redacted(html),
      }),
      stored: async () => ({ judgement: makeDraft({ conventions: ['crc'] }).judgement, places: [] }),
      whyNot: async () => [],
      close: async () => undefined,
    },
    stories: createStories(await readCommonWords()),
    triager: createTriager(await readTriageData()),
    now: () => now,
  }
  return { db, search, deps }
}

export const article = (path: string, html: string | null, title = 'Tin'): ArticleCapture => ({
  kind: 'article',
  url: `https://a.example/${path}`,
  feed: { title, html, isFullText: false, published: null, language: null },
  page: null,
  pageFailure: html === null ? 'server_error' : null,
  entryFingerprint: 'f1',
})

export const checkpoint = (url: string, etag = '"feed-1"') =>
  ({ kind: 'checkpoint', url, validators: { etag, lastModified: null }, ttlMs: null }) as const
