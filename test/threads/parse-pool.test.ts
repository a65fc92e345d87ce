import { afterAll, describe, expect, it } from 'vitest'
import type { Parse } from '../../crawlers/parsers.ts'
import { createParsing } from '../../src/threads/parse-pool.ts'
import { feedOf } from '../faults/sites.ts'

type ParseAny = (
  kind: string,
  page: { bytes: Uint8Array; contentType: null; url: string },
  ask: unknown,
) => Promise<unknown>

const table = new URL('../fixtures/threads/parsers.ts', import.meta.url)
const { parse, close } = createParsing<ParseAny>(table, { timeoutMs: 1500, memoryMb: 32 })
const page = () => ({ bytes: new Uint8Array(50_000), contentType: null, url: 'https://site.example/feed' })
afterAll(close)

describe('parsing', () => {
  it('answers, and takes the bytes instead of copying them', async () => {
    const given = page()
    expect(await parse('length', given, 7)).toBe(50_007)
    expect(given.bytes.length).toBe(0)
  })

  it('copies what lies in a buffer that others share', async () => {
    const shared = new Uint8Array(100)
    expect(await parse('length', { ...page(), bytes: shared.subarray(10, 20) }, 0)).toBe(10)
    expect(shared.length).toBe(100)
  })

  it('throws what the parser says of the source', async () => {
    await expect(parse('refuse', page(), null)).rejects.toMatchObject({ name: 'FetchFailure', code: 'not_a_feed' })
  })

  it.each(['hang', 'eat', 'throw'])('loses one source to “%s”, not the others', async (bad) => {
    const [broken, well] = await Promise.allSettled([parse(bad, page(), null), parse('length', page(), 1)])
    expect(broken).toMatchObject({ status: 'rejected', reason: { name: 'FetchFailure', code: 'unreadable' } })
    expect((broken as PromiseRejectedResult).reason.message).toMatch(/^what site\.example sent could not be read: /)
    expect((broken as PromiseRejectedResult).reason.message).not.toContain('secret')
    expect(well).toMatchObject({ status: 'fulfilled', value: 50_001 })
    expect(await parse('length', page(), 2)).toBe(50_002)
  })

  it('reaches the parsers of the product', async () => {
    const real = createParsing<Parse>(new URL('../../crawlers/parsers.ts', import.meta.url))
    const bytes = new TextEncoder().encode(feedOf([{ title: 'Một' }, { title: 'Hai' }]))
    const address = 'https://site.example/feed'
    const asked = { address, digest: undefined, maxItems: 1, now: new Date('2026-11-18') }
    const { candidates } = await real.parse('feed', { bytes, contentType: null, url: address }, asked)
    expect(candidates.map(({ feed }) => feed?.title)).toEqual(['Một'])
    await real.close()
  })
})
