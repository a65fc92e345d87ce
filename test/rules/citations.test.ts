import { describe, expect, it } from 'vitest'
import { readCitations } from '../../src/rules/citations.ts'

const cited = (id: string, publisher: string, text: string) => ({ id, publisher, text, kind: 'statement' }) as const
const notice =
  'Sở Y tế thông báo lịch tiêm vắc xin sởi cho trẻ từ một đến năm tuổi tại các trạm y tế xã từ ngày 5 tháng 12'

describe('citations', () => {
  it('know a copy of an earlier text, also a shortened one', () => {
    const found = readCitations(
      [
        cited('a', 'Báo A', notice),
        cited('b', 'Báo B', `${notice}.`),
        cited('c', 'Báo C', notice.slice(0, 70)),
        cited('d', 'Báo D', 'Trạm y tế xã mở cửa cả thứ bảy để tiêm cho trẻ.'),
      ],
      'Trẻ phải nộp tiền tiêm sởi',
    )
    expect(found.map(({ copyOf }) => copyOf)).toEqual([null, 'a', 'a', null])
  })

  it('know a publisher that the wording is about, whatever its case and spelling', () => {
    const about = (wording: string) => readCitations([cited('a', 'Sở Y tế', notice)], wording)[0]?.isAboutPublisher
    expect([about('SỞ Y TẾ thu tiền tiêm sởi'), about('Sở Y tế thu tiền'), about('Xã thu tiền tiêm sởi')]).toEqual([
      true,
      true,
      false,
    ])
  })
})
