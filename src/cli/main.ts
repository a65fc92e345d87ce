// The command line: reads the environment, defines every verb, and says what went wrong in the reader's language.
import { Command, CommanderError } from 'commander'
import { readEnvironment } from '../config.ts'
import { UserError } from '../errors.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../model/language.ts'
import { exitCodes } from './command.ts'
import { audit } from './commands/audit.ts'
import { classify, extract, identify, redact } from './commands/batch.ts'
import { cluster } from './commands/cluster.ts'
import { crawl } from './commands/crawl.ts'
import { demo } from './commands/demo.ts'
import { doctor } from './commands/doctor.ts'
import { models } from './commands/models.ts'
import { report } from './commands/report.ts'
import { retag } from './commands/retag.ts'
import { sources } from './commands/sources.ts'
import { start } from './commands/start.ts'
import { match, triage } from './commands/triage.ts'
import { version } from './commands/version.ts'
import { speak, type Word } from './words.ts'

const verbs = [
  demo,
  start,
  crawl,
  report,
  sources,
  extract,
  identify,
  classify,
  retag,
  cluster,
  triage,
  match,
  redact,
  audit,
  models,
  doctor,
  version,
]

const titles: Readonly<Record<string, Word>> = {
  'Usage:': 'usage',
  'Commands:': 'commands',
  'Options:': 'options',
  'Arguments:': 'arguments',
}

/** `--lang` is looked for first: the help itself depends on it. */
function askedLanguage(args: readonly string[], fallback: InterfaceLanguage): InterfaceLanguage {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const value = at < 0 ? undefined : args[at]?.includes('=') ? args[at]?.slice('--lang='.length) : args[at + 1]
  return interfaceLanguages.find((language) => language === value) ?? fallback
}

async function run(args: readonly string[]): Promise<void> {
  const environment = readEnvironment(process.env)
  const language = askedLanguage(args, environment.LANGNGHE_LANG)
  const say = speak(language)
  const program = new Command('langnghe')
    .description(say('program'))
    .option('--lang <vi|en>', say('lang'))
    .helpOption('-h, --help', say('help'))
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => say(titles[title] ?? 'options'), showGlobalOptions: true })
    .exitOverride()
  for (const define of verbs) define(program, { say, language, environment })
  for (const command of program.commands) adopt(command, program)
  if (args.length === 0) program.outputHelp()
  else await program.parseAsync([...args], { from: 'user' })
}

/** Sub-commands speak and end as the program does. */
function adopt(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent).helpCommand(false)
  for (const child of command.commands) adopt(child, command)
}

// `| head` closes our output early: then there is nothing more to say.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done)
  throw error
})

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  else if (error instanceof UserError) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = exitCodes.failed
  } else throw error
}
