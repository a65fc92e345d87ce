// Takes in a publisher's statement, lets it replace what it says otherwise of, and opens again the verdicts that rested on that.
import type { EvidenceDraft } from '../model/knowledge.ts'
import { reopenResting } from './claim-desk.ts'
import { saveEvidence, supersede } from './knowledge.ts'
import type { Database } from './tables.ts'

export type Learnt = { readonly id: string; readonly replaced: readonly string[]; readonly reopened: readonly number[] }

/**
 * One transaction. `replaced`: earlier statements of the same publisher on the same subject that this one differs from;
 * what stood at the same address before is replaced too. Null where the statement is known already.
 */
export async function learnEvidence(
  db: Database,
  draft: EvidenceDraft,
  replaced: readonly string[],
  now: Date,
): Promise<Learnt | null> {
  return db.transaction().execute(async (trx) => {
    const id = await saveEvidence(trx, draft, now)
    if (id === null) return null
    const atAddress =
      draft.url === null
        ? []
        : await trx
            .selectFrom('evidence')
            .select('id')
            .where('url', '=', draft.url)
            .where('id', '!=', id)
            .where('superseded_by', 'is', null)
            .execute()
    const gone = [...new Set([...replaced, ...atAddress.map((row) => row.id)])].filter((one) => one !== id)
    await supersede(trx, gone, id)
    return { id, replaced: gone, reopened: await reopenResting(trx, gone, id, now) }
  })
}
