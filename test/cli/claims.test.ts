// A whole run: a false claim is published and posted, flagged, taken, judged by two people, published, and withdrawn.
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, makeInstallation } from '../installation.ts'

const hoax = 'Từ ngày 1/12/2026, mỗi học sinh tiểu học phải nộp 500.000 đồng tiền bảo vệ trường học'
const filler = 'Chợ phiên vùng cao cuối tuần này đông khách, bà con mang mật ong và vải lanh xuống bán từ sáng sớm. '
const person = 'Zwqxnguoidang'
const desk = `accounts:
  - { account: an, person: an, role: analyst, office: so }
  - { account: an-2, person: an, role: reviewer, office: so }
  - { account: binh, person: binh, role: reviewer, office: so }
`

const review = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  claimReviewed: hoax,
  datePublished: '2026-11-10',
  itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: person } },
  author: { '@type': 'Organization', name: 'Trung tâm Kiểm chứng' },
  reviewRating: { alternateName: 'Sai' },
  reviewBody: 'Sở Giáo dục không có khoản thu này.',
}
const page = (title: string, text: string, head = '') =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</article></body></html>`
const feed = (link: string, title: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>${title}</title><link>${link}</link></item></channel></rss>`

let server: Server
let installation: Installation

const claims = (...args: string[]) => installation.run(['claims', ...args])
const json = async (...args: string[]) => JSON.parse((await claims(...args, '--json')).stdout)
const rows = (sql: string) => {
  const db = new DatabaseSync(join(installation.folder, 'data', 'langnghe.db'))
  const found = db.prepare(sql).all()
  db.close()
  return found
}

