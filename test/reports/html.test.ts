import * as cheerio from 'cheerio'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/reports/html.ts'
import { sampleItem, sampleReport, sampleRows } from './sample.ts'

describe.each(['vi', 'en'] as const)('the page in %s', (language) => {
  it('names its language, has one title and a table behind each chart', async () => {
    const $ = cheerio.load(await renderHtml(sampleReport(language)))
    expect($('html').attr('lang')).toBe(language)
    expect($('h1')).toHaveLength(1)
    expect($('h2').length).toBe(5)
    const charts = $('figure').toArray()
    expect(charts).toHaveLength(7)
    for (const chart of charts) {
      expect($(chart).find('[role=img]').attr('aria-label')).toMatch(/\d/)
      expect($(chart).siblings('table').length).toBeGreaterThan(0)
    }
    for (const table of $('table').toArray()) {
      expect($(table).find('caption').text()).not.toBe('')
      expect(
        $(table)
          .find('thead th')
          .toArray()
          .every((th) => $(th).attr('scope') === 'col'),
      ).toBe(true)
    }
  })

  it('runs no script and loads nothing', async () => {
    const page = await renderHtml(sampleReport(language))
    const $ = cheerio.load(page)
    expect($('script, link, img, iframe, object, embed, base, form').length).toBe(0)
    const attributes = $('*')
      .toArray()
      .flatMap((element) => Object.keys('attribs' in element ? element.attribs : {}))
    expect(attributes.filter((name) => /^on|^src$|href$/.test(name) && name !== 'href')).toEqual([])
    expect(page).not.toMatch(/url\(|@import/)
  })

  it('prints on A4', async () => {
    expect(await renderHtml(sampleReport(language))).toMatch(/@page \{ size: A4;/)
  })
})

it('escapes what came from outside, and links only to the web', async () => {
  const hostile = {
    title: '"><script>alert(1)</script>',
    excerpt: "<img src=x onerror='alert(1)'>",
    conventions: ['crc' as const],
  }
  const items = [
    sampleItem(1, { ...hostile, url: 'javascript:alert(1)' }),
    sampleItem(2, {
      title: 'Khai giảng lớp học bản xa',
      conventions: ['crc'],
      url: 'https://bao.example/?a="b"&c=<d>',
    }),
  ]
  const $ = cheerio.load(await renderHtml(sampleReport('vi', { ...sampleRows, items })))
  expect($('script, img').length).toBe(0)
  expect($('body').text()).toContain('"><script>alert(1)</script>')
  const links = $('a')
    .toArray()
    .map((a) => [$(a).attr('href'), $(a).attr('rel')])
  expect(links).toEqual([['https://bao.example/?a="b"&c=<d>', 'noopener noreferrer']])
})

it('shows at most 300 characters of an item', async () => {
  const items = [sampleItem(1, { excerpt: 'x'.repeat(5000), conventions: ['crc'] })]
  expect(await renderHtml(sampleReport('vi', { ...sampleRows, items }))).not.toContain('x'.repeat(301))
})
