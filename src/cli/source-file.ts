// Source files: entries are added to config/sources without touching what a person wrote there.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isMap, isSeq, parseDocument, type YAMLMap, YAMLSeq } from 'yaml'
import { UserError } from '../errors.ts'
import { sourceFileSchema } from '../model/source.ts'
import type { SourceEntry } from '../rules/source-entry.ts'
import { parseYaml } from '../text/checked-yaml.ts'
import type { SourceWords } from './source-words.ts'

const fresh = '# yaml-language-server: $schema=../schema/sources.schema.json\nsources: []\n'

/**
 * Adds entries at the end of a file of config/sources, which is made where it is missing; comments, order and quoting of
 * what stands there stay. Returns the file. Throws a `UserError` for a name that is none, and for a file that is broken.
 */
export async function addEntries(
  configFolder: string,
  name: string,
  entries: readonly SourceEntry[],
  words: SourceWords,
): Promise<string> {
  if (!/^[\w.-]+\.ya?ml$/.test(name) || basename(name) !== name)
    throw new UserError('--file', words.badFile, words.badFileTodo)
  const folder = join(configFolder, 'sources')
  const file = join(folder, name)
  await mkdir(folder, { recursive: true })
  const before = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return fresh
    throw error
  })
  if (before !== fresh) parseYaml(before, file, sourceFileSchema)
  const text = appendEntries(before, entries)
  parseYaml(text, file, sourceFileSchema)
  // Whole or not at all: a service may be reading the folder.
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
  return file
}

/** The YAML text with the entries at the end of its list, and everything else as it was. */
export function appendEntries(text: string, entries: readonly SourceEntry[]): string {
  const document = parseDocument(text)
  const found = document.get('sources')
  const list = isSeq(found) ? found : new YAMLSeq()
  if (list !== found) document.set('sources', list)
  if (list.items.length === 0) list.flow = false
  for (const entry of entries) {
    const node = document.createNode(entry)
    node.spaceBefore = list.items.length > 0
    if (isMap(node)) setFlow(node)
    list.items.push(node)
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** `roles: [news]`, as the shipped files write it. */
function setFlow(map: YAMLMap): void {
  const roles = map.get('roles')
  if (isSeq(roles)) roles.flow = true
}
