// Places, channels and offices as rows, each with the period in which it is valid.
import type { RegionName } from '../model/api.ts'
import type { Channel, Region, Succession, Unit } from '../model/region.ts'
import type { Database, Trx } from './tables.ts'

export type Registers = {
  readonly regions: readonly Region[]
  readonly successions: readonly Succession[]
  readonly channels: readonly Channel[]
  readonly units: readonly Unit[]
}

/** Rows an insert: both databases limit how many values a statement may carry. */
const rowsAtOnce = 500

/** Replaces the registers when their checksum is new. Returns whether it did. */
export async function applyRegisters(
  db: Database,
  registers: Registers,
  checksum: string,
  now: Date,
): Promise<boolean> {
  const applied = await db
    .selectFrom('applied_config')
    .select('checksum')
    .where('name', '=', 'registers')
    .executeTakeFirst()
  if (applied?.checksum === checksum) return false
  await db.transaction().execute(async (trx) => {
    for (const table of ['region', 'region_succession', 'channel', 'unit'] as const)
      await trx.deleteFrom(table).execute()
    await insertAll(trx, registers)
    const row = { name: 'registers', checksum, applied_at: now.toISOString() }
    await trx
      .insertInto('applied_config')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute()
  })
  return true
}

async function insertAll(trx: Trx, { regions, successions, channels, units }: Registers): Promise<void> {
  for (const some of chunks(regions))
    await trx
      .insertInto('region')
      .values(
        some.map((region) => ({
          code: region.code,
          level: region.level,
          kind_vi: region.kindVi,
          name_vi: region.nameVi,
          name_en: region.nameEn,
          parent: region.parent,
          valid_from: region.validFrom,
          valid_to: region.validTo,
        })),
      )
      .execute()
  for (const some of chunks(successions))
    await trx
      .insertInto('region_succession')
      .values(some.map(({ from, to, partial }) => ({ from_code: from, to_code: to, partial: partial ? 1 : 0 })))
      .execute()
  for (const some of chunks(channels))
    await trx
      .insertInto('channel')
      .values(
        some.map(({ id, name, kind, region, sourceId, validFrom, validTo }) => ({
          id,
          name,
          kind,
          region,
          source_id: sourceId,
          valid_from: validFrom,
          valid_to: validTo,
        })),
      )
      .execute()
  for (const some of chunks(units))
    await trx
      .insertInto('unit')
      .values(
        some.map(({ id, name, region, validFrom, validTo, successor }) => ({
          id,
          name,
          region,
          valid_from: validFrom,
          valid_to: validTo,
          successor,
        })),
      )
      .execute()
}

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce)
}

/** Names of some regions by code, in both languages; codes that are not in the register are left out. */
export async function nameRegions(db: Database, codes: readonly string[]): Promise<Map<string, RegionName>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('region')
    .select(['code', 'name_vi', 'name_en'])
    .where('code', 'in', [...new Set(codes)])
    .execute()
  return new Map(rows.map(({ code, name_vi, name_en }) => [code, { code, vi: name_vi, en: name_en }]))
}
