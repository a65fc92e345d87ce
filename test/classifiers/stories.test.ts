import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCommonWords } from '../../classifiers/load.ts'
import { cluster as gather, quietMs, type Telling } from '../../classifiers/stories/cluster.ts'

const common = await readCommonWords()
const cluster = (tellings: readonly Telling[]) => gather(tellings, common)

const flood =
  'Mưa lớn từ đêm qua làm sạt lở đường vào bản Nà Khoang, xã Mường Lặn, hơn bốn mươi hộ bị cô lập. Lực lượng cứu hộ dùng thuyền đưa gạo và nước uống vào bản.'
const school =
  'Trường tiểu học Sơn Thủy mở lớp bán trú cho học sinh vùng cao, có bếp ăn, giường tầng và thầy cô trực đêm. Phụ huynh góp củi, huyện hỗ trợ gạo.'
const market = 'Giá cà phê tại Tây Nguyên giảm tuần thứ ba liên tiếp, thương lái mua cầm chừng, nông dân chưa muốn bán.'

const tell = (id: string, title: string, text: string, time: string | null = '2026-11-16T08:00:00Z'): Telling => ({
  id,
  title,
  text,
  time,
})

const week: Telling[] = [
  tell('a', 'Sạt lở cô lập bản Nà Khoang', flood),
  tell('b', 'Trường Sơn Thủy mở lớp bán trú', school, '2026-11-16T09:00:00Z'),
  tell('c', 'Đưa gạo vào bản Nà Khoang bị cô lập', `Theo ban chỉ huy, ${flood}`, '2026-11-17T08:00:00Z'),
  tell('d', 'Cà phê giảm giá', market, '2026-11-17T09:00:00Z'),
  tell('e', 'Hoc sinh Son Thuy co bep an ban tru', school.normalize('NFD'), '2026-11-18T08:00:00Z'),
]

const storiesOf = (tellings: readonly Telling[]) => {
  const stories = cluster(tellings)
  return tellings.map(({ id }) => stories.get(id))
}

describe('cluster', () => {
  it('gathers articles of one event under its first one, whatever the spelling', () => {
    expect(storiesOf(week)).toEqual(['a', 'b', 'a', 'd', 'b'])
  })

  it('tells the same whatever the order of the lines', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(week, { minLength: week.length }), (shuffled) => {
        expect(cluster(shuffled)).toEqual(cluster(week))
      }),
    )
  })

  it('lets a story end after a quiet time', () => {
    const later = new Date(Date.parse('2026-11-16T08:00:00Z') + quietMs + 1).toISOString()
    expect(
      storiesOf([week[0] as Telling, tell('f', 'Sạt lở cô lập bản Nà Khoang', flood, later), ...week.slice(3)])[1],
    ).toBe('f')
  })

  it('takes articles without a time, in other scripts, and empty ones', () => {
    const odd = [
      tell('1', '边境小学新开寄宿班', '学校为山区学生开设寄宿班,提供食堂和宿舍,家长表示支持。', null),
      tell('2', '山区小学开设寄宿班', '学校为山区学生开设寄宿班,提供食堂和宿舍,县里给予补助。', null),
      tell('3', '', '', null),
      tell('4', '', '', null),
    ]
    const [first, second, third, fourth] = storiesOf(odd)
    expect(second).toBe(first)
    expect(third).not.toBe(fourth)
  })

  it('gives every article one story, named by a member of it', () => {
    const words = fc.array(fc.constantFrom('bản', 'lũ', 'trường', 'gạo', 'học', 'đường', 'cầu', 'xã'), {
      maxLength: 12,
    })
    const telling = fc.record({ title: words, text: words, hour: fc.nat(2000) })
    fc.assert(
      fc.property(fc.array(telling, { maxLength: 30 }), (drawn) => {
        const tellings = drawn.map(({ title, text, hour }, i) =>
          tell(String(i), title.join(' '), text.join(' '), new Date(hour * 3_600_000).toISOString()),
        )
        const stories = cluster(tellings)
        for (const { id } of tellings) expect(stories.get(stories.get(id) ?? '')).toBe(stories.get(id))
      }),
    )
  })
})
