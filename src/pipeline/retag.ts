// Retag: items of a period judged again with today's words and models, in batches, beside the running service.
import { conventionIds } from '../model/convention.ts'
import type { Period } from '../model/crawl.ts'
import type { RetagRun, TagCounts } from '../model/retag.ts'
import type { Judgement } from '../model/tag.ts'
import type { TaggedItem } from '../store/retags.ts'
import type { Deps } from './deps.ts'

export type RetagOptions = {
  readonly period: Period
  /** Of the words and models that judge now; a run that was broken off goes on only with the same ones. */
  readonly version: string
  readonly actor: string
  /** Judges and compares, and writes nothing. */
  readonly isDryRun: boolean
  readonly signal: AbortSignal
  readonly progress: (done: number, all: number) => void
}

/** Judged side by side; a transaction that writes as many is short. */
const batchSize = 100

/**
 * Judges again, writes what changed, and gives the figures before and after. Broken off by the signal, it is taken up
 * where it stopped. Private posts are not in it: they are only counted.
 */
export async function retag(deps: Pick<Deps, 'store' | 'judge' | 'now'>, options: RetagOptions): Promise<RetagRun> {
  const { period, isDryRun, signal, progress } = options
  const all = await deps.store.countItemsOf(period)
  let run = await openRun(deps, options)
  progress(run.items, all)
  while (!signal.aborted) {
    const items = await deps.store.readTagged(period, run.lastItemId, batchSize)
    if (items.length === 0) return endRun(deps, run, options)
    const judged = await Promise.all(items.map((item) => judgeAgain(deps, item)))
    const different = judged.filter((item, i) => everything(item) !== everything(items[i] as TaggedItem))
    const changed = judged.filter((item, i) => labels(item) !== labels(items[i] as TaggedItem))
    run = {
      ...run,
      lastItemId: items.at(-1)?.itemId ?? run.lastItemId,
      items: run.items + items.length,
      changed: run.changed + changed.length,
      before: addCounts(run.before, items),
      after: addCounts(run.after, judged),
    }
    if (!isDryRun) await deps.store.saveRetagged(different, run)
    progress(run.items, all)
  }
  return run
}

async function openRun({ store, now }: Pick<Deps, 'store' | 'now'>, options: RetagOptions): Promise<RetagRun> {
  const { period, version, actor, isDryRun } = options
  const startedAt = now().toISOString()
  const fresh = { ...period, version, startedAt, endedAt: null, lastItemId: 0, items: 0, changed: 0 }
  const none = { ...fresh, before: addCounts(noCounts, []), after: addCounts(noCounts, []) }
  if (isDryRun) return { id: 'dry-run', ...none }
  await store.appendAudit({ actor, action: 'retag_started', subject: subjectOf(period), details: { version } }, now())
  return store.openRetagRun(none)
}

async function endRun(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  run: RetagRun,
  { period, actor, isDryRun }: RetagOptions,
): Promise<RetagRun> {
  const ended = { ...run, endedAt: now().toISOString() }
  if (isDryRun) return ended
  await store.saveRetagged([], ended)
  const details = { version: run.version, items: run.items, changed: run.changed }
  await store.appendAudit({ actor, action: 'retagged', subject: subjectOf(period), details }, now())
  return ended
}

const subjectOf = ({ from, to }: Period): string => `${from}..${to}`

/** As it was, where it cannot be judged. */
async function judgeAgain({ judge }: Pick<Deps, 'judge'>, item: TaggedItem): Promise<TaggedItem> {
  const { title, text, language, day, region } = item
  const judged = await judge.stored({ title, text, language, day, outletRegion: region }).catch(() => null)
  return judged ? { ...item, ...judged } : item
}

const byConvention = ({ tags }: Judgement) => tags.toSorted((a, b) => a.convention.localeCompare(b.convention))
const byInstrument = ({ instruments }: Judgement) =>
  instruments.toSorted((a, b) => a.instrument.localeCompare(b.instrument))

/** What people see of a judgement: two items with the same labels were not changed. */
function labels({ judgement, places }: TaggedItem): string {
  const tags = byConvention(judgement).map(({ convention, articles, direction }) => [convention, articles, direction])
  return JSON.stringify([tags, byInstrument(judgement).map(({ instrument }) => instrument), regionsOf(places)])
}

/** The labels with scores, reasons and version. */
function everything(item: TaggedItem): string {
  const { classified, version } = item.judgement
  const scores = byConvention(item.judgement).map(({ score, reasons }) => [score, reasons.map(({ start }) => start)])
  return JSON.stringify([labels(item), scores, classified, version])
}

const regionsOf = (places: TaggedItem['places']) => places.map(({ region, formerRegion }) => [region, formerRegion])

const noCounts = Object.fromEntries([...conventionIds, 'none'].map((id) => [id, 0])) as TagCounts

function addCounts(counts: TagCounts, items: readonly TaggedItem[]): TagCounts {
  const sums = { ...counts }
  for (const { judgement } of items) {
    if (judgement.tags.length === 0) sums.none++
    for (const { convention } of judgement.tags) sums[convention]++
  }
  return sums
}
