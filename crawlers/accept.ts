// Accept: what feeds, listings and sitemaps are asked for as.

export const feedTypes =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5'
export const listingTypes = 'text/html, */*;q=0.5'
export const sitemapTypes = 'application/xml, text/xml;q=0.9, application/gzip;q=0.8, */*;q=0.5'
