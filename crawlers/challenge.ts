// Challenge: a page that asks whether a person is reading. It is recognised, reported and left alone (safeguard 3).

/** Larger pages have something to say; some carry a captcha in a form below it. */
const mostBytes = 200_000
/** Letters that a reader sees; an article has more. */
const mostVisibleChars = 1200

/** What the protecting services put into such a page, and into no other. */
const machinery =
  /\/cdn-cgi\/challenge-platform\/|cf-chl-|_cf_chl_opt|captcha-delivery\.com|px-captcha|_Incapsula_Resource|sucuri_cloudproxy|awswaf|gokuProps|ddos-guard|\/_sec\/cp_challenge|document\.cookie\s*=\s*["']D1N=/i
/** Widgets that forms of ordinary pages carry too: here they count only beside the words. */
const widget = /g-recaptcha|h-captcha|hcaptcha\.com|recaptcha\/api|cf-turnstile|id=["']?captcha/i
const words =
  /just a moment|attention required|are you (?:a )?(?:robot|human)|verify (?:that )?you are (?:a )?human|checking (?:if|your browser)|unusual traffic|security check|xác (?:minh|nhận|thực) (?:rằng )?bạn (?:là (?:con )?người|không phải)|không phải (?:là )?(?:người máy|rô ?bốt|robot)|kiểm tra (?:bảo mật|trình duyệt)|lưu lượng (?:truy cập )?bất thường|请完成(?:安全)?验证|人机验证/i

/** Response headers by which a service says that it asks instead of answering. */
const headerSays: Readonly<Record<string, RegExp>> = {
  'cf-mitigated': /^challenge$/i,
  'x-amzn-waf-action': /^(?:captcha|challenge)$/i,
  'x-datadome': /^protected$/i,
}

/** Statuses under which a challenge comes: an ordinary page, or a refusal. */
export const challengeStatuses: ReadonlySet<number> = new Set([200, 202, 401, 403, 429, 503])

/** Whether an answer is a captcha or a browser test instead of the page. Pure. */
export function isChallengePage(
  status: number,
  headers: Readonly<Record<string, string | undefined>>,
  bytes: Uint8Array,
): boolean {
  if (!challengeStatuses.has(status)) return false
  const isSaid = Object.entries(headerSays).some(([name, says]) => says.test(headers[name] ?? ''))
  if (isSaid && status !== 200) return true
  if (bytes.length === 0 || bytes.length > mostBytes) return false
  const html = new TextDecoder().decode(bytes)
  const visible = withoutCode(html)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  if (visible.length > mostVisibleChars) return false
  return machinery.test(html) || (words.test(html) && (widget.test(html) || visible.length < 400))
}

/** In one pass: every door's answer comes by here, and a page of opening tags alone must not hold up the others. */
function withoutCode(html: string): string {
  let open: string | null = null
  let from = 0
  let kept = ''
  for (const { 1: slash, 2: name = '', index } of html.matchAll(/<(\/?)(script|style|noscript)\b/gi)) {
    const tag = name.toLowerCase()
    if (open === null && slash === '') {
      kept += `${html.slice(from, index)} `
      open = tag
      from = index
    } else if (open === tag && slash === '/') {
      open = null
      from = index
    }
  }
  return kept + html.slice(from)
}
