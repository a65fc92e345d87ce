// Indicator: how a monitored task is measured from what was collected and from the work on claims.
import { z } from 'zod'
import { conventionIds } from './convention.ts'
import { languages } from './language.ts'
import { verdicts } from './review.ts'

/** What a measure counts, its unit, and whether more or less of it is better. */
export const measures = {
  items: { unit: 'items', better: 'more' },
  channel_share: { unit: 'percent', better: 'more' },
  conventions_covered: { unit: 'conventions', better: 'more' },
  regions_covered: { unit: 'percent', better: 'more' },
  languages: { unit: 'languages', better: 'more' },
  median_hours: { unit: 'hours', better: 'less' },
  claims_by_verdict: { unit: 'claims', better: 'more' },
  concerns_answered: { unit: 'percent', better: 'more' },
} as const
export type Measure = keyof typeof measures

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens')

/** Narrows what is counted; a key that is left out narrows nothing. */
const filterSchema = z
  .strictObject({
    channels: z.array(id).min(1).optional().describe('Ids of config/channels.yaml; left out: all channels of the plan'),
    about: z.string().optional().describe('Code of a region that the items have to be about'),
    conventions: z.array(z.enum(conventionIds)).min(1).optional(),
    instruments: z.array(id).min(1).optional().describe('Ids of config/instruments.yaml'),
    languages: z.array(z.enum(languages)).min(1).optional(),
    verdicts: z.array(z.enum(verdicts)).min(1).optional(),
    until: z
      .enum(['verdict', 'correction'])
      .optional()
      .describe('For median_hours: from the first sighting of a claim to its verdict, or to a published correction'),
  })
  .readonly()

export const indicatorSchema = z
  .strictObject({
    id,
    measure: z.enum(Object.keys(measures) as [Measure, ...Measure[]]),
    filter: filterSchema.default({}),
    period: z.enum(['week', 'month', 'quarter', 'half_year', 'year']),
    target: z
      .number()
      .min(0)
      .nullable()
      .describe('In the unit of the measure; null: the figure is reported and not judged'),
    atRisk: z
      .number()
      .min(0)
      .optional()
      .describe('Short of the target but not of this: at risk; short of this: missed'),
    setBy: z.enum(['plan', 'office']).describe('Who named the target: the document, or the office that works with it'),
  })
  .superRefine(({ measure, filter, target, atRisk }, context) => {
    const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if ((measure === 'median_hours') !== (filter.until !== undefined))
      complain('filter', 'needs "until" for median_hours, and for nothing else')
    if (target !== null && target > 100 && measures[measure].unit === 'percent')
      complain('target', 'is a percentage, at most 100')
    if (atRisk === undefined) return
    if (target === null) return complain('atRisk', 'has no meaning without a target')
    const isShort = measures[measure].better === 'more' ? atRisk < target : atRisk > target
    if (!isShort) complain('atRisk', 'has to fall short of the target')
  })
export type Indicator = z.output<typeof indicatorSchema>
