import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InboxFormat } from '../../crawlers/inbox-format.ts'
import { parseDelivery } from '../../crawlers/inbox-parse.ts'
import { sourceSchema } from '../../src/model/source.ts'
import { expectCaptures, fixture } from './captures.ts'
import { articlesOf, kindsOf, listenTo, type Memory } from './listen.ts'

const source = (fields: Record<string, unknown> = {}) =>
  sourceSchema.parse({ id: 'hop', name: 'Hộp nhận', kind: 'inbox', ownership: 'newsroom', language: 'vi', ...fields })

const row = (id: number, fields: Record<string, unknown> = {}) => ({
  url: `https://bao.example/${id}`,
  title: `Tin ${id}`,
  text: `Nội dung ${id}`,
  ...fields,
})

let folder: string
let own: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'langnghe-inbox-'))
  own = join(folder, 'hop')
  await mkdir(own)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = (name: string, text: string | Uint8Array) => writeFile(join(own, name), text)
const listen = (options: Parameters<typeof listenTo>[2] = {}) =>
  listenTo(source(), [], { settings: { inboxFolder: folder }, ...options })
const refusedFolder = () => join(own, 'refused')
const reason = (name: string) => readFileSync(join(refusedFolder(), `${name}.txt`), 'utf8').trim()

describe('files in an inbox', () => {
  it('are read, their unknown columns dropped, and deleted', async () => {
    await put('tin.csv', fixture('inbox.csv'))
    const heard = await listen()
    expectCaptures(heard, 'inbox', 'none')
    expect(JSON.stringify(heard.events)).not.toContain('Zwq')
    expect(await readdir(own)).toEqual(['refused'])
  })

  it('may be JSON or JSON Lines, and come in the order of their names', async () => {
    await put('b.jsonl', [row(2), row(3)].map((each) => JSON.stringify(each)).join('\r\n'))
    await put('a.json', JSON.stringify([row(1, { html: '<p>Một</p>', text: null, author: 'Ai Đó' })]))
    const heard = await listen()
    expect(articlesOf(heard).map(({ feed }) => feed?.html)).toEqual(['<p>Một</p>', 'Nội dung 2', 'Nội dung 3'])
    expect(heard.expected).toBe(3)
  })

  it('stay until every row has its outcome', async () => {
    await put('a.json', JSON.stringify([row(1), row(2)]))
    await listen({ stopAfter: 2 })
    expect(existsSync(join(own, 'a.json'))).toBe(true)
    await listen()
    expect(existsSync(join(own, 'a.json'))).toBe(false)
  })

  it('stay where nothing is stored', async () => {
    await put('a.json', JSON.stringify([row(1)]))
    await put('b.json', '[')
    expect(kindsOf(await listen({ keepsCaptures: false }))).toEqual(['article', 'resource_failed'])
    expect(await readdir(own)).toEqual(['a.json', 'b.json'])
  })

  it('say of a known item that it is unchanged, or revised', async () => {
    const memory: Memory = new Map()
    await put('a.json', JSON.stringify([row(1), row(2)]))
    await listen({ memory })
    await put('b.json', JSON.stringify([row(1), row(2, { text: 'Đã sửa' })]))
    expect(kindsOf(await listen({ memory }))).toEqual(['unchanged', 'article'])
  })

  it('are left alone while the sender still writes', async () => {
    for (const name of ['.a.json', 'b.json.part', 'c.tmp']) await put(name, JSON.stringify([row(1)]))
    expect((await listen()).events).toEqual([])
    expect((await readdir(own)).length).toBe(4)
  })

  it.each([
    ['a.json', '{"url":1}', 'is not a JSON array'],
    ['a.json', JSON.stringify([row(1), row(2, { url: 'javascript:alert(1)' })]), 'row 2: url must be an address'],
    ['a.json', JSON.stringify([row(1, { title: ' ' })]), 'row 1: title is empty'],
    ['a.json', JSON.stringify([row(1, { text: '' })]), 'row 1: text is missing, and html too'],
    ['a.json', '[1]', 'row 1:'],
    ['a.jsonl', `${JSON.stringify(row(1))}\n{"zwqx`, 'row 2: is not JSON'],
    ['a.csv', 'url,title,text\nhttps://bao.example/1,Tin\n', 'row 1: has more or fewer cells'],
    ['a.csv', 'url,title,title\n', 'names a column twice'],
    ['a.csv', 'url,title,text\nhttps://bao.example/1,"Tin,x\n', 'row 1: has a quotation mark'],
    ['a.csv', Buffer.from([0xff, 0xfe, 0xff]), 'is not UTF-8'],
    ['a.docx', 'x', 'the name ends in none of'],
    ['a.json', ' '.repeat(200), 'it is larger than 100 bytes'],
  ])('are set apart whole when %s is wrong, with the reason', async (name, text, why) => {
    await put(name, text)
    const small = text.length === 200 ? source({ politeness: { maxBytes: 100 } }) : source()
    const heard = await listenTo(small, [], { settings: { inboxFolder: folder } })
    expect(kindsOf(heard)).toEqual(['resource_failed'])
    expect(heard.events[0]).toMatchObject({ failure: 'delivery_refused', message: expect.stringContaining(why) })
    expect(reason(name)).toContain(why)
    expect(JSON.stringify(heard.events) + reason(name)).not.toMatch(/zwqx|javascript/)
    expect(await readdir(own)).toEqual(['refused'])
  })

  it('go on after one that was refused, and are forgotten after a week', async () => {
    await put('a.json', '[')
    await put('b.json', JSON.stringify([row(1)]))
    expect(kindsOf(await listen())).toEqual(['resource_failed', 'article'])
    await listen({ now: () => new Date(Date.now() + 6 * 86_400_000) })
    expect(await readdir(refusedFolder())).toEqual(['a.json', 'a.json.txt'])
    // A sender's old date on the file does not shorten the week.
    await utimes(join(refusedFolder(), 'a.json'), 0, 0)
    await listen({ now: () => new Date(Date.now() + 8 * 86_400_000) })
    expect(await readdir(refusedFolder())).toEqual([])
  })
})

