// Source lists: OPML and CSV, as feed readers and spreadsheets write them, into entries and back.
import { generateOpml, parseOpml } from 'feedsmith'
import Papa from 'papaparse'
import type { SourceEntry } from '../rules/source-entry.ts'

export const listFormats = ['opml', 'csv'] as const
export type ListFormat = (typeof listFormats)[number]

/** One line of a list: what it says of a source, unchecked, and where it stands. */
export type ListLine = { readonly line: number; readonly entry: Readonly<Record<string, unknown>> }

/** Keys that are one word or list in a cell or attribute; whatever else an entry has goes into `more` as JSON. */
const plainKeys = ['id', 'name', 'kind', 'url', 'roles', 'ownership', 'language', 'region'] as const
const columns = [...plainKeys, 'more'] as const
type Column = (typeof columns)[number]
type Cells = Readonly<Record<Column, string>>

/** Addresses and roles have no spaces in them. */
const listKeys: ReadonlySet<string> = new Set(['url', 'roles'])

function toCells(entry: SourceEntry): Cells {
  const cellOf = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : String(value ?? ''))
  const rest = Object.entries(entry).filter(([key]) => !plainKeys.some((plain) => plain === key))
  const cells = Object.fromEntries(plainKeys.map((key) => [key, cellOf(entry[key])]))
  return { ...cells, more: rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : '' } as Cells
}

/** Empty cells say nothing. A broken `more` is left to the schema to refuse. */
function fromCells(cells: Partial<Cells>): Readonly<Record<string, unknown>> {
  const said = plainKeys.flatMap((key): [string, unknown][] => {
    const cell = cells[key]?.trim() ?? ''
    return cell === '' ? [] : [[key, listKeys.has(key) ? cell.split(/\s+/) : cell]]
  })
  return { ...readMore(cells.more?.trim() ?? ''), ...Object.fromEntries(said) }
}

function readMore(cell: string): object {
  if (cell === '') return {}
  try {
    const value: unknown = JSON.parse(cell)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { more: cell }
  } catch {
    return { more: cell }
  }
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, and loses it on the way back. */
export const formulas = /^'*[=+\-@\t\r].*$/s
const disarmed = /^'+[=+\-@\t\r]/

/** Comma-separated values with a byte order mark, so that spreadsheets read Vietnamese. */
export function writeCsv(entries: readonly SourceEntry[]): string {
  const data = entries.map(toCells).map((cells) => columns.map((key) => cells[key]))
  return `\ufeff${Papa.unparse({ fields: [...columns], data }, { escapeFormulae: formulas })}\r\n`
}

/** Reads comma-, semicolon- and tab-separated values; columns are known by their names, in any order and case. */
export function readCsv(text: string): ListLine[] {
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
    transform: (cell) => (disarmed.test(cell) ? cell.slice(1) : cell),
  })
  // The first line holds the names.
  return data.map((cells, index) => ({ line: index + 2, entry: fromCells(cells as Partial<Cells>) }))
}

/** In OPML, name, address and language have attributes of their own. */
const extraAttributes = ['id', 'kind', 'roles', 'ownership', 'region', 'more', 'urls'] as const

/** Feed readers take the outlines of type "rss"; the other kinds are there for a way back. At least one entry. */
export function writeOpml(entries: readonly SourceEntry[], title: string): string {
  const outlines = entries.map((entry) => {
    const { name, url, language, ...own } = toCells(entry)
    const [first = '', ...others] = url.split(' ')
    return {
      text: name,
      type: entry.kind === 'feed' ? 'rss' : String(entry.kind),
      xmlUrl: first,
      language,
      ...Object.fromEntries(Object.entries(own).filter(([, cell]) => cell !== '')),
      ...(others.length > 0 ? { urls: others.join(' ') } : {}),
    }
  })
  return generateOpml({ head: { title }, body: { outlines } }, { extraOutlineAttributes: [...extraAttributes] })
}

type Outline = {
  readonly text?: string
  readonly title?: string
  readonly xmlUrl?: string
  readonly language?: string
  readonly outlines?: readonly Outline[]
} & { readonly [attribute in (typeof extraAttributes)[number]]?: string }

/** Every outline that is no folder, folders opened; throws what feedsmith throws for what is no OPML. */
export function readOpml(text: string): ListLine[] {
  const { body } = parseOpml(text, { extraOutlineAttributes: [...extraAttributes] })
  const leaves = (outlines: readonly Outline[]): Outline[] =>
    outlines.flatMap((outline) => (outline.outlines ? leaves(outline.outlines) : [outline]))
  return leaves((body?.outlines ?? []) as readonly Outline[]).map((outline, index) => {
    const { text: shown, title, xmlUrl, urls, ...rest } = outline
    const name = shown ?? title ?? ''
    return { line: index + 1, entry: fromCells({ kind: 'feed', ...rest, name, url: `${xmlUrl ?? ''} ${urls ?? ''}` }) }
  })
}
