// The parsers without threads: for tests that are about something else. What comes is plain data, as a thread would give it.
import { type Parse, parsers } from '../../crawlers/parsers.ts'

export const parseHere: Parse = async (kind, page, ask) => {
  const parse = parsers[kind] as (of: typeof page, asked: typeof ask) => unknown
  return structuredClone(await parse(page, structuredClone(ask))) as Awaited<ReturnType<Parse>> as never
}
