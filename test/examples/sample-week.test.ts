import { XMLParser, XMLValidator } from 'fast-xml-parser'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadOutlets, loadPosts, type SampleItem } from '../../examples/sample-week/content.ts'
import { lastMonday, momentOf } from '../../examples/sample-week/moments.ts'
import {
  plantedIdentifiers,
  plantedNames,
  type SampleWeek,
  sampleSources,
  startSampleWeek,
} from '../../examples/sample-week/serve.ts'
import { conventionIds } from '../../src/model/convention.ts'
import { languages } from '../../src/model/language.ts'
import { type Source, sourceFileSchema } from '../../src/model/source.ts'

const weekStart = '2026-11-16'
const timeline = '/api/v1/timelines/tag/nhanquyen'
const outlets = loadOutlets()
const items = outlets.flatMap((outlet) => outlet.items)
const written = items.filter((item) => item.copyOf === null)
const posts = loadPosts()
const everything = [...items, ...posts]

let week: SampleWeek
let sources: readonly Source[]
beforeAll(async () => {
  week = await startSampleWeek({ weekStart })
  sources = sourceFileSchema.parse(parse(week.sources)).sources
})
afterAll(() => week.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(week.url + path, { headers, redirect: 'manual' })
const text = async (path: string) => (await get(path)).text()
const feedOf = (id: string) => {
  const source = sources.find((candidate) => candidate.id === id)
  return source?.url[0]?.slice(week.url.length) ?? ''
}
const textOf = (item: SampleItem) => [item.title, item.lead, ...item.paragraphs].join('\n')
const hasMarks = (value: string) => /[\u0300-\u036f]|đ/i.test(value.normalize('NFD'))

it('shows only older items on the evening before the week, and no posts', async () => {
  week.setRound(0)
  const listed = await text(feedOf('bao-song-thanh'))
  const older = outlets.find(({ id }) => id === 'bao-song-thanh')?.items.filter(({ day }) => day < 0) ?? []
  expect(listed.match(/<item>/g)).toHaveLength(older.length)
  expect(await text(timeline)).toBe('[]')
  week.setRound(1)
})

describe('the content', () => {
  it('holds the promised number of items, half of them ordinary news', () => {
    expect(outlets).toHaveLength(9)
    expect(items.length + posts.length).toBeGreaterThanOrEqual(150)
    expect(posts).toHaveLength(25)
    expect(items.filter((item) => item.day < 0)).toHaveLength(20)
    expect(items.filter((item) => item.round === 2)).toHaveLength(3)
    const ordinary = everything.filter((item) => item.expect.conventions.length === 0)
    expect(ordinary.length).toBeGreaterThanOrEqual(everything.length / 2)
    expect(ordinary.filter((item) => item.expect.isTrap).length).toBeGreaterThanOrEqual(10)
  })

  it.each(conventionIds)('covers %s at least six times in the week, also beside another convention', (id) => {
    const tagged = [...written, ...posts].filter((item) => item.day >= 0 && item.expect.conventions.includes(id))
    expect(tagged.length).toBeGreaterThanOrEqual(6)
    expect(tagged.some((item) => item.expect.conventions.length > 1)).toBe(true)
  })

  it('covers every aspect, and every language at least four times', () => {
    const aspects = written.filter((item) => item.expect.conventions.length > 0).map((item) => item.expect.aspect)
    expect(new Set(aspects)).toEqual(new Set(['good_news', 'policy', 'education', 'concern', 'case']))
    for (const language of languages)
      expect(written.filter((item) => item.language === language).length, language).toBeGreaterThanOrEqual(4)
    for (const item of items) expect(item.expect.language, item.slug).toBe(item.language)
  })

  it('has about fifteen texts or headlines without diacritics', () => {
    const marked = everything.filter((item) => item.expect.isWithoutMarks).length
    const headlines = written.filter((item) => item.outlet === 'xa-pa-lum' && !hasMarks(item.title)).length
    expect(marked + headlines).toBeGreaterThanOrEqual(15)
  })

  it('is written in full: 90 to 350 words, a lead of its own, composed letters', () => {
    for (const item of written) {
      const body = [item.lead, ...item.paragraphs].join(' ')
      const isUnspaced = ['zh', 'lo', 'km', 'th'].includes(item.language)
      const words = isUnspaced ? body.length / 2 : body.split(/\s+/).length
      expect(words, item.slug).toBeGreaterThanOrEqual(90)
      expect(words, item.slug).toBeLessThanOrEqual(isUnspaced ? 450 : 350)
      expect(item.paragraphs.join('\n'), item.slug).not.toContain(item.lead)
      expect(body, item.slug).toBe(body.normalize('NFC'))
    }
  })

  it('names no date that could contradict the week', () => {
    for (const item of items)
      expect(textOf(item), item.slug).not.toMatch(/\d{1,2}[/-]\d{1,2}[/-]\d{4}|\b20(?!15\b)\d\d\b/)
  })

  it('uses each address, each title of its own and each author name for one thing only', () => {
    expect(new Set(items.map((item) => item.path)).size).toBe(items.length)
    expect(new Set(written.map((item) => item.title)).size).toBe(written.length)
    const texts = items.map(textOf).join('\n')
    for (const name of plantedNames()) expect(texts, name).not.toContain(name)
  })

  it('has six syndicated copies word for word, three edited ones and two that a feed lists twice', () => {
    const copies = items.filter((item) => item.copyOf !== null)
    const originalOf = (copy: SampleItem) => items.find((item) => `${item.outlet}/${item.slug}` === copy.copyOf)
    const same = copies.filter((copy) => textOf(copy) === textOf(originalOf(copy) as SampleItem))
    expect(same).toHaveLength(6)
    expect(copies.filter((copy) => copy.isEditedCopy)).toHaveLength(3)
    expect(copies).toHaveLength(9)
    expect(items.filter((item) => item.twice !== undefined)).toHaveLength(2)
  })

  it('names the private people whom it marks', () => {
    const named = written.filter((item) => item.names.length > 0)
    expect(named.length).toBeGreaterThanOrEqual(5)
    for (const item of named) for (const name of item.names) expect(textOf(item)).toContain(name)
  })
})

describe('the sources', () => {
  it('are ten that work and two that do not, at the address that is served', async () => {
    const answers = await Promise.all(sources.map(async ({ url }) => (await fetch(url[0] ?? '')).status))
    expect(answers.filter((status) => status === 200)).toHaveLength(10)
    expect(answers.filter((status) => status === 410)).toHaveLength(1)
    expect(answers.filter((status) => status === 503)).toHaveLength(1)
    expect((await get(feedOf('xa-dong-vac'))).headers.get('retry-after')).toBe('1800')
    expect(sources.every(({ politeness }) => politeness.gap === 0)).toBe(true)
    expect(sampleSources('http://127.0.0.1:4321')).not.toContain('8788')
  })

  it('list every item of the first round', async () => {
    for (const outlet of outlets) {
      const listed =
        outlet.format === 'listing'
          ? (await text(feedOf(outlet.id))) + (await text(`${feedOf(outlet.id)}/trang-2`))
          : await text(feedOf(outlet.id))
      for (const item of outlet.items) expect(listed.includes(item.path), item.path).toBe(item.round === 1)
    }
  })
})

describe('the feeds', () => {
  it('are well-formed XML with a title, link and date for each entry', async () => {
    for (const outlet of outlets.filter(({ format }) => format !== 'json' && format !== 'listing')) {
      const bytes = Buffer.from(await (await get(feedOf(outlet.id))).arrayBuffer())
      const xml = iconv.decode(bytes, outlet.charset).normalize('NFC')
      expect(XMLValidator.validate(xml), outlet.id).toBe(true)
      const parsed = new XMLParser({ ignoreAttributes: false }).parse(xml)
      const entries: Record<string, unknown>[] = parsed.rss?.channel.item ?? parsed.feed.entry
      const round1 = outlet.items.filter((item) => item.round === 1)
      const doubled = round1.filter((item) => item.twice !== undefined).length
      expect(entries, outlet.id).toHaveLength(round1.length + doubled)
      for (const entry of entries) {
        expect(entry.link).toBeTruthy()
        expect(Date.parse(String(entry.pubDate ?? entry.published))).not.toBeNaN()
      }
      const titles = entries.map((entry) => {
        const { title } = entry
        return typeof title === 'object' && title !== null && '#text' in title ? title['#text'] : title
      })
      for (const item of round1) expect(titles, outlet.id).toContain(item.title)
    }
  })

  it('give the radio as JSON Feed with the whole text', async () => {
    const feed = JSON.parse(await text(feedOf('truyen-thanh-ha-thanh')))
    expect(feed.version).toContain('jsonfeed.org/version/1.1')
    const [newest] = feed.items
    expect(newest.content_text.length).toBeGreaterThan(300)
  })
})

describe('the pages', () => {
  it('carry every text, but where trouble is planned', async () => {
    for (const outlet of outlets)
      for (const item of outlet.items.filter(({ round }) => round === 1)) {
        const answer = await get(item.path)
        const expected = { missing: 404, broken: 500, login: 302 }[item.page as string] ?? 200
        expect(answer.status, item.path).toBe(expected)
        if (expected !== 200) continue
        const page = iconv.decode(Buffer.from(await answer.arrayBuffer()), outlet.charset).normalize('NFC')
        const [first = ''] = item.paragraphs
        expect(page.replaceAll('&quot;', '"').includes(first), item.path).toBe(true)
        if (item.byline) expect(page, item.path).toContain(item.byline)
      }
  })

  it('include one of more than 8 MB, one forbidden to robots and one behind a login', async () => {
    const large = items.find((item) => item.page === 'large')
    expect((await (await get(large?.path ?? '')).arrayBuffer()).byteLength).toBeGreaterThan(12_000_000)
    const robots = await text('/robots.txt')
    expect(robots).not.toMatch(/crawl-delay/i)
    const [, denied = ''] = /^Disallow: (.+)$/m.exec(robots) ?? []
    expect(items.filter((item) => item.path.startsWith(denied))).toEqual(items.filter((i) => i.page === 'forbidden'))
    const login = items.find((item) => item.page === 'login')
    const target = (await get(login?.path ?? '')).headers.get('location') ?? ''
    expect(await text(target)).toContain('type="password"')
  })

  it('keep the tracking parameters of a feed apart from the address', async () => {
    const doubled = items.find((item) => item.twice === 'tracking')
    expect((await get(`${doubled?.path}?utm_source=rss&utm_medium=feed`)).status).toBe(200)
  })
})

describe('validators', () => {
  it('turn a second request into a 304 everywhere', async () => {
    const [article] = items
    const paths = ['/robots.txt', '/', timeline, article?.path ?? '', ...outlets.map(({ id }) => feedOf(id))]
    for (const path of paths) {
      const first = await get(path)
      const etag = first.headers.get('etag') ?? ''
      const modified = first.headers.get('last-modified') ?? ''
      await first.arrayBuffer()
      expect((await get(path, { 'If-None-Match': etag })).status, path).toBe(304)
      expect((await get(path, { 'If-Modified-Since': modified })).status, path).toBe(304)
      expect((await get(path, { 'If-None-Match': '"other"' })).status, path).toBe(200)
    }
  })
})

describe('the timeline', () => {
  it('carries every planted identifier, and nothing else does', async () => {
    const statuses = await text(`${timeline}?limit=40`)
    const plain = statuses.normalize('NFKC').replace(/(?<=\d)[\s.-](?=\d)/g, '')
    const planted = plantedIdentifiers()
    expect(planted.length).toBeGreaterThan(100)
    for (const identifier of planted) expect(statuses.includes(identifier) || plain.includes(identifier)).toBe(true)
    const articles = items.map(textOf).join('\n').toLowerCase()
    for (const identifier of planted) expect(articles, identifier).not.toContain(identifier.toLowerCase())
  })

  it('pages as Mastodon does and never beyond the tag', async () => {
    const seen: string[] = []
    let next: string | undefined = `${week.url}${timeline}`
    while (next) {
      const answer = await fetch(next)
      const page = (await answer.json()) as { id: string; created_at: string; content: string }[]
      for (const status of page) expect(status.content).toContain('hashtag')
      seen.push(...page.map(({ id }) => id))
      next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]
    }
    expect(seen).toEqual(posts.map(({ id }) => id).toReversed())
    const [newest = ''] = seen
    expect(await text(`${timeline}?since_id=${newest}`)).toBe('[]')
  })
})

