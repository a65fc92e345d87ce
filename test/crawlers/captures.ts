// What a fixture is expected to give, as a JSON file beside it; the test's site stands there as https://site.example.
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { articlesOf, type Heard } from './listen.ts'

export const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/crawlers/${name}`, import.meta.url), 'utf8')

/** Holds the articles of a round against `<name>.expected.json`; each is text of its own, with a fingerprint. */
export function expectCaptures(heard: Heard, name: string, origin: string): void {
  expect(heard.error).toBeNull()
  const articles = articlesOf(heard)
  for (const { feed, page, pageFailure, entryFingerprint } of articles) {
    expect([feed?.isFullText, page, pageFailure]).toEqual([true, null, null])
    expect(entryFingerprint).toMatch(/^[\w-]{16}$/)
  }
  const shown = articles.map(({ url, feed }) => ({
    url: url.replace(origin, 'https://site.example'),
    title: feed?.title,
    html: feed?.html,
    published: feed?.published,
    language: feed?.language,
  }))
  expect(shown).toEqual(JSON.parse(fixture(`${name}.expected.json`)))
}
