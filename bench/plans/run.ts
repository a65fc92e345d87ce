// Bench of plan import: documents of plans against the plans that a person wrote from them.
// `node bench/plans/run.ts [--documents DIR] [--plans DIR] [--errors]`; DIR holds ID.txt, and ID.yaml or ID-….yaml.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Entry, type Plan, planSchema } from '../../src/model/plan.ts'
import { importPlan } from '../../src/plans/import.ts'
import { makeImportContext } from '../../src/plans/import-context.ts'
import { type PlanLine, walkPlan } from '../../src/plans/walk.ts'
import { readRegisters } from '../../src/registers.ts'
import { parseYaml } from '../../src/text/checked-yaml.ts'
import { fold } from '../../src/text/normalize.ts'
import floors from './floors.json' with { type: 'json' }

const own = join(import.meta.dirname, 'corpus')
const { values: options } = parseArgs({
  options: {
    documents: { type: 'string', default: own },
    plans: { type: 'string', default: own },
    errors: { type: 'boolean', default: false },
  },
})

const { registers } = await readRegisters('config')

/** Lines of the document by their place, split ones once; the second of a place is told apart. */
function byPlace(plan: Plan): Map<string, PlanLine> {
  const out = new Map<string, PlanLine>()
  for (const line of walkPlan(plan)) {
    if (line.part.kind !== 'section' && line.part.splitFrom !== undefined) continue
    let place = line.place
    while (out.has(place)) place += '*'
    out.set(place, line)
  }
  return out
}

type Tally = { numbered: number; found: number; lines: number; linesFound: number; invented: number } & Record<
  'lead' | 'time',
  { asked: number; right: number; invented: number }
>

function compare(gold: Plan, draft: Plan): Tally {
  const [want, got] = [byPlace(gold), byPlace(draft)]
  const tally: Tally = {
    numbered: 0,
    found: 0,
    lines: 0,
    linesFound: 0,
    invented: [...got.keys()].filter((place) => !want.has(place)).length,
    lead: { asked: 0, right: 0, invented: 0 },
    time: { asked: 0, right: 0, invented: 0 },
  }
  if (options.errors) for (const place of got.keys()) if (!want.has(place)) console.log(gold.id, 'invented', place)
  for (const [place, { part }] of want) {
    const read = got.get(place)?.part
    const isRead = read !== undefined && (read.kind === 'section') === (part.kind === 'section')
    tally.lines++
    if (isRead) tally.linesFound++
    else if (options.errors) console.log(gold.id, 'missed', place, read?.kind ?? '')
    if (part.number !== null) {
      tally.numbered++
      if (isRead) tally.found++
    }
    if (part.kind === 'section') continue
    const entry = read !== undefined && read.kind !== 'section' ? read : undefined
    count(
      tally.lead,
      part.lead.length > 0,
      (entry?.lead.length ?? 0) > 0,
      isSameLead(part, entry),
      place,
      'lead',
      entry?.lead,
    )
    count(tally.time, part.time !== null, entry?.time != null, isSameTime(part, entry), place, 'time', entry?.time)
  }
  return tally
}

function count(field: Tally['lead'], isAsked: boolean, isGiven: boolean, isRight: boolean, ...what: unknown[]): void {
  if (isAsked) field.asked++
  if (isAsked && isRight) field.right++
  if (!isAsked && isGiven) field.invented++
  if (options.errors && (isAsked ? !isRight : isGiven)) console.log(...what)
}

/** Ids are equal or not; words may be shortened by one side. */
function isSameLead(part: Entry, read: Entry | undefined): boolean {
  if (read === undefined || read.lead.length !== part.lead.length) return false
  return part.lead.every((party) => read.lead.some((other) => isSameParty(fold(party), fold(other))))
}

function isSameParty(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.startsWith(short) && short.length >= long.length * 0.6
}

function isSameTime(part: Entry, read: Entry | undefined): boolean {
  const [want, got] = [part.time, read?.time]
  return !!want && !!got && want.cadence === got.cadence && want.from === got.from && want.to === got.to
}

const tallies = new Map<string, Tally>()
for (const file of readdirSync(options.documents).filter((name) => name.endsWith('.txt'))) {
  const text = readFileSync(join(options.documents, file), 'utf8')
  const id = file.replace(/(?:-ocr)?\.txt$/, '')
  const name = readdirSync(options.plans).find((each) => each.startsWith(id) && each.endsWith('.yaml'))
  if (name === undefined) throw new Error(`no plan beside ${file}`)
  const gold = parseYaml(readFileSync(join(options.plans, name), 'utf8'), name, planSchema)
  const draft = importPlan(text, makeImportContext(gold.id, registers))
  if (draft === null) throw new Error(`${file}: no parts found`)
  tallies.set(gold.id, compare(gold, draft))
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${part}/${whole} ${((100 * part) / whole).toFixed(1)} %`
for (const [id, t] of tallies)
  console.log(
    `${id.padEnd(20)} numbered ${share(t.found, t.numbered)}  lines ${share(t.linesFound, t.lines)}  invented ${t.invented}` +
      `  lead ${share(t.lead.right, t.lead.asked)} (+${t.lead.invented})  time ${share(t.time.right, t.time.asked)} (+${t.time.invented})`,
  )

const sum = (of: (tally: Tally) => number): number =>
  [...tallies.values()].reduce((total, tally) => total + of(tally), 0)
const figures = {
  numbered: sum((t) => t.found) / sum((t) => t.numbered),
  lead: sum((t) => t.lead.right) / sum((t) => t.lead.asked),
  time: sum((t) => t.time.right) / sum((t) => t.time.asked),
  invented: sum((t) => t.invented + t.lead.invented + t.time.invented),
}
console.log(JSON.stringify(figures))
const isBelow = (Object.keys(floors.least) as (keyof typeof floors.least)[]).some(
  (key) => figures[key] < floors.least[key],
)
if (isBelow || figures.invented > floors.mostInvented) process.exitCode = 1
