// How well the direction of an item is told, on texts that carry one: of those that are named, how many are right.
import { z } from 'zod'
import { classify } from '../../classifiers/conventions/combine.ts'
import type { Models } from '../../classifiers/conventions/lexicon.ts'
import { type Direction, directions } from '../../src/model/tag.ts'
import { rowSchema } from './measure.ts'

const directedSchema = rowSchema.extend({ direction: z.enum(directions).nullable().default(null) })

/** Prints figures on the lines of a corpus that carry a direction and are tagged: without a tag there is none to tell. */
export function printDirections(name: string, lines: string, models: Models): void {
  const rows = lines.split('\n').filter((line) => line.trim() !== '')
  const judged = rows.flatMap((line) => {
    const { text, lang, direction } = directedSchema.parse(JSON.parse(line))
    if (direction === null) return []
    const [tag] = classify({ title: '', text }, lang, models).tags
    return tag ? [{ wanted: direction, given: tag.direction }] : []
  })
  const named = judged.filter(({ given }) => given !== null)
  const right = named.filter(({ wanted, given }) => wanted === given)
  const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3))
  console.log(`\n${name}, direction: ${judged.length} tagged items with one`)
  console.log(`  named ${share(named.length, judged.length)}  right of those ${share(right.length, named.length)}`)
  const countOf = (all: readonly object[], key: string, direction: Direction) =>
    all.filter((one) => (one as Record<string, unknown>)[key] === direction).length
  for (const direction of directions) {
    const hits = countOf(right, 'wanted', direction)
    const [given, wanted] = [countOf(named, 'given', direction), countOf(judged, 'wanted', direction)]
    console.log(`  ${direction.padEnd(10)} P ${share(hits, given)}  R ${share(hits, wanted)}  labels ${wanted}`)
  }
}
