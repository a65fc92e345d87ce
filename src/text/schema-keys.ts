// Which keys a schema knows at a path; an error message can then name them.
import type { z } from 'zod'

/** The parts of zod's definitions that lead from a schema to the schemas inside it. */
type Definition = {
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly getter?: () => z.core.$ZodType
}

/** Keys that may stand in the object at `path`; empty where there is none. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let reached = unwrap(schema)
  for (const step of path) reached = reached.flatMap((definition) => stepInto(definition, step)).flatMap(unwrap)
  return [...new Set(reached.flatMap((definition) => Object.keys(definition.shape ?? {})))]
}

function stepInto(definition: Definition, step: PropertyKey): z.core.$ZodType[] {
  const next = definition.shape?.[String(step)] ?? definition.element ?? definition.valueType
  return next ? [next] : []
}

/** Sees through optional, default, transform, lazy and union. */
function unwrap(schema: z.core.$ZodType): Definition[] {
  const definition = schema._zod.def as Definition
  const inner = definition.innerType ?? definition.in ?? definition.getter?.()
  if (inner) return unwrap(inner)
  return definition.options ? definition.options.flatMap(unwrap) : [definition]
}
