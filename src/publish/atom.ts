// Published verdicts as an Atom feed (RFC 4287); a withdrawn one is updated, not left out.
import type { InterfaceLanguage } from '../model/language.ts'
import type { Publication, Publisher } from '../model/publication.ts'
import { addressOf } from './claimreview.ts'
import { escapeMarkup as text } from './escape.ts'
import { pageWords, stateWords, verdictWords } from './words.ts'

/** `updatedAt` dates a feed without entries; ISO 8601. Pure. */
export function writeAtom(
  publications: readonly Publication[],
  {
    publisher,
    language,
    updatedAt,
  }: { readonly publisher: Publisher; readonly language: InterfaceLanguage; readonly updatedAt: string },
): string {
  const { name, site } = publisher
  const id = site ?? `urn:x-langnghe:${encodeURIComponent(name)}`
  const self = site === null ? '' : `<link rel="self" href="${text(`${site.replace(/\/$/, '')}/factchecks.atom`)}"/>`
  const entries = publications.map((publication) => writeEntry(publication, { publisher, language, feedId: id }))
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${text(id)}</id><title>${text(`${pageWords.title[language]} – ${name}`)}</title>
<updated>${publications[0]?.changedAt ?? updatedAt}</updated><author><name>${text(name)}</name></author>${self}
${entries.join('\n')}
</feed>
`
}

function writeEntry(
  publication: Publication,
  {
    publisher,
    language,
    feedId,
  }: { readonly publisher: Publisher; readonly language: InterfaceLanguage; readonly feedId: string },
): string {
  const { id, verdict, wording, explanation, status, changedAt, withdrawnBecause } = publication
  const isStanding = status === 'standing'
  const mark = isStanding ? verdictWords[verdict][language] : stateWords[status][language]
  const address = addressOf(publication, publisher)
  const link = address === null ? '' : `<link href="${text(address)}"/>`
  const summary = isStanding ? explanation : (withdrawnBecause ?? stateWords[status][language])
  return `<entry><id>${text(`${feedId}#f${id}`)}</id><title>${text(`${mark}: ${wording}`)}</title><updated>${changedAt}</updated>${link}<summary>${text(summary)}</summary></entry>`
}
