// Url: one spelling for the address of an article, however a feed, a listing or a shared link wrote it.

/** Parameters that say how a reader came, never what is shown. */
const tracking =
  /^(?:utm_.*|fbclid|fb_(?:action_ids|action_types|source|ref)|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igsh(?:id)?|mc_[ce]id|mkt_tok|_ga|_gl|_hs(?:enc|mi)|oly_(?:anon|enc)_id|vero_id|zarsrc|zalo(?:_.*)?|gidzl|zsrc)$/i

/** Longer addresses are no addresses of articles. */
const maxChars = 4000

/**
 * The address in one spelling: absolute, without fragment, default port, password and tracking parameters; the rest of
 * the query as it stood, in its order. Null for what is no address on the web.
 */
export function canonicalUrl(raw: string, base: string): string | null {
  const url = URL.parse(raw.trim(), URL.canParse(base) ? base : undefined)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return null
  url.hash = ''
  url.username = ''
  url.password = ''
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !tracking.test(part.split('=', 1)[0] ?? ''))
  url.search = kept.length > 0 ? `?${kept.join('&')}` : ''
  return url.href.length > maxChars ? null : url.href
}
