import { describe, expect, it } from 'vitest'
import type { ConventionId } from '../../src/model/convention.ts'
import type { ReportModel, ReportRows } from '../../src/model/report.ts'
import { previousWeek } from '../../src/rules/week.ts'
import { days, daysBefore, emptyRows, now, sampleItem, sampleReport, sampleRound, week } from './sample.ts'

const [monday, tuesday] = days as [string, string]
const newspaper = { sourceId: 'bao-song-thanh', name: 'Báo Sông Thanh', ownership: 'newsroom', lastItemAt: null }
const hashtag = { sourceId: 'the-mang', name: 'Thẻ #quyentreem', ownership: 'private', lastItemAt: null }

const build = (rows: Partial<ReportRows>, at = now): ReportModel => sampleReport('vi', { ...emptyRows, ...rows }, at)
const section = (model: ReportModel, id: ConventionId) => {
  const found = model.conventions.find(({ convention }) => convention === id)
  if (!found) throw new Error(`no section ${id}`)
  return found
}

describe('no data is not zero', () => {
  it('gives null for a week in which no round succeeded', () => {
    const model = build({ sources: [newspaper], rounds: [sampleRound('bao-song-thanh', monday, 0, 5)] })
    for (const figure of Object.values(model.figures)) expect(figure).toEqual({ value: null, previous: null })
    for (const { items, daily } of model.conventions) {
      expect(items).toEqual({ value: null, previous: null })
      expect(daily).toEqual(Array(7).fill(null))
    }
    expect(model.gaps.conventions).toEqual([])
  })

  it('gives zero for a week that was heard and had nothing', () => {
    const model = build({ sources: [newspaper], rounds: days.map((day) => sampleRound('bao-song-thanh', day, 3)) })
    expect(model.figures.items).toEqual({ value: 0, previous: null })
    expect(model.figures.conventionsCovered.value).toBe(0)
    expect(section(model, 'crc').daily).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it('gives null only for the days on which no round succeeded', () => {
    const model = build({
      sources: [newspaper],
      items: [sampleItem(1, { day: tuesday, conventions: ['crc'] })],
      rounds: [sampleRound('bao-song-thanh', monday, 2), sampleRound('bao-song-thanh', tuesday, 1, 4)],
    })
    expect(section(model, 'crc').daily).toEqual([0, 1, null, null, null, null, null])
  })

  it('compares with the week before only where that week was heard', () => {
    const previousItems = [
      {
        sourceId: 'bao-song-thanh',
        day: daysBefore[0] as string,
        language: 'vi',
        conventions: ['crc' as const],
        isCopy: false,
      },
    ]
    const heard = [sampleRound('bao-song-thanh', monday, 1)]
    const both = [...heard, sampleRound('bao-song-thanh', daysBefore[0] as string, 1)]
    expect(build({ sources: [newspaper], previousItems, rounds: heard }).figures.items.previous).toBeNull()
    expect(build({ sources: [newspaper], previousItems, rounds: both }).figures.items.previous).toBe(1)
    expect(section(build({ sources: [newspaper], previousItems, rounds: both }), 'crc').items.previous).toBe(1)
  })

  it('knows nothing of posts where no private source was heard, and nothing of items where only one was', () => {
    const posts = [{ week, convention: null, count: 12, sources: 1 }]
    const sources = [newspaper, hashtag]
    const onlyNews = build({ sources, posts: [], rounds: [sampleRound('bao-song-thanh', monday, 1)] })
    const onlyPosts = build({ sources, posts, rounds: [sampleRound('the-mang', monday, 1)] })
    expect([onlyNews.figures.posts.value, onlyNews.figures.items.value]).toEqual([null, 0])
    expect([onlyPosts.figures.posts.value, onlyPosts.figures.items.value]).toEqual([12, null])
  })

  it('counts what later rounds brought, and knows nothing of the other days', () => {
    const items = [sampleItem(1, { conventions: ['crc'], day: monday })]
    const model = build({ sources: [newspaper], items, rounds: [] })
    expect(model.figures.items.value).toBe(1)
    expect(section(model, 'crc').daily).toEqual([1, null, null, null, null, null, null])
  })
})

it('is complete only after the Sunday has ended in Viet Nam', () => {
  expect(build({}, new Date('2026-11-22T16:59:59Z')).isComplete).toBe(false)
  expect(build({}, new Date('2026-11-22T17:00:00Z')).isComplete).toBe(true)
})

it('counts items, tagged items, conventions, languages and sources', () => {
  const model = build({
    sources: [newspaper],
    rounds: [sampleRound('bao-song-thanh', monday, 1)],
    items: [
      sampleItem(1, {
        conventions: ['crc', 'cescr'],
        articles: [
          { convention: 'crc', article: '28' },
          { convention: 'crc', article: '28' },
          { convention: 'cescr', article: '13' },
        ],
      }),
      sampleItem(2, { conventions: ['crc'], articles: [{ convention: 'crc', article: '9' }], language: 'en' }),
      sampleItem(3, { language: 'und' }),
      sampleItem(4, { day: daysBefore[6] as string, conventions: ['cat'] }),
    ],
  })
  const { items, tagged, conventionsCovered, languages, sourcesHeard } = model.figures
  expect([items, tagged, conventionsCovered, languages, sourcesHeard].map(({ value }) => value)).toEqual([
    3, 2, 2, 2, 1,
  ])
  expect(section(model, 'crc').articles).toEqual([
    { article: '9', count: 1 },
    { article: '28', count: 1 },
  ])
  expect(model.languages).toContainEqual({ language: 'und', items: 1, tagged: 0 })
  expect(model.sources).toEqual([{ sourceId: 'bao-song-thanh', name: 'Báo Sông Thanh', items: 3, tagged: 2 }])
})

describe('gaps and what was not seen', () => {
  const sources = ['answers', 'fails', 'sometimes', 'unasked'].map((sourceId) => ({
    sourceId,
    name: `Nguồn ${sourceId}`,
    ownership: 'public_body',
    lastItemAt: '2026-11-01',
  }))
  const rounds = [
    sampleRound('answers', monday, 4),
    sampleRound('fails', monday, 0, 4),
    { ...sampleRound('fails', tuesday, 0, 3), failure: 'tls' as const, lastSuccessAt: '2026-11-10T00:00:00.000Z' },
    sampleRound('sometimes', monday, 3, 1),
    sampleRound('fails', daysBefore[0] as string, 9, 9),
  ]
  const items = [sampleItem(1, { sourceId: 'sometimes', conventions: ['crc', 'cedaw'] })]
  const model = build({
    sources: [...sources, hashtag],
    rounds: [...rounds, sampleRound('the-mang', monday, 1)],
    items,
  })

  it('names conventions without an item', () =>
    expect(model.gaps.conventions).toEqual(['ccpr', 'cescr', 'cerd', 'crpd', 'cat']))

  it('calls silent what answered and gave nothing, never what failed, was not asked or has no items at all', () => {
    expect(model.gaps.silentSources).toEqual([{ sourceId: 'answers', name: 'Nguồn answers', lastItemAt: '2026-11-01' }])
    expect(model.gaps.unaskedSources.map(({ sourceId }) => sourceId)).toEqual(['unasked'])
  })

  it('says how often each failing source failed in this week, and when it last answered', () => {
    const lastSuccessAt = '2026-11-10T00:00:00.000Z'
    expect(model.notSeen).toEqual([
      { sourceId: 'fails', sourceName: 'Nguồn fails', failure: 'tls', rounds: 7, failedRounds: 7, lastSuccessAt },
      {
        sourceId: 'sometimes',
        sourceName: 'Nguồn sometimes',
        failure: 'timeout',
        rounds: 4,
        failedRounds: 1,
        lastSuccessAt: `${monday}T16:00:00.000Z`,
      },
    ])
  })

  it('lists no count for a source that was not heard', () =>
    expect(model.sources.map(({ sourceId }) => sourceId)).toEqual(['sometimes', 'answers']))
})

describe('private posts', () => {
  const rounds = [monday, daysBefore[0] as string].map((day) => sampleRound('the-mang', day, 1))
  const posts = (count: number, sources?: number) =>
    section(
      build({
        sources: [hashtag],
        rounds,
        posts: [{ week, convention: 'crc', count, ...(sources === undefined ? {} : { sources }) }],
        previousPosts: [{ week: previousWeek(week), convention: 'crc', count: 30, sources: 3 }],
      }),
      'crc',
    ).posts

  it('are shown from ten posts and three sources on', () => {
    const withheld = { value: null, previous: 30, withheld: { value: true, previous: false } }
    expect(posts(10, 3)).toEqual({ value: 10, previous: 30 })
    expect(posts(0, 0)).toEqual({ value: 0, previous: 30 })
    expect(posts(9, 3)).toEqual(withheld)
    expect(posts(40, 2)).toEqual(withheld)
    expect(posts(40)).toEqual(withheld)
  })
})

describe('copies', () => {
  it('are counted once, and at their outlet as what it published', () => {
    const crc = { conventions: ['crc' as const], day: monday }
    const model = build({
      sources: [newspaper, { ...newspaper, sourceId: 'bao-lai', name: 'Báo Đăng Lại' }],
      items: [sampleItem(1, crc), sampleItem(2, { ...crc, isCopy: true, sourceId: 'bao-lai' })],
      rounds: [sampleRound('bao-song-thanh', monday, 1), sampleRound('bao-lai', monday, 1)],
    })
    expect([model.figures.items.value, section(model, 'crc').items.value]).toEqual([1, 1])
    expect(section(model, 'crc').top.map(({ id }) => id)).toEqual(['1'])
    expect(model.sources.map(({ sourceId, items }) => [sourceId, items])).toContainEqual(['bao-lai', 1])
    expect(model.gaps.silentSources).toEqual([])
  })
})

it('what items do with a right is counted by convention, and what is not known is said', () => {
  const items = (['concern', 'concern', 'policy', null] as const).map((direction, n) =>
    sampleItem(n, { conventions: ['crc', 'cat'], day: monday, directions: { crc: direction, cat: 'progress' } }),
  )
  const model = build({ sources: [newspaper], items, rounds: [sampleRound('bao-song-thanh', monday, 1)] })
  expect(section(model, 'crc').directions).toEqual({ concern: 2, progress: 0, policy: 1, education: 0, unknown: 1 })
  expect(section(model, 'cat').directions).toMatchObject({ progress: 4, unknown: 0 })
})
