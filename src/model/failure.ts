// What can go wrong between us and a source: a closed list, so that each is counted, translated and acted on.

export const failureCodes = [
  'robots_denied', // robots.txt forbids the path, or cannot be read (5xx): we stay away
  'address_refused', // a private, loopback or link-local address, also behind a redirect or DNS
  'redirect_loop', // more redirects than a real site needs, or in a circle
  'too_large', // body over the cap; reading stopped there
  'timeout',
  'dns',
  'connection', // refused, reset or cut off
  'tls',
  'gone', // 410: the site asks us to stop
  'not_found', // 404
  'forbidden', // 401, 403, 451: we do not try to get around it
  'challenge', // a captcha or browser test instead of the page: left alone
  'token_refused', // the office's own key or token for a platform is missing, expired or not allowed there
  'awaits_confirmation', // an account whose owner a second person has not confirmed yet: nothing is asked
  'delivery_refused', // a file in the inbox has a row that cannot be used
  'rate_limited', // 429
  'server_error', // 5xx
  'bad_response', // other status, wrong length, broken compression
  'unreadable', // what came breaks or hangs whoever reads it
  'not_a_feed', // what came is neither feed nor timeline
  'no_links', // a listing whose selector finds nothing: the site has changed
  'no_text', // a page from which no text could be taken
  'no_browser', // a page that must be rendered, and no browser on this machine
  'no_archive', // the past was asked for, and the source shows too little of it
] as const
export type FailureCode = (typeof failureCodes)[number]

/** Failures that another try may cure; the rest wait for a person or the next round. */
export const retryable: ReadonlySet<FailureCode> = new Set([
  'timeout',
  'dns',
  'connection',
  'rate_limited',
  'server_error',
  'bad_response',
])
