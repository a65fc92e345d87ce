// The table at the end of a round: what became of everything, by source, and what it was about.
import type { CrawlResult } from '../model/crawl.ts'
import type { InterfaceLanguage } from '../model/language.ts'
import type { Result } from '../model/outcome.ts'
import type { Source } from '../model/source.ts'
import { failureWords } from '../text/failure-words.ts'
import { type Say, sayReason } from './words.ts'

type Voice = { readonly say: Say; readonly language: InterfaceLanguage }

/** Columns a text takes on a terminal: marks take none, East Asian letters two. */
function widthOf(text: string): number {
  let width = 0
  for (const point of text.normalize('NFC')) {
    if (/\p{M}/u.test(point)) continue
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(point) ? 2 : 1
  }
  return width
}

/** Rows as an aligned table, the first column left, the others right where they are figures. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => widthOf(row[column] ?? ''))))
  const isFigure = header.map((_, column) => rows.every((row) => /^[\d.,–]*$/.test(row[column] ?? '')))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell))
        return isFigure[column] ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd()
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line), ''].join('\n')
}

/** Results of several rounds of the same sources are added up. */
export function writeOutcomes(
  results: readonly CrawlResult[],
  sources: readonly Source[],
  { say, language }: Voice,
): void {
  const header = (
    ['source', 'stored', 'revised', 'counted', 'unchanged', 'duplicate', 'dropped', 'problem'] as const
  ).map(say)
  const rows = sources.map((source) => {
    const own = results.filter(({ sourceId }) => sourceId === source.id)
    return [source.name, ...countCells(own, language), troubleOf(own, language)]
  })
  const all = [say('total'), ...countCells(results, language), '']
  process.stdout.write(`\n${formatTable(header, [...rows, all])}\n`)
}

function countCells(results: readonly CrawlResult[], language: InterfaceLanguage): string[] {
  const outcomes = results.flatMap((result) => result.outcomes)
  const sum = (result: Result, reason?: string): string =>
    String(
      outcomes
        .filter((outcome) => outcome.result === result && (reason === undefined || outcome.reason === reason))
        .reduce((total, { count }) => total + count, 0),
    )
  const dropped = new Map<string, number>()
  for (const { result, reason, count } of outcomes)
    if (result === 'dropped' || result === 'quarantined')
      dropped.set(String(reason), (dropped.get(String(reason)) ?? 0) + count)
  const why = [...dropped].map(([reason, count]) => `${count} ${sayReason(reason, language)}`).join(', ')
  return [
    sum('stored', 'new'),
    sum('stored', 'revised'),
    sum('stored', 'counted'),
    sum('unchanged'),
    sum('duplicate'),
    why === '' ? '0' : why,
  ]
}

/** The last round's trouble is what matters: a source that works again is no trouble. */
function troubleOf(results: readonly CrawlResult[], language: InterfaceLanguage): string {
  const failure = results.at(-1)?.failure
  return failure ? failureWords[failure][language].name : ''
}
