// Site: what a page says of its own language and address.
import type { PageDocument } from './dom.ts'
import type { Structured } from './structured.ts'

type Meta = ReadonlyMap<string, string>

/** ISO 639 code that the page declares, or null; a hint only, since templates are copied with it. */
export function findLanguage(lang: string | null, data: Structured, meta: Meta): string | null {
  const declared = [
    lang,
    data.language,
    meta.get('og:locale'),
    meta.get('content-language'),
    meta.get('dc.language'),
    meta.get('language'),
  ]
  for (const value of declared) {
    const code = /^\s*([a-z]{2,3})(?![a-z])/i.exec(value ?? '')?.[1]?.toLowerCase()
    if (code) return code
  }
  return null
}

/** Address that a page without one gives itself: absolute, or null. */
export function findOwnAddress(document: PageDocument, meta: Meta): string | null {
  const declared = addresses(document, meta).map((raw) => URL.parse(raw.trim()))
  return declared.find((url) => url !== null && /^https?:$/.test(url.protocol))?.href ?? null
}

const addresses = (document: PageDocument, meta: Meta): string[] =>
  [document.querySelector('link[rel="canonical"]')?.getAttribute('href'), meta.get('og:url')].filter(
    (raw) => typeof raw === 'string',
  )

/** Address that the page names as its own, absolute and without fragment; null where it lies on another site. */
export function findCanonicalUrl(document: PageDocument, meta: Meta, url: string): string | null {
  for (const raw of addresses(document, meta)) {
    const canonical = URL.parse(raw.trim(), url)
    const page = URL.parse(url)
    if (!canonical || !page || !/^https?:$/.test(canonical.protocol) || site(canonical) !== site(page)) continue
    canonical.hash = ''
    return canonical.href
  }
  return null
}

/** Second-level labels under which sites register a third one: "laodong.com.vn". */
const registries = new Set('com org net gov edu co ac info name'.split(' '))

/** The part of a host that one owner has: "amp.example.com.vn" and "example.com.vn" are one site. */
function site({ hostname }: URL): string {
  const labels = hostname.split('.')
  const isThird = labels.length > 2 && registries.has(labels.at(-2) ?? '')
  return labels.slice(isThird ? -3 : -2).join('.')
}

/** Names that a site goes by in titles. */
export function siteNames(data: Structured, meta: Meta, url: string): string[] {
  const host = URL.parse(url)?.hostname ?? ''
  const names = [meta.get('og:site_name'), data.publisher, meta.get('twitter:site')?.replace('@', '')]
  return [...names, host.replace(/^www\./, ''), site({ hostname: host } as URL).split('.')[0]].filter(
    (name) => !!name && name.length > 1,
  ) as string[]
}
