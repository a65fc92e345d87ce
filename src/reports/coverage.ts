// What could be heard in a week at all: without it, a zero would stand where there is no data.
import type { NotSeen, PostCount, ReportModel, ReportRows } from '../model/report.ts'

/** What successful rounds, also later ones, made it possible to know. */
export type Coverage = {
  /** Sources with a successful round in the week, or with an item of it that came in later. */
  readonly heard: ReadonlySet<string>
  /** Days on which a round succeeded at a source that publishes items, or of which an item came in later. */
  readonly itemDays: ReadonlySet<string>
  /** Whether posts of private sources could be counted. */
  readonly hasPosts: boolean
  /** Whether any round succeeded in the week itself. */
  readonly hasRounds: boolean
}

/** `items` and `posts` are those of the week whose `days` are given. */
export function readCoverage(
  rows: ReportRows,
  days: ReadonlySet<string>,
  items: readonly { readonly sourceId: string; readonly day: string }[],
  posts: readonly PostCount[],
): Coverage {
  const privateIds = new Set(rows.sources.filter(isPrivate).map((source) => source.sourceId))
  const publishing = listPublishing(rows)
  const good = rows.rounds.filter((round) => round.ok > 0 && days.has(round.day))
  const goodItemDays = good.filter((round) => publishing.has(round.sourceId)).map((round) => round.day)
  return {
    heard: new Set([...good, ...items].map(({ sourceId }) => sourceId)),
    itemDays: new Set([...goodItemDays, ...items.map((item) => item.day)]),
    hasPosts: posts.length > 0 || good.some((round) => privateIds.has(round.sourceId)),
    hasRounds: good.length > 0,
  }
}

const isPrivate = (source: ReportRows['sources'][number]): boolean => source.ownership === 'private'

/** Sources that publish items, with their names; also those that were removed since and left items. */
export function listPublishing(rows: ReportRows): ReadonlyMap<string, string> {
  return new Map([
    ...rows.previousItems.map((item) => [item.sourceId, item.sourceId] as const),
    ...rows.items.map((item) => [item.sourceId, item.sourceName] as const),
    ...rows.sources.filter((source) => !isPrivate(source)).map((source) => [source.sourceId, source.name] as const),
  ])
}

/**
 * Silent sources answered in the week and had no item; unasked ones had no round at all. A source that only failed is
 * neither: `listNotSeen` names it. Private sources have no items to be silent about.
 */
export function findSourceGaps(
  rows: ReportRows,
  days: readonly string[],
  sourcesWithItems: ReadonlySet<string>,
): Pick<ReportModel['gaps'], 'silentSources' | 'unaskedSources'> {
  const rounds = rows.rounds.filter((round) => days.includes(round.day) && round.ok + round.failed > 0)
  const asked = new Set(rounds.map((round) => round.sourceId))
  const heard = new Set(rounds.filter((round) => round.ok > 0).map((round) => round.sourceId))
  const byName = [...rows.sources].sort((a, b) => a.name.localeCompare(b.name, 'vi'))
  return {
    silentSources: byName
      .filter((source) => heard.has(source.sourceId) && !sourcesWithItems.has(source.sourceId) && !isPrivate(source))
      .map(({ sourceId, name, lastItemAt }) => ({ sourceId, name, lastItemAt })),
    unaskedSources: byName
      .filter(({ sourceId }) => !asked.has(sourceId) && !sourcesWithItems.has(sourceId))
      .map(({ sourceId, name }) => ({ sourceId, name })),
  }
}

/** Sources with failed rounds in the week, those that were heard least first. */
export function listNotSeen(rows: ReportRows, days: readonly string[]): NotSeen[] {
  const names = new Map(rows.sources.map((source) => [source.sourceId, source.name]))
  const bySource = Map.groupBy(
    rows.rounds.filter((round) => days.includes(round.day)),
    (round) => round.sourceId,
  )
  const failing = [...bySource].filter(([, rounds]) => rounds.some((round) => round.failed > 0))
  const share = (source: NotSeen) => source.failedRounds / source.rounds
  return failing
    .map(([sourceId, rounds]) => sumRounds(sourceId, names.get(sourceId) ?? sourceId, rounds))
    .sort((a, b) => share(b) - share(a) || a.sourceName.localeCompare(b.sourceName, 'vi'))
}

function sumRounds(sourceId: string, sourceName: string, rounds: ReportRows['rounds']): NotSeen {
  const inOrder = [...rounds].sort((a, b) => a.day.localeCompare(b.day))
  const failedRounds = rounds.reduce((sum, round) => sum + round.failed, 0)
  const successes = rounds.flatMap((round) => round.lastSuccessAt ?? []).sort()
  return {
    sourceId,
    sourceName,
    failure: inOrder.findLast((round) => round.failed > 0 && round.failure !== null)?.failure ?? null,
    rounds: failedRounds + rounds.reduce((sum, round) => sum + round.ok, 0),
    failedRounds,
    lastSuccessAt: successes.at(-1) ?? null,
  }
}
