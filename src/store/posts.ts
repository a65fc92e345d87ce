// Private posts: counted, and kept only where they carry a claim. A keyed hash prevents double counting and leads nowhere.
import { createHmac } from 'node:crypto'
import type { Redacted } from '../model/brands.ts'
import type { PostDraft } from '../model/item.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Source } from '../model/source.ts'
import { type Flag, savePrivateMention } from './claims.ts'
import type { PostKey } from './post-keys.ts'
import type { Database } from './tables.ts'

export type PostSave = {
  readonly source: Pick<Source, 'id' | 'region'>
  readonly week: string
  readonly draft: PostDraft
  /** The platform's id; only its keyed hash is written. */
  readonly secretKey: string
  /** The post's redacted text where it carries a claim; null for every other post, of which numbers are all that is kept. */
  readonly flagged: { readonly flag: Flag; readonly text: Redacted } | null
}

/** Adds one to the week's numbers. `keys` are those in force, the newest first. */
export async function countPost(db: Database, keys: readonly PostKey[], save: PostSave): Promise<Outcome> {
  const hashes = keys.map((key) => ({
    key_id: key.id,
    hash: createHmac('sha256', key.secret).update(save.secretKey).digest('base64url'),
  }))
  return db.transaction().execute(async (trx) => {
    const seen = await trx
      .selectFrom('seen_post')
      .select('key_id')
      .where(
        'hash',
        'in',
        hashes.map((row) => row.hash),
      )
      .executeTakeFirst()
    if (seen) return { result: 'duplicate', reason: 'already_counted' }
    const newest = hashes[0]
    if (!newest) throw new Error('no key for counting posts')
    await trx.insertInto('seen_post').values(newest).execute()
    for (const convention of ['all', ...save.draft.judgement.tags.map((tag) => tag.convention)]) {
      await trx
        .insertInto('post_count')
        .values({ source_id: save.source.id, week: save.week, region: save.source.region, convention, count: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['source_id', 'week', 'region', 'convention'])
            .doUpdateSet((set) => ({ count: set('post_count.count', '+', 1) })),
        )
        .execute()
    }
    if (save.flagged) await savePrivateMention(trx, save.flagged.flag, save.flagged.text, save.draft.day)
    return { result: 'stored', reason: 'counted' }
  })
}

/** Private posts of a week, all sources together. */
export async function countPosts(db: Database, week: string): Promise<number> {
  const row = await db
    .selectFrom('post_count')
    .select((select) => select.fn.sum<number>('count').as('count'))
    .where('week', '=', week)
    .where('convention', '=', 'all')
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Forgets the hashes made with keys that no longer exist. */
export async function forgetPosts(db: Database, keys: readonly PostKey[]): Promise<number> {
  const kept = keys.map((key) => key.id)
  const result = await db.deleteFrom('seen_post').where('key_id', 'not in', kept).executeTakeFirst()
  return Number(result.numDeletedRows)
}
