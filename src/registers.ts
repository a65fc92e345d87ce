// Reads the registers that an office starts with: regions, channels and units.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from './errors.ts'
import type { Region } from './model/region.ts'
import { aliasFileSchema } from './model/region-files.ts'
import { channelFileSchema, unitFileSchema } from './model/register.ts'
import { buildRegions } from './rules/regions.ts'
import type { Registers } from './store/regions.ts'
import { parseYaml } from './text/checked-yaml.ts'

/** Other names of regions by code, such as "Sài Gòn". */
export type Aliases = Readonly<Record<string, readonly string[]>>

/** `checksum` changes with any of the files. Throws a `UserError` with file and line for a wrong one. */
export async function readRegisters(
  folder: string,
): Promise<{ registers: Registers; aliases: Aliases; checksum: string }> {
  const hash = createHash('sha256')
  const read = async (file: string): Promise<string> => {
    const text = await readFile(join(folder, file), 'utf8')
    hash.update(text)
    return text
  }
  const { regions, successions } = buildRegions({
    provinces: JSON.parse(await read('regions/provinces.json')),
    communes: JSON.parse(await read('regions/communes.json')),
    succession: JSON.parse(await read('regions/succession.json')),
  })
  const { channels } = parseYaml(await read('channels.yaml'), join(folder, 'channels.yaml'), channelFileSchema)
  const { units } = parseYaml(await read('units.yaml'), join(folder, 'units.yaml'), unitFileSchema)
  const aliases = checkAliases(JSON.parse(await read('regions/aliases.json')), regions, folder)
  return { aliases, registers: { regions, successions, channels, units }, checksum: hash.digest('hex') }
}

function checkAliases(value: unknown, regions: readonly Region[], folder: string): Aliases {
  const file = join(folder, 'regions/aliases.json')
  const aliases = aliasFileSchema.safeParse(value)
  if (!aliases.success)
    throw new UserError(file, aliases.error.issues[0]?.message ?? 'is wrong', 'write lists of names under region codes')
  const unknown = Object.keys(aliases.data).find((code) => regions.every((region) => region.code !== code))
  if (unknown !== undefined) throw new UserError(file, `there is no region ${unknown}`, 'correct the code')
  return aliases.data
}
