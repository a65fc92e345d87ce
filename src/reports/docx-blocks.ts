// What the body of a DOCX report is built of: paragraphs, headings, tables and pictures in the type of Decree 30/2020/NĐ-CP.
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Table as DocxTable,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { InterfaceLanguage } from '../model/language.ts'
import { type Chart, renderPng } from './charts.ts'
import { type Cell, type Column, cellText, isWebAddress, legendOf, type Table } from './table.ts'

export const fontName = 'Times New Roman'
/** Half points, as DOCX counts: 14 pt for the text, 13 pt for tables. */
export const textSize = 28
const tableSize = 26
/** A4 less the margins of 30 mm and 15 mm. */
export const textWidth = convertMillimetersToTwip(165)
export const firstLine = convertMillimetersToTwip(12.7)
const between = { before: 60, after: 60 }

export function paragraph(
  text: string | readonly (TextRun | ExternalHyperlink)[],
  more: IParagraphOptions = {},
): Paragraph {
  const children = typeof text === 'string' ? [new TextRun(text)] : text
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine },
    spacing: between,
    ...more,
    children: [...children],
  })
}

/** A paragraph without first-line indent, centred. */
export function centred(text: string, run: Omit<IRunOptions, 'text'>, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, ...more, children: [new TextRun({ ...run, text })] })
}

/** "I." upper case, "1." and "a)": the three levels of the decree. They are headings to a screen reader, too. */
export function heading(level: 1 | 2 | 3, text: string): Paragraph {
  const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
  return new Paragraph({
    text,
    heading: levels[level],
    indent: { firstLine },
    spacing: { before: 120, after: 60 },
    keepNext: true,
  })
}

/** A horizontal rule of `lengthMm`, centred in `widthMm`. */
export function rule(lengthMm: number, widthMm: number): Paragraph {
  const side = convertMillimetersToTwip((widthMm - lengthMm) / 2)
  return new Paragraph({
    indent: { left: side, right: side },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    spacing: { before: 0, after: 0, line: 40, lineRule: 'exact' },
    children: [],
  })
}

/** A web address as a link that can also be read on paper; what is no web address stays plain text. */
export function link(url: string): TextRun | ExternalHyperlink {
  if (!isWebAddress(url)) return new TextRun(url)
  return new ExternalHyperlink({ link: url, children: [new TextRun({ text: url, style: 'Hyperlink' })] })
}

/** A chart as a picture with its figures in words as alt text. `id` names it in the document. */
export function picture(chart: Chart, id: string): Paragraph {
  const { width, height, alt } = chart
  const image = new ImageRun({
    type: 'png',
    data: renderPng(chart),
    transformation: { width, height },
    altText: { name: id, title: id, description: alt },
  })
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: between, children: [image] })
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const sides = ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'] as const
export const noBorders = Object.fromEntries(sides.map((side) => [side, none]))
const borders = Object.fromEntries(sides.map((side) => [side, line]))

/** A table over the whole width with its header row repeated on every page, and what its signs mean below it. */
export function dataTable(table: Table, language: InterfaceLanguage): (DocxTable | Paragraph)[] {
  const all = table.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = table.columns.map((column) => Math.floor((textWidth * column.width) / all))
  const row = (cells: readonly Paragraph[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map(
        (cell, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 30, bottom: 30, left: 50, right: 50 },
            children: [cell],
          }),
      ),
    })
  const head = table.columns.map(({ title }) => centred(title, { size: tableSize, bold: true }))
  const body = table.rows.map((cells) =>
    row(
      cells.map((cell, index) => cellParagraph(cell, table.columns[index] as Column, language)),
      false,
    ),
  )
  const legend = legendOf(table)
  return [
    new DocxTable({
      rows: [row(head, true), ...body],
      columnWidths: widths,
      width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders,
    }),
    new Paragraph({
      spacing: { before: 40, after: 120 },
      children: [new TextRun({ text: legend, italics: true, size: tableSize })],
    }),
  ]
}

function cellParagraph(cell: Cell, { kind }: Column, language: InterfaceLanguage): Paragraph {
  const alignment = kind === 'text' ? AlignmentType.LEFT : AlignmentType.CENTER
  return new Paragraph({
    alignment,
    children: [new TextRun({ text: cellText(cell, kind, language), size: tableSize })],
  })
}
