import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl } from '../../src/text/url.ts'

const base = 'https://bao.example.vn/rss/tin.xml'

describe('canonicalUrl', () => {
  it.each([
    ['/tin/1.html', 'https://bao.example.vn/tin/1.html'],
    ['2.html', 'https://bao.example.vn/rss/2.html'],
    ['//khac.example.vn/a', 'https://khac.example.vn/a'],
    [' HTTPS://BAO.example.vn:443/Tin?b=2&a=1#binh-luan ', 'https://bao.example.vn/Tin?b=2&a=1'],
    ['http://bao.example.vn:80/a?', 'http://bao.example.vn/a'],
    ['https://bao.example.vn:8443/a', 'https://bao.example.vn:8443/a'],
    ['/a?utm_source=zalo&id=7&utm_medium=rss&zarsrc=30&fbclid=x', 'https://bao.example.vn/a?id=7'],
    ['/a?UTM_Source=x', 'https://bao.example.vn/a'],
    ['/a?q=%20+&&x', 'https://bao.example.vn/a?q=%20+&x'],
    ['https://ai:kin@bao.example.vn/a', 'https://bao.example.vn/a'],
    ['/tìm', 'https://bao.example.vn/t%C3%ACm'],
  ])('%s → %s', (raw, expected) => expect(canonicalUrl(raw, base)).toBe(expected))

  it.each([
    'javascript:alert(1)',
    'mailto:a@example.vn',
    'data:text/html,x',
    'http://',
    'tel:113',
    `/${'a'.repeat(5000)}`,
  ])('knows that %s is no article', (raw) => expect(canonicalUrl(raw, base)).toBe(null))

  it('needs no base for a whole address', () => {
    expect(canonicalUrl('https://a.example.vn/1', '')).toBe('https://a.example.vn/1')
    expect(canonicalUrl('/1', '')).toBe(null)
  })

  it('never throws, and says the same of its own result', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (raw) => {
        const once = canonicalUrl(raw, base)
        if (once !== null) expect(canonicalUrl(once, base)).toBe(once)
      }),
    )
  })
})
