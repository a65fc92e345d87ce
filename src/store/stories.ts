// Stories in the database: which items still wait for theirs, and what was found for them.
import type { Telling } from '../../classifiers/stories/cluster.ts'
import type { Database } from './tables.ts'

/** An item as it is told, with the story that it was given before. */
export type StoredTelling = Telling & { readonly itemId: number; readonly story: string | null }

/** Longer texts are cut: a story is told in its first paragraphs. */
const mostChars = 4000
/** Items read into memory at once. */
const mostAtOnce = 2000
/** A new article is held against so many: where more come within two weeks, a story ends sooner. */
const mostTold = 5000

/** Items without a story, the earliest first, at most 2,000. */
export async function listUntold(db: Database): Promise<StoredTelling[]> {
  const rows = await tellings(db).where('story_id', 'is', null).orderBy('day').orderBy('id').limit(mostAtOnce).execute()
  return rows.map(toTelling)
}

/** Items of the days from `from` on that have their story, the earliest first; of many only the latest days. */
export async function* readTold(db: Database, from: string): AsyncGenerator<StoredTelling[]> {
  const earliest = await db
    .selectFrom('item')
    .select(['day', 'id'])
    .where('story_id', 'is not', null)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .offset(mostTold)
    .limit(1)
    .executeTakeFirst()
  for (let last = earliest && earliest.day >= from ? earliest : { day: from, id: 0 }; ; ) {
    const { day, id } = last
    const rows = await tellings(db)
      .where('story_id', 'is not', null)
      .where((where) => where.or([where('day', '>', day), where.and([where('day', '=', day), where('id', '>', id)])]))
      .orderBy('day')
      .orderBy('id')
      .limit(mostAtOnce)
      .execute()
    const newest = rows.at(-1)
    if (!newest) return
    last = newest
    yield rows.map(toTelling)
  }
}

const tellings = (db: Database) =>
  db.selectFrom('item').select(['id', 'title', 'text', 'day', 'published_at', 'first_seen_at', 'story_id'])

type Row = Awaited<ReturnType<ReturnType<typeof tellings>['execute']>>[number]

const toTelling = (row: Row): StoredTelling => ({
  itemId: row.id,
  id: String(row.id),
  title: row.title,
  text: row.text.slice(0, mostChars),
  time: row.published_at ?? row.first_seen_at,
  story: row.story_id === null ? null : String(row.story_id),
})

export type Told = { readonly itemId: number; readonly storyId: number; readonly copyOf: number | null }

export async function saveStories(db: Database, told: readonly Told[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { itemId, storyId, copyOf } of told)
      await trx.updateTable('item').set({ story_id: storyId, copy_of: copyOf }).where('id', '=', itemId).execute()
  })
}
