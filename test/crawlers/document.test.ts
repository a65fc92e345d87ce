import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { judgeArticle } from '../../classifiers/judge.ts'
import { loadModels } from '../../classifiers/load.ts'
import { compileGazetteer } from '../../classifiers/places/gazetteer.ts'
import { openDocument } from '../../src/text/document.ts'
import { refusePdfBomb } from '../../src/text/document-bomb.ts'
import { documentFormat } from '../../src/text/document-format.ts'
import { dropFurniture, joinLines, type Line } from '../../src/text/document-lines.ts'
import { articlesOf, listenTo } from './listen.ts'
import { openSite, type Site, sourceAt } from './site.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/crawlers/${name}`, import.meta.url))
const open = (bytes: Uint8Array, contentType: string | null = null) =>
  openDocument({ bytes: new Uint8Array(bytes), contentType })
const oldWord = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('WordDocument', 'utf16le')])

describe('a document', () => {
  it.each(['bao-cao.pdf', 'thong-bao.docx'])('is read as paragraphs, with title and date: %s', async (name) => {
    const read = await open(fixture(name))
    if (read === null || typeof read === 'string') throw new Error(`not read: ${read}`)
    expect({ ...read, text: read.text.split('\n') }).toEqual(JSON.parse(fixture(`${name}.expected.json`).toString()))
  })

  it('says nothing of who wrote or saved the file', async () => {
    expect(fixture('bao-cao.pdf').includes('Author')).toBe(true)
    expect(JSON.stringify(await open(fixture('bao-cao.pdf')))).not.toMatch(/Người Soạn Thảo|LibreOffice/)
  })

  it('that cannot be read gives the reason', async () => {
    expect(await open(fixture('ban-quet.pdf'))).toBe('no_text_layer')
    expect(await open(oldWord)).toBe('old_format')
    expect(await open(Buffer.from('%PDF-1.7 hỏng'))).toBe('unreadable_document')
    expect(await open(fixture('thong-bao.docx').subarray(0, 5000))).toBe('unreadable_document')
  })

  it('that unpacks to far too much is not unpacked', async () => {
    const zip = new JSZip()
    zip.file('word/document.xml', Buffer.alloc(120_000_000, 32))
    expect(await open(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))).toBe(
      'unreadable_document',
    )
    const spaces = deflateSync(Buffer.alloc(120_000_000, 32))
    const head = `%PDF-1.4\n1 0 obj\n<< /Length ${spaces.length} /Filter /FlateDecode >>\nstream\n`
    const bomb = Buffer.concat([Buffer.from(head), spaces, Buffer.from('\nendstream\nendobj\n')])
    expect(() => refusePdfBomb(bomb)).toThrow(RangeError)
    expect(() =>
      refusePdfBomb(Buffer.from(bomb.toString('latin1').replace('/Filter', '/Subtype /Image /Filter'), 'latin1')),
    ).not.toThrow()
  })

  it('is known by its bytes, whatever the server calls it', () => {
    expect(documentFormat(fixture('bao-cao.pdf'), 'application/octet-stream')).toBe('pdf')
    expect(documentFormat(fixture('thong-bao.docx'), 'application/zip')).toBe('docx')
    expect(documentFormat(oldWord, null)).toBe('doc')
    expect(documentFormat(Buffer.from('<html><title>%PDF-</title>'), 'application/pdf')).toBe(null)
    expect(documentFormat(Buffer.from('PK\u0003\u0004 bảng tính'), 'application/msword')).toBe(null)
  })
})

