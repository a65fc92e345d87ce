// JSON page: what a platform's API answers, held against a schema; whatever the schema does not name is dropped here.
import type { z } from 'zod'
import { FetchFailure } from '../src/errors.ts'
import type { DoorResponse } from './connector.ts'

/** Throws `FetchFailure` (`not_a_feed`) for anything else, without quoting it. */
export function readJson<T>({ url, bytes }: DoorResponse, schema: z.ZodType<T>): T {
  const { host } = new URL(url)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new FetchFailure('not_a_feed', `${host} sent something that is no JSON`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new FetchFailure('not_a_feed', `${host} sent JSON of another shape than its API describes`)
}

/** The values that fit; the others are no posts. */
export function keepFitting<T>(values: readonly unknown[], schema: z.ZodType<T>): T[] {
  return values.flatMap((value) => schema.safeParse(value).data ?? [])
}
