import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderXlsx } from '../../src/reports/xlsx.ts'
import { readWorkbook } from './read-back.ts'
import { emptyRows, sampleItem, sampleReport, sampleRows } from './sample.ts'

const open = async (rows = sampleRows) => readWorkbook(await renderXlsx(sampleReport('vi', rows)))
const cellsOf = (sheet: ExcelJS.Worksheet) =>
  (sheet.getRows(2, Math.max(0, sheet.rowCount - 1)) ?? []).flatMap((row) =>
    Array.from({ length: sheet.columnCount }, (_, index) => row.getCell(index + 1)),
  )

describe('the workbook', () => {
  let workbook: ExcelJS.Workbook
  beforeAll(async () => {
    workbook = await open()
  })

  it('has a sheet for each table, each with a frozen header', () => {
    const first = ['Tổng quan', 'Công ước', 'Hướng nội dung (%)', 'Theo ngày', 'Điều khoản', 'Tin tiêu biểu']
    const last = ['Khoảng trống', 'Nguồn lỗi', 'Ngôn ngữ', 'Nguồn', 'Thông tin']
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([...first, ...last])
    for (const sheet of workbook.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
      expect(sheet.getColumn(1).width).toBeGreaterThan(8)
    }
  })

  it('holds real numbers and days, and no formula', () => {
    const daily = workbook.getWorksheet('Theo ngày')
    expect(daily?.getCell('A2').value).toEqual(new Date('2026-11-16T00:00:00Z'))
    expect(daily?.getCell('C2').value).toBe(41)
    const notSeen = workbook.getWorksheet('Nguồn lỗi')
    expect(notSeen?.getCell('E2').value).toEqual(new Date('2026-11-12T16:20:00Z'))
    for (const cell of workbook.worksheets.flatMap(cellsOf)) expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)
  })

  it('leaves what is missing empty, and says why', () => {
    const thursday = workbook.getWorksheet('Theo ngày')?.getCell('B5')
    expect(thursday?.value).toBeNull()
    expect(JSON.stringify(thursday?.note)).toContain('không có dữ liệu')
    expect(JSON.stringify(workbook.getWorksheet('Công ước')?.getCell('E4').note)).toContain('dưới ngưỡng nêu số')
  })
})

it('holds no zero at all where there was no data', async () => {
  const workbook = await open(emptyRows)
  for (const name of ['Tổng quan', 'Công ước', 'Theo ngày']) {
    const sheet = workbook.getWorksheet(name)
    expect(sheet && cellsOf(sheet).some((cell) => typeof cell.value === 'number')).toBe(false)
  }
})

it.each(['=HYPERLINK("http://x","y")', '+84 hotline', '-1+1', '@SUM(A1)', '\t=1+1'])(
  'keeps the title %j as text',
  async (title) => {
    const items = [sampleItem(1, { title, excerpt: title, conventions: ['crc'], url: `=cmd|'${title}'!A1` })]
    const workbook = await open({ ...sampleRows, items })
    const row = workbook.getWorksheet('Tin tiêu biểu')?.getRow(2)
    for (const column of [2, 6, 7]) expect(row?.getCell(column).type).toBe(ExcelJS.ValueType.String)
    expect(row?.getCell(2).value).toBe(title.trim())
    expect(row?.getCell(2).numFmt).toBe('@')
  },
)
