import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, openSite, type Site } from '../crawlers/site.ts'
import { type Installation, makeInstallation } from '../installation.ts'

const examples = fileURLToPath(new URL('../../examples/sources/', import.meta.url))
const titles = [
  'Học sinh vùng cao trở lại trường sau mưa lũ',
  'Xã biên giới mở lớp xóa mù chữ cho phụ nữ',
  'Bệnh viện huyện khám miễn phí cho người khuyết tật',
  'Công nhân khu công nghiệp được hỗ trợ nhà ở',
]
const prose = 'Từ sáng nay, các điểm trường ở vùng cao đón học sinh trở lại sau đợt mưa lũ kéo dài nhiều ngày. '.repeat(
  6,
)
const article = (title: string): string =>
  `<html lang="vi"><head><title>${title} - Báo Thử</title><meta property="article:published_time" content="2026-11-17T07:30:00+07:00"></head>
  <body><article><h1>${title}</h1><p class="author">Trần Thị Thử</p><p>${title}. ${prose}</p><p>${prose}</p></article></body></html>`
const rss: Answer = (_, response) =>
  void response
    .writeHead(200, { 'content-type': 'application/rss+xml' })
    .end(
      `<rss version="2.0"><channel><title>Báo Thử</title>${titles.map((title, i) => `<item><title>${title}</title><link>/bai/${i}</link></item>`).join('')}</channel></rss>`,
    )

/** Several processes one after the other, each with its threads. */
const patient = { timeout: 90_000 }

let site: Site
let installation: Installation
beforeEach(async () => {
  site = await openSite({
    '/': '<html lang="vi"><head><meta property="og:site_name" content="Báo Thử"><link rel="alternate" type="application/rss+xml" href="/rss/home.rss"></head></html>',
    '/rss/home.rss': rss,
    '/tin': `<html lang="vi"><body><div class="ds">${titles.map((title, i) => `<h3><a href="/bai/${i}">${title}</a></h3>`).join('')}</div></body></html>`,
    ...Object.fromEntries(titles.map((title, i) => [`/bai/${i}`, article(title)])),
  })
  installation = await makeInstallation(
    '# Của tôi\nsources:\n  # Giữ nguyên dòng này\n  - {id: bao-a, name: A, kind: feed, url: "https://a.example/rss", ownership: newsroom, language: vi}\n',
  )
})
afterEach(async () => {
  await site.close()
  await installation.remove()
})

const sources = (...args: string[]) => installation.run(['sources', ...args, '--lang', 'en'])
const inConfig = (...path: string[]): string => join(installation.folder, 'config/sources', ...path)
const auditOf = async (): Promise<string> => (await installation.run(['audit', 'verify'])).stdout

describe('sources add', patient, () => {
  it('proposes the feed of a page with a sample, asks for what it cannot know, and asks the site for nothing twice', async () => {
    const { code, stdout } = await sources('add', `${site.origin}/`, '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      entry: {
        id: 'bao-thu',
        name: 'Báo Thử',
        kind: 'feed',
        url: `${site.origin}/rss/home.rss`,
        language: 'vi',
        region: 'vn',
      },
      basis: 'feed',
      sample: titles.slice(0, 3).map((title) => ({ title, language: 'vi', publishedAt: '2026-11-17T00:30:00.000Z' })),
      missing: ['--ownership'],
      file: null,
    })
    expect(code).toBe(3)
    const paths = site.visitors.map(({ path }) => path)
    expect(paths.toSorted()).toEqual(['/', '/bai/0', '/bai/1', '/bai/2', '/robots.txt', '/rss/home.rss'])
    expect(await readdir(inConfig())).toEqual(['test.yaml'])
  })

  it('shows the sample and says what is still missing, instead of writing half an entry', async () => {
    const { code, stdout, stderr } = await sources('add', `${site.origin}/`, '--write')
    expect([code, stdout]).toEqual([1, expect.stringMatching(/Sample:\n {2}2026-11-17 .* · vi · Học sinh/)])
    expect(stderr).toContain('still missing: --ownership')
    expect(await readdir(inConfig())).toEqual(['test.yaml'])
  })

  it('writes the entry of a listing, keeps what stands in the file, and refuses the same address again', async () => {
    const added = [
      'add',
      `${site.origin}/tin`,
      '--name',
      'Cổng Thử',
      '--ownership',
      'public_body',
      '--file',
      'test.yaml',
      '--write',
    ]
    expect((await sources(...added)).code).toBe(0)
    const text = await readFile(inConfig('test.yaml'), 'utf8')
    expect(text).toMatch(/^# Của tôi\nsources:\n {2}# Giữ nguyên dòng này\n/)
    expect(text).toMatch(
      /- id: cong-thu\n {4}name: Cổng Thử\n {4}kind: listing\n[\s\S]*roles: \[official\]\n {4}ownership: public_body/,
    )
    const again = await sources(...added)
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('“cong-thu” already')])
    expect(await auditOf()).toMatch(/nguyên vẹn: [3-9] /)
  })

  it('does not write what cannot be read', async () => {
    site.answers['/trong'] = '<html lang="vi"><body><p>Đang xây dựng.</p></body></html>'
    expect(await sources('add', `${site.origin}/trong`)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no feed'),
    })
    expect(await sources('add', 'ftp://a.example')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('web address'),
    })
    expect(await sources('add', 'https://a.example/')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('contact'),
    })
  })
})

