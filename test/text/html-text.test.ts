import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../src/text/html-text.ts'

describe('htmlToText', () => {
  it('puts every paragraph, list entry and line break on its own line', () => {
    const html = '<h2>Tin</h2><p>Một<br>hai</p><ul><li>ba<li>bốn</ul>năm <b>sáu</b><div>bảy</div>'
    expect(htmlToText(html)).toBe('Tin\nMột\nhai\nba\nbốn\nnăm sáu\nbảy')
  })

  it('decodes entities and composes letters', () => {
    expect(htmlToText('Quy&#x1EC1;n &amp; ngh&#297;a v&#7909;&nbsp;– tr&acirc;n tr&#7885;ng')).toBe(
      'Quyền & nghĩa vụ – trân trọng',
    )
    expect(htmlToText('quyền'.normalize('NFD'))).toBe('quyền')
  })

  it('leaves out scripts, styles, comments and embedded documents', () => {
    const html = '<style>p{}</style>a<script>if (a<b) "</div>"</script><!-- c --><iframe>d</iframe> e'
    expect(htmlToText(html)).toBe('a e')
  })

  it('shows a shortened link as readers see it', () => {
    const link =
      '<a href="https://example.org/a/long/path"><span class="invisible">https://</span><span class="ellipsis">example.org/a</span><span class="invisible">/long/path</span></a>'
    expect(htmlToText(`<p>Xem ${link} nhé</p>`)).toBe('Xem example.org/a… nhé')
  })

  it('keeps plain text with stray brackets', () => {
    expect(htmlToText('3 < 5 và 7 > 2')).toBe('3 < 5 và 7 > 2')
  })

  it('reads 100,000 nested elements', () => {
    const html = `${'<div>'.repeat(100_000)}sâu${'</div>'.repeat(100_000)}<p>sau</p>`
    expect(htmlToText(html)).toBe('sâu\nsau')
  })

  it('never throws, and gives no markup back as text of its own', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="x',
      '">',
      '<!--',
      '-->',
      '<script>',
      '</script',
      'chữ',
      '&amp',
      '<',
      '=',
      "'",
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
        expect(htmlToText(list.join(' '))).not.toMatch(/<p>|<script>/)
      }),
    )
  })

  it('gives back every plain text, escaped as HTML', () => {
    const words = fc.array(fc.stringMatching(/^[a-zăâđêôơư0-9.,&<>"']{1,12}$/), { minLength: 1 })
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ')
        expect(htmlToText(`<p>${escaped(text)}</p>`)).toBe(text)
      }),
    )
  })
})
