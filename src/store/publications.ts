// Published verdicts: what went out, with its sources, and what has been withdrawn since.
import type { Publication } from '../model/publication.ts'
import { vietnamDay } from '../rules/day.ts'
import { deriveStanding } from '../rules/standing.ts'
import { readHistory, type StoredStep } from './claim-steps.ts'
import { readCited } from './knowledge.ts'
import type { Database } from './tables.ts'

/** Everything that was ever published, the newest first. A withdrawn verdict stays, marked as such. */
export async function readPublications(db: Database, now: Date): Promise<Publication[]> {
  const published = await db
    .selectFrom('review_event')
    .innerJoin('claim', 'claim.id', 'review_event.claim_id')
    .select(['claim.id', 'claim.language'])
    .where('action', '=', 'publish')
    .distinct()
    .execute()
  const found: Publication[] = []
  for (const { id, language } of published) {
    const publication = await readPublication(db, { id, language }, now)
    if (publication) found.push(publication)
  }
  return found.sort((a, b) => b.changedAt.localeCompare(a.changedAt) || b.id - a.id)
}

const withdrawals = { retract: 'withdrawn', reopen: 'under_review' } as const
const isWithdrawal = ({ action }: StoredStep): boolean => action in withdrawals

async function readPublication(
  db: Database,
  { id, language }: { readonly id: number; readonly language: string },
  now: Date,
): Promise<Publication | null> {
  const { steps } = await readHistory(db, id, now)
  const at = steps.findLastIndex(({ action }) => action === 'publish')
  const publish = steps[at]
  const { verdict, wording, explanation, cited } = deriveStanding(steps.slice(0, at + 1), now)
  if (!publish || verdict === null || wording === null) return null
  const withdrawn = steps.slice(at + 1).find(isWithdrawal)
  const sources = await readCited(db, cited)
  return {
    ...{ id, language, verdict, wording, explanation: explanation ?? '' },
    publishedOn: vietnamDay(publish.at),
    changedAt: (withdrawn ?? publish).at,
    status: withdrawn ? withdrawals[withdrawn.action as keyof typeof withdrawals] : 'standing',
    withdrawnOn: withdrawn ? vietnamDay(withdrawn.at) : null,
    withdrawnBecause: withdrawn?.input.explanation ?? null,
    sources: sources.map(({ publisher, published, url, text, kind }) => ({
      ...{ publisher, published, url, kind },
      // Safeguard 9: at most 300 characters of what others have published.
      quote: text.length > 300 ? `${text.slice(0, 299)}…` : text,
    })),
  }
}
