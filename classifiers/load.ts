// Loads the models from disk: the only file among the classifiers that reads anything.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { UserError } from '../src/errors.ts'
import { type HarmFile, harmFileSchema } from '../src/model/claim-lexicon.ts'
import { type ClaimTerms, claimTermsSchema } from '../src/model/claim-terms.ts'
import { conventionIds } from '../src/model/convention.ts'
import { type InstrumentFile, instrumentFileSchema } from '../src/model/instrument.ts'
import { addOfficeRules, type OfficeWords, officeWordsSchema } from '../src/model/office-words.ts'
import {
  type ConventionFile,
  conventionFileSchema,
  directionFileSchema,
  type LexiconFile,
  lexiconFileSchema,
  scoringSchema,
} from '../src/model/taxonomy.ts'
import { parseYaml } from '../src/text/checked-yaml.ts'
import { suggest } from '../src/text/suggest.ts'
import { type ClaimData, conceptNames } from './claims/lexicon.ts'
import { compile, inOrder, type Learned, type LexiconData, type Models, namedConcepts } from './conventions/lexicon.ts'
import { decodeLinear } from './conventions/linear.ts'
import type { Stacks } from './conventions/stack.ts'
import { type Manifest, manifestSchema } from './models/manifest.ts'
import type { CommonWords } from './stories/vector.ts'
import { type Example, parseExamples } from './training/examples.ts'

type TextFile = { readonly name: string; readonly text: string }

/** Reads and compiles what texts are judged by. Throws `UserError` with file and line for whatever is wrong there. */
export async function loadModels(configDir: string, officeModels?: string): Promise<Models> {
  return compile(await readLexicon(configDir, officeModels))
}

/**
 * Reads and checks `<configDir>/conventions`, `directions.yaml` and `instruments.yaml`; plain data, to be compiled here or
 * in a thread. Its version is a hash of the content of all files, so that an edited term makes a new version and a moved
 * folder does not. A model that was trained into `officeModels` takes the place of the one that comes with the product.
 */
export async function readLexicon(configDir: string, officeModels?: string): Promise<LexiconData> {
  const all = await readFiles(join(configDir, 'conventions'), configDir)
  const files = all.filter((file) => !isOffice(file))
  const officeFiles = all.filter(isOffice)
  const isLexicon = ({ name }: TextFile) => name.includes('/lexicon/')
  const find = (name: string) =>
    files.find((file) => file.name === `conventions/${name}.yaml`) ?? missing(configDir, `conventions/${name}.yaml`)
  const conventionFiles = conventionIds.map(find)
  const scoringFile = find('scoring')
  const scoring = parseYaml(scoringFile.text, scoringFile.name, scoringSchema)
  // First with any concept names, to learn which are used; then the lexicon, which may name no others; then the rules
  // again, which may name only what the lexicon has terms for. A typing error on either side is found with its line.
  const loose = conventionFiles.map(({ name, text }) => parseYaml(text, name, conventionFileSchema()))
  const looseOffice = officeFiles.map(({ name, text }) => parseYaml(text, name, officeWordsSchema()))
  const lexiconFiles = files.filter(isLexicon)
  const withIncludes = [...lexiconFiles, ...officeFiles]
  const used = [
    ...usedConcepts(addOfficeRules(loose, looseOffice), withIncludes),
    ...Object.keys(scoring.contexts),
    'mask',
  ]
  const shipped = lexiconFiles.map(({ name, text }) => parseYaml(text, name, lexiconFileSchema(used)) as LexiconFile)
  const lexicons = [...shipped, ...looseOffice.map(toLexicon)]
  const withTerms = [...new Set(lexicons.flatMap((file) => Object.keys(file.concepts)))]
  for (const file of withIncludes) checkIncludes(file, withTerms)
  const conventions = conventionFiles.map(({ name, text }) => parseYaml(text, name, conventionFileSchema(withTerms)))
  const articles = Object.fromEntries(
    loose.map((file) => [file.convention, file.articles.map(({ article }) => article)]),
  )
  const officeSchema = officeWordsSchema({ used, withTerms, articles })
  const office = officeFiles.map(({ name, text }) => parseYaml(text, name, officeSchema))
  const directionFile = await readOne(configDir, 'directions.yaml')
  const instrumentFile = await readOne(configDir, 'instruments.yaml')
  const learned = await readLearned(officeModels !== undefined && existsSync(officeModels) ? officeModels : modelFolder)
  return {
    version: versionOf([...all, directionFile, instrumentFile], learned),
    conventions: inOrder(addOfficeRules(conventions, office)),
    lexicons,
    scoring,
    directions: parseYaml(directionFile.text, directionFile.name, directionFileSchema),
    instruments: parseInstruments(instrumentFile),
    learned,
  }
}

