import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPeriod, requirePast } from '../../src/cli/period.ts'
import { speak } from '../../src/cli/words.ts'
import { crawlSource } from '../../src/pipeline/crawl.ts'
import { openPipeline } from '../pipeline/deps.ts'
import { makeSource } from '../store/samples.ts'
import { articlesOf, kindsOf, listenTo } from './listen.ts'
import { openSite, type Site, sourceAt } from './site.ts'

const period = { from: '2026-10-02', to: '2026-10-03' }
const now = () => new Date('2026-11-21T00:00:00+07:00')
const pathsOf = (heard: Awaited<ReturnType<typeof listenTo>>): string[] =>
  articlesOf(heard)
    .map(({ url }) => new URL(url).pathname)
    .sort()

let site: Site
beforeEach(async () => {
  site = await openSite()
})
afterEach(() => site.close())

describe('the past of a feed', () => {
  const feed = (days: readonly string[], older = ''): string =>
    `<feed xmlns="http://www.w3.org/2005/Atom">${older ? `<link rel="prev-archive" href="${older}"/>` : ''}${days
      .map(
        (day) =>
          `<entry><title>${day}</title><link href="/${day}"/><published>${day}T12:00:00+07:00</published></entry>`,
      )
      .join('')}</feed>`
  const source = () => sourceAt(`${site.origin}/rss`, { maxItems: 1 })

  it('is read from its archives, and no further than needed', async () => {
    site.answers['/rss'] = feed(['2026-11-20', '2026-10-04'], '/rss/2')
    site.answers['/rss/2'] = feed(['2026-10-03', '2026-10-02', '2026-10-01'], '/rss/3')
    site.answers['/rss/3'] = feed(['2026-09-30'], '/rss/4')
    for (const day of ['2026-10-02', '2026-10-03']) site.answers[`/${day}`] = '<html>bài</html>'
    const heard = await listenTo(source(), [site], { now, period })
    expect(pathsOf(heard)).toEqual(['/2026-10-02', '/2026-10-03'])
    // Nothing is remembered of the feed: the next ordinary round reads it in full.
    expect(kindsOf(heard)).toEqual(['article', 'article'])
    expect(site.paths().filter((path) => path.startsWith('/rss'))).toEqual(['/rss', '/rss/2', '/rss/3'])
  })

  it('that the feed does not show is said', async () => {
    site.answers['/rss'] = feed(['2026-11-20', '2026-10-03'])
    const heard = await listenTo(source(), [site], { now, period })
    expect(kindsOf(heard)).toEqual(['article', 'resource_failed'])
    expect(heard.events[1]).toMatchObject({ failure: 'no_archive', message: expect.stringContaining('2026-10-02') })
  })
})

describe('the past of a listing', () => {
  const page = (paths: readonly string[], next: string): string =>
    `${paths.map((path) => `<h3><a href="${path}">${path}</a></h3>`).join('')}<a rel="next" href="${next}">sau</a>`
  const article = (day: string) =>
    `<html><meta property="article:published_time" content="${day}T09:00:00+07:00">bài</html>`
  const source = (listing: Record<string, unknown> = {}) =>
    sourceAt(`${site.origin}/tin`, { kind: 'listing', listing: { link: 'h3 a', next: 'a[rel=next]', ...listing } })

  it('is found page after page, by the day of the address or of the article’s page, until it is over', async () => {
    site.answers['/tin'] = page(['/ghim', '/2026/11/20/a.html', '/moi'], '/tin/2')
    site.answers['/tin/2'] = page(['/2026/10/03/b.html', '/trong-ky'], '/tin/3')
    site.answers['/tin/3'] = page(['/2026/10/01/c.html', '/cu'], '/tin/4')
    site.answers['/tin/4'] = page(['/2026/09/01/d.html'], '/tin/5')
    site.answers['/ghim'] = article('2020-01-01')
    site.answers['/moi'] = article('2026-11-19')
    site.answers['/trong-ky'] = article('2026-10-02')
    site.answers['/cu'] = article('2026-09-30')
    site.answers['/2026/10/03/b.html'] = '<html>bài</html>'
    const heard = await listenTo(source(), [site], { now, period })
    expect(pathsOf(heard)).toEqual(['/2026/10/03/b.html', '/trong-ky'])
    expect(site.paths()).not.toContain('/2026/11/20/a.html')
    expect(site.paths().filter((path) => path.startsWith('/tin'))).toEqual(['/tin', '/tin/2', '/tin/3'])
    expect(kindsOf(heard)).not.toContain('checkpoint')
  })

  it('needs a way to the next page', async () => {
    site.answers['/tin'] = page(['/a'], '/tin/2')
    const withoutNext = source({ next: undefined })
    expect((await listenTo(withoutNext, [site], { period })).error).toMatchObject({ code: 'no_archive' })
    expect(() => requirePast([withoutNext], speak('en'))).toThrow('no way to its older articles')
    expect(() => requirePast([source()], speak('en'))).not.toThrow()
  })
})

it('a period is two days in order', () => {
  const say = speak('en')
  expect(readPeriod('2026-10-02..2026-10-03', say)).toEqual(period)
  for (const wrong of ['2026-10-03..2026-10-02', '2026-02-30..2026-03-01', '2026-10-02', '2026-10-02..'])
    expect(() => readPeriod(wrong, say)).toThrow('is not a period')
})

it('a look at the past leaves the source’s schedule as it was', async () => {
  const { db, deps } = await openPipeline(async function* ({ period: asked }) {
    if (asked) yield { kind: 'resource_failed', url: 'x', failure: 'no_archive', message: asked.from }
  })
  const schedule = () =>
    db.selectFrom('source').select(['next_check_at', 'failures']).where('id', '=', 'bao-a').execute()
  const before = await schedule()
  const result = await crawlSource(deps, makeSource('bao-a'), { signal: new AbortController().signal, period })
  expect(result).toMatchObject({ status: 'failed', failure: 'no_archive', message: period.from })
  expect(await schedule()).toEqual(before)
})
