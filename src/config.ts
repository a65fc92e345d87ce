// Reads what an office has written: the configuration folder, checked file by file, and the environment.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { UserError } from './errors.ts'
import { officeSchema } from './model/office.ts'
import type { Office } from './model/report.ts'
import { type Environment, environmentSchema, type Service, serviceSchema } from './model/service.ts'
import { type Source, sourceFileSchema } from './model/source.ts'
import { parseYaml } from './text/checked-yaml.ts'

export type Config = {
  readonly service: Service
  readonly office: Office
  readonly sources: readonly Source[]
  /** Of all files together; a new one means that something changed. */
  readonly checksum: string
}

/** Contacts under these names reach nobody; RFC 2606 reserves them. */
const placeholder = /[@.](example|invalid|test|localhost)(\.(com|net|org))?$/i

/** Reads the environment; throws a `UserError` that names the variable. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const result = environmentSchema.safeParse(env)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new UserError(String(issue?.path[0] ?? 'environment'), issue?.message ?? 'is wrong', 'change or unset it')
}

/** Where `langnghe models train` leaves the model that has learnt the office's own examples. */
export function officeModelFolder({ LANGNGHE_DATA }: Pick<Environment, 'LANGNGHE_DATA'>): string {
  return join(LANGNGHE_DATA, 'models', 'office')
}

/** Reads and checks the whole folder. Throws a `UserError` with file and line for what a person has to mend. */
export async function readConfig(folder: string): Promise<Config> {
  const texts = new Map<string, string>()
  const read = async <T>(name: string, schema: z.ZodType<T>): Promise<T> => {
    const file = join(folder, name)
    const text = await readText(file)
    texts.set(name, text)
    return parseYaml(text, file, schema)
  }
  const service = await read('service.yaml', serviceSchema)
  const office = await read('office.yaml', officeSchema)
  const sources: Source[] = []
  for (const file of await listYaml(join(folder, 'sources')))
    sources.push(...(await read(join('sources', file), sourceFileSchema)).sources)
  refuseTwins(sources, join(folder, 'sources'))
  const checksum = createHash('sha256')
    .update(JSON.stringify([...texts]))
    .digest('hex')
  return { service, office, sources, checksum }
}

/** Reads sources from one YAML text, as `readConfig` does from the folder. */
export function readSources(text: string, file: string): readonly Source[] {
  const { sources } = parseYaml(text, file, sourceFileSchema)
  refuseTwins(sources, file)
  return sources
}

/** Whom site owners can write to, and whether that is still the placeholder that the product ships with. */
export function readContact(environment: Environment, service: Service): { contact: string; isPlaceholder: boolean } {
  const contact = environment.LANGNGHE_CONTACT ?? service.contact
  return { contact, isPlaceholder: placeholder.test(contact) }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new UserError(
      file,
      'is missing',
      'copy it from the config folder of the repository, or name another folder in LANGNGHE_CONFIG',
    )
  }
}

async function listYaml(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function refuseTwins(sources: readonly Source[], where: string): void {
  const seen = new Set<string>()
  for (const { id } of sources) {
    if (seen.has(id)) throw new UserError(where, `two sources have the id “${id}”`, 'give one of them another id')
    seen.add(id)
  }
}
