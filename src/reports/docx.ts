// The weekly report as DOCX in the layout of Decree 30/2020/NĐ-CP, a draft until a person approves it.
import { Document, type ExternalHyperlink, type ISectionOptions, Packer, Paragraph, TextRun } from 'docx'
import type { ConventionSection, ReportItem, ReportModel } from '../model/report.ts'
import { overviewChart, trendChart } from './charts.ts'
import { centred, dataTable, heading, link, paragraph, picture, textSize } from './docx-blocks.ts'
import { documentStyles, nationalHeader, page, pageHeaders, signatureBlock, titleBlock } from './docx-frame.ts'
import { fullName, languageName, writeDay } from './notation.ts'
import {
  annexSentence,
  auditSentence,
  closingSentence,
  conventionSentences,
  gapSentences,
  noteSentences,
  notSeenSentences,
  openingSentence,
  overviewSentences,
  subjectLine,
} from './sentences.ts'
import type { Table } from './table.ts'
import { publishedDay, reportTables, type TableId } from './tables.ts'
import { labels } from './wording.ts'

type Blocks = ISectionOptions['children'][number][]
type Tables = Readonly<Record<TableId, Table>>

/** Renders the report as a DOCX file. Throws where the charts' font lacks a letter. */
export async function renderDocx(model: ReportModel): Promise<Uint8Array> {
  const tables = reportTables(model)
  const document = new Document({
    title: subjectLine(model),
    creator: model.office.name,
    styles: documentStyles(model),
    sections: [
      {
        properties: { page, titlePage: true },
        headers: pageHeaders(),
        children: [...mainPart(model, tables), ...annex(model, tables)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function mainPart(model: ReportModel, tables: Tables): Blocks {
  const words = labels[model.language]
  const title = (number: string, label: keyof typeof words) => heading(1, `${number}. ${words[label].toUpperCase()}`)
  return [
    nationalHeader(model),
    ...titleBlock(model),
    paragraph(openingSentence(model)),
    title('I', 'general'),
    paragraph(overviewSentences(model).join(' ')),
    ...dataTable(tables.overview, model.language),
    ...charted(overviewChart(model), words.itemsByConvention),
    ...noteSentences(model).map((note) => paragraph([new TextRun({ text: note, italics: true })])),
    title('II', 'byConvention'),
    ...dataTable(tables.conventions, model.language),
    ...tabled(tables.directions, model),
    ...model.conventions.flatMap((section, index) => conventionPart(model, section, index + 1)),
    title('III', 'gaps'),
    paragraph(gapSentences(model).join(' ')),
    ...tabled(tables.gaps, model),
    title('IV', 'notSeen'),
    paragraph(notSeenSentences(model).join(' ')),
    ...tabled(tables.notSeen, model),
    paragraph(closingSentence(model), { keepNext: true, spacing: { before: 120, after: 300 } }),
    signatureBlock(model),
  ]
}

function charted(chart: ReturnType<typeof overviewChart>, name: string): Paragraph[] {
  return chart === null ? [] : [picture(chart, name)]
}

/** A table that has rows; where there is nothing to list, the sentence above it has said so. */
function tabled(table: Table, model: ReportModel): Blocks {
  return table.rows.length === 0 ? [] : dataTable(table, model.language)
}

function conventionPart(model: ReportModel, section: ConventionSection, number: number): Blocks {
  const words = labels[model.language]
  const name = fullName(section.convention, model.language)
  const chart = trendChart(model, section)
  const top = section.top.map((item) => topItem(model, item))
  return [
    heading(2, `${number}. ${name}`),
    heading(3, `a) ${words.figuresOf}`),
    paragraph(conventionSentences(model, section).join(' '), { keepNext: chart !== null }),
    ...charted(chart, `${words.itemsByDay}: ${name}`),
    ...(top.length > 0 ? [heading(3, `b) ${words.topOf}`), ...top] : []),
  ]
}

/** Title, outlet, day, language, at most 300 characters, and the address. */
function topItem({ language }: ReportModel, item: ReportItem): Paragraph {
  const day = item.publishedAt === null ? [] : [writeDay(publishedDay(item.publishedAt))]
  const facts = [item.sourceName, ...day, languageName(item.language, language)].join(', ')
  const runs: (TextRun | ExternalHyperlink)[] = [
    new TextRun({ text: `- ${item.title}`, bold: true }),
    new TextRun({ text: ` (${facts}). `, italics: true }),
    new TextRun(`${item.excerpt} `),
    link(item.url),
  ]
  return paragraph(runs, { alignment: 'left' })
}

function annex(model: ReportModel, tables: Tables): Blocks {
  const words = labels[model.language]
  const parts = [tables.daily, tables.languages, tables.sources].filter((table) => table.rows.length > 0)
  return [
    centred(words.annex, { size: textSize, bold: true }, { pageBreakBefore: true }),
    centred(words.annexTitle.toUpperCase(), { size: textSize, bold: true }),
    centred(annexSentence(model), { size: textSize, italics: true }, { spacing: { after: 240 } }),
    ...parts.flatMap((table, index) => [
      heading(2, `${index + 1}. ${table.title}`),
      ...dataTable(table, model.language),
    ]),
    new Paragraph({ spacing: { before: 240 }, children: [new TextRun(auditSentence(model))] }),
  ]
}
