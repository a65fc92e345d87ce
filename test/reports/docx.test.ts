import * as cheerio from 'cheerio'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderDocx } from '../../src/reports/docx.ts'
import { docxPart } from './read-back.ts'
import { emptyRows, office, sampleItem, sampleReport, sampleRows } from './sample.ts'

const twips = (mm: number) => String(Math.floor((mm / 25.4) * 1440))
const load = (xml: string) => cheerio.load(xml, { xml: true })

describe.each(['vi', 'en'] as const)('the DOCX in %s', (language) => {
  let file: Uint8Array
  let $: cheerio.CheerioAPI
  const texts = () =>
    $('w\\:p')
      .toArray()
      .map((p) => $(p).text())
  /** The paragraph that reads `text`. */
  const at = (text: string) => $('w\\:p').filter((_, p) => $(p).text() === text)
  const sizeOf = (text: string) => at(text).find('w\\:sz').attr('w:val')

  beforeAll(async () => {
    file = await renderDocx(sampleReport(language))
    $ = load(docxPart(file))
  })

  it('is A4 with the margins of Decree 30', () => {
    const size = $('w\\:pgSz')
    expect([size.attr('w:w'), size.attr('w:h')]).toEqual([twips(210), twips(297)])
    const margins = $('w\\:pgMar')
    const side = (name: string) => margins.attr(`w:${name}`)
    expect(['top', 'bottom', 'left', 'right'].map(side)).toEqual([20, 20, 30, 15].map(twips))
  })

  it('is set in Times New Roman 14, with no other typeface anywhere', async () => {
    const styles = load(docxPart(file, 'word/styles.xml'))
    const normal = styles('w\\:docDefaults')
    expect(normal.find('w\\:rFonts').attr('w:ascii')).toBe('Times New Roman')
    expect(normal.find('w\\:sz').attr('w:val')).toBe('28')
    const fonts = [styles, $].flatMap((doc) =>
      doc('w\\:rFonts')
        .toArray()
        .map((font) => doc(font).attr('w:ascii')),
    )
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']))
  })

  it('carries the national title, the issuing body, number, place and date', () => {
    for (const line of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'SỞ TƯ PHÁP'])
      expect(at(line).find('w\\:b').length, line).toBeGreaterThan(0)
    expect(at('ỦY BAN NHÂN DÂN TỈNH SÔNG THANH').length).toBe(1)
    expect(texts().some((text) => /^(Số|No\.):\s+\/BC-STP$/.test(text))).toBe(true)
    const place = language === 'vi' ? 'Sông Thanh, ngày 23 tháng 11 năm 2026' : 'Sông Thanh, 23 November 2026'
    expect(at(place).find('w\\:i').length).toBe(1)
    const header = at('SỞ TƯ PHÁP').closest('w\\:tbl')
    expect(
      header
        .find('w\\:tblBorders')
        .children()
        .toArray()
        .map((side) => $(side).attr('w:val')),
    ).toEqual(Array(6).fill('none'))
  })

  it('has title, draft mark, closing sign, signature without a name, and recipients in size 11', () => {
    const own = language === 'vi' ? ['BÁO CÁO', 'DỰ THẢO', 'Nơi nhận:'] : ['REPORT', 'DRAFT', 'Recipients:']
    for (const line of [...own, 'GIÁM ĐỐC']) expect(at(line).length, line).toBe(1)
    expect(texts().filter((text) => text.endsWith('./.'))).toHaveLength(1)
    for (const recipient of office.recipients) expect(sizeOf(`- ${recipient};`)).toBe('22')
    const signature = at('GIÁM ĐỐC').closest('w\\:tc')
    expect(signature.text()).toBe('GIÁM ĐỐC')
  })

  it('numbers its pages in the middle above the text, from the second on', async () => {
    expect($('w\\:titlePg').length).toBe(1)
    const headers = [1, 2].map((n) => docxPart(file, `word/header${n}.xml`))
    const numbered = headers.filter((xml) => xml.includes('PAGE'))
    expect(numbered).toHaveLength(1)
    expect(load(numbered[0] ?? '')('w\\:jc').attr('w:val')).toBe('center')
  })

  it('repeats the header row of every table of data', () => {
    const tables = $('w\\:tbl')
      .toArray()
      .filter((table) => $(table).find('w\\:tblHeader').length > 0)
    expect(tables).toHaveLength(8)
    for (const table of tables) expect($(table).find('w\\:tr').first().find('w\\:tblHeader').length).toBe(1)
  })

  it('says in words what each chart shows', () => {
    const described = $('wp\\:docPr')
      .toArray()
      .map((picture) => $(picture).attr('descr') ?? '')
    expect(described).toHaveLength(7)
    expect(described[0]).toMatch(/ICESCR: 1[.,]248/)
    expect(described.find((alt) => alt.includes('CRC'))).toBeDefined()
    expect(described[1]).toMatch(/không có dữ liệu|no data/)
  })

  it('ends with the head of the audit chain', () => {
    expect(
      texts()
        .filter((text) => text !== '')
        .at(-1),
    ).toContain(sampleReport(language).auditHead.hash)
  })
})

it('writes days below 10 and January and February with two digits', async () => {
  const file = await renderDocx(sampleReport('vi', emptyRows, new Date('2027-02-03T05:00:00Z')))
  expect(docxPart(file)).toContain('Sông Thanh, ngày 03 tháng 02 năm 2027')
  const april = await renderDocx(sampleReport('vi', emptyRows, new Date('2027-04-10T05:00:00Z')))
  expect(docxPart(april)).toContain('Sông Thanh, ngày 10 tháng 4 năm 2027')
})

it('stays a readable file whatever a title holds, and makes links to the web only', async () => {
  const hostile = sampleItem(1, {
    title: '<w:br/> & "dấu" \u0000\u000b\ud800 kết',
    url: 'javascript:alert(1)',
    excerpt: 'a'.repeat(2000),
    conventions: ['crc'],
  })
  const file = await renderDocx(sampleReport('vi', { ...sampleRows, items: [hostile] }))
  const $ = load(docxPart(file))
  expect($('w\\:body').text()).toContain('- <w:br/> & "dấu" \ufffd kết')
  expect($('w\\:body').text()).not.toContain('a'.repeat(301))
  expect(docxPart(file, 'word/_rels/document.xml.rels')).not.toContain('javascript')
})
