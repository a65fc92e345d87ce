// What a table of a report is made of, and how a cell is written where it is printed.
import type { InterfaceLanguage } from '../model/language.ts'
import { writeDay, writeNumber, writeTime } from './notation.ts'
import { type Label, labels } from './wording.ts'

/** A cell without a value: its sign where it is printed, and what the sign means. Never a zero. */
export type Missing = { readonly mark: string; readonly meaning: string }
/** Days are YYYY-MM-DD, times ISO instants, links addresses; an empty text is a cell that has nothing to say. */
export type Cell = string | number | Missing
export type ColumnKind = 'text' | 'number' | 'change' | 'day' | 'time' | 'link'
/** Width in characters; on a printed page it is the column's share. */
export type Column = { readonly title: string; readonly kind: ColumnKind; readonly width: number }
export type Table = {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

const marks = { noData: '–', noPrevious: '–', notOver: '–', never: '–', unknown: '–', withheld: '*' } as const

export function missing(meaning: keyof typeof marks, language: InterfaceLanguage): Missing {
  return { mark: marks[meaning], meaning: labels[language][meaning] }
}

/** A table of which each column is `[label, kind, width]`. */
export function tableOf(
  language: InterfaceLanguage,
  title: Label,
  columns: readonly (readonly [Label, ColumnKind, number])[],
  rows: Table['rows'],
): Table {
  const words = labels[language]
  return {
    title: words[title],
    columns: columns.map(([label, kind, width]) => ({ title: words[label], kind, width })),
    rows,
  }
}

const minus = '\u2212'

/** A cell as people read it: 1.234, +5, 22/11/2026, or the sign for what is missing. */
export function cellText(cell: Cell, kind: ColumnKind, language: InterfaceLanguage): string {
  if (typeof cell === 'object') return cell.mark
  if (typeof cell === 'number') {
    const number = writeNumber(Math.abs(cell), language)
    if (kind !== 'change' || cell === 0) return number
    return `${cell > 0 ? '+' : minus}${number}`
  }
  if (kind === 'day' && cell !== '') return writeDay(cell)
  return kind === 'time' ? writeTime(cell) : cell
}

/** What the signs in a table mean, as one line; empty where nothing is missing. */
export function legendOf(table: Table): string {
  const meanings = new Map<string, Set<string>>()
  for (const cell of table.rows.flat())
    if (typeof cell === 'object') meanings.set(cell.mark, (meanings.get(cell.mark) ?? new Set()).add(cell.meaning))
  return [...meanings].map(([mark, all]) => `${mark} ${[...all].join(' / ')}`).join('; ')
}

/** Whether an address may become a link: a published item's address is foreign text, and only the web is meant. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
