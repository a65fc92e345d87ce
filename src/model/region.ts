// Region, Channel and Unit: places and offices change; each carries the period in which it is valid, and its successors.
import { z } from 'zod'

const day = z.iso.date()

/** A province, district or commune as it was between two days (`validTo` is the first day after). */
export const regionSchema = z.strictObject({
  /** Two digits: a province; five: a commune; predecessors have ids of our own, `old:` and a slug. */
  code: z.string().min(1),
  level: z.enum(['country', 'province', 'district', 'commune']),
  kindVi: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  parent: z.string().nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
})
export type Region = z.output<typeof regionSchema>

/** `from` became `to`; `partial` where only a part did, so that counts are not carried over whole. */
export type Succession = { readonly from: string; readonly to: string; readonly partial: boolean }

/** Where a plan wants something published; may be a loudspeaker without a web page. */
export const channelSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(['portal', 'newspaper', 'radio', 'loudspeaker', 'television', 'social']),
  region: z.string(),
  sourceId: z.string().nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
})
export type Channel = z.output<typeof channelSchema>

/** An office that leads or takes part in a task. */
export const unitSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  region: z.string(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  successor: z.string().nullable(),
})
export type Unit = z.output<typeof unitSchema>
