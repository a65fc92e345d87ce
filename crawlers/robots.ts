// Robots: what a site's robots.txt allows us (RFC 9309), and its Crawl-delay. Pure; the door fetches the text.
import robotsModule from 'robots-parser'

export type RobotsRules = {
  readonly isAllowed: (url: URL) => boolean
  readonly crawlDelayMs: number | null
  /** Addresses of the sitemaps that the site names; they hold for everybody. */
  readonly sitemaps: readonly string[]
}

/** Of a site without robots.txt. */
export const noRules: RobotsRules = { isAllowed: () => true, crawlDelayMs: null, sitemaps: [] }

// The package is CommonJS and its types say `export default`: at run time the import is the function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default

/**
 * Rules for one product token ("LangNgheBot"). Never throws; a web page in the place of a robots.txt has no rules.
 * robots-parser matches paths and lets the longest rule win; `groupsFor` finds the rules that are ours.
 */
export function readRobots(text: string, origin: string, product: string): RobotsRules {
  if (/^\s*</.test(text)) return noRules
  const robots = robotsParser(`${origin}/robots.txt`, groupsFor(product.toLowerCase(), text))
  const delaySeconds = robots.getCrawlDelay(product) ?? 0
  return {
    isAllowed: (url) => robots.isAllowed(url.href, product) ?? true,
    crawlDelayMs: delaySeconds > 0 ? delaySeconds * 1000 : null,
    sitemaps: readSitemaps(text, origin),
  }
}

/** More lines than this are no list for readers. */
const mostSitemaps = 100

function readSitemaps(text: string, origin: string): string[] {
  const written = Array.from(text.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim), ([, address = '']) => address)
  return written.slice(0, mostSitemaps).flatMap((address) => URL.parse(address, origin)?.href ?? [])
}

const line = /^\s*(user-agent|allow|disallow|crawl-delay)\s*[:\s]\s*(.*?)\s*$/i

/**
 * The rules for us and for everybody, each under its own user-agent line. robots-parser alone ends a group at any line
 * that it does not know and compares whole user-agent values; by RFC 9309 only rules end it, and a value counts up to
 * the first character that no product token has.
 */
function groupsFor(product: string, text: string): string {
  const out: string[] = []
  let agents: string[] = []
  let hasRules = false
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = line.exec(raw.replace(/#.*/, '')) ?? []
    switch (key.toLowerCase()) {
      case 'user-agent': {
        if (hasRules) agents = []
        hasRules = false
        const name = /^(?:\*(?=\s|$)|[a-z_-]+)/i.exec(value)?.[0].toLowerCase()
        if (name !== product && name !== '*') break
        agents.push(name)
        // A group without rules is a group too: everything is allowed.
        out.push(`User-agent: ${name}`, 'Disallow:')
        break
      }
      case 'crawl-delay':
        for (const name of agents) out.push(`User-agent: ${name}`, `Crawl-delay: ${Number.parseFloat(value)}`)
        break
      case 'allow':
      case 'disallow':
        hasRules = true
        for (const name of agents) out.push(`User-agent: ${name}`, `${key}: ${value}`)
    }
  }
  return out.join('\n')
}
