// A site in a thread of its own, so that serving does not count as crawling: a listing, and articles of ordinary size.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

type Site = {
  readonly addresses: readonly string[]
  readonly articles: number
  readonly pages: string
  /** Whether each article says something of its own, so that none is a copy of another. */
  readonly isVaried?: boolean
}
const { addresses, articles, pages, isVaried = false } = workerData as Site

/** What a newspaper's page carries around its article: about 80 kB of menus, teasers and scripts. */
const menu = Array.from({ length: 150 }, (_, i) => `<li class="menu-item"><a href="/muc/${i}">Chuyên mục ${i}</a></li>`)
const teasers = Array.from(
  { length: 80 },
  (_, i) =>
    `<div class="box-item"><a href="/bai/lien-quan-${i}"><img src="/anh/${i}.jpg" alt=""></a><h4><a href="/bai/lien-quan-${i}">Tin khác trong ngày, bài số ${i} của chuyên mục</a></h4></div>`,
)
const script = `<script>var settings = ${JSON.stringify(Array.from({ length: 1200 }, (_, i) => ({ slot: i, size: [300, 250] })))}</script>`

const html = readdirSync(pages)
  .filter((file) => /^(?:vi-news|vi-portal|en-wordpress|zh-gov|th-news)/.test(file))
  .map((file) =>
    readFileSync(`${pages}/${file}`, 'utf8')
      .replace(/<body[^>]*>/i, (body) => `${body}<nav><ul>${menu.join('')}</ul></nav>`)
      .replace(/<\/body>/i, `<aside class="related">${teasers.join('')}</aside>${script}</body>`),
  )
/** Pages whose paragraphs can be told apart. */
const withText = html.filter((page) => page.includes('</p>'))

function vary(page: string, number: number): string {
  return page.replaceAll('</p>', ` Số ${number} trong ${articles} bài, nhóm ${number % 97}.</p>`)
}

const links = Array.from({ length: articles }, (_, i) => `<h3><a href="/bai/${i}">Bài số ${i}</a></h3>`).join('')

const hosts = await Promise.all(
  addresses.map(async (address, site) => {
    const article = (number: number): string | undefined =>
      isVaried ? vary(withText[number % withText.length] ?? '', site * articles + number) : html[number % html.length]
    const server = createServer((request, response) => {
      const number = /^\/bai\/(\d+)$/.exec(request.url ?? '')?.[1]
      response.setHeader('content-type', 'text/html')
      if (number !== undefined) response.end(article(Number(number)))
      else if (request.url === '/') response.end(`<html><body>${links}</body></html>`)
      else response.writeHead(404).end()
    })
    await new Promise<void>((ready) => server.listen(0, address, ready))
    return `${address}:${(server.address() as { port: number }).port}`
  }),
)
parentPort?.postMessage(hosts)