describe('an inbox', () => {
  it('is never one of private people', () => {
    expect(() => source({ ownership: 'private' })).toThrow()
  })
})

describe('parseDelivery', () => {
  const anyValue = fc.oneof(fc.string(), fc.jsonValue(), fc.constantFrom(row(1), row(2, { author: 'x' })))
  const format = fc.constantFrom<InboxFormat>('json', 'jsonl', 'csv')
  const text = fc.oneof(
    fc.string(),
    fc.array(anyValue).map((rows) => JSON.stringify(rows)),
    fc.array(anyValue).map((rows) => rows.map((each) => JSON.stringify(each)).join('\n')),
  )

  it('never throws, and gives either items or a reason', () => {
    fc.assert(
      fc.property(text, format, (written, kind) => {
        const { candidates, problem } = parseDelivery(new TextEncoder().encode(written), kind)
        expect(candidates === null).toBe(problem !== null)
      }),
    )
  })

  it('takes every good row, in order', () => {
    const words = fc.stringMatching(/^\w[ \w]*$/)
    fc.assert(
      fc.property(fc.array(fc.record({ title: words, text: words })), (rows) => {
        const bytes = new TextEncoder().encode(JSON.stringify(rows.map((each, i) => row(i, each))))
        const { candidates } = parseDelivery(bytes, 'json')
        expect(candidates?.map(({ feed }) => feed?.title)).toEqual(rows.map(({ title }) => title.trim()))
      }),
    )
  })

  it('counts the kinds of fields that it drops', () => {
    const rows = [row(1, { author: 'A', tags: [] }), row(2, { author: 'B' })]
    expect(parseDelivery(new TextEncoder().encode(JSON.stringify(rows)), 'json').ignoredFields).toBe(2)
  })
})
