import { describe, expect, it } from 'vitest'
import { fromLegacyFont } from '../../../src/text/extract/legacy-fonts.ts'
import { extract } from '../../../src/text/extract.ts'

describe('fromLegacyFont', () => {
  it('reads TCVN3', () => {
    expect(fromLegacyFont('Céng hßa x· héi chñ nghÜa ViÖt Nam', 'tcvn3')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam')
  })

  it('reads VNI, also in capitals', () => {
    expect(fromLegacyFont('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'vni')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam')
    expect(fromLegacyFont('ÑOÄC LAÄP – TÖÏ DO – HAÏNH PHUÙC', 'vni')).toBe('ĐỘC LẬP – TỰ DO – HẠNH PHÚC')
    expect(fromLegacyFont('ñöôøng, thöù tö, muøa xuaân, traêm', 'vni')).toBe('đường, thứ tư, mùa xuân, trăm')
  })

  it('leaves alone what is Vietnamese already, and what would not become it', () => {
    expect(fromLegacyFont('Cộng hòa xã hội chủ nghĩa Việt Nam', 'tcvn3')).toBeNull()
    expect(fromLegacyFont('Les élèves déjà âgés à la forêt près du château', 'tcvn3')).toBeNull()
  })
})

describe('a page in a legacy font', () => {
  it('is converted where the font is named; its second font holds the capitals', () => {
    const html = `<title>Tin</title><h1><font face=".VnTimeH">phôc vô nh©n d©n</font></h1>
      <p style="font-family:.VnTime">Uû ban nh©n d©n x· tæ chøc häp d©n ®Ó bµn viÖc lµm ®­êng vµ söa tr­êng häc.</p>`
    const found = extract({ html, url: 'http://xa.example.vn/tin', now: new Date('2026-01-01') })
    expect(found.title).toBe('PHỤC VỤ NHÂN DÂN')
    expect(found.text).toBe('Uỷ ban nhân dân xã tổ chức họp dân để bàn việc làm đường và sửa trường học.')
  })
})
