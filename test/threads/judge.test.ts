import { afterAll, beforeAll, expect, it } from 'vitest'
import { readLexicon } from '../../classifiers/load.ts'
import { createJudge, type Judge } from '../../src/threads/judge-pool.ts'

let judge: Judge
beforeAll(async () => {
  const regions = { regions: [], successions: [] }
  judge = createJudge({ lexicon: await readLexicon('config'), regions, aliases: {} }, 1)
})
afterAll(() => judge.close())

const text = {
  title: 'Công nhân bị nợ lương ba tháng',
  text: 'Nhiều lần phản ánh nhưng chưa ai trả lời.',
  language: 'vi' as const,
}

it('judges a stored text in a thread as it judges a new one', async () => {
  const { judgement, places } = await judge.stored({ ...text, day: '2026-11-17', outletRegion: 'vn' })
  expect(judgement.tags).toMatchObject([{ convention: 'cescr', articles: expect.arrayContaining(['7']) }])
  expect([judgement.tags[0]?.direction, places]).toEqual(['concern', []])
})

it('says why the conventions that came next were not given', async () => {
  const next = await judge.whyNot(text)
  expect(next).toHaveLength(2)
  expect(next.map(({ convention }) => convention)).not.toContain('cescr')
  for (const { score, threshold } of next) expect(score).toBeLessThan(threshold)
})
