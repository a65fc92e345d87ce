// Pages: an article's page in its outlet's template, lists of articles, and the pages that give trouble.
import type { SampleItem, SampleOutlet } from './content.ts'
import { escapeText, type PageInput } from './markup.ts'
import { communePage, portalPage, radioPage, tablesPage } from './pages-local.ts'
import { borderPage, dailyPage, magazinePage, newsPage, paperPage } from './pages-press.ts'

const templates: Readonly<Record<SampleOutlet['template'], (input: PageInput) => string>> = {
  news: newsPage,
  magazine: magazinePage,
  daily: dailyPage,
  portal: portalPage,
  commune: communePage,
  tables: tablesPage,
  radio: radioPage,
  paper: paperPage,
  border: borderPage,
}

/** More than any source may send by default (8 MB). */
const largePageBytes = 12_000_000
const photo = `<img class="lazy" src="/anh/dem.svg" data-src="${'A'.repeat(2000)}" alt="">\n`

/** HTML of an article's page; of the one with 180 photographs, 12 MB. */
export function renderArticle(input: PageInput): string {
  const html = templates[input.outlet.template](input)
  if (input.item.page !== 'large') return html
  const gallery = photo.repeat(Math.ceil((largePageBytes - html.length) / photo.length))
  return html.replace('<div class="article-body">', `<div class="gallery">${gallery}</div>\n<div class="article-body">`)
}

/** One page of a list of articles, newest first; also the front page of every outlet. */
export function renderListing(outlet: SampleOutlet, items: readonly SampleItem[], next: string | null): string {
  const [first, ...rest] = items
  const entry = (item: SampleItem, level: string) =>
    `<div class="tin"><${level} class="tieu-de"><a href="${item.path}">${escapeText(item.title)}</a></${level}><p>${escapeText(item.lead)}</p></div>`
  return `<!DOCTYPE html><html lang="${outlet.language}"><head><meta charset="utf-8"><title>${outlet.name}</title></head>
<body><div id="header"><a href="/${outlet.id}/">${outlet.name}</a> <a href="/dang-nhap">Đăng nhập</a></div>
<div class="quang-cao"><a href="/quang-cao/khai-truong">Khai trương phòng tập view sông, giảm 40%</a></div>
<div class="danh-sach">${first ? entry(first, 'h2') : ''}
${rest.map((item) => entry(item, 'h3')).join('\n')}
</div><div class="phan-trang">${next ? `<a class="trang-sau" href="${next}">Trang sau ›</a>` : ''}</div>
<div class="xem-nhieu"><h4>Xem nhiều</h4><ul><li><a href="/chuyen-de/am-thuc">Chuyên đề ẩm thực</a></li><li><a href="/podcast">Podcast buổi sáng</a></li></ul></div></body></html>`
}

/** Where a reader without a subscription ends up. */
export function renderLogin(outlet: SampleOutlet): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in – ${outlet.name}</title></head>
<body><h1>Subscribers only</h1><p>Sign in or take out a subscription to read this report.</p>
<form method="post"><label>E-mail <input type="email" name="email"></label><label>Password <input type="password" name="password"></label><button>Sign in</button></form>
<p><a href="#">Forgotten your password?</a></p></body></html>`
}

/** The address bar of a curious person: all outlets on one page. */
export function renderIndex(outlets: readonly SampleOutlet[], extra: readonly string[]): string {
  const entries = outlets.map(
    ({ id, name, feed }) => `<li><a href="/${id}/">${escapeText(name)}</a> – <a href="/${id}${feed}">${feed}</a></li>`,
  )
  const others = extra.map((path) => `<li><a href="${path}">${path}</a></li>`)
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tuần mẫu</title></head>
<body><h1>Tuần mẫu</h1><ul>${entries.join('\n')}${others.join('\n')}</ul></body></html>`
}
