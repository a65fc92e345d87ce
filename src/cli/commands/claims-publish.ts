// langnghe claims publish: one verdict (ID), or everything published as page, Atom feed and ClaimReview files (--out).
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../../config.ts'
import { interfaceLanguages } from '../../model/language.ts'
import type { Publication, Publisher } from '../../model/publication.ts'
import { writeAtom } from '../../publish/atom.ts'
import { fileOf, toClaimReview } from '../../publish/claimreview.ts'
import { writePage } from '../../publish/page.ts'
import { appendAudit } from '../../store/audit.ts'
import { takeStep } from '../../store/claim-steps.ts'
import { readPublications } from '../../store/publications.ts'
import { atDesk, print, readNumber } from '../claim-desk.ts'
import { speakClaims } from '../claim-words.ts'
import type { Define } from '../command.ts'
import { addActor, tell, toActor } from './claims-steps.ts'

type Given = { readonly as: string; readonly seen?: string; readonly out?: string; readonly site?: string }

export const publishClaims: Define = (group, { language, environment }) => {
  const say = speakClaims(language)
  const command = group.command('publish').description(say('publish')).argument('[id]')
  command.option('--out <folder>', say('out')).option('--site <address>', say('site'))
  addActor(command, say).action(async (id: string | undefined, { as, seen, out, site }: Given) => {
    const { office } = await readConfig(environment.LANGNGHE_CONFIG)
    await atDesk(environment, as, say, async ({ db, now, desk, actor }) => {
      if (id !== undefined) {
        const asked = { claimId: readNumber(id, say), actor: toActor(actor), desk: desk.map(toActor), input: {} }
        const step = { ...asked, action: 'publish', seen: seen === undefined ? null : readNumber(seen, say) } as const
        tell(id, await takeStep(db, step, now), say)
      }
      if (out === undefined) return
      const publications = await readPublications(db, now)
      const files = await writeAll(out, publications, { name: office.name, site: site ?? null }, now)
      const details = { files: files.length, verdicts: publications.length }
      await appendAudit(
        db,
        { actor: actor.account, action: 'factchecks_published', subject: 'fact-checks', details },
        now,
      )
      for (const file of files) print(`${say('written')} ${file}`)
    })
  })
}

/** The page and the feed in the language of the office and in English, and a ClaimReview file for each verdict that stands. */
async function writeAll(
  folder: string,
  publications: readonly Publication[],
  publisher: Publisher,
  now: Date,
): Promise<string[]> {
  const pages = { vi: 'factchecks.html', en: 'factchecks.en.html' } as const
  const feeds = { vi: 'factchecks.atom', en: 'factchecks.en.atom' } as const
  const files = new Map<string, string>()
  for (const language of interfaceLanguages) {
    const other = pages[language === 'vi' ? 'en' : 'vi']
    files.set(pages[language], writePage(publications, { publisher, language, other }))
    files.set(feeds[language], writeAtom(publications, { publisher, language, updatedAt: now.toISOString() }))
  }
  for (const publication of publications) {
    // A verdict that was withdrawn leaves an empty file: what was copied from it is to go too.
    const review = toClaimReview(publication, publisher, 'vi') ?? {}
    files.set(join('factchecks', fileOf(publication)), `${JSON.stringify(review, null, 2)}\n`)
  }
  await mkdir(join(folder, 'factchecks'), { recursive: true })
  for (const [name, text] of files) await writeFile(join(folder, name), text)
  return [...files.keys()].map((name) => join(folder, name))
}
