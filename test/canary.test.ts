// Canaries: invented handles, bylines, numbers and permalinks are planted in what the crawlers read; not one byte of them
// may be left in a table, an index, a job, a log, a report or any other file.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vietnamDay } from '../src/rules/day.ts'
import { isoWeek } from '../src/rules/week.ts'
import { fold, tokens } from '../src/text/normalize.ts'
import { type Ended, type Installation, makeInstallation } from './installation.ts'
import { readZip } from './reports/zip.ts'

/** What stands around an article or post. */
const around = {
  byline: 'Zwqxbyline Kvmtác',
  creator: 'zwqxcreator@toasoan.example',
  commenter: 'zwqxcommenter77',
  handle: 'zwqxhandle88',
  displayName: 'Zwqxtên Hiển Thị',
  avatar: 'zwqxavatar.png',
  permalink: '1129zwqx55',
  note: 'zwqxnote giới thiệu',
  claimant: 'Zwqxclaimant Đồn Thổi',
}
/** What stands inside the running text. */
const inside = {
  phone: '0912 345 678',
  dotted: '0987.654.321',
  international: '+84 903 112 233',
  email: 'zwqxnguoidan@example.vn',
  citizenId: '001099012345',
  account: '19034567890123',
  mention: '@zwqxmention99',
  plate: '29A-123.45',
  profile: 'facebook.com/zwqxprofile',
}

/** A false claim that a fact-check knows: posts that carry it leave their redacted text behind a claim. */
const hoax = 'Từ ngày 1/12/2026, mỗi học sinh tiểu học phải nộp 500.000 đồng tiền bảo vệ trường học.'
const factCheck = {
  ...{ '@type': 'ClaimReview', claimReviewed: hoax, reviewRating: { alternateName: 'Sai' } },
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: around.claimant, url: `https://mxh.example/@${around.handle}` },
  },
  ...{ author: { '@type': 'Person', name: around.byline }, reviewBody: `Không đúng. Liên hệ ${inside.phone}.` },
}

const words =
  'Sáng nay, nhiều phụ huynh ở bản vùng cao cho biết con em phải nghỉ học vì điểm trường chưa có nước sạch. '
const text = `${words.repeat(4)}Liên hệ ${inside.phone} hoặc ${inside.dotted}, ${inside.international}, email ${inside.email}. CCCD ${inside.citizenId}, số tài khoản ${inside.account}, biển số ${inside.plate}, nhắn ${inside.mention} hoặc ${inside.profile}.`

const page = (i: number) => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Bài ${i}</title>
<meta name="author" content="${around.byline}"><script type="application/ld+json">${JSON.stringify({
  '@type': 'NewsArticle',
  headline: `Điểm trường thiếu nước sạch, bài ${i}`,
  datePublished: new Date().toISOString(),
  author: { '@type': 'Person', name: around.byline, url: `https://mxh.example/@${around.handle}` },
})}</script></head><body><article><h1>Điểm trường thiếu nước sạch, bài ${i}</h1><p class="author">${around.byline}</p>
<p>${text}</p><p>${words.repeat(3)} (${i})</p><p class="author_mail"><strong>${around.byline}</strong></p></article>
<section class="comments"><b>${around.commenter}</b><p>Bình luận của ${around.commenter}</p></section></body></html>`

const feed = (
  base: string,
) => `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Báo thử</title>
${[1, 2, 3]
  .map(
    (
      i,
    ) => `<item><title>Điểm trường thiếu nước sạch, bài ${i}</title><link>${base}/${i === 3 ? 'missing' : 'bai'}/${i}</link>
<author>${around.creator}</author><dc:creator>${around.byline}</dc:creator><description>${text} ${i}</description></item>`,
  )
  .join('')}</channel></rss>`

const statuses = (base: string) =>
  [1, 2, 3].map((i) => ({
    id: `${around.permalink}${i}`,
    uri: `${base}/users/${around.handle}/statuses/${around.permalink}${i}`,
    url: `${base}/@${around.handle}/${around.permalink}${i}`,
    created_at: new Date().toISOString(),
    visibility: 'public',
    language: 'vi',
    content: `<p>${hoax} ${text} ${i} <a href="${base}/@${around.handle}" class="u-url mention">@${around.handle}</a></p>`,
    account: {
      acct: around.handle,
      display_name: around.displayName,
      avatar: `${base}/${around.avatar}`,
      note: around.note,
    },
  }))

const skeets = [1, 2].map((i) => ({
  post: {
    uri: `at://did:plc:${around.handle}/app.bsky.feed.post/${around.permalink}${i}`,
    indexedAt: new Date().toISOString(),
    author: { did: `did:plc:${around.handle}`, handle: around.handle, displayName: around.displayName },
    record: { text: `${text} ${i}`, createdAt: new Date().toISOString(), langs: ['vi'] },
  },
}))

const delivered = (base: string) => [
  {
    ...{ url: `${base}/giao/1`, title: `Trạm y tế nhắn ${inside.mention}`, text: `${text} Tin được giao.` },
    ...{ author: around.byline, editor: around.creator, avatar: around.avatar },
  },
]

let server: Server
let installation: Installation
let ended: Ended[]

