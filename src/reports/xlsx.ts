// The data of a report as XLSX: a sheet a table, real numbers and days, no formulas; what is missing stays empty, with a note.
import ExcelJS from 'exceljs'
import type { ReportModel } from '../model/report.ts'
import { startOfDay, vietnamDay } from '../rules/day.ts'
import { type Cell, type ColumnKind, isWebAddress, type Table } from './table.ts'
import { reportTables, tableIds } from './tables.ts'

const numberFormats: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  link: '@',
  number: '#,##0',
  change: '+#,##0;-#,##0;0',
  day: 'dd/mm/yyyy',
  time: 'dd/mm/yyyy hh:mm',
}

/** Renders every table of the report as a sheet of one XLSX file. */
export async function renderXlsx(model: ReportModel): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.created = new Date(model.madeAt)
  workbook.creator = model.office.name
  const tables = reportTables(model)
  for (const id of tableIds) addSheet(workbook, tables[id])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: ExcelJS.Workbook, table: Table): void {
  const sheet = workbook.addWorksheet(table.title, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = table.columns.map(({ title, width, kind }) => ({
    header: title,
    width: Math.max(width, title.length + 2),
    style: { numFmt: numberFormats[kind], alignment: { vertical: 'top', wrapText: kind === 'text' } },
  }))
  sheet.getRow(1).font = { bold: true }
  for (const cells of table.rows) {
    const row = sheet.addRow([])
    for (const [index, cell] of cells.entries())
      writeCell(row.getCell(index + 1), cell, table.columns[index]?.kind ?? 'text')
  }
}

/** Text is always written as text, so that a title which begins with = + - or @ is never calculated. */
function writeCell(target: ExcelJS.Cell, cell: Cell, kind: ColumnKind): void {
  if (typeof cell === 'object') target.note = cell.meaning
  else if (typeof cell === 'number') target.value = cell
  else if (kind === 'link' && isWebAddress(cell)) target.value = { text: cell, hyperlink: cell }
  else if (cell !== '') target.value = kind === 'day' || kind === 'time' ? wallClock(cell, kind) : cell
}

/** XLSX knows no time zones: a day at midnight, a time as the clocks in Viet Nam show it, both written as if in UTC. */
function wallClock(text: string, kind: 'day' | 'time'): Date {
  const day = kind === 'day' ? text : vietnamDay(text)
  const sinceMidnightMs = kind === 'day' ? 0 : Date.parse(text) - startOfDay(day).getTime()
  return new Date(Date.parse(`${day}T00:00:00Z`) + sinceMidnightMs)
}
