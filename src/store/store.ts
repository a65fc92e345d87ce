// The store as one value: everything that the pipeline may ask of the database, bound to it.
import type { AuditEntry } from '../model/audit.ts'
import type { Checkpoint, FetchRecord, HubOffer } from '../model/capture.ts'
import type { CrawlResult, Period as DayPeriod } from '../model/crawl.ts'
import type { EvidenceDraft } from '../model/knowledge.ts'
import type { RetagRun } from '../model/retag.ts'
import type { Source } from '../model/source.ts'
import { dayMs } from '../rules/day.ts'
import type { NextCheck } from '../rules/due.ts'
import type { RetentionLimits } from '../rules/retention.ts'
import { appendAudit } from './audit.ts'
import { listOpenTexts, listUntriaged, saveTriagedItem, type TriagedItem } from './claims.ts'
import { isConfirmed } from './confirmations.ts'
import { type CaptureRow, countNewItems, saveCrawl, saveFetch } from './crawls.ts'
import { type ItemSave, saveItem } from './item-save.ts'
import { readEvidence, readFactChecks, readKnowledgeVersion } from './knowledge.ts'
import { learnEvidence } from './learn.ts'
import { readPostKeys } from './post-keys.ts'
import { countPost, forgetPosts, type PostSave } from './posts.ts'
import { purge } from './purge.ts'
import { type Period, readReportRows } from './report-rows.ts'
import { type ResourceVisit, readResource, recordCheckpoint, recordVisit } from './resources.ts'
import { countItemsOf, openRetagRun, readTagged, saveRetagged, type TaggedItem } from './retags.ts'
import type { SearchIndex } from './search.ts'
import { listDueSources, listPausedSources, readFailing, readSource, recordRound } from './sources.ts'
import { listUntold, readTold, saveStories, type Told } from './stories.ts'
import { offerSubscription, takeLapsing } from './subscriptions.ts'
import type { Database } from './tables.ts'

export type Store = ReturnType<typeof createStore>

/** `postKeyFile` is the file of the keys for counting posts; it belongs outside database and backups. */
export function createStore(db: Database, search: SearchIndex, postKeyFile: string) {
  return {
    listDueSources: (now: Date) => listDueSources(db, now),
    listPausedSources: () => listPausedSources(db),
    readSource: (id: string) => readSource(db, id),
    isConfirmed: (source: Source) => isConfirmed(db, source),
    readResource: (sourceId: string, url: string) => readResource(db, sourceId, url),
    recordVisit: (visit: ResourceVisit, now: Date) => recordVisit(db, visit, now),
    recordCheckpoint: (sourceId: string, checkpoint: Checkpoint, now: Date) =>
      recordCheckpoint(db, sourceId, checkpoint, now),
    offerSubscription: (sourceId: string, offer: HubOffer) => offerSubscription(db, sourceId, offer),
    takeLapsingSubscriptions: (sourceId: string, now: Date) => takeLapsing(db, sourceId, now),
    saveItem: (save: ItemSave, now: Date) => saveItem(db, search, save, now),
    listUntold: () => listUntold(db),
    readTold: (from: string) => readTold(db, from),
    saveStories: (told: readonly Told[]) => saveStories(db, told),
    listUntriaged: (limit: number) => listUntriaged(db, limit),
    saveTriagedItem: (item: TriagedItem, now: Date) => saveTriagedItem(db, item, now),
    listOpenTexts: (now: Date) => listOpenTexts(db, now),
    readKnowledgeVersion: (day: string) => readKnowledgeVersion(db, day),
    readEvidence: (day: string, publisher?: string) => readEvidence(db, day, publisher),
    readKnown: async (day: string) => ({ evidence: await readEvidence(db, day), factChecks: await readFactChecks(db) }),
    learnEvidence: (draft: EvidenceDraft, replaced: readonly string[], now: Date) =>
      learnEvidence(db, draft, replaced, now),
    countItemsOf: (period: DayPeriod) => countItemsOf(db, period),
    readTagged: (period: DayPeriod, afterId: number, limit: number) => readTagged(db, period, afterId, limit),
    openRetagRun: (fresh: Omit<RetagRun, 'id'>) => openRetagRun(db, fresh),
    saveRetagged: (changed: readonly TaggedItem[], run: RetagRun) => saveRetagged(db, changed, run),
    countPost: async (save: PostSave, now: Date) => countPost(db, (await readPostKeys(postKeyFile, now)).keys, save),
    saveFetch: (sourceId: string, record: FetchRecord) => saveFetch(db, sourceId, record),
    saveCrawl: (result: CrawlResult, captures: readonly CaptureRow[]) => saveCrawl(db, result, captures),
    readFailing: (sourceId: string) => readFailing(db, sourceId),
    recordRound: (result: CrawlResult, next: NextCheck) => recordRound(db, result, next),
    countItemsLast7Days: async (sourceId: string, now: Date) =>
      (await countNewItems(db, new Date(now.getTime() - 7 * dayMs), sourceId)).get(sourceId) ?? 0,
    readReportRows: (period: Period, previous: Period) => readReportRows(db, period, previous),
    appendAudit: (entry: AuditEntry, now: Date) => appendAudit(db, entry, now),
    purge: (limits: RetentionLimits) => purge(db, search, limits),
    /** Replaces the post key when it is due and forgets what old keys counted. */
    async refreshPostKeys(now: Date) {
      const { keys, replaced } = await readPostKeys(postKeyFile, now)
      return { replaced, forgotten: await forgetPosts(db, keys) }
    },
  }
}