const isOffice = ({ name }: TextFile): boolean => name.startsWith('conventions/office/')

async function readOne(configDir: string, name: string): Promise<TextFile> {
  return { name, text: await readFile(join(configDir, name), 'utf8').catch(() => missing(configDir, name)) }
}

function parseInstruments({ name, text }: TextFile): InstrumentFile {
  const { concepts } = parseYaml(text, name, instrumentFileSchema())
  return parseYaml(text, name, instrumentFileSchema(Object.keys(concepts)))
}

function toLexicon({ language, concepts, exclusions }: OfficeWords): LexiconFile {
  const mask = exclusions ? { mask: exclusions } : {}
  return { language, abbreviations: {}, concepts: { ...concepts, ...mask } as LexiconFile['concepts'] }
}

/** Reads and checks `<configDir>/claims` and `harms.yaml`. Throws `UserError` with file and line for whatever is wrong. */
export async function readClaimData(configDir: string): Promise<ClaimData> {
  const files = await readFiles(join(configDir, 'claims'), configDir)
  const { text } = await readOne(configDir, 'harms.yaml')
  const harms = parseYaml(text, 'harms.yaml', harmFileSchema)
  checkPatterns(harms)
  const schema = lexiconFileSchema(conceptNames(harms))
  const lexicons = files.map((file) => parseYaml(file.text, file.name, schema) as LexiconFile)
  for (const file of files) checkIncludes(file, conceptNames(harms))
  const hash = createHash('sha256')
  for (const file of [...files, { name: 'harms.yaml', text }])
    hash.update(`${file.name}\n${file.text.replaceAll('\r\n', '\n')}\n`)
  return { version: `claims ${hash.digest('hex').slice(0, 8)}`, lexicons, harms }
}

/** Reads and checks `<configDir>/claim-terms.yaml`. Throws `UserError` with file and line for whatever is wrong there. */
export async function readClaimTerms(configDir: string): Promise<ClaimTerms> {
  const name = 'claim-terms.yaml'
  const text = await readFile(join(configDir, name), 'utf8').catch(() => missing(configDir, name))
  return parseYaml(text, name, claimTermsSchema)
}

/** A pattern that names an unknown feature would never fire, and nobody would know. */
function checkPatterns({ features, patterns }: HarmFile): void {
  const known = Object.keys(features)
  for (const { id, all, unless } of patterns)
    for (const name of [...all.flat(), ...unless]) {
      if (known.includes(name)) continue
      const guess = suggest(name, known)
      const todo = guess ? `Did you mean "${guess}"?` : 'Add it to the features of the file.'
      throw new UserError('harms.yaml', `the pattern "${id}" names the feature "${name}", which is not there`, todo)
    }
}

async function readFiles(folder: string, configDir: string): Promise<TextFile[]> {
  const entries = await readdir(folder, { recursive: true }).catch(() => {
    throw new UserError(
      folder,
      'the folder cannot be read',
      'Check the configuration folder, or restore it from the repository.',
    )
  })
  const paths = entries.filter((entry) => entry.endsWith('.yaml')).sort()
  return Promise.all(
    paths.map(async (path) => ({
      name: relative(configDir, join(folder, path)).replaceAll('\\', '/'),
      text: await readFile(join(folder, path), 'utf8'),
    })),
  )
}

function missing(configDir: string, name: string): never {
  throw new UserError(join(configDir, name), 'the file is missing', 'Restore it from the repository.')
}

const include = /<([^<>\n]*)>/g

