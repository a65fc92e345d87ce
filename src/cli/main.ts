// The command line: reads the environment, defines every verb, and says what went wrong in the reader's language.
import { Command, CommanderError } from 'commander'
import { readEnvironment } from '../config.ts'
import { UserError } from '../errors.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../model/language.ts'
import { type Define, exitCodes } from './command.ts'
import { speak, type Word } from './words.ts'

/** Each is loaded when it is asked for: together they bring in every library of the product. */
const verbs: Readonly<Record<string, () => Promise<Define>>> = {
  demo: async () => (await import('./commands/demo.ts')).demo,
  start: async () => (await import('./commands/start.ts')).start,
  crawl: async () => (await import('./commands/crawl.ts')).crawl,
  report: async () => (await import('./commands/report.ts')).report,
  sources: async () => (await import('./commands/sources.ts')).sources,
  extract: async () => (await import('./commands/batch.ts')).extract,
  identify: async () => (await import('./commands/batch.ts')).identify,
  classify: async () => (await import('./commands/batch.ts')).classify,
  retag: async () => (await import('./commands/retag.ts')).retag,
  cluster: async () => (await import('./commands/cluster.ts')).cluster,
  claims: async () => (await import('./commands/claims.ts')).claims,
  triage: async () => (await import('./commands/triage.ts')).triage,
  match: async () => (await import('./commands/triage.ts')).match,
  redact: async () => (await import('./commands/batch.ts')).redact,
  plan: async () => (await import('./commands/plan.ts')).plan,
  audit: async () => (await import('./commands/audit.ts')).audit,
  models: async () => (await import('./commands/models.ts')).models,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  version: async () => (await import('./commands/version.ts')).version,
}

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

/** The one that is called; all where the help shows them, or none is known by that name. */
function askedVerbs(args: readonly string[]): readonly (() => Promise<Define>)[] {
  const first = args.find((arg, i) => !arg.startsWith('--lang') && args[i - 1] !== '--lang') ?? ''
  const asked = Object.hasOwn(verbs, first) ? verbs[first] : undefined
  return asked ? [asked] : Object.values(verbs)
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
  for (const load of askedVerbs(args)) (await load())(program, { say, language, environment })
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
