// Gate for claims: what triage flags rightly and wrongly, that protected speech never is, and that praise and blame fare alike.
// Corpora beside this file: items, evidence, factchecks, protected, pairs. Figures by halves: even ids may be learnt from.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Knowledge, prepareKnowledge } from '../../classifiers/claims/knowledge.ts'
import { compileClaims } from '../../classifiers/claims/lexicon.ts'
import { triage } from '../../classifiers/claims/triage.ts'
import { readClaimData } from '../../classifiers/load.ts'
import { loadSlotContext } from '../../src/cli/claim-files.ts'
import {
  evidenceSchema,
  type FactCheck,
  factCheckSchema,
  type Statement,
  type Triage,
  textKinds,
} from '../../src/model/claim.ts'
import { languages } from '../../src/model/language.ts'
import { printSymmetry } from './symmetry.ts'

const language = z.enum(languages)
const rowSchema = z.object({ id: z.string(), text: z.string(), kind: z.enum(textKinds), lang: language })
const itemSchema = rowSchema.extend({
  published: z.string(),
  expect: z.object({
    flag: z.boolean(),
    protected: z.boolean(),
    match: z.string().nullable(),
    category: z.string().nullable(),
  }),
})
const pairSchema = z.object({
  id: z.string(),
  claim: z.string(),
  praise: z.string(),
  blame: z.string(),
  lang: language,
  outlet: z.string(),
})
const floorsSchema = z.strictObject({
  precision: z.number(),
  recall: z.number(),
  rightMatch: z.number(),
  protectedFlagged: z.number(),
  debunksFlagged: z.number(),
  symmetryPoints: z.number(),
  itemsPerSecond: z.number(),
})
type Item = z.output<typeof itemSchema>
type Judged = { readonly item: Item; readonly found: Triage }

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
async function readRows<T>(name: string, schema: z.ZodType<T>): Promise<T[]> {
  if (!existsSync(here(name))) return []
  const lines = (await readFile(here(name), 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => schema.parse(JSON.parse(line)))
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
const isEven = ({ id }: { readonly id: string }): boolean => Number(/(\d)\D*$/.exec(id)?.[1] ?? 1) % 2 === 0

function measure(judged: readonly Judged[]) {
  const wanted = judged.filter(({ item }) => item.expect.flag)
  const flagged = judged.filter(({ found }) => found.flag)
  const right = flagged.filter(({ item }) => item.expect.flag)
  const named = right.filter(({ item }) => item.expect.match !== null)
  const isNamed = ({ item, found }: Judged) => found.matches[0]?.id === item.expect.match
  // What is about something known and should pass: a report of the hoax, or agreement with evidence.
  const debunks = judged.filter(({ item }) => !item.expect.flag && !item.expect.protected && item.expect.match !== null)
  return {
    precision: share(right.length, flagged.length),
    recall: share(right.length, wanted.length),
    rightMatch: share(named.filter(isNamed).length, named.length),
    rightCategory: share(
      right.filter(({ item, found }) => item.expect.category === null || item.expect.category === found.category)
        .length,
      right.length,
    ),
    protectedFlagged: flagged.filter(({ item }) => item.expect.protected && !item.expect.flag).length,
    debunksFlagged: share(debunks.filter(({ found }) => found.flag).length, debunks.length || 1),
  }
}

/** As many fact-checks as asked for, made of halves of the given ones: a collection in which much looks alike. */
function multiply(factChecks: readonly FactCheck[], count: number): FactCheck[] {
  const halves = factChecks.map(({ claimReviewed }) => {
    const words = claimReviewed.split(' ')
    return [words.slice(0, words.length / 2), words.slice(words.length / 2)].map((half) => half.join(' '))
  })
  return Array.from({ length: count }, (_, i) => {
    const step = Math.floor(i / factChecks.length)
    const second = halves[(i + step * 7) % factChecks.length]?.[1]
    const original = factChecks[i % factChecks.length] as FactCheck
    return step === 0
      ? original
      : {
          ...original,
          id: `${original.id}-${step}`,
          claimReviewed: `${halves[i % factChecks.length]?.[0]} ${second} ${step}`,
        }
  })
}

function measureSpeed(items: readonly Item[], knowledge: Knowledge): number {
  const start = performance.now()
  let count = 0
  for (; performance.now() - start < 3000; count++) judge(items[count % items.length] as Item, knowledge)
  return Math.round(count / ((performance.now() - start) / 1000))
}

const context = await loadSlotContext(here('../../config'))
const lexicon = compileClaims(await readClaimData(here('../../config')))
const judge = (
  { text, kind, lang, published }: Pick<Item, 'text' | 'kind' | 'lang'> & { readonly published?: string },
  knowledge: Knowledge,
): Triage =>
  triage({ text, kind, language: lang, published: published ?? '2026-11-10' } satisfies Statement, knowledge, lexicon)

const evidence = await readRows('evidence.jsonl', evidenceSchema)
const factChecks = await readRows('factchecks.jsonl', factCheckSchema)
const knowledge = prepareKnowledge(evidence, factChecks, context)
const items = await readRows('items.jsonl', itemSchema)
const judged = items.map((item) => ({ item, found: judge(item, knowledge) }))
const halves = {
  'even ids': judged.filter(({ item }) => isEven(item)),
  'odd ids': judged.filter(({ item }) => !isEven(item)),
}
for (const [name, half] of Object.entries(halves)) {
  console.log(`${name}: ${half.length} items`)
  for (const [figure, value] of Object.entries(measure(half)))
    console.log(`  ${figure.padEnd(18)}${Math.round(value * 1000) / 1000}`)
}
if (process.argv.includes('--misses'))
  for (const { item, found } of halves['even ids'])
    if (item.expect.flag !== found.flag)
      console.log(
        `\n${item.id} ${item.text}\n  wanted ${JSON.stringify(item.expect)}\n  found ${found.flag} ${found.reason} ${JSON.stringify(found.matches.slice(0, 2))}`,
      )

const protectedRows = await readRows('protected.jsonl', rowSchema)
const wronged = protectedRows.filter((row) => judge(row, knowledge).flag)
console.log(`protected: ${wronged.length} of ${protectedRows.length} flagged: ${wronged.map(({ id }) => id).join(' ')}`)
const pairs = await readRows('pairs.jsonl', pairSchema)
const points = printSymmetry(
  pairs.map(({ claim, praise, blame, lang, outlet }) => {
    const flags = (view: string) => judge({ text: `${claim} ${view}`, kind: 'post', lang }, knowledge).flag
    return { outlet, praise: flags(praise), blame: flags(blame) }
  }),
)
const many = factChecks.length === 0 ? knowledge : prepareKnowledge(evidence, multiply(factChecks, 10_000), context)
const itemsPerSecond = items.length === 0 ? 0 : measureSpeed(items, many)
console.log(`${itemsPerSecond} items a second against ${many.factChecks.length} fact-checks`)

if (items.length > 0) {
  const floors = floorsSchema.parse(JSON.parse(await readFile(here('floors.json'), 'utf8')))
  const all = measure(judged)
  const failures = [
    ...(['precision', 'recall', 'rightMatch'] as const)
      .filter((key) => all[key] < floors[key])
      .map((key) => `${key} below ${floors[key]}`),
    ...(wronged.length + all.protectedFlagged > floors.protectedFlagged
      ? [`${wronged.length + all.protectedFlagged} protected texts flagged`]
      : []),
    ...(all.debunksFlagged > floors.debunksFlagged ? [`debunksFlagged above ${floors.debunksFlagged}`] : []),
    ...(points > floors.symmetryPoints ? [`flag rates of praise and blame differ by ${points} points`] : []),
    ...(itemsPerSecond < floors.itemsPerSecond ? [`fewer than ${floors.itemsPerSecond} items a second`] : []),
  ]
  for (const failure of failures) console.error(`FLOOR: ${failure}`)
  process.exitCode = failures.length > 0 ? 1 : 0
}