beforeAll(async () => {
  server = createServer((request, response) => {
    const base = `http://${request.headers.host}`
    const path = new URL(request.url ?? '/', base).pathname
    const send = (type: string, body: string, status = 200) =>
      response.writeHead(status, { 'Content-Type': type }).end(body)
    if (path === '/rss.xml') send('application/rss+xml', feed(base))
    else if (path === '/api/v1/timelines/tag/nhanquyen') send('application/json', JSON.stringify(statuses(base)))
    else if (path === '/xrpc/app.bsky.feed.getFeed') send('application/json', JSON.stringify({ feed: skeets }))
    else if (path.startsWith('/bai/')) send('text/html; charset=utf-8', page(Number(path.slice(5))))
    else send('text/html', `not here, ${around.byline}`, 404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  installation = await makeInstallation(`sources:
  - { id: bao-thu, name: Báo thử, kind: feed, url: "${base}/rss.xml", ownership: newsroom, language: vi, revisit: 0s, politeness: { gap: 0s } }
  - { id: mxh-thu, name: Dòng thời gian, kind: mastodon, url: "${base}/api/v1/timelines/tag/nhanquyen", ownership: private, language: vi, politeness: { gap: 0s } }
  - { id: bsky-thu, name: Bảng tin, kind: bluesky, url: "${base}/profile/did:plc:nguoilam/feed/nhanquyen", language: vi, politeness: { gap: 0s } }
  - { id: hop-thu, name: Hộp nhận, kind: inbox, ownership: organisation, language: vi }
`)
  const inbox = join(installation.folder, 'data', 'inbox', 'hop-thu')
  await mkdir(inbox, { recursive: true })
  await writeFile(join(inbox, 'lo-1.json'), JSON.stringify(delivered(base)))
  const week = isoWeek(vietnamDay(new Date()))
  ended = []
  // The configuration is not looked at: what an office writes there is its own.
  const config = join(installation.folder, 'config')
  await writeFile(join(config, 'checks.json'), JSON.stringify(factCheck))
  const staff = [
    '{ account: an, person: an, role: analyst, office: so }',
    '{ account: b, person: b, role: reviewer, office: so }',
  ]
  await writeFile(join(config, 'desk.yaml'), `accounts:\n${staff.map((one) => `  - ${one}\n`).join('')}`)
  for (const args of [
    ['claims', 'import', join(config, 'checks.json'), '--as', 'an'],
    ['crawl', '--once'],
    ['crawl', '--once', '--json'],
    ['sources', 'check'],
    ['report', 'weekly', '--week', week, '--format', 'docx,html,xlsx,json'],
    ['claims', 'take', '1', '--as', 'an'],
    ['claims', 'show', '1', '--as', 'an'],
    ['claims', 'propose', '1', '--as', 'an', '--verdict', 'true', '--wording', 'Trường thu tiền bảo vệ'],
    ['claims', 'confirm', '1', '--as', 'b'],
    ['claims', 'publish', '1', '--as', 'b', '--out', join(installation.folder, 'out')],
  ])
    ended.push(await installation.run(args))
}, 120_000)

afterAll(async () => {
  server.close()
  await installation.remove()
})

/** Every spelling under which a canary could hide. */
function spellings(canary: string): string[] {
  const digits = canary.replace(/\D/g, '')
  return [canary, canary.normalize('NFD'), fold(canary), ...(digits.length >= 8 ? [digits, digits.slice(-8)] : [])]
}

const canaries = Object.entries({ ...around, ...inside })

describe('canaries', () => {
  it('were really read: articles were stored, posts counted', () => {
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, expect.any(Number), 0, 0, 0, 0, 0, 0])
    const db = new DatabaseSync(join(installation.folder, 'data', 'langnghe.db'))
    const count = (sql: string) => (db.prepare(sql).get() as { n: number }).n
    expect(count('select count(*) as n from item')).toBe(4)
    expect(count(`select sum(count) as n from post_count where convention = 'all'`)).toBe(5)
    expect(count('select count(*) as n from private_mention')).toBe(3)
    expect(count(`select count(*) as n from item where text like '%nước sạch%'`)).toBe(4)
    db.close()
  })

  it.each(canaries)('%s leaves no byte in any file', async (_, canary) => {
    const found: string[] = []
    const entries = await readdir(installation.folder, { recursive: true, withFileTypes: true })
    for (const entry of entries.filter((each) => each.isFile() && !each.parentPath.includes('/config'))) {
      const bytes = await readFile(join(entry.parentPath, entry.name))
      const parts = /\.(docx|xlsx)$/.test(entry.name) ? [...readZip(bytes).values()] : [bytes]
      if (parts.some((part) => spellings(canary).some((spelling) => part.includes(spelling)))) found.push(entry.name)
    }
    expect(found).toEqual([])
  })

  it.each(canaries)('%s is not a word of the search index', (_, canary) => {
    const db = new DatabaseSync(join(installation.folder, 'data', 'langnghe.db'))
    db.exec(`create virtual table temp.word using fts5vocab(main, item_search, 'row')`)
    const known = db.prepare('select term from temp.word where term = ?')
    const ownWords = tokens(canary).filter((word) => word.length > 4 && !tokens(`${words} thiếu`).includes(word))
    expect(ownWords.filter((word) => known.get(word) !== undefined)).toEqual([])
    db.close()
  })

  it('leave nothing in what the program printed and logged', () => {
    const printed = ended.map(({ stdout, stderr }) => stdout + stderr).join('\n')
    expect(canaries.filter(([, canary]) => spellings(canary).some((each) => printed.includes(each)))).toEqual([])
  })
})
