// Resources: every address of the newsroom with what it answers in a round, worked out once.
import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import { itemsInRound, loadOutlets, type SampleItem, type SampleOutlet, type SampleRound } from './content.ts'
import { renderFeed } from './feeds.ts'
import { momentOf } from './moments.ts'
import { renderArticle, renderIndex, renderListing, renderLogin } from './pages.ts'
import { timelinePath } from './timeline.ts'

export type Resource = {
  readonly status: number
  readonly type: string
  readonly body: Buffer
  /** Null for errors: they have no validators. */
  readonly validators: { readonly etag: string; readonly lastModified: string } | null
  readonly headers: Readonly<Record<string, string>>
}

export const gonePath = '/tap-chi-ben-song/rss'
export const unavailablePath = '/xa-dong-vac/rss.xml'

/** The edit of round 2 is made when the new items of round 2 have appeared. */
const editedAt = { day: 6, time: '20:30' }
const html = 'text/html; charset=utf-8'
const listingSize = 8
const robots = 'User-agent: *\nDisallow: /bao-song-thanh/noi-bo/\n'
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#8fb8a8" d="M0 0h16v9H0z"/><path fill="#4c7f73" d="M0 9l5-5 4 3 3-4 4 4v2z"/></svg>'

type Round = { readonly weekStart: string; readonly round: SampleRound; readonly baseUrl: string }

/** All addresses but a timeline with posts, whose answer hangs on its query. */
export function buildResources({ weekStart, round, baseUrl }: Round): Map<string, Resource> {
  const outlets = loadOutlets()
  const startedAt = momentOf(weekStart, { day: -7, time: '00:00' })
  const found = new Map<string, Resource>([
    ['/robots.txt', answer('text/plain; charset=utf-8', robots, startedAt)],
    ['/', answer(html, renderIndex(outlets, [gonePath, unavailablePath]), startedAt)],
    ['/anh', answer('image/svg+xml', picture, startedAt)],
    [gonePath, failure(410, 'Tạp chí đã ngừng xuất bản.')],
    [unavailablePath, failure(503, 'Hệ thống đang bảo trì.', { 'Retry-After': '1800' })],
  ])
  // Nobody has written anything under the tag before the week begins.
  if (round === 0) found.set(timelinePath, answer('application/json; charset=utf-8', '[]', startedAt))
  for (const outlet of outlets) addOutlet(found, outlet, { weekStart, round, baseUrl })
  return found
}

function addOutlet(found: Map<string, Resource>, outlet: SampleOutlet, at: Round): void {
  const publishedAt = (item: SampleItem) => momentOf(at.weekStart, item)
  const isEdited = (item: SampleItem) => at.round === 2 && item.edit !== undefined
  const modifiedAt = (item: SampleItem) => (isEdited(item) ? momentOf(at.weekStart, editedAt) : null)
  const changedAt = (item: SampleItem) => modifiedAt(item) ?? publishedAt(item)
  const items = itemsInRound(outlet.items, at.round).sort((a, b) => publishedAt(b).getTime() - publishedAt(a).getTime())
  const startedAt = momentOf(at.weekStart, { day: -7, time: '00:00' })
  const newest = new Date(Math.max(startedAt.getTime(), ...items.map((item) => changedAt(item).getTime())))

  for (const item of items) {
    const others = items.filter((other) => other !== item)
    const page = { outlet, item, published: publishedAt(item), modified: modifiedAt(item), others }
    found.set(item.path, articleAnswer(renderArticle(page), item, outlet, changedAt(item)))
  }
  found.set(`/${outlet.id}/`, answer(html, renderListing(outlet, items, null), newest))
  found.set(`/${outlet.id}/dang-nhap`, answer(html, renderLogin(outlet), startedAt))
  if (outlet.format === 'listing') {
    addListing(found, outlet, items, newest)
    return
  }
  const feed = renderFeed({ outlet, items, baseUrl: at.baseUrl, publishedAt, modifiedAt })
  found.set(`/${outlet.id}${outlet.feed}`, answer(feed.type, encode(feed.body, outlet.charset), newest))
}

function addListing(found: Map<string, Resource>, outlet: SampleOutlet, items: readonly SampleItem[], at: Date): void {
  const first = `/${outlet.id}${outlet.feed}`
  const address = (page: number) => (page === 1 ? first : `${first}/trang-${page}`)
  const pages = Math.max(1, Math.ceil(items.length / listingSize))
  for (let page = 1; page <= pages; page++) {
    const next = page < pages ? address(page + 1) : null
    const shown = items.slice((page - 1) * listingSize, page * listingSize)
    found.set(address(page), answer(html, renderListing(outlet, shown, next), at))
  }
}

function articleAnswer(body: string, item: SampleItem, outlet: SampleOutlet, at: Date): Resource {
  if (item.page === 'missing') return failure(404, 'Không tìm thấy trang bạn yêu cầu.')
  if (item.page === 'broken') return failure(500, 'Lỗi máy chủ, mời bạn quay lại sau.')
  if (item.page === 'login') return failure(302, '', { Location: `/${outlet.id}/dang-nhap` })
  return answer(`text/html; charset=${outlet.charset}`, encode(body, outlet.charset), at)
}

/** A successful answer with its validators. */
export function answer(type: string, body: string | Buffer, at: Date, headers: Record<string, string> = {}): Resource {
  const bytes = Buffer.from(body)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 20)}"`
  return { status: 200, type, body: bytes, validators: { etag, lastModified: at.toUTCString() }, headers }
}

export function failure(status: number, text: string, headers: Record<string, string> = {}): Resource {
  return { status, type: html, body: Buffer.from(`<h1>${status}</h1><p>${text}</p>`), validators: null, headers }
}

function encode(text: string, charset: SampleOutlet['charset']): Buffer {
  return charset === 'windows-1258' ? iconv.encode(splitTones(text), charset) : Buffer.from(text)
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** windows-1258 has the vowels â ă ê ô ơ ư as letters and the five tones as marks that follow them. */
function splitTones(text: string): string {
  return text.normalize('NFD').replace(/\p{L}\p{M}+/gu, (letter) => {
    const marks = letter.match(tones) ?? []
    return letter.replace(tones, '').normalize('NFC') + marks.join('')
  })
}
