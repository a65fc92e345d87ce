// Report: what goes out. All formats are made from one ReportModel, so that a figure is the same everywhere.
import type { ConventionId } from './convention.ts'
import type { FailureCode } from './failure.ts'
import type { InterfaceLanguage } from './language.ts'

/** The office that issues a report, from config/office.yaml. */
export type Office = {
  readonly parent: string
  readonly name: string
  /** For the number of a document: "BC-STP". */
  readonly symbol: string
  readonly place: string
  readonly signatoryTitle: string
  readonly recipients: readonly string[]
}

/** A count with the week before; null is "no data", which is never zero. */
export type Figure = { readonly value: number | null; readonly previous: number | null }

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
  readonly top: readonly ReportItem[]
}

/** A source that failed, and what was therefore not seen. */
export type NotSeen = {
  readonly sourceId: string
  readonly sourceName: string
  readonly failure: FailureCode
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
  /** Conventions without a single item, and sources that fell silent. */
  readonly gaps: {
    readonly conventions: readonly ConventionId[]
    readonly silentSources: readonly {
      readonly sourceId: string
      readonly name: string
      readonly lastItemAt: string | null
    }[]
  }
  readonly notSeen: readonly NotSeen[]
  /** Head of the audit chain when the report was made (safeguard 10). */
  readonly auditHead: { readonly sequence: number; readonly hash: string }
}

/** What the store hands to `buildWeekly`: rows, already limited to the period and the one before. */
export type ReportRows = {
  readonly items: readonly (ReportItem & {
    readonly sourceId: string
    readonly day: string
    readonly articles: readonly { readonly convention: ConventionId; readonly article: string }[]
  })[]
  readonly previousItems: readonly {
    readonly sourceId: string
    readonly day: string
    readonly language: string
    readonly conventions: readonly ConventionId[]
  }[]
  readonly posts: readonly { readonly week: string; readonly convention: ConventionId | null; readonly count: number }[]
  readonly previousPosts: readonly {
    readonly week: string
    readonly convention: ConventionId | null
    readonly count: number
  }[]
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
