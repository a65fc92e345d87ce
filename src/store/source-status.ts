// Source health as people read it: state, yield, what is wrong, what to do, and what the last round brought.
import type { SourceStatus } from '../model/api.ts'
import type { InterfaceLanguage } from '../model/language.ts'
import { addDays, dayMs, vietnamDay } from '../rules/day.ts'
import { sourceState } from '../rules/health.ts'
import { judgeSilence } from '../rules/silence.ts'
import { countByWeek, typicalWeek, weeksWatched } from '../rules/source-yield.ts'
import { explainHealth } from '../text/health-words.ts'
import { countNewItems, listLastRounds } from './crawls.ts'
import { listSourceDays } from './source-days.ts'
import { listSourceRows } from './sources.ts'
import type { Database } from './tables.ts'

/** Every source of the configuration, by name. */
export async function readSourceStatuses(
  db: Database,
  language: InterfaceLanguage,
  now: Date,
): Promise<SourceStatus[]> {
  const today = vietnamDay(now)
  const [rows, rounds, counts, days] = await Promise.all([
    listSourceRows(db),
    listLastRounds(db),
    countNewItems(db, new Date(now.getTime() - 7 * dayMs)),
    listSourceDays(db, addDays(today, 1 - 7 * weeksWatched)),
  ])
  return rows.map(({ source, ...row }) => {
    const own = days.get(source.id) ?? []
    const silence = judgeSilence(own, today)
    const itemsByWeek = countByWeek(own, today)
    return {
      sourceId: source.id,
      name: source.name,
      ownership: source.ownership,
      kind: source.kind,
      url: source.url[0] ?? '',
      state: sourceState({ ...row, silence }),
      itemsLast7Days: counts.get(source.id) ?? 0,
      itemsByWeek,
      typicalWeek: typicalWeek(itemsByWeek),
      lastAttemptAt: row.lastAttemptAt,
      lastSuccessAt: row.lastSuccessAt,
      nextCheckAt: row.pausedReason === null ? row.nextCheckAt : null,
      failures: row.failures,
      failure: row.failure,
      pausedReason: row.pausedReason,
      message: explainHealth({ ...row, sourceId: source.id, silence }, language),
      lastOutcomes: rounds.get(source.id)?.outcomes ?? [],
    }
  })
}
