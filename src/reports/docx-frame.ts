// The frame of an official document after Decree 30/2020/NĐ-CP: page, national title, number, title, signature, recipients.
import {
  AlignmentType,
  Header,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  convertMillimetersToTwip as mm,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { ReportModel } from '../model/report.ts'
import { vietnamDay } from '../rules/day.ts'
import { centred, fontName, noBorders, rule, textSize } from './docx-blocks.ts'
import { writeLongDay } from './notation.ts'
import { subjectLine } from './sentences.ts'
import { labels } from './wording.ts'

/** A4, 20 mm above and below, 30 mm left for the binding, 15 mm right. */
export const page: NonNullable<ISectionPropertiesOptions['page']> = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10), footer: mm(10) },
}

/** Half points: 11, 12 and 13 pt where the decree wants them smaller than the text. */
const size = { list: 22, small: 24, frame: 26 } as const
const leftMm = 72
const rightMm = 93

/** One typeface, black, in every style; headings differ by weight only. */
export function documentStyles({ language }: ReportModel): IStylesOptions {
  const plain = { font: fontName, size: textSize, color: '000000' }
  return {
    default: {
      document: { run: { ...plain, language: { value: language === 'vi' ? 'vi-VN' : 'en-GB' } } },
      heading1: { run: { ...plain, bold: true } },
      heading2: { run: { ...plain, bold: true } },
      heading3: { run: plain },
      hyperlink: { run: { font: fontName, color: '1F4E79', underline: {} } },
    },
  }
}

/** The page number, centred above the text; the first page gets an empty header. */
export function pageHeaders(): { default: Header; first: Header } {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: size.frame })
  return {
    default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] }),
    first: new Header({ children: [new Paragraph({ children: [] })] }),
  }
}

/** The two columns above the title, without borders. */
function twoColumns(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const cell = (children: readonly Paragraph[], widthMm: number) =>
    new TableCell({ width: { size: mm(widthMm), type: WidthType.DXA }, children, margins: { left: 0, right: 0 } })
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [mm(leftMm), mm(rightMm)],
    width: { size: mm(leftMm + rightMm), type: WidthType.DXA },
    borders: noBorders,
    rows: [new TableRow({ cantSplit: true, children: [cell(left, leftMm), cell(right, rightMm)] })],
  })
}

/** Issuing body and number on the left, national title, place and date on the right; the motto keeps its Vietnamese. */
export function nationalHeader(model: ReportModel): Table {
  const { office, language, madeAt } = model
  const words = labels[language]
  const day = writeLongDay(vietnamDay(madeAt), language)
  const english =
    language === 'en'
      ? [
          centred('SOCIALIST REPUBLIC OF VIET NAM', { size: size.small, bold: true }),
          centred('Independence - Freedom - Happiness', { size: size.frame, bold: true }),
        ]
      : []
  const parent = office.parent === '' ? [] : [centred(office.parent.toUpperCase(), { size: size.small })]
  return twoColumns(
    [
      ...parent,
      centred(office.name.toUpperCase(), { size: size.small, bold: true }),
      rule(24, leftMm),
      centred(`${words.number}:          /${office.symbol}`, { size: size.frame }, { spacing: { before: 120 } }),
      centred(words.draft.toUpperCase(), { size: size.frame, bold: true }, { spacing: { before: 120 } }),
    ],
    [
      centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: size.small, bold: true }),
      centred('Độc lập - Tự do - Hạnh phúc', { size: size.frame, bold: true }),
      ...english,
      rule(57, rightMm),
      centred(`${office.place}, ${day}`, { size: size.frame, italics: true }, { spacing: { before: 120 } }),
    ],
  )
}

/** BÁO CÁO, what it is about, and the short rule below. */
export function titleBlock(model: ReportModel): Paragraph[] {
  const bold = { size: textSize, bold: true }
  return [
    centred(labels[model.language].report.toUpperCase(), bold, { spacing: { before: 300 } }),
    centred(subjectLine(model), bold),
    rule(50, leftMm + rightMm),
    new Paragraph({ children: [] }),
  ]
}

/** Recipients on the left, on the right the office of who signs, with room for a name that a person fills in. */
export function signatureBlock({ office, language }: ReportModel): Table {
  const words = labels[language]
  const listed = (text: string) =>
    new Paragraph({ alignment: AlignmentType.LEFT, children: [new TextRun({ text: `- ${text}`, size: size.list })] })
  // "KT. Giám đốc - Phó Giám đốc": on whose behalf, and below it who signs.
  const titleLines = office.signatoryTitle.toUpperCase().split(/\s+-\s+/)
  const title = new TextRun({ text: `${words.recipients}:`, size: size.small, bold: true, italics: true })
  return twoColumns(
    [
      new Paragraph({ children: [title] }),
      ...office.recipients.map((name) => listed(`${name};`)),
      listed(words.archive),
    ],
    [
      ...titleLines.map((line) => centred(line, { size: textSize, bold: true })),
      new Paragraph({ spacing: { before: 1400 }, children: [] }),
    ],
  )
}
