// The judgements on files of one's own: extract, identify, classify, redact. No service, no database.
import { classify as judgeConventions } from '../../../classifiers/conventions/combine.ts'
import { identify as identifyLanguage } from '../../../classifiers/language.ts'
import { loadModels } from '../../../classifiers/load.ts'
import { type Language, languages } from '../../model/language.ts'
import { redact as redactText } from '../../text/redact.ts'
import { type CommandContext, type Define, exitCodes } from '../command.ts'
import { extractFiles } from '../extract-files.ts'
import { type InputLine, judgeLines } from '../json-lines.ts'

type Verb = 'identify' | 'classify' | 'redact'
type LineJudge = (line: InputLine) => object

/** Each verb prepares what it needs once and then judges a line at a time. */
const judges: Readonly<Record<Verb, (context: CommandContext) => Promise<LineJudge>>> = {
  identify: async () => (line) => identifyLanguage(line.text, line.lang),
  classify: async ({ environment }) => {
    const models = await loadModels(environment.LANGNGHE_CONFIG)
    return ({ text, lang }) => {
      const language = isKnown(lang) ? lang : identifyLanguage(text, lang).language
      const { tags } = judgeConventions({ title: '', text }, language, models)
      return { language, tags }
    }
  },
  redact: async () => (line) => redactText(line.text),
}

const isKnown = (code: string | undefined): code is Language =>
  (languages as readonly (string | undefined)[]).includes(code)

const defineVerb =
  (verb: Verb): Define =>
  (program, context) => {
    program
      .command(verb)
      .description(context.say(verb))
      .argument('[files...]', context.say('files'))
      .action(async (files: string[]) => {
        const refused = await judgeLines({ files, say: context.say, judge: await judges[verb](context) })
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
