import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, makeInstallation } from '../installation.ts'

let installation: Installation

beforeAll(async () => {
  installation = await makeInstallation(
    'sources:\n  - { id: bao-a, name: A, kind: feed, url: "https://a.example/rss", ownership: newsroom, language: vi }\n',
  )
})
afterAll(() => installation.remove())

const lines = (...rows: unknown[]): string =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')
const read = (stdout: string): Record<string, unknown>[] =>
  stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const schoolFee = 'Một nữ sinh lớp 8 ở bản vùng cao bị trường cho nghỉ học vì gia đình chưa đóng học phí.'

describe('batch verbs', () => {
  it('identify answers each line in order', async () => {
    const input = lines(
      { id: 1, text: schoolFee },
      { id: 'b', text: 'The committee adopted its concluding observations on Friday.' },
      { id: 'c', text: '12 34' },
    )
    const { code, stdout } = await installation.run(['identify'], input)
    expect([code, read(stdout).map(({ id, language }) => [id, language])]).toEqual([
      0,
      [
        [1, 'vi'],
        ['b', 'en'],
        ['c', 'und'],
      ],
    ])
    expect(read(stdout)[0]?.confidence).toBeGreaterThan(0.5)
  })

  it('classify gives conventions with articles, scores and the words that led to them', async () => {
    const { stdout } = await installation.run(['classify'], lines({ id: 'x', text: schoolFee, lang: 'vi' }))
    const [answer] = read(stdout) as [
      {
        id: string
        language: string
        tags: {
          convention: string
          articles: string[]
          score: number
          reasons: { start: number; end: number; words: string }[]
        }[]
      },
    ]
    const tag = answer.tags.find(({ convention }) => convention === 'crc')
    expect([answer.id, answer.language, tag?.articles[0]]).toEqual(['x', 'vi', '28'])
    for (const { start, end, words } of tag?.reasons ?? []) expect(schoolFee.slice(start, end)).toBe(words)
    expect(tag?.reasons.length).toBeGreaterThan(0)
  })

  it('redact takes out what leads to a person, and says what it took', async () => {
    const { stdout } = await installation.run(
      ['redact'],
      lines({ id: 7, text: 'Gọi 0912 345 678 hoặc viết ban@doc.example.vn nhé' }),
    )
    expect(read(stdout)).toEqual([
      {
        id: 7,
        text: 'Gọi [phone] hoặc viết [email] nhé',
        removed: expect.arrayContaining([
          { kind: 'phone', count: 1 },
          { kind: 'email', count: 1 },
        ]),
      },
    ])
  })

  it('refuses bad lines by number and goes on with the rest', async () => {
    const input = lines(
      { id: 1, text: schoolFee },
      'not json',
      '[]',
      { text: 'x' },
      { id: 2 },
      { id: 'https://a.example/1', text: 'x' },
      { id: '@someone', text: 'x' },
      '',
      { id: 3, text: schoolFee },
    )
    const { code, stdout, stderr } = await installation.run(['identify', '--lang', 'en'], input)
    expect([code, read(stdout).map(({ id }) => id)]).toEqual([3, [1, 3]])
    expect(stderr.match(/line (\d+)/g)).toEqual([2, 3, 4, 5, 6, 7].map((n) => `line ${n}`))
    // The refused id may be somebody's handle: it is not repeated.
    expect(stderr).not.toContain('@someone')
  })

  it('extract reads files, folders and gzip, and names what it cannot read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'langnghe-pages-'))
    const body =
      'Từ sáng nay, các điểm trường ở vùng cao đón học sinh trở lại sau đợt mưa lũ kéo dài nhiều ngày. '.repeat(6)
    const page = `<html lang="vi"><head><title>Đón học sinh trở lại - Báo Thử</title><meta property="article:published_time" content="2026-11-17T07:30:00+07:00"></head><body><article><h1>Đón học sinh trở lại</h1><p>${body}</p><p>${body}</p></article></body></html>`
    await writeFile(join(folder, 'a.html'), page)
    await writeFile(join(folder, 'b.html.gz'), gzipSync(page))
    await writeFile(join(folder, 'c.html.gz'), 'not gzip')
    const { code, stdout, stderr } = await installation.run(['extract', folder])
    expect(code).toBe(3)
    expect(stderr).toContain('c.html.gz')
    expect(read(stdout)).toMatchObject(
      ['a', 'b'].map((id) => ({
        id,
        title: 'Đón học sinh trở lại',
        language: 'vi',
        publishedAt: '2026-11-17T07:30:00+07:00',
        text: expect.stringContaining('mưa lũ'),
      })),
    )
  })
})

describe('the program', () => {
  it.each([
    [[], 'vi', 'Cách dùng'],
    [['--help'], 'vi', 'Cách dùng'],
    [['crawl', '--help', '--lang', 'en'], 'en', 'Usage:'],
    [['report', 'weekly', '--help'], 'vi', 'tuần ISO'],
  ])('helps: %j', async (args, _, text) => {
    const { code, stdout } = await installation.run(args)
    expect([code, stdout]).toEqual([0, expect.stringContaining(text)])
  })

  it.each([
    [['nothing'], 2],
    [['crawl', '--nothing'], 2],
    [['crawl', '--once', '--source', 'khong-co'], 1],
    [['crawl', '--once'], 1],
    [['report', 'weekly', '--week', '2026-W60'], 1],
    [['report', 'weekly', '--format', 'exe'], 1],
    [['extract', '/nowhere'], 1],
  ])('ends %j with exit code %i and words, not a stack', async (args, expected) => {
    const { code, stderr } = await installation.run(args)
    expect(code).toBe(expected)
    expect(stderr.length).toBeGreaterThan(10)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('names file and line of a wrong key, with a suggestion', async () => {
    const broken = await makeInstallation(
      'sources:\n  - id: bao-a\n    name: A\n    knd: feed\n    url: https://a.example/rss\n    ownership: newsrom\n    language: vi\n',
    )
    const { code, stderr } = await broken.run(['crawl', '--once'])
    await broken.remove()
    expect(code).toBe(1)
    expect(stderr).toMatch(/test\.yaml:4/)
    expect(stderr).toMatch(/kind/)
    expect(stderr).toMatch(/test\.yaml:6/)
    expect(stderr).toMatch(/newsroom/)
  })
})
