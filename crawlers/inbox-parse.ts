// Inbox parse: a delivery in JSON, JSON Lines or CSV into items. All of it is good, or none of it is taken. Pure.
import Papa from 'papaparse'
import { type InboxRow, inboxRowSchema } from '../src/model/inbox.ts'
import { canonicalUrl } from '../src/text/url.ts'
import type { Candidate } from './articles.ts'
import { shortHash } from './fingerprint.ts'
import type { InboxFormat, InboxProblem } from './inbox-format.ts'
import { linesToHtml } from './plain-text.ts'

export type Delivery =
  | { readonly candidates: readonly Candidate[]; readonly ignoredFields: number; readonly problem: null }
  | { readonly candidates: null; readonly ignoredFields: number; readonly problem: InboxProblem }

type Rows = readonly unknown[] | InboxProblem

const known: ReadonlySet<string> = new Set(Object.keys(inboxRowSchema.shape))

/** Never throws. */
export function parseDelivery(bytes: Uint8Array, format: InboxFormat): Delivery {
  const text = decode(bytes)
  const rows = text === null ? { row: null, why: 'is not UTF-8' } : readers[format](text)
  if ('why' in rows) return { candidates: null, ignoredFields: 0, problem: rows }
  const ignored = new Set<string>()
  const candidates: Candidate[] = []
  for (const [index, raw] of rows.entries()) {
    const row = keepKnown(raw, ignored)
    const parsed = inboxRowSchema.safeParse(row)
    const url = parsed.success ? canonicalUrl(parsed.data.url, parsed.data.url) : null
    if (!parsed.success || url === null) {
      const issue = parsed.error?.issues[0]
      const why = issue ? [issue.path.join('.'), issue.message].filter(Boolean).join(' ') : 'url cannot be used'
      return { candidates: null, ignoredFields: ignored.size, problem: { row: index + 1, why } }
    }
    candidates.push(toCandidate(parsed.data, url))
  }
  return { candidates, ignoredFields: ignored.size, problem: null }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const readers: Readonly<Record<InboxFormat, (text: string) => Rows>> = {
  json(text) {
    const value = parseJson(text)
    return Array.isArray(value) ? value : { row: null, why: 'is not a JSON array' }
  },
  jsonl(text) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
    const rows = lines.map(parseJson)
    const broken = rows.indexOf(undefined)
    return broken < 0 ? rows : { row: broken + 1, why: 'is not JSON' }
  },
  csv(text) {
    const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' })
    const [header = [], ...rows] = data
    const keys = header.map((name) => name.trim().toLowerCase())
    if (new Set(keys).size < keys.length) return { row: null, why: 'names a column twice' }
    const fault = errors.find(({ type }) => type === 'Quotes')
    if (fault) return { row: Math.max(1, fault.row ?? 1), why: 'has a quotation mark without its partner' }
    const odd = rows.findIndex((row) => row.length !== keys.length)
    if (odd >= 0) return { row: odd + 1, why: 'has more or fewer cells than the header' }
    return rows.map((row) => Object.fromEntries(keys.map((key, column) => [key, row[column]])))
  },
}

/** Undefined for what is no JSON: a broken text's error would quote it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An empty cell and a null say nothing, as if the field were left out. */
function keepKnown(raw: unknown, ignored: Set<string>): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw
  const fields = Object.entries(raw)
  for (const [key] of fields) if (!known.has(key)) ignored.add(key)
  return Object.fromEntries(fields.filter(([key, value]) => known.has(key) && value !== null && value !== ''))
}

function toCandidate({ title, text, html, published, language }: InboxRow, url: string): Candidate {
  const body = html?.trim() ? html : linesToHtml(text ?? '')
  const feed = { title, html: body, isFullText: true, published: published ?? null, language: language ?? null }
  return { url, feed, entryFingerprint: shortHash([title, body, feed.published]), hasPage: false }
}
