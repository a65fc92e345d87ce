// The taxonomy is held to the treaties: every substantive article stands there, named, explained and with situations.
import { expect, it } from 'vitest'
import { readLexicon } from '../../classifiers/load.ts'
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'

const { conventions, instruments } = await readLexicon('config')

/** First and last substantive article; what comes after them is about committees, reports and ratification. */
const substantive: Readonly<Record<ConventionId, readonly [first: number, last: number]>> = {
  ccpr: [1, 27],
  cescr: [1, 15],
  cedaw: [1, 16],
  cerd: [1, 7],
  crc: [1, 42],
  crpd: [1, 33],
  cat: [1, 16],
}

it.each(conventionIds)('%s has every substantive article, in the treaty’s order', (id) => {
  const [first, last] = substantive[id]
  const numbers = conventions.find(({ convention }) => convention === id)?.articles.map(({ article }) => article)
  expect(numbers).toEqual(Array.from({ length: last - first + 1 }, (_, i) => String(first + i)))
})

it.each(conventions)(
  '$convention says of each article what it covers, with two situations of its own',
  ({ articles }) => {
    const all = articles.flatMap(({ situations }) => situations)
    expect(all.filter((situation, i) => all.indexOf(situation) !== i)).toEqual([])
    for (const { article, vi, en, covers, situations } of articles) {
      expect(
        [vi, en, covers].every((text) => text.trim().length > 1),
        article,
      ).toBe(true)
      expect(situations.length, article).toBeGreaterThanOrEqual(2)
    }
  },
)

it('sends a reader only to articles that are there', () => {
  const known = new Set(
    conventions.flatMap(({ convention, articles }) => articles.map((a) => `${convention} ${a.article}`)),
  )
  const named = conventions.flatMap(({ articles }) =>
    articles.flatMap(({ neighbour = '' }) => [...neighbour.matchAll(/([a-z]{3,5}) (\d+)/g)].map(([whole]) => whole)),
  )
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((name) => !known.has(name))).toEqual([])
})

it('knows the instruments that plans name', () => {
  const ids = instruments.instruments.map(({ id }) => id)
  const ilo = ['029', '087', '098', '100', '105', '111', '138', '155', '182', '187'].map((number) => `ilo-c${number}`)
  expect(ids).toEqual(expect.arrayContaining([...ilo, 'cptpp', 'evfta', 'workers-abroad', 'icrmw']))
  expect(new Set(ids).size).toBe(ids.length)
})
