// Silence: whether a source that answers has been quiet for longer than its own rhythm explains.

/** One Viet Nam day of a source. */
export type SourceDay = {
  readonly day: string
  /** Rounds that went well, and that failed. */
  readonly succeeded: number
  readonly failed: number
  /** New items, or private posts counted. */
  readonly items: number
}

/**
 * `quietDays` are days on which the source was read and gave nothing new; `limitDays` is how many of them are too many
 * for this source. `unknown`: not enough history to say.
 */
export type Silence =
  | { readonly kind: 'unknown'; readonly watchedDays: number }
  | { readonly kind: 'usual' | 'unusual'; readonly quietDays: number; readonly limitDays: number }

/** Fewer days than this, or fewer days with items, are no rhythm. */
const leastWatchedDays = 14
const leastPublishingDays = 5
/** A source that never gave anything is not waited for until it has a rhythm. */
const patienceDays = 7
/** A quiet so long comes by chance once in a hundred times. */
const chance = 0.01

/**
 * Pure; `days` in any order. Days on which every round failed, or none was run, are left out: nobody knows what the
 * source did. Today is left out too until it has brought something.
 *
 * Were items to come on a share p of days by chance, k quiet days in a row would come with probability (1 - p)^k. The
 * limit is where that falls below one in a hundred, and never below the longest quiet that the source itself has had.
 */
export function judgeSilence(days: readonly SourceDay[], today: string): Silence {
  const watched = days
    .filter(({ day, succeeded, items }) => succeeded > 0 && (day < today || items > 0))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  const published = watched.flatMap(({ items }, index) => (items > 0 ? [index] : []))
  const last = published.at(-1)
  if (last === undefined)
    return watched.length >= patienceDays
      ? { kind: 'unusual', quietDays: watched.length, limitDays: patienceDays }
      : { kind: 'unknown', watchedDays: watched.length }
  const history = last + 1
  if (history < leastWatchedDays || published.length < leastPublishingDays)
    return { kind: 'unknown', watchedDays: watched.length }
  // Half a day on either side: a source that has never missed a day may miss one some time.
  const share = (published.length + 0.5) / (history + 1)
  const byChance = Math.ceil(Math.log(chance) / Math.log(1 - share))
  const longest = Math.max(...published.map((at, index) => at - (published[index - 1] ?? at - 1) - 1))
  const limitDays = Math.max(byChance, longest + 1)
  const quietDays = watched.length - history
  return { kind: quietDays >= limitDays ? 'unusual' : 'usual', quietDays, limitDays }
}
