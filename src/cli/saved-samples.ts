// Saved samples: what a source answered, scrubbed, beside what has to come of it, so that a change that breaks it shows.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ConnectorContext, DoorResponse } from '../../crawlers/connector.ts'
import { FetchFailure, UserError } from '../errors.ts'
import type { ItemDraft } from '../model/item.ts'
import type { Source } from '../model/source.ts'
import type { Deps } from '../pipeline/deps.ts'
import { decodeBytes } from '../text/decode.ts'
import { scrubHtml, scrubJson, scrubXml } from '../text/scrub.ts'
import { readSample } from './source-sample.ts'

/** What an article has to come to. The start of its text stands as a hash: the text is in the saved page. */
const expectedSchema = z.array(
  z.strictObject({
    url: z.string(),
    title: z.string(),
    publishedAt: z.string().nullable(),
    startHash: z.string(),
  }),
)
export type Expected = z.output<typeof expectedSchema>[number]

/** Which file is the answer of which address, and when it was taken: relative dates count from there. */
const answersSchema = z.strictObject({
  takenAt: z.iso.datetime(),
  entries: z.int().positive(),
  answers: z.array(
    z.strictObject({
      url: z.string(),
      /** Where it led to, if elsewhere: relative links count from there. */
      servedFrom: z.string().optional(),
      contentType: z.string().nullable(),
      file: z.string(),
    }),
  ),
})

type Reader = Pick<Deps, 'connectors' | 'parse' | 'judge'>

export type Difference = {
  readonly url: string
  readonly field: keyof Expected
  readonly expected: string | null
  readonly found: string | null
}

const entriesKept = 2
const startChars = 300

export const samplesFolder = (configFolder: string): string => join(configFolder, 'sources', 'samples')

/**
 * Writes config/sources/samples/<id> anew and returns that folder; null for private people's posts, which are never kept.
 * Files that are no text (PDF, Word) are left out: nobody could scrub them.
 */
export async function saveSample(
  reader: Reader & Pick<Deps, 'now'>,
  configFolder: string,
  source: Source,
  answers: ReadonlyMap<string, DoorResponse>,
): Promise<string | null> {
  if (source.ownership === 'private') return null
  const folder = join(samplesFolder(configFolder), source.id)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const list: z.output<typeof answersSchema>['answers'] = []
  for (const [url, answer] of answers) {
    if (!isText(answer)) continue
    const { text, kind } = scrub(answer)
    const file = `${list.length + 1}.${kind}`
    await writeFile(join(folder, file), text)
    const moved = answer.url === url ? {} : { servedFrom: answer.url }
    list.push({ url, ...moved, contentType: contentTypes[kind], file })
  }
  const index = { takenAt: reader.now().toISOString(), entries: entriesKept, answers: list }
  await writeFile(join(folder, 'answers.json'), `${JSON.stringify(index, null, 2)}\n`)
  // From what was kept, not from what came: scrubbing may have shortened a text.
  const { results, used } = await replay(reader, folder, source)
  for (const { url, file } of list) if (!used.has(url)) await rm(join(folder, file))
  const answersUsed = { ...index, answers: list.filter(({ url }) => used.has(url)) }
  await writeFile(join(folder, 'answers.json'), `${JSON.stringify(answersUsed, null, 2)}\n`)
  await writeFile(join(folder, 'expected.json'), `${JSON.stringify(results, null, 2)}\n`)
  return folder
}

/** Ids of the sources that have a sample. */
export async function listSamples(configFolder: string): Promise<string[]> {
  const entries = await readdir(samplesFolder(configFolder), { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** Runs a sample through connector and judge as they are now; empty where everything is as expected. */
export async function checkSample(reader: Reader, configFolder: string, source: Source): Promise<Difference[]> {
  const folder = join(samplesFolder(configFolder), source.id)
  const expected = await readChecked(join(folder, 'expected.json'), expectedSchema)
  const { results } = await replay(reader, folder, source)
  return [
    ...expected.flatMap((wanted) =>
      compare(
        wanted,
        results.find(({ url }) => url === wanted.url),
      ),
    ),
    ...results
      .filter(({ url }) => !expected.some((wanted) => wanted.url === url))
      .map(({ url }) => ({ url, field: 'url' as const, expected: null, found: url })),
  ]
}

function compare(wanted: Expected, found: Expected | undefined): Difference[] {
  if (!found) return [{ url: wanted.url, field: 'url', expected: wanted.url, found: null }]
  const fields = ['title', 'publishedAt', 'startHash'] as const
  return fields
    .filter((field) => wanted[field] !== found[field])
    .map((field) => ({ url: wanted.url, field, expected: wanted[field], found: found[field] }))
}

async function replay(reader: Reader, folder: string, source: Source) {
  const { takenAt, entries, answers } = await readChecked(join(folder, 'answers.json'), answersSchema)
  const used = new Set<string>()
  const fetch: ConnectorContext['fetch'] = async ({ url }) => {
    const answer = answers.find((one) => one.url === url)
    if (!answer) throw new FetchFailure('not_found', 'the sample has no answer for this address')
    used.add(url)
    const bytes = await readFile(join(folder, answer.file))
    const none = { link: null, maxAgeMs: null, validators: { etag: null, lastModified: null } }
    return { status: 200, url: answer.servedFrom ?? url, contentType: answer.contentType, bytes, ...none }
  }
  const now = () => new Date(takenAt)
  const { signal } = new AbortController()
  const { drafts } = await readSample({ ...reader, now, fetch, signal }, source, entries)
  return { results: drafts.map(toExpected).sort((a, b) => (a.url < b.url ? -1 : 1)), used }
}

function toExpected({ url, title, publishedAt, text }: ItemDraft): Expected {
  const startHash = createHash('sha256').update(text.slice(0, startChars)).digest('hex').slice(0, 16)
  return { url, title, publishedAt, startHash }
}

async function readChecked<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    throw new UserError(file, 'is missing or broken', 'save the sample anew: langnghe sources check ID --save-sample')
  }
}

const isText = ({ contentType }: DoorResponse): boolean =>
  /^(?:$|text\/|application\/[\w.+-]*(?:xml|json)\b)/i.test(contentType ?? '')

const contentTypes = {
  html: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

function scrub({ bytes, contentType }: DoorResponse): { text: string; kind: keyof typeof contentTypes } {
  const { text } = decodeBytes(bytes, contentType, 'html')
  if (/^\s*[{[]/.test(text)) return { text: scrubJson(text), kind: 'json' }
  const isPage = /^\s*<(?:!doctype\s+html|html[\s>])/i.test(text) || /html/.test(contentType ?? '')
  return isPage
    ? { text: scrubHtml(text), kind: 'html' }
    : { text: scrubXml(decodeBytes(bytes, contentType, 'xml').text), kind: 'xml' }
}
