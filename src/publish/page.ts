// Published verdicts as one self-contained page: no script that runs, nothing loaded from anywhere.
import type { InterfaceLanguage } from '../model/language.ts'
import type { Publication, Publisher } from '../model/publication.ts'
import { toClaimReview } from './claimreview.ts'
import { escapeScript, escapeMarkup as text } from './escape.ts'
import { pageWords, stateWords, verdictWords } from './words.ts'

const style = `:root{color-scheme:light dark}body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}
article{border-top:1px solid #8886;padding:1rem 0}h2{font-size:1.15rem;margin:.3rem 0}.verdict{font-weight:700}
.gone h2{text-decoration:line-through}.gone .verdict{color:#b3261e}small,li{color:#666}@media(prefers-color-scheme:dark){small,li{color:#aaa}.gone .verdict{color:#ff8a80}}`

/** `other`: address of the page in the other language. Pure. */
export function writePage(
  publications: readonly Publication[],
  {
    publisher,
    language,
    other,
  }: { readonly publisher: Publisher; readonly language: InterfaceLanguage; readonly other: string },
): string {
  const title = `${pageWords.title[language]} – ${publisher.name}`
  const reviews = publications.flatMap((publication) => toClaimReview(publication, publisher, language) ?? [])
  const entries = publications.map((publication) => writeEntry(publication, language))
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${text(title)}</title><style>${style}</style>
${reviews.map((review) => `<script type="application/ld+json">${escapeScript(review)}</script>`).join('\n')}
</head><body><p><a href="${text(other)}">${language === 'vi' ? 'English' : 'Tiếng Việt'}</a></p><h1>${text(title)}</h1>
${entries.length > 0 ? entries.join('\n') : `<p>${pageWords.none[language]}</p>`}
</body></html>
`
}

function writeEntry(publication: Publication, language: InterfaceLanguage): string {
  const { id, verdict, wording, explanation, status, publishedOn, withdrawnOn, withdrawnBecause, sources } = publication
  const isStanding = status === 'standing'
  const mark = isStanding
    ? verdictWords[verdict][language]
    : `${stateWords[status][language]} ${pageWords.withdrawnOn[language]} ${withdrawnOn ?? ''}`
  const body = isStanding ? explanation : (withdrawnBecause ?? '')
  const list = isStanding ? `<p>${pageWords.sources[language]}:</p><ul>${sources.map(writeSource).join('')}</ul>` : ''
  return `<article id="f${id}"${isStanding ? '' : ' class="gone"'} lang="${text(publication.language)}"><p class="verdict" lang="${language}">${text(mark)}</p>
<h2>${text(wording)}</h2><p>${text(body)}</p>${list}<small lang="${language}">${pageWords.published[language]} ${publishedOn}</small></article>`
}

function writeSource({ publisher, published, url, quote }: Publication['sources'][number]): string {
  const name = text(publisher)
  const named = url === null ? name : `<a href="${text(url)}" rel="noopener">${name}</a>`
  return `<li>${named}${published === null ? '' : `, ${text(published)}`}: ${text(quote)}</li>`
}
