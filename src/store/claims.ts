// Claims in the database: who carries them, how widely, and how pressing they are. Only counts outlive the mentions.
import type { Redacted } from '../model/brands.ts'
import type { Triage } from '../model/claim.ts'
import { addDays, vietnamDay } from '../rules/day.ts'
import type { ClaimCategory } from '../rules/priority.ts'
import { mostPrivateDays } from '../rules/retention.ts'
import type { Database, Trx } from './tables.ts'

/** What was found in a text: enough to find its claim, or to open one. */
export type Flag = {
  readonly category: NonNullable<Triage['category']>
  readonly language: string
  /** The fact-check or evidence that it is held against; null for a pattern of harm. */
  readonly matchId: string | null
  readonly matchStrength: number
  readonly checkability: number
  /** An open claim that says the same; asked only where nothing is matched. */
  readonly alike: number | null
}

/** Claims that a new mention joins: those that are done go on being met. Speech and merged ones do not. */
const gathering = ['new', 'taken', 'proposed', 'confirmed', 'published', 'snoozed']

/** The claim of a flag: the one held against the same, or the one alike, or a new one. */
async function findOrOpen(trx: Trx, flag: Flag, day: string): Promise<number> {
  const { alike, ...found } = flag
  const open = trx
    .selectFrom('claim')
    .select(['id', 'first_seen', 'match_strength'])
    .where('state', 'in', gathering)
    .orderBy('id')
  const sameMatch =
    found.matchId === null ? undefined : await open.where('match_id', '=', found.matchId).executeTakeFirst()
  const known = sameMatch ?? (alike === null ? undefined : await open.where('id', '=', alike).executeTakeFirst())
  if (!known) return openClaim(trx, { ...found, day, wording: null })
  const changes = {
    first_seen: day < known.first_seen ? day : known.first_seen,
    match_strength: Math.max(known.match_strength, found.matchStrength),
  }
  await trx.updateTable('claim').set(changes).where('id', '=', known.id).execute()
  return known.id
}

export type NewClaim = Omit<Flag, 'alike' | 'category'> & {
  readonly category: ClaimCategory
  readonly day: string
  readonly wording: string | null
}

export async function openClaim(trx: Database, claim: NewClaim): Promise<number> {
  const { id } = await trx
    .insertInto('claim')
    .values({
      ...{ first_seen: claim.day, category: claim.category, language: claim.language, state: 'new' },
      ...{ match_id: claim.matchId, wording: claim.wording, holder: null, held_until: null },
      ...{ checkability: claim.checkability, match_strength: claim.matchStrength, merged_into: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** `kind` is the ownership of the source that it was met in. */
export async function addSpread(trx: Database, claimId: number, day: string, kind: string, count = 1): Promise<void> {
  await trx
    .insertInto('claim_spread')
    .values({ claim_id: claimId, day, kind, count })
    .onConflict((conflict) =>
      conflict
        .columns(['claim_id', 'day', 'kind'])
        .doUpdateSet((set) => ({ count: set('claim_spread.count', '+', count) })),
    )
    .execute()
}

export type TriagedItem = {
  readonly itemId: number
  readonly day: string
  /** Ownership of its source. */
  readonly kind: string
  readonly flag: (Flag & { readonly sentence: Redacted; readonly reason: string }) | null
}

/** One transaction: the item is triaged, and where it was flagged its claim knows of it. */
export async function saveTriagedItem(db: Database, item: TriagedItem, now: Date): Promise<number | null> {
  return db.transaction().execute(async (trx) => {
    const { itemId, day, kind, flag } = item
    const marked = await trx
      .updateTable('item')
      .set({ triaged_at: now.toISOString() })
      .where('id', '=', itemId)
      .where('triaged_at', 'is', null)
      .executeTakeFirst()
    if (Number(marked.numUpdatedRows) === 0) return null
    // An edited item is judged again; what it said before is no longer carried.
    const before = await trx.deleteFrom('mention').where('item_id', '=', itemId).returning('claim_id').execute()
    if (!flag) return null
    const claimId = await findOrOpen(trx, flag, day)
    const { sentence, reason } = flag
    await trx.insertInto('mention').values({ claim_id: claimId, item_id: itemId, sentence, reason, day }).execute()
    if (before.every((mention) => mention.claim_id !== claimId)) await addSpread(trx, claimId, day, kind)
    return claimId
  })
}

/** A flagged private post: its redacted text and its day, nothing else of it. Give the transaction that counts it. */
export async function savePrivateMention(trx: Trx, flag: Flag, text: Redacted, day: string): Promise<void> {
  const claimId = await findOrOpen(trx, flag, day)
  const expires = addDays(day, mostPrivateDays)
  await trx.insertInto('private_mention').values({ claim_id: claimId, text, day, expires }).execute()
  await addSpread(trx, claimId, day, 'private')
}

export type UntriagedItem = {
  readonly id: number
  readonly title: Redacted
  readonly text: Redacted
  readonly language: string
  readonly day: string
  readonly published: string
  readonly url: string
  readonly sourceName: string
  readonly ownership: string
  readonly roles: readonly string[]
}

/** Items that wait, the earliest first. */
export async function listUntriaged(db: Database, limit: number): Promise<UntriagedItem[]> {
  const rows = await db
    .selectFrom('item')
    .innerJoin('source', 'source.id', 'item.source_id')
    .select(['item.id', 'item.title', 'item.text', 'item.language', 'item.day', 'item.published_at', 'item.url'])
    .select(['item.first_seen_at', 'source.name', 'source.ownership', 'source.definition'])
    .where('item.triaged_at', 'is', null)
    .orderBy('item.id')
    .limit(limit)
    .execute()
  return rows.map(({ published_at, first_seen_at, name, definition, ...row }) => ({
    ...row,
    published: published_at ?? first_seen_at,
    sourceName: name,
    roles: (JSON.parse(definition) as { roles?: string[] }).roles ?? [],
  }))
}

/** Open claims in the words in which they were met, for finding one that says the same; the newest first. */
export async function listOpenTexts(db: Database, now: Date, limit = 2000) {
  const from = addDays(vietnamDay(now), -mostPrivateDays)
  const ofItems = db
    .selectFrom('mention')
    .innerJoin('claim', 'claim.id', 'mention.claim_id')
    .select(['claim.id as claimId', 'mention.sentence as text', 'claim.language'])
    .where('claim.state', 'in', gathering)
    .where('mention.day', '>=', from)
    .orderBy('mention.day', 'desc')
    .limit(limit)
  const ofPosts = db
    .selectFrom('private_mention')
    .innerJoin('claim', 'claim.id', 'private_mention.claim_id')
    .select(['claim.id as claimId', 'private_mention.text', 'claim.language'])
    .where('claim.state', 'in', gathering)
    .orderBy('private_mention.day', 'desc')
    .limit(limit)
  return [...(await ofItems.execute()), ...(await ofPosts.execute())]
}
