// Plan: a document that says what is published, counted and reported, by whom and how often; a file of config/plans each.
import { z } from 'zod'
import { indicatorSchema } from './indicator.ts'

const line = z.string().trim().min(1)
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens')
const day = z.iso.date()
/** As exact as the document is: a year, a month or a day. */
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, '2024, 2024-04 or 2024-04-05')

/** An id of config/units.yaml, or the document's own words, which have a space or a capital. */
const party = line
export const isUnitId = (party: string): boolean => id.safeParse(party).success

export const cadences = [
  'once',
  'ongoing',
  'monthly',
  'quarterly',
  'half_yearly',
  'yearly',
  'ad_hoc',
  'other_plan',
] as const
export type Cadence = (typeof cadences)[number]

const timeSchema = z.strictObject({
  text: line.describe('As the document says it: "Quý I/2024"'),
  cadence: z.enum(cadences),
  from: day.optional(),
  to: day.optional().describe('Last day'),
})

/** How sure the machine that read a document is, from 0 to 1; only in a draft. */
const readingSchema = z.strictObject({
  line: z.int().min(1).describe('Line of the document on which it begins'),
  confidence: z.record(z.string(), z.number().min(0).max(1)).describe('By field'),
})

export const statusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('monitored'), indicators: z.array(indicatorSchema).min(1) }),
  z.strictObject({ kind: z.literal('manual') }),
  z.strictObject({
    kind: z.literal('out_of_scope'),
    safeguard: z.int().min(1).max(10).describe('Number of the safeguard that keeps it out (docs/safeguards.md)'),
  }),
])
export type TaskStatus = z.output<typeof statusSchema>

export const entryKinds = ['target', 'content', 'task', 'duty'] as const
export type EntryKind = (typeof entryKinds)[number]

const entrySchema = z.strictObject({
  id,
  number: line.nullable().describe('As printed: "1.2", "a"; null for a dash or a bare paragraph'),
  splitFrom: id.optional().describe('The other entry that was made from the same line of the document'),
  kind: z.enum(entryKinds),
  wording: line.describe('What is to be done, in short, in Vietnamese'),
  lead: z.array(party).default([]),
  partners: z.array(party).default([]),
  time: timeSchema.nullable().default(null),
  product: line.nullable().default(null),
  status: statusSchema,
  reading: readingSchema.optional(),
})
export type Entry = z.output<typeof entrySchema>

const sectionSchema = z.strictObject({
  id,
  number: line.nullable().describe('As printed: "II", "1"'),
  scannedAs: line.optional().describe('What a scanner made of the number, where it is another'),
  kind: z.literal('section'),
  name: line,
  get parts(): z.ZodArray<z.ZodDiscriminatedUnion<[typeof sectionSchema, typeof entrySchema]>> {
    return z.array(partSchema)
  },
  reading: readingSchema.optional(),
})
const partSchema = z.discriminatedUnion('kind', [sectionSchema, entrySchema])
export type Section = z.output<typeof sectionSchema>

const basisSchema = z.strictObject({
  number: line.describe('"1079/QĐ-TTg"'),
  date: partialDate.nullable(),
  issuer: line.nullable(),
})

const reportingSchema = z.strictObject({
  from: z.array(party).min(1),
  to: party,
  cadence: z.enum(cadences).nullable().describe('null where the document names none'),
  within: line.optional().describe('The report it is a part of'),
})

const shape = z.strictObject({
  draft: z.literal(true).optional().describe('Made by machine and not yet read by a person'),
  id,
  name: z.strictObject({ vi: line, en: line.nullable() }),
  issuer: party.nullable(),
  number: line.nullable().describe('null where it was left blank'),
  date: partialDate.nullable(),
  period: z.strictObject({ from: day, to: day }).nullable(),
  region: line.nullable().describe('Code of config/regions'),
  communes: z.array(line).default([]).describe('Full names of what the district consisted of when the plan was made'),
  legalBasis: z.array(basisSchema),
  recipients: z.array(line),
  reporting: z.array(reportingSchema).default([]),
  channels: z.array(id).default([]).describe('Ids of config/channels.yaml: where the plan wants things published'),
  sections: z.array(sectionSchema).min(1),
  reading: readingSchema.optional(),
})

/** Checks one file of config/plans: ids are unique, parts know their place, and only a draft leaves facts open. */
export const planSchema = shape.superRefine((plan, context) => {
  const complain = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message })
  const seen = new Set<string>()
  const claim = (name: string, path: PropertyKey[]) => {
    if (seen.has(name)) complain([...path, 'id'], 'is used twice in this plan')
    seen.add(name)
  }
  const checkParts = (parts: Section['parts'], path: PropertyKey[]) => {
    for (const [at, part] of parts.entries()) {
      const here = [...path, at]
      claim(part.id, here)
      if (part.kind === 'section') checkParts(part.parts, [...here, 'parts'])
      else if (part.splitFrom !== undefined && parts.slice(0, at).every((other) => other.id !== part.splitFrom))
        complain([...here, 'splitFrom'], 'names no entry above this one in its section')
      if (part.kind !== 'section' && part.status.kind === 'monitored')
        for (const [i, one] of part.status.indicators.entries()) claim(one.id, [...here, 'status', 'indicators', i])
    }
  }
  checkParts(plan.sections, ['sections'])
  if (plan.draft) return
  for (const key of ['issuer', 'period', 'region'] as const)
    if (plan[key] === null) complain([key], 'may be empty only in a draft')
})
export type Plan = z.output<typeof planSchema>