describe('saved samples', patient, () => {
  it('are scrubbed, agree at once, and show what a change breaks', async () => {
    await sources('add', `${site.origin}/`, '--ownership', 'newsroom', '--write', '--save-sample')
    const folder = inConfig('samples', 'bao-thu')
    for (const file of await readdir(folder))
      expect(await readFile(join(folder, file), 'utf8')).not.toContain('Thị Thử')
    await site.close()
    expect(await sources('check', '--offline')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('as expected'),
    })
    const pages = await Promise.all(
      (await readdir(folder)).filter((file) => file.endsWith('.html')).map((file) => join(folder, file)),
    )
    for (const file of pages) await writeFile(file, (await readFile(file, 'utf8')).replaceAll('07:30', '09:45'))
    const { code, stdout } = await sources('check', '--offline', '--json')
    const { same, differences } = JSON.parse(stdout)
    expect([code, same, differences.map(({ field }: { field: string }) => field)]).toEqual([
      3,
      false,
      ['publishedAt', 'publishedAt'],
    ])
  })

  it('of the examples are as expected', async () => {
    await writeFile(inConfig('test.yaml'), await readFile(join(examples, 'sources.yaml')))
    await cp(join(examples, 'samples'), inConfig('samples'), { recursive: true })
    const { code, stdout } = await sources('check', '--offline', '--json')
    const checks = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect([code, checks]).toEqual([
      0,
      [
        { source: 'bao-song-thanh', same: true, differences: [] },
        { source: 'xa-dong-giang', same: true, differences: [] },
      ],
    ])
  })
})

describe('sources check', patient, () => {
  it('says beside the sample how much a source gives and when it last worked', async () => {
    await writeFile(
      inConfig('test.yaml'),
      `sources:\n  - {id: bao-thu, name: Báo Thử, kind: feed, url: "${site.origin}/rss/home.rss", ownership: newsroom, language: vi, politeness: {gap: 0s}}\n`,
    )
    const before = await sources('check', 'bao-thu', '--json')
    expect(JSON.parse(before.stdout)).toMatchObject({
      works: true,
      state: 'never',
      lastSuccessAt: null,
      typicalWeek: null,
    })
    await installation.run(['crawl', '--once'])
    const { stdout } = await sources('check', 'bao-thu')
    expect(stdout).toMatch(
      /works: 2 items found\n.*4 items a week \(last 8 weeks: – – – – – – – 4\) · last success: 20/,
    )
  })

  it('pauses and resumes by hand', async () => {
    expect((await sources('pause', 'bao-a')).stdout).toContain('paused')
    expect((await sources('resume', 'bao-a')).stdout).toContain('resumed')
    expect((await sources('pause', 'khong-co')).code).toBe(1)
  })
})

describe('lists of sources', patient, () => {
  it('come in with a record of every line', async () => {
    await mkdir(join(installation.folder, 'lists'))
    const list = join(installation.folder, 'lists', 'bao.opml')
    await writeFile(
      list,
      `<opml version="2.0"><body><outline text="Báo"><outline text="Báo B" xmlUrl="https://b.example/rss"/>
      <outline text="Báo A" xmlUrl="http://www.a.example/rss/"/></outline><outline text="Trống" xmlUrl=""/></body></opml>`,
    )
    const dry = await sources('import', list, '--ownership', 'newsroom', '--dry-run', '--json')
    expect(await readdir(inConfig())).toEqual(['test.yaml'])
    const { code, stdout } = await sources('import', list, '--ownership', 'newsroom', '--json')
    const { lines, record } = JSON.parse(stdout)
    expect([code, lines]).toEqual([3, JSON.parse(dry.stdout).lines])
    expect(lines.map(({ result, id }: { result: string; id: string }) => [result, id])).toEqual([
      ['added', 'bao-b'],
      ['known', 'bao-a'],
      ['refused', ''],
    ])
    expect(
      (await readFile(join(installation.folder, record.replace(installation.folder, '')), 'utf8')).trim().split('\r\n'),
    ).toHaveLength(4)
    expect(await readFile(inConfig('imported.yaml'), 'utf8')).toContain('id: bao-b')
  })

  it('go out and are known when they come back', async () => {
    const file = join(installation.folder, 'list.opml')
    expect((await sources('export', '--out', file)).code).toBe(0)
    const { code, stdout } = await sources('import', file, '--json', '--dry-run')
    expect([code, JSON.parse(stdout).lines]).toMatchObject([0, [{ result: 'known', id: 'bao-a' }]])
  })

  it('are refused as a whole where the file is no list', async () => {
    const file = join(installation.folder, 'x.opml')
    await writeFile(file, '<html></html>')
    expect(await sources('import', file)).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot be read') })
  })
})
