// Loads the models from disk: the only file among the classifiers that reads anything.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { UserError } from '../src/errors.ts'
import { conventionIds } from '../src/model/convention.ts'
import {
  type ConventionFile,
  conventionFileSchema,
  type LexiconFile,
  lexiconFileSchema,
  scoringSchema,
} from '../src/model/taxonomy.ts'
import { parseYaml } from '../src/text/checked-yaml.ts'
import { suggest } from '../src/text/suggest.ts'
import { compile, inOrder, type LexiconData, type Models, namedConcepts } from './conventions/lexicon.ts'

type TextFile = { readonly name: string; readonly text: string }

/** Reads and compiles `<configDir>/conventions`. Throws `UserError` with file and line for whatever is wrong there. */
export async function loadModels(configDir: string): Promise<Models> {
  return compile(await readLexicon(configDir))
}

/**
 * Reads and checks `<configDir>/conventions`; plain data, to be compiled here or in a thread. Its version is a hash of
 * the content of all files, so that an edited term makes a new version and a moved folder does not.
 */
export async function readLexicon(configDir: string): Promise<LexiconData> {
  const files = await readFiles(join(configDir, 'conventions'), configDir)
  const isLexicon = ({ name }: TextFile) => name.includes('/lexicon/')
  const find = (name: string) =>
    files.find((file) => file.name === `conventions/${name}.yaml`) ?? missing(configDir, name)
  const conventionFiles = conventionIds.map(find)
  const scoringFile = find('scoring')
  const scoring = parseYaml(scoringFile.text, scoringFile.name, scoringSchema)
  // First with any concept names, to learn which are used; then the lexicon, which may name no others; then the rules
  // again, which may name only what the lexicon has terms for. A typing error on either side is found with its line.
  const loose = conventionFiles.map(({ name, text }) => parseYaml(text, name, conventionFileSchema()))
  const lexiconFiles = files.filter(isLexicon)
  const used = [...usedConcepts(loose, lexiconFiles), ...Object.keys(scoring.contexts), 'mask']
  const lexicons = lexiconFiles.map(({ name, text }) => parseYaml(text, name, lexiconFileSchema(used)) as LexiconFile)
  const withTerms = [...new Set(lexicons.flatMap((file) => Object.keys(file.concepts)))]
  for (const file of lexiconFiles) checkIncludes(file, withTerms)
  const conventions = conventionFiles.map(({ name, text }) => parseYaml(text, name, conventionFileSchema(withTerms)))
  return { version: versionOf(files), conventions: inOrder(conventions), lexicons, scoring }
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
  throw new UserError(
    join(configDir, 'conventions', `${name}.yaml`),
    'the file is missing',
    'Restore it from the repository.',
  )
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

function versionOf(files: readonly TextFile[]): string {
  const hash = createHash('sha256')
  for (const { name, text } of files) hash.update(`${name}\n${text.replaceAll('\r\n', '\n')}\n`)
  return `lexicon ${hash.digest('hex').slice(0, 8)}`
}
