import { describe, expect, it } from 'vitest'
import { extract } from '../../../src/text/extract.ts'

const paragraph =
  'Sáng nay, Ủy ban nhân dân xã khai trương hai lớp mẫu giáo tại bản Pa Hu và bản Huổi Tao, nhận hơn bốn mươi trẻ.'
const textOf = (caption: string) => {
  const html = `<title>Hai lớp mới</title><article><h1>Hai lớp mới</h1><p>${paragraph}</p><figure><img src="a.jpg"><figcaption>${caption}</figcaption></figure><p>${paragraph} Huyện bố trí hai giáo viên.</p></article>`
  return extract({ html, url: 'https://bao.example.vn/bai', now: new Date('2026-09-01') }).text
}

describe('captions', () => {
  it.each([
    'Trẻ em bản Pa Hu vào lớp trong ngày khai giảng đầu tiên của điểm trường mới.',
    'Children of the village enter their new classroom on the first day of the school year.',
  ])('are kept where they are sentences: %s', (caption) => expect(textOf(caption)).toContain(caption))

  const name = 'Trần Thử Dụ'
  it.each([
    `Trẻ em vào lớp trong ngày khai giảng đầu tiên của điểm trường mới. Ảnh: ${name}`,
    `Trẻ em vào lớp trong ngày khai giảng đầu tiên của điểm trường mới. (${name})`,
    `Trẻ em vào lớp trong ngày khai giảng đầu tiên của điểm trường mới. ${name}.`,
    `Trẻ em vào lớp trong ngày khai giảng đầu tiên của điểm trường mới.<span>${name}</span>`,
    `Trẻ em vào lớp trong ngày khai giảng đầu tiên của điểm trường mới - ${name}`,
    `Trẻ em vào lớp trong ngày khai giảng đầu tiên của điểm trường mới. ${name}/TTXVN.`,
    `Children enter their new classroom on the first day of the year. Photo by ${name}.`,
    `Children enter their new classroom on the first day of the year. ${name} © Agency.`,
    name,
  ])('go as a whole where they may name who took the picture: %s', (caption) => {
    expect(textOf(caption)).not.toContain(name)
  })
})
