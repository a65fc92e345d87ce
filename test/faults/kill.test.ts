// `kill -9` in the middle of a crawl, ten times: nothing committed is lost, nothing stands twice, the next start works.

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

it('survives ten kills and ends where an undisturbed crawl ends', async () => {
  let committed = new Set<unknown>()
  for (let i = 0; i < 10; i++) {
    const child = killed.start('crawl', '--once')
    const ended = waitFor(child)
    // From before the database is open to the midst of the articles.
    await wait(400 + i * 150)
    child.kill('SIGKILL')
    await ended
    if (i < 3) continue
    const { integrity, titles } = readState(killed)
    expect(integrity).toBe('ok')
    expect([...committed].filter((title) => !titles.includes(title))).toEqual([])
    committed = new Set(titles)
  }
  expect(committed.size).toBeGreaterThan(0)
  const [last, whole] = [await killed.run(['crawl', '--once']), await untouched.run(['crawl', '--once'])]
  expect([last.code, whole.code]).toEqual([3, 3])
  const [after, expected] = [readState(killed), readState(untouched)]
  expect(after.titles).toEqual(expected.titles)
  expect(after.posts).toBe(expected.posts)
  expect([after.twice, after.unindexed]).toEqual([[], []])
}, 120_000)
