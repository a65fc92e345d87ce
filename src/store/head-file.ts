// The third judge's head on disk, beside the database: fitted on this machine, and only for what it was fitted with.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type TransformerHead, transformerHeadSchema } from '../../classifiers/conventions/transformer.ts'
import type { TransformerFigures } from '../model/transformer.ts'

/** What a head depends on; where one of these is another, it is fitted again. */
export type HeadKey = {
  readonly model: string
  readonly prefix: string
  /** Of the model's weights. */
  readonly sha256: string
  /** Of all examples. */
  readonly examples: string
  /** Id of the linear model that it stands beside; null where there is none. */
  readonly linear: string | null
}

export type SavedHead = { readonly head: TransformerHead; readonly figures: TransformerFigures }

const fileName = 'transformer-head.json'
const fileSchema = z.object({
  key: z.record(z.string(), z.string().nullable()),
  figures: z.object({ without: z.number(), with: z.number(), examples: z.int() }),
  head: transformerHeadSchema,
})

/** Null where there is none, where it is broken, or where it was fitted for something else or another `dimension`. */
export async function readHead(folder: string, key: HeadKey, dimension: number): Promise<SavedHead | null> {
  const text = await readFile(join(folder, fileName), 'utf8').catch(() => null)
  const saved = text === null ? null : parse(text)
  const isFor =
    saved !== null &&
    Object.entries(key).every(([name, value]) => saved.key[name] === value) &&
    saved.head.weights.every((row) => row.length === dimension)
  return isFor ? { head: saved.head, figures: saved.figures } : null
}

/** Written aside and then moved: a crash leaves the old one. */
export async function saveHead(folder: string, key: HeadKey, { head, figures }: SavedHead): Promise<void> {
  await mkdir(folder, { recursive: true })
  const aside = join(folder, `${fileName}.${process.pid}`)
  await writeFile(aside, JSON.stringify({ key, figures, head }))
  await rename(aside, join(folder, fileName))
}

function parse(text: string): z.output<typeof fileSchema> | null {
  try {
    return fileSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
