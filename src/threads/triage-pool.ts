// Holds texts against what is known, away from the service: the thread keeps evidence and fact-checks between calls.
import type { ClaimData } from '../../classifiers/claims/lexicon.ts'
import type { Evidence, FactCheck, SlotKind, Statement, Triage } from '../model/claim.ts'
import type { ClaimTerms } from '../model/claim-terms.ts'
import type { RegionData } from '../rules/regions.ts'
import { createPool } from './pool.ts'

/** What a thread compiles its reading from: plain data. */
export type TriageData = {
  readonly claims: ClaimData
  readonly terms: ClaimTerms
  readonly regions: RegionData
  readonly aliases: Readonly<Record<string, readonly string[]>>
}

/** A text as triaged; `kinds` are those of the things that the flagged sentence names. */
export type Triaged = Triage & { readonly kinds: readonly SlotKind[] }

export type Known = { readonly evidence: readonly Evidence[]; readonly factChecks: readonly FactCheck[] }

/** A claim that is open, in one of the spellings in which it was met. */
export type OpenClaim = { readonly claimId: number; readonly text: string; readonly language: string }
export type Likeness = { readonly text: string; readonly language: string; readonly published: string }

export type TriageTask =
  | { readonly kind: 'learn'; readonly version: string; readonly known: Known }
  | { readonly kind: 'triage'; readonly version: string; readonly statements: readonly Statement[] }
  | { readonly kind: 'find_alike'; readonly likeness: Likeness; readonly open: readonly OpenClaim[] }

/** Null for a thread that does not know this version, or where nothing is alike. */
export type TriageAnswer = readonly Triaged[] | { readonly claimId: number } | null

export type Triager = {
  /**
   * Judges each statement. Where the thread knows another version of what is known, it is told first what `readKnown`
   * gives. Rejects with `Quarantine` where it dies over a text.
   */
  readonly triage: (
    statements: readonly Statement[],
    version: string,
    readKnown: () => Promise<Known>,
  ) => Promise<readonly Triaged[]>
  /** The open claim that says the same, surely enough; null for none. */
  readonly findAlike: (likeness: Likeness, open: readonly OpenClaim[]) => Promise<number | null>
  readonly close: () => Promise<void>
}

const timeoutMs = 120_000
const memoryMb = 1024

export function createTriager(data: TriageData): Triager {
  const script = new URL('triage-worker.ts', import.meta.url)
  const pool = createPool<TriageTask, TriageAnswer>({ script, size: 1, workerData: data, timeoutMs, memoryMb })
  return {
    async triage(statements, version, readKnown) {
      const task = { kind: 'triage', version, statements } as const
      const judged = await pool.run(task)
      if (judged) return judged as readonly Triaged[]
      await pool.run({ kind: 'learn', version, known: await readKnown() })
      return ((await pool.run(task)) ?? []) as readonly Triaged[]
    },
    async findAlike(likeness, open) {
      if (open.length === 0) return null
      const found = (await pool.run({ kind: 'find_alike', likeness, open })) as { claimId: number } | null
      return found?.claimId ?? null
    },
    close: pool.close,
  }
}
