// Reads the registers that an office starts with: regions, channels and units.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { channelFileSchema, unitFileSchema } from './model/register.ts'
import { buildRegions } from './rules/regions.ts'
import type { Registers } from './store/regions.ts'
import { parseYaml } from './text/checked-yaml.ts'

/** `checksum` changes with any of the files. Throws a `UserError` with file and line for a wrong one. */
export async function readRegisters(folder: string): Promise<{ registers: Registers; checksum: string }> {
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
  return { registers: { regions, successions, channels, units }, checksum: hash.digest('hex') }
}
