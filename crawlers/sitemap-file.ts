// Sitemap file: one file of a sitemap, from its bytes to the further files and the newest articles that it names. Pure.
import { FetchFailure } from '../src/errors.ts'
import type { Page } from './connector.ts'
import { type Choice, type ChosenArticle, createChooser, type FurtherFile } from './sitemap-choose.ts'
import { createSitemapReader } from './sitemap-parse.ts'
import { readSitemapText } from './sitemap-text.ts'

export type SitemapFile = {
  /** Those that may hold something wanted, the newest first. */
  readonly further: readonly FurtherFile[]
  readonly isIndex: boolean
  readonly articles: readonly ChosenArticle[]
}

/** Throws `FetchFailure` (`not_a_feed`, `too_large`, or `bad_response` where the packing is broken). */
export async function readSitemapFile({ bytes, url }: Page, choice: Choice): Promise<SitemapFile> {
  const { host } = new URL(url)
  const reader = createSitemapReader()
  const chooser = createChooser(choice, url)
  await readSitemapText(bytes, host, (piece) => {
    for (const entry of reader.push(piece)) chooser.take(entry)
  })
  if (!reader.isSitemap()) throw new FetchFailure('not_a_feed', `${host} sent something that is no sitemap`)
  return chooser.choose()
}
