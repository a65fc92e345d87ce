// Sites that fail, each on an address of its own on this machine, so that each is a host of its own to the door.
import { createServer as createHttp, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net'
import { gzipSync } from 'node:zlib'

/** An address of a site, ready for a source. */
export type OpenSite = { readonly host: string; readonly server: Server }

let lastNumber = 10

/** Starts a server on the next address of 127/8. */
export async function openAt(listener: RequestListener | null, { isClosed = false } = {}): Promise<OpenSite> {
  const server: Server = listener ? createHttp(listener) : createTcp((socket) => void socket.resetAndDestroy())
  const address = `127.0.0.${++lastNumber}`
  await new Promise<void>((ready) => server.listen(0, address, ready))
  const host = `${address}:${(server.address() as AddressInfo).port}`
  if (isClosed) await new Promise((done) => server.close(done))
  return { host, server }
}

export function closeAll(sites: Iterable<OpenSite>): void {
  for (const { server } of sites) {
    if ('closeAllConnections' in server) (server as ReturnType<typeof createHttp>).closeAllConnections()
    server.close()
  }
}

type Entry = { readonly title: string; readonly published?: string; readonly html?: string }

/** A feed that carries its articles' full text, so that a round needs one request. */
export function feedOf(entries: readonly Entry[], doctype = ''): string {
  const text = (title: string): string =>
    `<p>${title}. ${'Ủy ban nhân dân xã Thanh Sơn cho biết việc này đã được bàn với bà con trong thôn. '.repeat(6)}</p>`
  const items = entries.map(
    ({ title, published = 'Mon, 16 Nov 2026 08:00:00 +0700', html = text(title) }, i) =>
      `<item><title>${title}</title><guid isPermaLink="false">tin-${i}</guid><pubDate>${published}</pubDate>` +
      `<content:encoded><![CDATA[${html}]]></content:encoded></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>${doctype}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tin xã</title>${items.join('')}</channel></rss>`
}

export const xml = { 'content-type': 'application/rss+xml; charset=utf-8' }

/** Every path answers with the same; robots.txt is not there. */
export function always(answer: (response: ServerResponse) => void): RequestListener {
  return (request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else answer(response)
  }
}

/** Eight levels of ten: one short entity becomes a gigabyte where entities are expanded. */
export const entityBomb = `<!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa">${Array.from(
  { length: 8 },
  (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
).join('')}]>`

/** Writes for as long as somebody reads. */
export function writeWithoutEnd(response: ServerResponse): void {
  response.writeHead(200, xml)
  const more = (): void => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, 97)));
  }
  response.on('drain', more)
  more()
}

/** 40 MB of zeros in 40 kB. */
export const gzipBomb = gzipSync(Buffer.alloc(40_000_000))