beforeAll(async () => {
  const script = `<script type="application/ld+json">${JSON.stringify(review)}</script>`
  server = createServer((request, response) => {
    const base = `http://${request.headers.host}`
    const answers: Record<string, [string, string]> = {
      '/kc.xml': ['application/rss+xml', feed(`${base}/kc/1`, 'Không có khoản thu tiền bảo vệ')],
      '/kc/1': [
        'text/html',
        page(
          'Không có khoản thu tiền bảo vệ',
          `Sở Giáo dục cho biết không có khoản thu này.\n${filler.repeat(4)}`,
          script,
        ),
      ],
      '/bao.xml': ['application/rss+xml', feed(`${base}/bao/1`, 'Khoản thu mới ở trường tiểu học')],
      '/bao/1': ['text/html', page('Khoản thu mới ở trường tiểu học', `${hoax}.\n${filler.repeat(4)}`)],
      '/api/v1/timelines/tag/truonghoc': [
        'application/json',
        JSON.stringify([
          {
            ...{
              id: '991',
              url: `${base}/@${person}/991`,
              uri: `${base}/u/${person}/991`,
              visibility: 'public',
              language: 'vi',
            },
            ...{
              created_at: new Date().toISOString(),
              content: `<p>${hoax}. Hỏi 0912 345 678</p>`,
              account: { acct: person },
            },
          },
        ]),
      ],
    }
    const [type, body] = answers[new URL(request.url ?? '/', base).pathname] ?? ['text/plain', '']
    response.writeHead(body === '' ? 404 : 200, { 'Content-Type': `${type}; charset=utf-8` }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  installation = await makeInstallation(`sources:
  - { id: kiem-chung, name: Kiểm chứng, kind: feed, url: "${base}/kc.xml", roles: [factcheck], ownership: organisation, language: vi, politeness: { gap: 0s } }
  - { id: bao-thu, name: Báo thử, kind: feed, url: "${base}/bao.xml", ownership: newsroom, language: vi, politeness: { gap: 0s } }
  - { id: mxh-thu, name: Dòng thời gian, kind: mastodon, url: "${base}/api/v1/timelines/tag/truonghoc", language: vi, politeness: { gap: 0s } }
`)
  await writeFile(join(installation.folder, 'config', 'desk.yaml'), desk)
  await installation.run(['crawl', '--once', '--source', 'kiem-chung'])
  await installation.run(['crawl', '--once', '--source', 'bao-thu', '--source', 'mxh-thu'])
}, 120_000)

afterAll(async () => {
  server.close()
  await installation.remove()
})

describe('a false claim', { timeout: 60_000 }, () => {
  let id: string

  it('is flagged where it stands in the news and in a post, as one claim', async () => {
    const list = await json('list', '--as', 'an')
    expect(list).toMatchObject([{ state: 'new', category: 'factcheck', mentions: 2, wording: null }])
    id = String(list[0].id)
    const spread = (await json('show', id, '--as', 'an')).spread
    expect(spread.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['newsroom', 'private'])
  })

  it('leaves of the post redacted text and a day, and of nobody a name', async () => {
    expect(Object.keys(rows('select * from private_mention')[0] ?? {}).sort()).toEqual([
      'claim_id',
      'day',
      'expires',
      'id',
      'text',
    ])
    expect(JSON.stringify(rows('select text from private_mention'))).not.toContain('345 678')
    const bytes = await readFile(join(installation.folder, 'data', 'langnghe.db'))
    expect(bytes.includes(person)).toBe(false)
  })

  it('is taken, and shows its private text to who holds it', async () => {
    expect((await json('show', id, '--as', 'an')).privateTexts).toBeNull()
    expect((await claims('take', id, '--as', 'an')).code).toBe(0)
    expect((await json('show', id, '--as', 'an')).privateTexts).toHaveLength(1)
  })

  it('is proposed with its source, refused to the same person, and confirmed by another', async () => {
    const { sources } = await json('show', id, '--as', 'an')
    const wording = 'Học sinh tiểu học phải nộp 500.000 đồng tiền bảo vệ'
    const args = [
      '--verdict',
      'false',
      '--wording',
      wording,
      '--explanation',
      'Không có khoản thu này.',
      '--cite',
      sources[0].id,
    ]
    expect((await claims('propose', id, '--as', 'an', ...args)).code).toBe(0)
    const refused = await claims('confirm', id, '--as', 'an-2')
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('phải là một người khác')])
    expect((await claims('publish', id, '--as', 'binh')).code).toBe(1)
    expect((await claims('confirm', id, '--as', 'binh')).code).toBe(0)
  })

  it('comes out as page, feed and ClaimReview, without a word of what was met', async () => {
    const out = join(installation.folder, 'out')
    expect((await claims('publish', id, '--as', 'binh', '--out', out)).code).toBe(0)
    const files = ['factchecks.html', 'factchecks.en.html', 'factchecks.atom', `factchecks/${id}.json`]
    const texts = await Promise.all(files.map((file) => readFile(join(out, file), 'utf8')))
    for (const text of texts) {
      expect(text).toContain('Không có khoản thu này.')
      expect(text).not.toMatch(/Khoản thu mới ở trường|127\.0\.0\.1.*bao/)
    }
    expect(JSON.parse(texts[3] ?? '')).toMatchObject({ '@type': 'ClaimReview', reviewRating: { ratingValue: 1 } })
  })

  it('stays visible when it is withdrawn', async () => {
    const out = join(installation.folder, 'out')
    expect((await claims('retract', id, '--as', 'binh', '--explanation', 'Có văn bản mới.')).code).toBe(0)
    expect((await claims('publish', '--as', 'binh', '--out', out)).code).toBe(0)
    expect(await readFile(join(out, 'factchecks.html'), 'utf8')).toContain('Đã rút lại')
    expect(JSON.parse(await readFile(join(out, 'factchecks', `${id}.json`), 'utf8'))).toEqual({})
  })

  it('has left a whole chain of who did what', async () => {
    expect((await installation.run(['audit', 'verify'])).code).toBe(0)
    const actions = rows('select distinct action from audit').map((row) => (row as { action: string }).action)
    for (const action of ['claims_listed', 'claim_viewed', 'private_text_viewed', 'claim_step', 'factchecks_published'])
      expect(actions).toContain(action)
  })

  it('can be entered by hand and imported, and is refused to people not at the desk', async () => {
    const file = join(installation.folder, 'feed.json')
    await writeFile(
      file,
      JSON.stringify({ dataFeedElement: [{ item: [{ ...review, claimReviewed: 'Uống nước chanh chữa khỏi cúm' }] }] }),
    )
    expect((await claims('import', file, '--as', 'an')).stdout).toContain('1 bản kiểm chứng mới')
    expect((await claims('import', file, '--as', 'an')).stdout).toContain('0 bản kiểm chứng mới')
    const evidence = ['--evidence', '--publisher', 'Sở Y tế', '--published', '2026-11-15']
    expect((await claims('add', 'Tiêm vắc xin cúm không mất tiền.', '--as', 'an', ...evidence)).stdout).toMatch(
      /^e-\w+ /,
    )
    expect((await claims('add', 'Nghe nói tuần sau cắt nước toàn xã', '--as', 'an')).code).toBe(0)
    expect((await json('agreement', '--as', 'an')).claims).toBe(0)
    expect((await claims('list', '--as', 'nguoi-la')).stderr).toContain('không có tài khoản này')
  })
})
