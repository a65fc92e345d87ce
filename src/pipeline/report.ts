// The weekly report: rows in, model out, and that it was made is audited.
import type { InterfaceLanguage } from '../model/language.ts'
import type { Office, ReportModel } from '../model/report.ts'
import { buildWeekly } from '../reports/build.ts'
import { previousWeek, weekDays } from '../rules/week.ts'
import type { Period } from '../store/report-rows.ts'
import type { Deps } from './deps.ts'

export type WeeklyOptions = {
  /** ISO week, "2026-W47". */
  readonly week: string
  readonly language: InterfaceLanguage
  readonly office: Office
  readonly actor: string
}

const periodOf = (week: string): Period => {
  const days = weekDays(week)
  return { week, from: days[0] as string, to: days[6] as string }
}

export async function makeWeekly(deps: Pick<Deps, 'store' | 'now'>, options: WeeklyOptions): Promise<ReportModel> {
  const { week, language, office, actor } = options
  const now = deps.now()
  const rows = await deps.store.readReportRows(periodOf(week), periodOf(previousWeek(week)))
  const model = buildWeekly(rows, { week, language, office, now })
  await deps.store.appendAudit({ actor, action: 'report_made', subject: `weekly ${week}`, details: { language } }, now)
  return model
}
