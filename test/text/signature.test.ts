import { describe, expect, it } from 'vitest'
import { dropSignature } from '../../src/text/signature.ts'

const body = 'Sáng nay trường mở lại.\nHọc sinh được phát áo ấm.'

describe('signature', () => {
  it.each([
    'Nguyễn Văn Thử',
    'NGUYỄN THỬ',
    'Thu Thử – Minh Dụ',
    '(Lê Giả Định)',
    'Jane Example',
    'Bài và ảnh: Thử Mẫu',
    'Tác giả: Thử Mẫu',
  ])('drops the line “%s” at the end', (line) => expect(dropSignature(`${body}\n${line}`)).toBe(body))

  it('drops two of them, also before what the site says of itself', () => {
    expect(dropSignature(`${body}\nThử Mẫu\nVí Dụ`)).toBe(body)
    expect(dropSignature(`${body}\nThử Mẫu\nGhi rõ nguồn khi phát hành lại.`)).toBe(
      `${body}\nGhi rõ nguồn khi phát hành lại.`,
    )
  })

  it.each(['Hà Nội\nHuế Xưa\nĐà Nẵng\nCần Thơ', 'Thử Mẫu', ''])(
    'keeps a text that is nothing but names: %j',
    (names) => {
      expect(dropSignature(names)).toBe(names)
    },
  )

  it.each(['Học sinh được phát áo ấm.', 'Hà Nội mưa to', 'Đội Sông Thanh thắng 2–0'])('keeps the line “%s”', (line) => {
    expect(dropSignature(`${body}\n${line}`)).toBe(`${body}\n${line}`)
  })
})