describe('lines of a page', () => {
  const line = (text: string, row: number, more: Partial<Line> = {}): Line => ({
    ...{ text, x: 70, right: 520, y: 780 - row * 16, size: 14 },
    ...more,
  })

  it('lose headers, footers and page numbers, and nothing else', () => {
    const page = (number: number): Line[] => [
      line(`Công báo số 4${number}`, 0),
      line(`Đoạn mở đầu ${'abc'[number]}.`, 2),
      ...[3, 4, 5, 6, 7].map((row) => line('Câu lặp lại ở giữa trang', row)),
      line(`Đoạn cuối ${'xyz'[number]}.`, 8),
      line(`– ${number} –`, 9),
    ]
    const texts = dropFurniture([page(0), page(1), page(2)]).map((lines) => lines.map(({ text }) => text))
    expect(texts[1]).toEqual(['Đoạn mở đầu b.', ...Array(5).fill('Câu lặp lại ở giữa trang'), 'Đoạn cuối y.'])
  })

  it('are joined to paragraphs, also over pages, but not over short lines, indents, gaps and list marks', () => {
    const pages = [
      [
        line('Người lao động được trả', 0, { x: 98 }),
        line('đủ lương.', 1, { right: 150 }),
        line('Đoạn hai bắt đầu lùi vào và', 2, { x: 98 }),
        line('kéo sang trang sau với chữ develop-', 3),
      ],
      [line('ment và kinh tế-', 0), line('xã hội.', 1), line('- Một gạch đầu dòng', 2), line('Sau khoảng trống', 5)],
    ]
    expect(joinLines(pages)).toEqual([
      'Người lao động được trả đủ lương.',
      'Đoạn hai bắt đầu lùi vào và kéo sang trang sau với chữ development và kinh tế-xã hội.',
      '- Một gạch đầu dòng',
      'Sau khoảng trống',
    ])
  })

  it('keep every letter', () => {
    const text = fc.stringMatching(/^[a-zđạ]{1,8}( [a-zđạ]{1,8}){0,6}\.?$/)
    const one = fc.record({ text, x: fc.integer({ min: 50, max: 120 }), right: fc.integer({ min: 200, max: 520 }) })
    fc.assert(
      fc.property(fc.array(fc.array(one, { maxLength: 12 }), { maxLength: 4 }), (raw) => {
        const pages = raw.map((lines) => lines.map((each, row) => line(each.text, row, each)))
        const letters = (texts: readonly string[]): string => texts.join('').replace(/\s/g, '')
        expect(letters(joinLines(pages))).toBe(letters(pages.flat().map((each) => each.text)))
      }),
    )
  })
})

describe('a link to a document', () => {
  let site: Site
  beforeEach(async () => {
    site = await openSite({
      '/tin': '<ul><li><a href="/van-ban/1">Thông báo tuyển sinh</a></li><li><a href="/2.png">Ảnh</a></li></ul>',
    })
    site.answers['/van-ban/1'] = (_, response) =>
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(fixture('bao-cao.pdf'))
    site.answers['/2.png'] = (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('png')
  })
  afterEach(() => site.close())

  it('brings its bytes, and the judge makes an item of them', async () => {
    const source = sourceAt(`${site.origin}/tin`, { kind: 'listing', listing: { link: 'li a' } })
    const articles = articlesOf(await listenTo(source, [site]))
    expect(articles.map(({ page, pageFailure }) => [page?.bytes.length ?? null, pageFailure]).sort()).toEqual(
      [
        [fixture('bao-cao.pdf').length, null],
        [null, 'bad_response'],
      ].sort(),
    )
    const capture = articles.find(({ page }) => page !== null)
    if (!capture) throw new Error('no document')
    const gazetteer = compileGazetteer({ regions: [], successions: [] }, {})
    const context = { source, gazetteer, models: await loadModels('config'), now: new Date('2026-11-21T00:00:00Z') }
    expect(judgeArticle(capture, context, await openDocument(capture.page))).toMatchObject({
      kind: 'item',
      draft: {
        title: 'Báo cáo về việc làm và tiền lương của lao động nữ',
        publishedAt: '2026-11-04T17:00:00.000Z',
        textOrigin: 'page',
        extraction: 'pdf 1',
        language: 'vi',
      },
    })
    expect(judgeArticle(capture, context, 'no_text_layer')).toEqual({ kind: 'dropped', reason: 'no_text_layer' })
  })
})
