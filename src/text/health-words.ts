// How a source is doing, in plain words, and what a person can do about it.
import type { PauseReason } from '../model/crawl.ts'
import type { FailureCode } from '../model/failure.ts'
import type { InterfaceLanguage } from '../model/language.ts'
import type { Silence } from '../rules/silence.ts'
import { explainFailure } from './failure-words.ts'

type Words = {
  readonly silent: (quietDays: number, limitDays: number) => string
  readonly resume: (id: string) => string
  readonly paused: Readonly<Record<Exclude<PauseReason, 'awaits_confirmation'>, string>>
}

const words: Readonly<Record<InterfaceLanguage, Words>> = {
  vi: {
    silent: (quietDays, limitDays) =>
      `Trang vẫn trả lời nhưng ${quietDays} ngày liền không có bài mới; nguồn này ít khi im quá ${limitDays} ngày. Mở trang để xem kênh tin còn được cập nhật không.`,
    resume: (id) => `Sửa xong thì chạy: langnghe sources resume ${id}`,
    paused: {
      gone: 'Đã tự tạm dừng.',
      kept_failing: 'Đã tự tạm dừng vì hỏng ít nhất 20 lần liền trong hơn 7 ngày.',
      by_hand: 'Đã được tạm dừng bằng tay.',
    },
  },
  en: {
    silent: (quietDays, limitDays) =>
      `The site answers, but gave nothing new on ${quietDays} days in a row; this source is seldom quiet for ${limitDays}. Open it to see whether the feed is still kept up.`,
    resume: (id) => `Once it is mended: langnghe sources resume ${id}`,
    paused: {
      gone: 'Paused by itself.',
      kept_failing: 'Paused by itself: it failed at least 20 times in a row, over more than 7 days.',
      by_hand: 'Paused by hand.',
    },
  },
}

export type HealthToExplain = {
  readonly sourceId: string
  readonly failure: FailureCode | null
  readonly pausedReason: PauseReason | null
  readonly silence: Silence
}

/** What is wrong with a source and what to do, in a few sentences; null where nothing is. Pure. */
export function explainHealth(health: HealthToExplain, language: InterfaceLanguage): string | null {
  const { sourceId, failure, pausedReason, silence } = health
  const { silent, paused, resume } = words[language]
  // Nothing to mend and nothing to resume: only the words of two people help.
  if (pausedReason === 'awaits_confirmation') return explainFailure(pausedReason, language)
  const trouble = failure === null ? [] : [explainFailure(failure, language)]
  if (pausedReason !== null) return [paused[pausedReason], ...trouble, resume(sourceId)].join(' ')
  if (failure !== null) return trouble.join(' ')
  return silence.kind === 'unusual' ? silent(silence.quietDays, silence.limitDays) : null
}
