// `kill -9` in the middle of a crawl, ten times: nothing committed is lost, nothing stands twice, the next start works.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSampleWeek } from '../../examples/sample-week/serve.ts'
import { type Installation, makeInstallation, waitFor } from '../installation.ts'

type Newsroom = Awaited<ReturnType<typeof startSampleWeek>>

let newsroom: Newsroom
let killed: Installation
let untouched: Installation

beforeAll(async () => {
  newsroom = await startSampleWeek({ weekStart: '2026-11-09' })
  killed = await makeInstallation(newsroom.sources)
  untouched = await makeInstallation(newsroom.sources)
})
afterAll(async () => {
  await newsroom.close()
  await killed.remove()
  await untouched.remove()
})

function readState({ folder }: Installation) {
  const db = new DatabaseSync(join(folder, 'data', 'langnghe.db'))
  const rows = (sql: string): Record<string, unknown>[] => db.prepare(sql).all()
  const state = {
    integrity: rows('pragma integrity_check')[0]?.integrity_check,
    titles: rows('select title from item order by title').map(({ title }) => title),
    twice: rows('select content_hash from item group by content_hash having count(*) > 1'),
    posts: rows(`select sum(count) as count from post_count where convention = 'all'`)[0]?.count,
    unindexed: rows('select id from item where id not in (select rowid from item_search)'),
  }
  db.close()
  return state
}

/** Resolves when the crawl has stored this many items, or has ended. */
async function waitForItems(folder: string, count: number, ended: Promise<unknown>): Promise<void> {
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  const file = join(folder, 'data', 'langnghe.db')
  while (!isOver) {
    if (existsSync(file) && countItems(file) >= count) return
    await wait(5)
  }
}

function countItems(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    return (db.prepare('select count(*) as count from item').get() as { count: number }).count
  } catch {
    // Not migrated yet, or locked at this moment.
    return 0
  } finally {
    db.close()
  }
}

it('survives ten kills and ends where an undisturbed crawl ends', async () => {
  let committed: unknown[] = []
  for (let i = 0; i < 10; i++) {
    const child = killed.start('crawl', '--once')
    const ended = waitFor(child)
    // The first kill comes while the database is made, the others each a little further into the articles.
    await (i === 0 ? wait(1500) : waitForItems(killed.folder, i * 8, ended))
    child.kill('SIGKILL')
    await ended
    if (i === 0) continue
    const { integrity, titles } = readState(killed)
    expect(integrity).toBe('ok')
    expect(committed.filter((title) => !titles.includes(title))).toEqual([])
    expect(titles.length).toBeGreaterThanOrEqual(i * 8)
    committed = titles
  }
  const [last, whole] = [await killed.run(['crawl', '--once']), await untouched.run(['crawl', '--once'])]
  // Two outlets of the sample are down on purpose: "done, but not everything".
  expect([last.code, whole.code]).toEqual([3, 3])
  const [after, expected] = [readState(killed), readState(untouched)]
  // Which of two outlets a syndicated article is first seen at is chance: every story must be there.
  const stories = (titles: readonly unknown[]) => [...new Set(titles)]
  expect({ titles: stories(after.titles), printed: last.stderr }).toEqual({
    titles: stories(expected.titles),
    printed: '',
  })
  expect(after.posts).toBe(expected.posts)
  expect([after.twice, after.unindexed]).toEqual([[], []])
}, 240_000)
