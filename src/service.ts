// The running service: what each job does, the workers and the schedule.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nameOf } from './errors.ts'
import { log } from './log.ts'
import type { Runtime } from './main.ts'
import type { InterfaceLanguage } from './model/language.ts'
import type { ReportModel } from './model/report.ts'
import { triageItems } from './pipeline/claims.ts'
import { crawlSource } from './pipeline/crawl.ts'
import { linkStories } from './pipeline/link.ts'
import { purgeOld } from './pipeline/purge.ts'
import { makeWeekly } from './pipeline/report.ts'
import { type Handlers, work } from './pipeline/work.ts'
import { type FormatName, formats } from './reports/formats.ts'
import { startScheduler } from './scheduler.ts'

/** Sources read side by side; the door keeps each host's gap. */
export const concurrency = 8

/** What a weekly report is written as when nobody asks for anything else. */
export const defaultFormats: readonly FormatName[] = ['docx', 'html', 'xlsx']

/** One handler for each kind of job. */
export function jobHandlers(runtime: Runtime): Handlers {
  const { deps, config, environment } = runtime
  return {
    async crawl({ payload }, signal) {
      const source = await deps.store.readSource(payload.sourceId)
      if (source) await crawlSource(deps, source, { signal, period: payload.period ?? null })
    },
    link: async () => void (await linkStories(deps)),
    triage: async () => void (await triageItems(deps)),
    purge: () => purgeOld(deps, config.service.retention),
    async report({ payload }) {
      const language = environment.LANGNGHE_LANG
      await writeWeekly(runtime, {
        week: payload.week,
        language,
        actor: 'service',
        names: defaultFormats,
        folder: environment.LANGNGHE_OUT,
      })
    },
  }
}

export type WeeklyFiles = {
  readonly week: string
  readonly language: InterfaceLanguage
  readonly actor: string
  readonly names: readonly FormatName[]
  readonly folder: string
}

/** Makes the weekly report and writes it in every format asked for; returns the files. */
export async function writeWeekly(
  runtime: Runtime,
  asked: WeeklyFiles,
): Promise<{ model: ReportModel; files: string[] }> {
  const { week, language, actor, names, folder } = asked
  const model = await makeWeekly(runtime.deps, { week, language, actor, office: runtime.config.office })
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (const name of names) {
    const { extension, render } = formats[name]
    const file = join(folder, `${language === 'vi' ? 'bao-cao-tuan' : 'weekly-report'}-${week}.${extension}`)
    await writeFile(file, await render(model))
    files.push(file)
  }
  return { model, files }
}

/** Starts workers and, where sources may be asked, the schedule. Resolves when the signal has ended them all. */
export async function runService(runtime: Runtime, signal: AbortSignal): Promise<void> {
  const { queue, now } = runtime.deps
  await queue.recover()
  void runtime.transformer.start()
  const stopSchedule = runtime.mayCrawl
    ? startScheduler(runtime.deps, runtime.config.service.schedule, logTickError)
    : async () => undefined
  try {
    await work({
      queue,
      handlers: jobHandlers(runtime),
      concurrency,
      now,
      signal,
      untilEmpty: false,
      onError: logJobError,
    })
  } finally {
    await stopSchedule()
  }
}

export function logJobError(job: { kind: string; id: string }, error: unknown): void {
  log.error('a job failed', { kind: job.kind, job: job.id, error: nameOf(error) })
}

function logTickError(error: unknown): void {
  log.error('a scheduled tick failed', { error: nameOf(error) })
}
