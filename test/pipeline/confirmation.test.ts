import { expect, it } from 'vitest'
import { crawlSource } from '../../src/pipeline/crawl.ts'
import { giveWord } from '../../src/store/confirmations.ts'
import { applySources } from '../../src/store/sources.ts'
import { makeSource, now } from '../store/samples.ts'
import { article, openPipeline } from './deps.ts'

it('an account is not asked before two people have confirmed it, whoever asks for the round', async () => {
  let asked = 0
  const { db, deps } = await openPipeline(async function* () {
    asked++
    yield article('1', 'Một')
  })
  const url = 'https://t.me/s/songthanh_example'
  const source = makeSource('kenh', { kind: 'telegram', ownership: 'public_body', url })
  await applySources(db, [source], now)
  const { signal } = new AbortController()
  const refused = await crawlSource(deps, source, { signal })
  expect(refused).toMatchObject({ status: 'failed', failure: 'awaits_confirmation', outcomes: [] })
  const row = await db.selectFrom('source').selectAll().where('id', '=', 'kenh').executeTakeFirstOrThrow()
  expect([asked, row.paused_reason]).toEqual([0, 'awaits_confirmation'])
  await giveWord(db, source, 'Bình', now)
  await giveWord(db, source, 'Cường', now)
  expect(await crawlSource(deps, source, { signal })).toMatchObject({ status: 'ok', failure: null })
  expect(asked).toBe(1)
})
