// Reads the figures of a report back out of each format, as a person with the file could.
import * as cheerio from 'cheerio'
import ExcelJS from 'exceljs'
import type { Figure, ReportModel } from '../../src/model/report.ts'
import { labels } from '../../src/reports/wording.ts'
import { readZip } from './zip.ts'

type Count = number | null
/** Every figure of a report; null is "no data" or withheld. */
export type Figures = {
  readonly overview: readonly (readonly Count[])[]
  readonly conventions: readonly (readonly Count[])[]
  readonly daily: readonly (readonly Count[])[]
  readonly articles: readonly (readonly [string, Count])[]
  readonly languages: readonly (readonly Count[])[]
  readonly sources: readonly (readonly Count[])[]
  readonly notSeen: readonly (readonly Count[])[]
  readonly audit: readonly [Count, string]
}

const both = ({ value, previous }: Figure): Count[] => [value, previous]

export function figuresOfModel(model: ReportModel): Figures {
  const { items, tagged, conventionsCovered, languages, sourcesHeard, posts } = model.figures
  return {
    overview: [items, tagged, conventionsCovered, languages, sourcesHeard, posts].map(both),
    conventions: model.conventions.map((section) => [...both(section.items), ...both(section.posts)]),
    daily: model.period.days.map((_, day) => model.conventions.map(({ daily }) => daily[day] ?? null)),
    articles: model.conventions.flatMap((section) => section.articles.map((a) => [a.article, a.count] as const)),
    languages: model.languages.map((row) => [row.items, row.tagged]),
    sources: model.sources.map((row) => [row.items, row.tagged]),
    notSeen: model.notSeen.map((row) => [row.failedRounds, row.rounds]),
    audit: [model.auditHead.sequence, model.auditHead.hash],
  }
}

/** "1.248", "1,248" or "−8"; the signs for what is missing are null. */
function readCount(text: string): Count {
  const plain = text.replace(/[.,+]/g, '').replace('\u2212', '-')
  return /^-?\d+$/.test(plain) ? Number(plain) : null
}

type Grid = readonly (readonly string[])[]

/** Picks the figures out of printed tables (header row first) and sentences. */
function figuresOfPrint(model: ReportModel, grids: readonly Grid[], text: string): Figures {
  const words = labels[model.language]
  const rows = (...header: string[]) => {
    const grid = grids.find(([first]) => header.every((title, index) => first?.[index] === title))
    return (grid ?? []).slice(1)
  }
  const counts = (grid: Grid, ...columns: number[]) => grid.map((row) => columns.map((at) => readCount(row[at] ?? '')))
  const articles = [...text.matchAll(/(?:Điều|article) ([\d.]+) \(([\d.,]+)\)/g)]
  const audit = /(?:số|entry) (\d+), (?:mã băm|hash) ([0-9a-f]+)\./.exec(text)
  return {
    overview: counts(rows(words.indicator), 1, 2),
    conventions: counts(rows(words.convention, words.items), 1, 2, 4, 5),
    daily: counts(rows(words.day), 1, 2, 3, 4, 5, 6, 7),
    articles: articles.map(([, article, count]) => [article ?? '', readCount(count ?? '')]),
    languages: counts(rows(words.language, words.items), 1, 2),
    sources: counts(rows(words.source, words.items), 1, 2),
    notSeen: counts(rows(words.source, words.reason), 2, 3),
    audit: [readCount(audit?.[1] ?? ''), audit?.[2] ?? ''],
  }
}

/** A part of a DOCX file, `word/document.xml` unless said otherwise. */
export function docxPart(file: Uint8Array, part = 'word/document.xml'): string {
  return readZip(file).get(part)?.toString('utf8') ?? ''
}

export function figuresOfDocx(model: ReportModel, file: Uint8Array): Figures {
  const $ = cheerio.load(docxPart(file), { xml: true })
  const grids = $('w\\:tbl')
    .toArray()
    .map((table) =>
      $(table)
        .find('w\\:tr')
        .toArray()
        .map((row) =>
          $(row)
            .find('w\\:tc')
            .toArray()
            .map((cell) => $(cell).text()),
        ),
    )
  return figuresOfPrint(
    model,
    grids,
    $('w\\:p')
      .toArray()
      .map((p) => $(p).text())
      .join('\n'),
  )
}

export function figuresOfHtml(model: ReportModel, file: Uint8Array): Figures {
  const $ = cheerio.load(new TextDecoder().decode(file))
  const grids = $('table')
    .toArray()
    .map((table) =>
      $(table)
        .find('tr')
        .toArray()
        .map((row) =>
          $(row)
            .find('th, td')
            .toArray()
            .map((cell) => $(cell).text()),
        ),
    )
  return figuresOfPrint(
    model,
    grids,
    $('p')
      .toArray()
      .map((p) => $(p).text())
      .join('\n'),
  )
}

export async function readWorkbook(file: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(file) as unknown as ArrayBuffer)
  return workbook
}

export async function figuresOfXlsx(model: ReportModel, file: Uint8Array): Promise<Figures> {
  const workbook = await readWorkbook(file)
  const words = labels[model.language]
  const rows = (name: string) => {
    const sheet = workbook.getWorksheet(name)
    return sheet?.getRows(2, Math.max(0, sheet.rowCount - 1)) ?? []
  }
  const counts = (name: string, ...columns: number[]) =>
    rows(name).map((row) => columns.map((at) => row.getCell(at).value as Count))
  const about = rows(words.about)[0]
  return {
    overview: counts(words.overview, 2, 3),
    conventions: counts(words.conventions, 2, 3, 5, 6),
    daily: counts(words.daily, 2, 3, 4, 5, 6, 7, 8),
    articles: rows(words.articles).map((row) => [row.getCell(2).text, row.getCell(3).value as Count]),
    languages: counts(words.languages, 2, 3),
    sources: counts(words.sources, 2, 3),
    notSeen: counts(words.notSeenShort, 3, 4),
    audit: [about?.getCell(7).value as Count, about?.getCell(8).text ?? ''],
  }
}
