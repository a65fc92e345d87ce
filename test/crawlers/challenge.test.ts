import { describe, expect, it } from 'vitest'
import { isChallengePage } from '../../crawlers/challenge.ts'

const page = (head: string, body: string): Uint8Array =>
  new TextEncoder().encode(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)

const article = `<p>${'Ủy ban nhân dân xã tổ chức họp dân bàn việc sửa đường. '.repeat(40)}</p>`

describe('isChallengePage', () => {
  it.each([
    [
      'a browser test',
      503,
      page('<title>Just a moment...</title>', '<script src="/cdn-cgi/challenge-platform/x"></script>'),
    ],
    ['a captcha of a service', 403, page('', '<script src="https://geo.captcha-delivery.com/c.js"></script>')],
    ['a Vietnamese captcha page', 200, page('<title>Xác minh bạn là người</title>', '<div class="g-recaptcha"></div>')],
    ['a cookie test', 200, page('', '<script>document.cookie="D1N=abc"; location.reload()</script>')],
    ['words alone on a page with nothing else', 429, page('', 'Are you human? Lưu lượng bất thường.')],
  ])('knows %s', (_, status, bytes) => {
    expect(isChallengePage(status, {}, bytes)).toBe(true)
  })

  it('believes a header beside a refusal', () => {
    expect(isChallengePage(403, { 'cf-mitigated': 'challenge' }, new Uint8Array())).toBe(true)
  })

  it.each([
    ['an article with a captcha in its comment form', 200, page('', `${article}<div class="g-recaptcha"></div>`)],
    ['an article about captchas', 200, page('<title>Are you human? Captcha</title>', article)],
    ['a short notice', 200, page('<title>Thông báo</title>', '<p>Lịch tiếp dân tháng 11 của UBND xã.</p>')],
    ['a login form with a captcha', 200, page('<title>Đăng nhập</title>', '<form><div id="captcha"></div></form>')],
    ['a plain refusal', 403, page('<title>403</title>', 'Forbidden')],
    ['a missing page', 404, page('<title>Just a moment</title>', '')],
    ['an empty body', 200, new Uint8Array()],
  ])('lets %s pass', (_, status, bytes) => {
    expect(isChallengePage(status, {}, bytes)).toBe(false)
  })

  it.each(['<script ', '<', '<style></script>', '</noscript'])('is not held up by a page of “%s”', (piece) => {
    const bytes = new TextEncoder().encode(piece.repeat(190_000 / piece.length))
    expect(isChallengePage(200, {}, bytes)).toBe(false)
  })
})
