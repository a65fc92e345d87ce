// Source health as people read it: state, what is wrong, what to do, and what the last round brought.
import type { SourceStatus } from '../model/api.ts'
import type { InterfaceLanguage } from '../model/language.ts'
import { dayMs } from '../rules/day.ts'
import { sourceState } from '../rules/health.ts'
import { explainFailure } from '../text/failure-words.ts'
import { countNewItems, listLastRounds } from './crawls.ts'
import { listSourceRows } from './sources.ts'
import type { Database } from './tables.ts'

const silent = {
  vi: 'Trang vẫn trả lời nhưng 7 ngày qua không có bài mới. Mở trang để xem kênh tin còn được cập nhật không.',
  en: 'The site answers, but nothing new came in 7 days. Open it to see whether the feed is still kept up.',
}

/** Every source of the configuration, by name. */
export async function readSourceStatuses(
  db: Database,
  language: InterfaceLanguage,
  now: Date,
): Promise<SourceStatus[]> {
  const [rows, rounds, counts] = await Promise.all([
    listSourceRows(db),
    listLastRounds(db),
    countNewItems(db, new Date(now.getTime() - 7 * dayMs)),
  ])
  return rows.map(({ source, ...row }) => {
    const itemsLast7Days = counts.get(source.id) ?? 0
    const state = sourceState({ ...row, itemsLast7Days, givesItems: source.ownership !== 'private' })
    const failure = row.failure ? explainFailure(row.failure, language) : null
    return {
      sourceId: source.id,
      name: source.name,
      ownership: source.ownership,
      kind: source.kind,
      url: source.url[0] ?? '',
      state,
      itemsLast7Days,
      lastAttemptAt: row.lastAttemptAt,
      lastSuccessAt: row.lastSuccessAt,
      nextCheckAt: row.pausedReason === null ? row.nextCheckAt : null,
      failures: row.failures,
      failure: row.failure,
      pausedReason: row.pausedReason,
      message: failure ?? (state === 'silent' ? silent[language] : null),
      lastOutcomes: rounds.get(source.id)?.outcomes ?? [],
    }
  })
}
