// langnghe sources add URL: looks at a page, proposes a source, shows what it would collect, and writes it where asked to.
import { createInterface } from 'node:readline/promises'
import type { Offer } from '../../../crawlers/discover/offer.ts'
import { readConfig } from '../../config.ts'
import { UserError } from '../../errors.ts'
import { openRuntime, type Runtime } from '../../main.ts'
import { addressKey, findByAddress } from '../../rules/source-entry.ts'
import { giveWord } from '../../store/confirmations.ts'
import { tokens } from '../../text/normalize.ts'
import { requireContact } from '../choose-sources.ts'
import { type CommandContext, type Define, exitCodes, stopSignal } from '../command.ts'
import { saveSample } from '../saved-samples.ts'
import { addEntries, appendEntries } from '../source-file.ts'
import { type Proposal, proposeSource } from '../source-proposal.ts'
import { type SourceWords, speakOfSources } from '../source-words.ts'

export type AddOptions = {
  readonly as?: string
  readonly name?: string
  readonly id?: string
  readonly ownership?: string
  readonly role?: readonly string[]
  readonly language?: string
  readonly region?: string
  readonly file: string
  readonly write?: boolean
  readonly saveSample?: boolean
  readonly json?: boolean
}

export const addSource: Define = (group, context) => {
  const say = speakOfSources(context.language)
  group
    .command('add')
    .description(say.add)
    .argument('<url>', say.url)
    .option('--as <person>', say.as)
    .option('--name <name>', say.name)
    .option('--id <id>', say.id)
    .option('--ownership <who>', say.ownership)
    .option('--role <role>', say.role, (role: string, before: string[] | undefined) => [...(before ?? []), role])
    .option('--language <code>', say.language)
    .option('--region <code>', say.region)
    .option('--file <name>', say.file, 'added.yaml')
    .option('--write', say.write)
    .option('--save-sample', say.saveSample)
    .option('--json', context.say('json'))
    .action((url: string, options: AddOptions) => add(url, options, context))
}

async function add(written: string, options: AddOptions, context: CommandContext): Promise<void> {
  const { say, language, environment } = context
  const words = speakOfSources(language)
  const url = readAddress(written, words)
  if (options.as !== undefined && tokens(options.as).length === 0)
    throw new UserError('--as', say('noPerson'), say('noPersonTodo'))
  const config = await readConfig(environment.LANGNGHE_CONFIG)
  const refuseKnown = (address: string): void => {
    const known = findByAddress(config.sources, [address])
    if (known) throw new UserError(address, words.isSource(known.id), words.isSourceTodo)
  }
  refuseKnown(url)
  if (config.sources.some(({ id }) => id === options.id))
    throw new UserError(`--id ${options.id}`, words.takenId, words.takenIdTodo)
  const runtime = await openRuntime(environment, config, undefined, [url])
  try {
    requireContact(runtime, say)
    const proposal = await proposeSource(runtime, url, options, context, stopSignal())
    refuseKnown(proposal.offer.url)
    if (!options.json) print(proposal, words)
    const file = (await isWanted(proposal, options, words)) ? await write(runtime, proposal, options, context) : null
    if (options.json) process.stdout.write(`${JSON.stringify({ ...toJson(proposal), file })}\n`)
    else
      process.stdout.write(
        file ? `${words.written(file)}\n` : proposal.missing.length > 0 ? '' : `${words.howToWrite}\n`,
      )
    if (proposal.missing.length > 0 || !proposal.works) process.exitCode = exitCodes.partly
  } finally {
    await runtime.close()
  }
}

function readAddress(written: string, words: SourceWords): string {
  const url = URL.parse(/^[a-z][a-z+.-]*:\/\//i.test(written) ? written : `https://${written}`)
  if (!url || !/^https?:$/.test(url.protocol) || addressKey(url.href) === '')
    throw new UserError(written, words.badUrl, words.badUrlTodo)
  return url.href
}

/** `--write`, or a yes at a terminal. Throws a `UserError` where it is wanted but cannot be. */
async function isWanted(proposal: Proposal, { write, json, file }: AddOptions, words: SourceWords): Promise<boolean> {
  const { missing, works, offer } = proposal
  const isComplete = missing.length === 0 && works
  if (write && missing.length > 0) throw new UserError(offer.url, words.missing(missing.join(' ')), words.missingTodo)
  if (write && !works) throw new UserError(offer.url, words.nothingRead, words.nothingReadTodo)
  if (write || json || !isComplete || !process.stdin.isTTY) return write === true
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(words.ask(`config/sources/${file}`))
  terminal.close()
  return words.yes.test(answer.trim())
}

async function write(
  runtime: Runtime,
  proposal: Proposal,
  options: AddOptions,
  context: CommandContext,
): Promise<string> {
  const words = speakOfSources(context.language)
  const { entry, source, offer, answers } = proposal
  const folder = context.environment.LANGNGHE_CONFIG
  const file = await addEntries(folder, options.file, [entry], words)
  const person = options.as?.trim()
  const details = { change: 'added', kind: offer.kind, address: offer.url, file: options.file }
  const { store, now } = runtime.deps
  await store.appendAudit({ actor: person || 'cli', action: 'source_changed', subject: entry.id, details }, now())
  // Whoever adds an account has said whose it is: the first of the two words that it needs.
  if (person && source) await giveWord(runtime.db, source, person, now())
  if (options.saveSample && source) {
    const saved = await saveSample(runtime.deps, folder, source, answers)
    process.stderr.write(`${saved ? words.saved(saved) : words.noPrivateSample}\n`)
  }
  return file
}

const shorten = ({ kind, url, basis }: Offer) => ({ kind, url, basis })

function toJson({ entry, offer, offers, sample, missing, works, failure }: Proposal) {
  return { entry, basis: offer.basis, offers: offers.map(shorten), sample, missing, works, failure }
}

function print({ entry, offer, offers, sample, posts, missing, advice, notes }: Proposal, words: SourceWords): void {
  const lines = [
    `${words.offers}:`,
    ...offers.map((one) => `  ${one === offer ? '→' : '·'} ${words.bases[one.basis]}: ${one.url}`),
    `\n${words.entry}:`,
    appendEntries('sources: []', [entry]).replace('sources:\n', '').trimEnd(),
    `\n${words.sample}:`,
    ...sample.map(
      ({ title, publishedAt, characters, language }) =>
        `  ${publishedAt?.slice(0, 10) ?? words.noDate} · ${characters} ${words.characters} · ${language} · ${title}`,
    ),
    ...(posts > 0 ? [`  ${words.posts(posts)}`] : []),
    ...(advice ? [`  → ${advice}`] : []),
    ...notes,
    ...(missing.length > 0 ? [`\n${words.missing(missing.join(' '))}\n  → ${words.missingTodo}`] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
