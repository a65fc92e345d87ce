// The judgements on files of one's own: extract, identify, classify, redact. No service, no database.
import { classify as judgeConventions } from '../../../classifiers/conventions/combine.ts'
import { createExplainer } from '../../../classifiers/conventions/explain.ts'
import { compile, type LexiconData } from '../../../classifiers/conventions/lexicon.ts'
import { withTransformer } from '../../../classifiers/conventions/transformer.ts'
import { identify as identifyLanguage } from '../../../classifiers/language.ts'
import { readExamples, readLexicon } from '../../../classifiers/load.ts'
import { officeModelFolder, readConfig } from '../../config.ts'
import { type Language, languages } from '../../model/language.ts'
import { redact as redactText } from '../../text/redact.ts'
import { explainTransformer } from '../../text/transformer-words.ts'
import type { Hear } from '../../threads/judge-pool.ts'
import { openTransformer } from '../../transformer.ts'
import { type CommandContext, type Define, exitCodes } from '../command.ts'
import { extractFiles } from '../extract-files.ts'
import { type InputLine, judgeLines } from '../json-lines.ts'

type Verb = 'identify' | 'classify' | 'redact'
type LineJudge = (line: InputLine) => object | Promise<object>
type Options = { readonly explain?: boolean }

/** Each verb prepares what it needs once and then judges a line at a time. */
const judges: Readonly<Record<Verb, (context: CommandContext, options: Options) => Promise<LineJudge>>> = {
  identify: async () => (line) => identifyLanguage(line.text, line.lang),
  classify: async (context, { explain = false }) => {
    const lexicon = await readLexicon(context.environment.LANGNGHE_CONFIG, officeModelFolder(context.environment))
    const models = compile(lexicon)
    const hear = await openHearing(context, lexicon)
    if (models.problem !== null) process.stderr.write(`${models.problem}\n`)
    const explainer = explain ? createExplainer((await readExamples()).examples, models) : null
    return async ({ text, lang }) => {
      const language = isKnown(lang) ? lang : identifyLanguage(text, lang).language
      const heard = await hear({ title: '', text })
      const asked = heard ? withTransformer(models, heard.head) : models
      const { tags, instruments } = judgeConventions({ title: '', text, vector: heard?.vector }, language, asked)
      return {
        language,
        tags,
        instruments,
        ...(explainer && { explanation: explainer({ title: '', text }, language) }),
      }
    }
  },
  redact: async () => (line) => redactText(line.text),
}

/** The third judge as far as it is ready; nothing is downloaded or fitted for a batch. */
async function openHearing({ environment, language }: CommandContext, lexicon: LexiconData): Promise<Hear> {
  const { service } = await readConfig(environment.LANGNGHE_CONFIG)
  const options = { setting: service.transformer, dataFolder: environment.LANGNGHE_DATA, lexicon }
  const { start, hear } = openTransformer({ ...options, fit: 'never', mayDownload: false })
  const problem = explainTransformer(await start(), language)
  if (problem !== null) process.stderr.write(`${problem}\n`)
  return hear
}

const isKnown = (code: string | undefined): code is Language =>
  (languages as readonly (string | undefined)[]).includes(code)

const defineVerb =
  (verb: Verb): Define =>
  (program, context) => {
    const command = program.command(verb).description(context.say(verb)).argument('[files...]', context.say('files'))
    if (verb === 'classify') command.option('--explain', context.say('explain'))
    command.action(async (files: string[], options: Options) => {
      const refused = await judgeLines({ files, say: context.say, judge: await judges[verb](context, options) })
      if (refused > 0) process.exitCode = exitCodes.partly
    })
  }

export const identify = defineVerb('identify')
export const classify = defineVerb('classify')
export const redact = defineVerb('redact')

export const extract: Define = (program, { say }) => {
  program
    .command('extract')
    .description(say('extract'))
    .argument('<paths...>', say('extractPaths'))
    .action(async (paths: string[]) => {
      const refused = await extractFiles(paths, say)
      if (refused > 0) process.exitCode = exitCodes.partly
    })
}
