import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareMarkup } from '../../../src/text/extract/markup.ts'

const words = (html: string) => prepareMarkup(html).html.replace(/\s+/g, ' ').trim()

describe('prepareMarkup', () => {
  it('leaves out scripts, styles and comments, and the frame of the document', () => {
    const html =
      '<!doctype html><html><head><style>a{}</style></head><body><!-- x --><p>a</p><SCRIPT>"<p>"</SCRIPT></body></html>'
    expect(words(html)).toBe('<p>a</p>')
  })

  it('keeps structured data and the language', () => {
    const html = '<HTML LANG=vi><script type="application/ld+json">{"a":1}</script><script>b</script>'
    expect(prepareMarkup(html)).toMatchObject({ jsonLd: ['{"a":1}'], lang: 'vi' })
  })

  it('does not take a bracket in a quoted value for the end of a tag', () => {
    const tag = '<a title="x > y" data-html="<script>alert(1)</script>">'
    expect(words(`${tag}b</a>`)).toBe(`${tag}b</a>`)
  })

  it('writes names of attributes small, as the parser wants them', () => {
    expect(words('<TD CLASS="Menu" ID=X>a</TD>')).toBe('<TD class="Menu" id=X>a</TD>')
  })

  it('keeps the text of tags that are nested too deep', () => {
    const html = prepareMarkup(`${'<div>'.repeat(5000)}a${'</div>'.repeat(5000)}b`).html
    expect(html.match(/<div>/g)?.length).toBeLessThan(500)
    expect(html.match(/<div>/g)?.length).toBe(html.match(/<\/div>/g)?.length)
    expect(html.replace(/<[^>]*>|\s/g, '')).toBe('ab')
  })

  it('gives back every text without markup', () => {
    const plain = fc.string().filter((text) => !text.includes('<'))
    fc.assert(
      fc.property(plain, (text) => {
        expect(prepareMarkup(text).html).toBe(text)
      }),
    )
  })
})
