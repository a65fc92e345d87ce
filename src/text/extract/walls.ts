// Walls: pages that are no article although they answer: logins, challenges, error pages, lists.
import { type Block, isProse, size } from './blocks.ts'
import type { PageDocument } from './dom.ts'
import type { Structured } from './structured.ts'

/** What must be asked before the page is pruned. */
export type Signs = { readonly asksPassword: boolean; readonly hasPaywall: boolean }

export function readSigns(document: PageDocument, data: Structured): Signs {
  const paywall = '[class*="paywall" i], [id*="paywall" i], [class*="regwall" i], [data-paywall]'
  return {
    asksPassword: document.querySelector('input[type="password"]') !== null,
    hasPaywall: data.isFree === false || document.querySelector(paywall) !== null,
  }
}

/** A wall has little to say; a longer text that speaks of logins is an article about them. */
const mostWallSize = 800

const loginWords =
  /đăng nhập để (?:tiếp tục|xem|đọc)|vui lòng đăng nhập|bạn (?:cần|phải) đăng nhập|(?:log|sign) ?in to (?:continue|view|read|see|your account)|please (?:log|sign) ?in|you must (?:be logged|log|sign) ?in|(?:connectez|identifiez)-vous|请(?:先)?登录|กรุณาเข้าสู่ระบบ/i
const challengeWords =
  /just a moment|attention required|access (?:is )?denied|are you (?:a robot|human)|verify (?:that )?you are (?:a )?human|checking your browser|unusual traffic|enable (?:javascript|cookies)|security check|captcha|xác minh (?:bạn|rằng)|không phải (?:là )?(?:người máy|robot)|bật javascript|kiểm tra trình duyệt/i
const errorWords =
  /^(?:(?:error )?(?:40[0-9]|50[0-9])\b|page not found|not found|không tìm thấy trang|trang không tồn tại|bad gateway|forbidden|service unavailable)/i

export function isLoginWall(title: string, text: string, { asksPassword }: Signs): boolean {
  return (
    size(text) < mostWallSize &&
    (loginWords.test(text) || loginWords.test(title) || (asksPassword && size(text) < leastArticleSize))
  )
}

export function isChallenge(title: string, text: string): boolean {
  if (size(text) >= mostWallSize) return false
  return errorWords.test(title) || challengeWords.test(title) || challengeWords.test(text)
}

/** A notice of one sentence is an article; a label is not. */
const leastArticleSize = 80

export function hasText(text: string): boolean {
  return size(text) >= leastArticleSize
}

/** Headlines that lead elsewhere, on a page that is mostly such headlines. */
const leastHeadlines = 6
/** Part of an index page's words that its teasers' own sentences can have. */
const teaserSize = 400

/**
 * A list of articles rather than one: many linked headlines, and under none of them more than a teaser. `lines` are
 * those of the article's element before anything was taken out.
 */
export function isIndex(lines: readonly Block[]): boolean {
  let [headlines, run, longestRun] = [0, 0, 0]
  for (const line of lines) {
    if (isHeadlineLink(line)) {
      headlines++
      run = 0
    } else if (isProse(line)) run += size(line.text)
    longestRun = Math.max(longestRun, run)
  }
  return headlines >= leastHeadlines && longestRun < teaserSize
}

const isHeadlineLink = ({ text, linkChars }: Block) =>
  size(text) >= 25 && linkChars >= text.replace(/\s/g, '').length * 0.8
