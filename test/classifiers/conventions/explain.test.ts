import { describe, expect, it } from 'vitest'
import { createExplainer } from '../../../classifiers/conventions/explain.ts'
import { loadModels } from '../../../classifiers/load.ts'

const models = await loadModels('config')
const examples = [
  { id: 'one', lang: 'vi', text: 'Học sinh vùng cao bỏ học theo cha mẹ đi làm thuê', labels: ['crc'] },
  { id: 'two', lang: 'vi', text: 'Giá cà phê tăng, nông dân chờ bán', labels: [] },
] as const
const explain = createExplainer(examples, models)

describe('an explanation', () => {
  it('names the example that is most alike, and how much', () => {
    const { nearest } = explain({ title: '', text: 'Nhiều học sinh vùng cao bỏ học đi làm thuê' }, 'vi') ?? {}
    expect(nearest).toMatchObject({ id: 'one', labels: ['crc'] })
    expect(nearest?.likeness).toBeGreaterThan(0.3)
    expect(explain({ title: '', text: examples[1].text }, 'vi')?.nearest).toMatchObject({ id: 'two', likeness: 1 })
  })

  it('names the next conventions, their scores below their thresholds, and what was missing', () => {
    const text = 'Trẻ em ở xã được phát sách vở trong ngày hội'
    for (const { score, threshold, missing } of explain({ title: '', text }, 'vi')?.notChosen ?? []) {
      expect(score).toBeLessThan(threshold)
      for (const { concepts } of missing) expect(concepts.length).toBeGreaterThan(0)
    }
  })

  it('is none for a text that is not classified', () => {
    expect(explain({ title: '', text: 'Trẻ em' }, 'vi')).toBeNull()
  })
})