/** "<name>" in a term has to be a concept with terms. */
function checkIncludes({ name: file, text }: TextFile, known: readonly string[]): void {
  for (const [i, line] of text.split('\n').entries())
    for (const [, name = ''] of /^\s*#/.test(line) ? [] : line.matchAll(include)) {
      if (known.includes(name)) continue
      const guess = suggest(name, known)
      const todo = guess ? `Did you mean <${guess}>?` : 'Give that concept terms first, or take it out.'
      throw new UserError(`${file}:${i + 1}`, `<${name}> is not a concept`, todo)
    }
}

/** Concepts that a rule names, that count by their name, or that another concept includes as `<name>`. */
function usedConcepts(conventions: readonly ConventionFile[], lexiconFiles: readonly TextFile[]): Set<string> {
  const rules = conventions.flatMap(({ rules: own, articles }) => [
    ...own,
    ...articles.flatMap((article) => article.rules),
  ])
  const inRules = rules.flatMap(({ all, unless }) => [...all.flat(), ...unless])
  const included = lexiconFiles.flatMap(({ text }) => Array.from(text.matchAll(include), ([, name]) => name ?? ''))
  return new Set([...inRules, ...namedConcepts(conventions), ...included])
}

function versionOf(files: readonly TextFile[], { linear, stacks }: Learned): string {
  const hash = createHash('sha256')
  for (const { name, text } of files) hash.update(`${name}\n${text.replaceAll('\r\n', '\n')}\n`)
  const lexicon = `lexicon ${hash.digest('hex').slice(0, 8)}`
  return linear && stacks ? `${lexicon}, linear ${linear.id}, combine ${stacks.id}` : `${lexicon} alone`
}

/** Where `npm run train` leaves what it has learnt. */
export const modelFolder = fileURLToPath(new URL('models/', import.meta.url))

/**
 * Reads the artefacts that the manifest in `folder` names. One that is missing, or is not what the manifest says, is left
 * out with the problem in words: the lexicon judges alone then.
 */
export async function readLearned(folder = modelFolder): Promise<Learned> {
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
    const linear = decodeLinear(share(await readArtefact(folder, manifest.linear)))
    const combine = await readArtefact(folder, manifest.combine)
    return { linear, stacks: JSON.parse(combine.toString('utf8')) as Stacks, problem: null }
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    return { linear: null, stacks: null, problem: `the trained model cannot be used: ${what}` }
  }
}

const exampleFolder = fileURLToPath(new URL('training/examples/', import.meta.url))

/** The labelled examples of all files, in the order of their names, and a hash of them. Throws with file and line. */
export async function readExamples(folder = exampleFolder): Promise<{ examples: Example[]; checksum: string }> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort()
  const hash = createHash('sha256')
  const examples: Example[] = []
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8')
    hash.update(`${name}\n${text.replaceAll('\r\n', '\n')}\n`)
    examples.push(...parseExamples(name, text))
  }
  const ids = new Set<string>()
  for (const { id } of examples) {
    if (ids.has(id)) throw new Error(`two examples have the id ${id}`)
    ids.add(id)
  }
  return { examples, checksum: hash.digest('hex') }
}

/** The office's own labelled examples, with ids made of file and place. Throws `UserError` with file and line. */
export async function readOfficeExamples(configDir: string): Promise<Example[]> {
  const files = (await readFiles(join(configDir, 'conventions'), configDir)).filter(isOffice)
  return files.flatMap(({ name, text }) => {
    const { language, examples } = parseYaml(text, name, officeWordsSchema())
    return examples.map((example, i) => ({
      ...example,
      id: `${name}:${i + 1}`,
      lang: language,
      kind: 'headline' as const,
      indirect: false,
    }))
  })
}

async function readArtefact(folder: string, { file, sha256 }: Manifest['linear']): Promise<Buffer> {
  const bytes = await readFile(join(folder, file))
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`${file} is not the file that was trained`)
  return bytes
}

/** Moved to where the threads that judge can read the same copy. */
function share(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  return shared
}

/** Words that stand in many texts of a language, for telling stories apart: classifiers/models/common-words.json. */
export async function readCommonWords(): Promise<CommonWords> {
  return z
    .record(z.string(), z.number().min(0).max(1))
    .parse(JSON.parse(await readFile(join(modelFolder, 'common-words.json'), 'utf8')))
}
