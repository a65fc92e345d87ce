// The judgements on files of one's own: extract, identify, classify, redact. No service, no database.
import { classify as judgeConventions } from '../../../classifiers/conventions/combine.ts'
import { createExplainer } from '../../../classifiers/conventions/explain.ts'
import { identify as identifyLanguage } from '../../../classifiers/language.ts'
import { loadModels, readExamples } from '../../../classifiers/load.ts'
import { type Language, languages } from '../../model/language.ts'
import { redact as redactText } from '../../text/redact.ts'
import { type CommandContext, type Define, exitCodes } from '../command.ts'
import { extractFiles } from '../extract-files.ts'
import { type InputLine, judgeLines } from '../json-lines.ts'

type Verb = 'identify' | 'classify' | 'redact'
type LineJudge = (line: InputLine) => object
type Options = { readonly explain?: boolean }

/** Each verb prepares what it needs once and then judges a line at a time. */
const judges: Readonly<Record<Verb, (context: CommandContext, options: Options) => Promise<LineJudge>>> = {
  identify: async () => (line) => identifyLanguage(line.text, line.lang),
  classify: async ({ environment }, { explain = false }) => {
    const models = await loadModels(environment.LANGNGHE_CONFIG)
    if (models.problem !== null) process.stderr.write(`${models.problem}\n`)
    const explainer = explain ? createExplainer((await readExamples()).examples, models) : null
    return ({ text, lang }) => {
      const language = isKnown(lang) ? lang : identifyLanguage(text, lang).language
      const { tags } = judgeConventions({ title: '', text }, language, models)
      return { language, tags, ...(explainer && { explanation: explainer({ title: '', text }, language) }) }
    }
  },
  redact: async () => (line) => redactText(line.text),
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
