// Report: what goes out. All formats are made from one ReportModel, so that a figure is the same everywhere.
import type { ConventionId } from './convention.ts'
import type { FailureCode } from './failure.ts'
import type { InterfaceLanguage } from './language.ts'
import type { Office } from './office.ts'
import type { Direction } from './tag.ts'

export type { Office }

/**
 * A count with the week before; null is "no data", which is never zero. `withheld` marks counts of private posts that are
 * null because they are too few to be shown (safeguard 5), not because there is no data.
 */
export type Figure = {
  readonly value: number | null
  readonly previous: number | null
  readonly withheld?: { readonly value: boolean; readonly previous: boolean }
}

/** Title, link and at most 300 characters of a published item (safeguard 9). */
export type ReportItem = {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly excerpt: string
  readonly sourceName: string
  readonly publishedAt: string | null
  readonly language: string
  readonly conventions: readonly ConventionId[]
}

export type ConventionSection = {
  readonly convention: ConventionId
  readonly items: Figure
  readonly posts: Figure
  /** One count a day of the period, Monday first; null on a day on which nothing could be collected. */
  readonly daily: readonly (number | null)[]
  readonly articles: readonly { readonly article: string; readonly count: number }[]
  /** What the convention's items do with the right; `unknown` where that could not be told. */
  readonly directions: Readonly<Record<Direction | 'unknown', number>>
  readonly top: readonly ReportItem[]
}

/** A source that failed, and what was therefore not seen. */
export type NotSeen = {
  readonly sourceId: string
  readonly sourceName: string
  /** The last one of the week; null where no reason was recorded. */
  readonly failure: FailureCode | null
  readonly rounds: number
  readonly failedRounds: number
  readonly lastSuccessAt: string | null
}

export type ReportModel = {
  readonly kind: 'weekly'
  readonly language: InterfaceLanguage
  readonly office: Office
  /** ISO week, "2026-W47", with its first and last day. */
  readonly period: {
    readonly week: string
    readonly from: string
    readonly to: string
    readonly days: readonly string[]
  }
  readonly madeAt: string
  /** False where the period has not ended yet. */
  readonly isComplete: boolean
  readonly figures: {
    readonly items: Figure
    readonly tagged: Figure
    readonly posts: Figure
    readonly sourcesHeard: Figure
    readonly conventionsCovered: Figure
    readonly languages: Figure
  }
  readonly conventions: readonly ConventionSection[]
  readonly languages: readonly { readonly language: string; readonly items: number; readonly tagged: number }[]
  readonly sources: readonly {
    readonly sourceId: string
    readonly name: string
    readonly items: number
    readonly tagged: number
  }[]
  /** Conventions without a single item, sources that answered but gave nothing, and sources that were never asked. */
  readonly gaps: {
    readonly conventions: readonly ConventionId[]
    readonly silentSources: readonly {
      readonly sourceId: string
      readonly name: string
      readonly lastItemAt: string | null
    }[]
    readonly unaskedSources: readonly { readonly sourceId: string; readonly name: string }[]
  }
  readonly notSeen: readonly NotSeen[]
  /** Head of the audit chain when the report was made (safeguard 10). */
  readonly auditHead: { readonly sequence: number; readonly hash: string }
}

/** Private posts of a week; `convention` null counts every post once, tagged or not. */
export type PostCount = {
  readonly week: string
  readonly convention: ConventionId | null
  readonly count: number
  /** How many sources they came from; without it the count of a convention is not shown (safeguard 5). */
  readonly sources?: number
}

/** What the store hands to `buildWeekly`: rows, already limited to the period and the one before. */
export type ReportRows = {
  readonly items: readonly (ReportItem & {
    readonly sourceId: string
    readonly day: string
    readonly articles: readonly { readonly convention: ConventionId; readonly article: string }[]
    readonly directions: Readonly<Partial<Record<ConventionId, Direction | null>>>
    /** Items with the same one tell the same event. */
    readonly storyId: string | null
    /** It repeats another item nearly word for word, and is counted at its outlet only. */
    readonly isCopy: boolean
    /** Scores of the item's tags, for the order of the top items; without one, the newest come first. */
    readonly scores?: Readonly<Partial<Record<ConventionId, number>>>
  })[]
  readonly previousItems: readonly {
    readonly sourceId: string
    readonly day: string
    readonly language: string
    readonly conventions: readonly ConventionId[]
    readonly isCopy: boolean
  }[]
  readonly posts: readonly PostCount[]
  readonly previousPosts: readonly PostCount[]
  readonly sources: readonly {
    readonly sourceId: string
    readonly name: string
    readonly ownership: string
    readonly lastItemAt: string | null
  }[]
  /** Rounds per source and day in the period and the week before. */
  readonly rounds: readonly {
    readonly sourceId: string
    readonly day: string
    readonly ok: number
    readonly failed: number
    readonly failure: FailureCode | null
    readonly lastSuccessAt: string | null
  }[]
  readonly auditHead: { readonly sequence: number; readonly hash: string }
}
