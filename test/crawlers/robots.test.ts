import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRobots } from '../../crawlers/robots.ts'

const origin = 'https://bao.example.vn'
const allows = (text: string, path: string): boolean =>
  readRobots(text, origin, 'LangNgheBot').isAllowed(new URL(origin + path))

describe('readRobots', () => {
  it('takes the group of our name before the one for everybody', () => {
    const text = 'User-agent: *\nDisallow: /\n\nUser-agent: langnghebot\nDisallow: /rieng/\n'
    expect(allows(text, '/tin/1')).toBe(true)
    expect(allows(text, '/rieng/1')).toBe(false)
  })

  it('reads our name up to its version, and not as a part of another', () => {
    expect(allows('User-agent: LangNgheBot/2.0 (mới)\nDisallow: /', '/a')).toBe(false)
    expect(allows('User-agent: LangNgheBotKhac\nDisallow: /', '/a')).toBe(true)
  })

  it('lets the longest rule win, and "allow" among equals', () => {
    const text = 'User-agent: *\nDisallow: /tin\nAllow: /tin/mo\nAllow: /tin/chung\nDisallow: /tin/chung'
    expect(allows(text, '/tin/kin')).toBe(false)
    expect(allows(text, '/tin/mo/1')).toBe(true)
    expect(allows(text, '/tin/chung')).toBe(true)
  })

  it('understands * and $', () => {
    const text = 'User-agent: *\nDisallow: /*.pdf$\nDisallow: /in?*trang='
    expect(allows(text, '/van-ban.pdf')).toBe(false)
    expect(allows(text, '/van-ban.pdf?x')).toBe(true)
    expect(allows(text, '/in?a=1&trang=2')).toBe(false)
  })

  it('compares escaped and plain letters alike', () => {
    expect(allows('User-agent: *\nDisallow: /tìm-kiếm', '/tìm-kiếm?q=a')).toBe(false)
    expect(allows('User-agent: *\nDisallow: /t%C3%ACm', '/tìm')).toBe(false)
  })

  it('does not end a group at a Sitemap, Crawl-delay or unknown line', () => {
    const text = 'User-agent: A\nSitemap: /s.xml\nCrawl-delay: 3\nNoindex: /x\nUser-agent: *\nDisallow: /kin'
    expect(allows(text, '/kin')).toBe(false)
  })

  it('allows everything where our group has no rule, or an empty one', () => {
    expect(allows('User-agent: *\nDisallow: /\nUser-agent: LangNgheBot\n', '/a')).toBe(true)
    expect(allows('User-agent: *\nDisallow:\n', '/a')).toBe(true)
    expect(allows('', '/a')).toBe(true)
  })

  it('reads Crawl-delay of the group that counts', () => {
    const delay = (text: string) => readRobots(text, origin, 'LangNgheBot').crawlDelayMs
    expect(delay('User-agent: *\nCrawl-delay: 2.5\nDisallow: /x')).toBe(2500)
    expect(delay('User-agent: *\nCrawl-delay: 9\n\nUser-agent: LangNgheBot\nDisallow:')).toBe(null)
    expect(delay('User-agent: *\nCrawl-delay: nhanh')).toBe(null)
    expect(delay('User-agent: *\nCrawl-delay: -1')).toBe(null)
  })

  it('finds no rules in a web page', () => {
    expect(allows('\n <!doctype html><p>User-agent: *\nDisallow: /</p>', '/a')).toBe(true)
  })

  it('survives any text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'User-agent: *',
        'user-agent:LangNgheBot',
        'Disallow: /',
        'Allow: /*$',
        'Crawl-delay: 1e9',
        'Disallow: %',
      ),
    )
    fc.assert(
      fc.property(fc.array(line), fc.webPath(), (lines, path) => {
        expect(allows(lines.join('\n'), path)).toBeTypeOf('boolean')
      }),
    )
  })
})
