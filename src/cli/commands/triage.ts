// langnghe triage, langnghe match: what in files of one's own stands against fact-checks and evidence. No service, no database.
import { buildIndex, search } from '../../../classifiers/claims/index.ts'
import { featuresOf, prepareKnowledge } from '../../../classifiers/claims/knowledge.ts'
import { compileClaims } from '../../../classifiers/claims/lexicon.ts'
import { readSlots } from '../../../classifiers/claims/slots.ts'
import { triage as judge } from '../../../classifiers/claims/triage.ts'
import { identify } from '../../../classifiers/language.ts'
import { readClaimData } from '../../../classifiers/load.ts'
import { UserError } from '../../errors.ts'
import { evidenceSchema, factCheckSchema, type Statement, textKinds } from '../../model/claim.ts'
import { type Language, languages } from '../../model/language.ts'
import { loadSlotContext, readRows } from '../claim-files.ts'
import { type Define, exitCodes } from '../command.ts'
import { eachLine, type InputLine, print } from '../json-lines.ts'
import type { Say } from '../words.ts'

const matchesGiven = 5
const progressEvery = 1000

type TriageOptions = { readonly evidence?: string; readonly factChecks?: string; readonly now?: string }

export const triage: Define = (program, { say, environment }) => {
  program
    .command('triage')
    .description(say('triage'))
    .option('--evidence <file>', say('evidenceFile'))
    .option('--fact-checks <file>', say('factCheckFile'))
    .option('--now <time>', say('triageNow'))
    .argument('[files...]', say('files'))
    .action(async (files: string[], options: TriageOptions) => {
      const now = readNow(options.now, say)
      const folder = environment.LANGNGHE_CONFIG
      const evidence = options.evidence ? await readRows(options.evidence, evidenceSchema, say) : none
      const factChecks = options.factChecks ? await readRows(options.factChecks, factCheckSchema, say) : none
      const knowledge = prepareKnowledge(evidence.rows, factChecks.rows, await loadSlotContext(folder))
      const lexicon = compileClaims(await readClaimData(folder))
      const count = countLines(say)
      const refused = await eachLine({ files, say }, async (line) => {
        const statement = readStatement(line, now)
        if (statement === null) return 'badKind'
        await print({ id: line.id, ...judge(statement, knowledge, lexicon) })
        count()
        return undefined
      })
      if (refused + evidence.refused + factChecks.refused > 0) process.exitCode = exitCodes.partly
    })
}

export const match: Define = (program, { say, environment }) => {
  program
    .command('match')
    .description(say('match'))
    .requiredOption('--fact-checks <file>', say('factCheckFile'))
    .argument('[files...]', say('files'))
    .action(async (files: string[], { factChecks: file }: { factChecks: string }) => {
      const context = await loadSlotContext(environment.LANGNGHE_CONFIG)
      const { rows, refused: unread } = await readRows(file, factCheckSchema, say)
      const read = (text: string, published = '') => featuresOf({ text, ...readSlots(text, published, context) })
      const index = buildIndex(
        rows.map(({ claimReviewed, explanation, lang, published }) => ({
          ...{ claim: claimReviewed, detail: explanation, language: lang },
          features: read(claimReviewed, published),
        })),
      )
      const count = countLines(say)
      const refused = await eachLine({ files, say }, async ({ id, text, lang }) => {
        const query = { text, language: lang ?? identify(text).language, features: read(text) }
        const matches = search(index, query, matchesGiven).map(({ entry, score }) => ({
          id: rows[entry]?.id,
          score: Math.round(score * 1000) / 1000,
        }))
        await print({ id, matches })
        count()
        return undefined
      })
      if (refused + unread > 0) process.exitCode = exitCodes.partly
    })
}

const none = { rows: [], refused: 0 } as const

function readNow(written: string | undefined, say: Say): string {
  if (written === undefined) return new Date().toISOString()
  if (Number.isNaN(Date.parse(written))) throw new UserError(`--now ${written}`, say('badNow'), say('badNowTodo'))
  return written
}

/** Null for an unknown kind. A text without one is judged as a post: the kind that is protected most. */
function readStatement({ text, lang, fields }: InputLine, now: string): Statement | null {
  const kind = fields.kind === undefined ? 'post' : textKinds.find((known) => known === fields.kind)
  if (kind === undefined) return null
  const { published = now } = fields
  const language: Language = languages.find((known) => known === lang) ?? 'und'
  return { text, kind, language, published: Number.isNaN(Date.parse(published)) ? now : published }
}

function countLines(say: Say): () => void {
  let lines = 0
  return () => {
    if (++lines % progressEvery === 0) process.stderr.write(`${lines} ${say('judgedLines')}\n`)
  }
}
