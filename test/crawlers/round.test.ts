import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DoorRequest, DoorResponse } from '../../crawlers/connector.ts'
import { fetchRound, type Visit } from '../../crawlers/round.ts'
import { FetchFailure } from '../../src/errors.ts'

const never = new AbortController().signal
const answer = (url: string): DoorResponse => ({
  ...{ status: 200, url, contentType: null, link: null, maxAgeMs: null },
  ...{ bytes: new TextEncoder().encode(url), validators: { etag: null, lastModified: null } },
})
const requests = (count: number): DoorRequest[] =>
  Array.from({ length: count }, (_, i) => ({ url: `https://bao.example.vn/tin?so=${i}&a=b`, accept: `loại ${i}` }))
const collect = async (visits: AsyncIterable<Visit>): Promise<Visit[]> => {
  const all: Visit[] = []
  for await (const visit of visits) all.push(visit)
  return all
}

describe('fetchRound', () => {
  it('asks the door for each address once, with the request as it was given', async () => {
    const asked: DoorRequest[] = []
    const fetch = async (request: DoorRequest): Promise<DoorResponse> => {
      asked.push(request)
      return answer(request.url)
    }
    const visits = await collect(fetchRound([...requests(30), ...requests(30)], { fetch, signal: never }))
    expect(visits.map(({ response }) => response?.url).sort()).toEqual(
      requests(30)
        .map(({ url }) => url)
        .sort(),
    )
    expect(asked).toHaveLength(30)
    expect(asked.every(({ accept }, i) => accept === `loại ${i}`)).toBe(true)
  })

  it('passes a failure on unchanged, asks no second time, and goes on', async () => {
    let asked = 0
    const failure = new FetchFailure('rate_limited', 'bao.example.vn answered 429', 60_000)
    const fetch = async ({ url }: DoorRequest): Promise<DoorResponse> => {
      asked++
      if (url.includes('so=1&')) throw failure
      return answer(url)
    }
    const visits = await collect(fetchRound(requests(3), { fetch, signal: never }))
    expect(asked).toBe(3)
    expect(visits.find((visit) => visit.failure)?.failure).toBe(failure)
    expect(visits.filter(({ response }) => response)).toHaveLength(2)
  })

  it('throws what is no failure of a site', async () => {
    const fetch = async (): Promise<DoorResponse> => {
      throw new TypeError('a bug')
    }
    await expect(collect(fetchRound(requests(3), { fetch, signal: never }))).rejects.toThrow('a bug')
  })

  it('stops asking when nobody listens any more, and breaks off what is under way', async () => {
    const open: DoorRequest[] = []
    let asked = 0
    const fetch = (request: DoorRequest): Promise<DoorResponse> => {
      if (asked++ === 0) return Promise.resolve(answer(request.url))
      open.push(request)
      return new Promise((_, reject) =>
        request.signal?.addEventListener('abort', () => reject(new Error('broken off'))),
      )
    }
    for await (const _ of fetchRound(requests(50), { fetch, signal: never })) break
    expect(open.every(({ signal }) => signal?.aborted)).toBe(true)
    expect(asked).toBeLessThan(10)
  })

  it('does not run ahead of a slow listener', async () => {
    let asked = 0
    const fetch = async ({ url }: DoorRequest): Promise<DoorResponse> => {
      asked++
      return answer(url)
    }
    for await (const _ of fetchRound(requests(100), { fetch, signal: never })) {
      await new Promise((done) => setTimeout(done, 50))
      break
    }
    expect(asked).toBeLessThan(20)
  })

  it('ends with the signal’s reason', async () => {
    const round = new AbortController()
    const fetch = (): Promise<DoorResponse> => {
      round.abort(new Error('tắt máy'))
      return new Promise(() => {})
    }
    await expect(collect(fetchRound(requests(5), { fetch, signal: round.signal }))).rejects.toThrow('tắt máy')
    await expect(collect(fetchRound(requests(5), { fetch, signal: round.signal }))).rejects.toThrow('tắt máy')
  })

  it('throws rather than ending as if done when crawlee stops by itself', async () => {
    const fetch = async ({ url }: DoorRequest): Promise<DoorResponse> => {
      for (const listener of process.listeners('SIGINT')) if (/sigintHandler/.test(listener.name)) listener('SIGINT')
      await new Promise((done) => setTimeout(done, 5))
      return answer(url)
    }
    await expect(collect(fetchRound(requests(50), { fetch, signal: never }))).rejects.toThrow('broke off')
  })

  it('leaves nothing behind: no folder, no listener', async () => {
    const before = process.listenerCount('SIGINT')
    const fetch = async ({ url }: DoorRequest): Promise<DoorResponse> => answer(url)
    for (let i = 0; i < 5; i++) await collect(fetchRound(requests(2), { fetch, signal: never }))
    expect(process.listenerCount('SIGINT')).toBe(before)
    expect(existsSync('storage')).toBe(false)
  })

  it('asks nothing where there is nothing to ask', async () => {
    expect(await collect(fetchRound([], { fetch: () => Promise.reject(new Error('asked')), signal: never }))).toEqual(
      [],
    )
  })
})
