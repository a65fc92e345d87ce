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

  it('drops two of them, and keeps the rest of a text that is all names', () => {
    expect(dropSignature(`${body}\nThử Mẫu\nVí Dụ`)).toBe(body)
    expect(dropSignature('Hà Nội\nHuế Xưa\nĐà Nẵng\nCần Thơ')).toBe('Hà Nội\nHuế Xưa')
    expect(dropSignature('Thử Mẫu')).toBe('Thử Mẫu')
  })

  it.each(['Học sinh được phát áo ấm.', 'Hà Nội mưa to', 'Đội Sông Thanh thắng 2–0'])('keeps the line “%s”', (line) => {
    expect(dropSignature(`${body}\n${line}`)).toBe(`${body}\n${line}`)
  })
})