describe('the second round', () => {
  it('adds three items and one edit, and changes nothing else', async () => {
    const later = await startSampleWeek({ weekStart, round: 1 })
    const read = async (path: string) => (await fetch(later.url + path)).text()
    const edited = items.filter((item) => item.edit !== undefined)
    const added = items.filter((item) => item.round === 2)
    const [same] = items.filter((item) => item.outlet === 'xa-pa-lum')
    const before = await read(same?.path ?? '')
    const firstFeed = await read('/bao-song-thanh/rss/tin-moi.rss')
    expect(edited).toHaveLength(1)
    expect(await read(edited[0]?.path ?? '')).toContain('214 hộ dân')
    for (const item of added) expect((await fetch(later.url + item.path)).status).toBe(404)

    later.setRound(2)
    expect(await read(edited[0]?.path ?? '')).toContain('241 hộ dân')
    for (const item of added) expect((await fetch(later.url + item.path)).status).toBe(200)
    expect(await read(same?.path ?? '')).toBe(before)
    const secondFeed = await read('/bao-song-thanh/rss/tin-moi.rss')
    expect(firstFeed).not.toContain('241 hộ dân')
    expect(secondFeed).toContain('241 hộ dân')
    await later.close()
  })
})

describe('the clock and the log', () => {
  it('places items in the week that is asked for', async () => {
    await expect(startSampleWeek({ weekStart: '2026-11-17' })).rejects.toThrow('not a Monday')
    const from = momentOf(weekStart, { day: -7, time: '00:00' }).getTime()
    const to = momentOf(weekStart, { day: 7, time: '00:00' }).getTime()
    for (const item of everything) {
      const at = momentOf(weekStart, item).getTime()
      expect(at >= from && at < to).toBe(true)
    }
    expect(lastMonday(new Date('2026-11-21T06:00:00Z'))).toBe('2026-11-09')
    expect(lastMonday(new Date('2026-11-15T18:00:00Z'))).toBe('2026-11-09')
  })

  it('remembers who asked for what', async () => {
    await get('/robots.txt?x=1', { 'User-Agent': 'probe/1' })
    const last = week.requests().at(-1)
    expect(last).toMatchObject({ path: '/robots.txt?x=1', userAgent: 'probe/1' })
    expect(last?.at).toBeInstanceOf(Date)
  })
})
