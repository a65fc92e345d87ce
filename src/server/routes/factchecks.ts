// /factchecks.html, /factchecks.atom, /factchecks/:id.json: what has been published, for everybody who may open the console.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type InterfaceLanguage, interfaceLanguages } from '../../model/language.ts'
import { writeAtom } from '../../publish/atom.ts'
import { toClaimReview } from '../../publish/claimreview.ts'
import { writePage } from '../../publish/page.ts'
import { readPublications } from '../../store/publications.ts'
import { languageOf, refuse } from '../answer.ts'
import type { ServerContext } from '../context.ts'

export function factcheckRoutes({ db, officeName, now }: ServerContext): Hono {
  const publisher = { name: officeName, site: null }
  return new Hono()
    .get('/factchecks.html', async (c) => {
      const language = askedLanguage(c)
      const other = `factchecks.html?lang=${language === 'vi' ? 'en' : 'vi'}`
      return c.html(writePage(await readPublications(db, now()), { publisher, language, other }))
    })
    .get('/factchecks.atom', async (c) => {
      const options = { publisher, language: askedLanguage(c), updatedAt: now().toISOString() }
      const feed = writeAtom(await readPublications(db, now()), options)
      return c.body(feed, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
    })
    .get('/factchecks/:file{[0-9]+\\.json}', async (c) => {
      const id = z.coerce.number().int().positive().parse(c.req.param('file').replace('.json', ''))
      const publication = (await readPublications(db, now())).find((one) => one.id === id)
      const review = publication && toClaimReview(publication, publisher, askedLanguage(c))
      return review ? c.json(review) : refuse(c, 'not_found')
    })
}

/** `?lang=`, or what the browser asks for. */
function askedLanguage(c: Context): InterfaceLanguage {
  return interfaceLanguages.find((language) => language === c.req.query('lang')) ?? languageOf(c)
}
