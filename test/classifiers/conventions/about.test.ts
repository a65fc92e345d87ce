import { describe, expect, it } from 'vitest'
import { classify } from '../../../classifiers/conventions/combine.ts'
import { loadModels } from '../../../classifiers/load.ts'
import type { Language } from '../../../src/model/language.ts'

const models = await loadModels('config')
const judge = (text: string, language: Language = 'vi', title = '') => classify({ title, text }, language, models)

describe('direction', () => {
  it.each([
    ['Công nhân bị nợ lương ba tháng, phản ánh nhiều lần không ai trả lời', 'concern'],
    ['Khánh thành trường bán trú, trẻ em vùng cao có chỗ ở mới', 'progress'],
    ['Quốc hội thông qua luật sửa đổi, tăng mức trợ cấp cho người khuyết tật từ ngày 1/1', 'policy'],
    ['Tập huấn Công ước về quyền trẻ em cho giáo viên huyện Đình Lập', 'education'],
  ])('is told of “%s”', (text, direction) => {
    expect(judge(text).tags.map((tag) => tag.direction)).toContain(direction)
  })

  it('is not guessed where the model that has learnt it is left out', () => {
    const alone = { ...models, judges: ['lexicon' as const] }
    const { tags } = classify({ title: '', text: 'Trẻ em bị đánh đập, bỏ học' }, 'vi', alone)
    expect(tags.map(({ direction }) => direction)).toEqual(tags.map(() => null))
    expect(tags.length).toBeGreaterThan(0)
  })
})

describe('instruments', () => {
  it.each([
    ['vi', 'Việt Nam phê chuẩn Công ước số 105 của ILO về xóa bỏ lao động cưỡng bức', ['ilo-c105', 'ilo-c029']],
    ['en', 'The labour chapter of the CPTPP binds the parties to protect workers', ['cptpp']],
    ['vi', 'Doanh nghiệp dệt may chuẩn bị thực hiện cam kết lao động trong Hiệp định EVFTA', ['evfta']],
    ['vi', 'Nhiều lao động vay nợ nộp phí môi giới để đi xuất khẩu lao động', ['workers-abroad']],
    ['zh', '越南移工在台湾被仲介收取高额仲介费', ['workers-abroad']],
    ['fr', 'La convention internationale protège les droits des travailleurs migrants', ['icrmw']],
  ] as const)('%s: “%s”', (language, text, ids) => {
    const found = judge(text, language).instruments
    expect(found.map(({ instrument }) => instrument)).toEqual(expect.arrayContaining([...ids]))
    for (const { start, end, words } of found.flatMap(({ reasons }) => reasons))
      expect(text.slice(start, end)).toBe(words)
  })

  it.each([
    'Xuất khẩu tôm sang EU tăng nhờ EVFTA, giá cà phê cũng lên',
    'Tài xế được khuyên đi đường vòng, xa hơn nhưng an toàn',
    'EVFTA giúp xuất khẩu dệt may tăng, thêm việc cho người lao động',
    'Đội tuyển thắng 3-0, cổ động viên ăn mừng suốt đêm',
  ])('are not seen in “%s”', (text) => {
    expect(judge(text).instruments).toEqual([])
  })

  it('stand without any convention, and never among the conventions', () => {
    const { tags, instruments } = judge('Hội thảo về cam kết lao động trong Hiệp định EVFTA tại Hà Nội')
    expect(instruments.map(({ instrument }) => instrument)).toContain('evfta')
    expect(tags.every(({ convention }) => (convention as string) !== 'evfta')).toBe(true)
  })
})

it('of private posts only the convention is judged', () => {
  const text = 'Công nhân đi xuất khẩu lao động bị giữ hộ chiếu, nợ lương ba tháng'
  const judged = classify({ title: '', text }, 'vi', models, { articles: false })
  expect(judged.tags.length).toBeGreaterThan(0)
  expect(judged.instruments).toEqual([])
  expect(judged.tags.every(({ articles, direction }) => articles.length === 0 && direction === null)).toBe(true)
})
