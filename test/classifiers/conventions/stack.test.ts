import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldDocument } from '../../../classifiers/conventions/document.ts'
import type { Scores } from '../../../classifiers/conventions/evidence.ts'
import { dot, sigmoid, stackInputs } from '../../../classifiers/conventions/stack.ts'
import { loadModels, readLearned } from '../../../classifiers/load.ts'
import { conventionIds } from '../../../src/model/convention.ts'
import { type JudgeName, shippedJudges } from '../../../src/model/taxonomy.ts'

const models = await loadModels('config')
const doc = foldDocument(
  { title: '', text: 'Học sinh vùng cao nghỉ học vì đường sạt lở' },
  models.lexicon.languages.vi.spelling,
)
const scoresOf = (score: number, any?: number) =>
  ({ ...Object.fromEntries(conventionIds.map((id) => [id, score])), ...(any !== undefined && { any }) }) as Scores
const score = fc.double({ min: -20, max: 20, noNaN: true })

describe('the stack', () => {
  it('is there for all judges together and for the linear model alone', () => {
    expect(Object.keys(models.stacks?.sets ?? {}).sort()).toEqual(['lexicon+linear', 'linear'])
  })

  it.each(shippedJudges)('never gives a lower probability for a higher score of %s', (name: JudgeName) => {
    const stack = models.stacks?.sets[shippedJudges.join('+')]
    fc.assert(
      fc.property(score, score, score, fc.constantFrom(...conventionIds), (one, other, rest, convention) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const chance = (own: number) => {
          const scores = { lexicon: scoresOf(rest), linear: scoresOf(rest, rest), [name]: scoresOf(own, own) }
          return sigmoid(dot(stack?.[convention].weights ?? [], stackInputs(convention, scores, doc)))
        }
        expect(chance(high)).toBeGreaterThanOrEqual(chance(low) - 1e-12)
      }),
    )
  })

  it('has as many weights as inputs, and thresholds between 0 and 1', async () => {
    const { stacks } = await readLearned()
    const lexicon = scoresOf(1)
    const linear = scoresOf(1, 1)
    for (const [names, stack] of Object.entries(stacks?.sets ?? {}))
      for (const convention of conventionIds) {
        const inputs = stackInputs(convention, names === 'linear' ? { linear } : { lexicon, linear }, doc)
        expect(stack[convention].weights).toHaveLength(inputs.length)
        expect(stack[convention].threshold).toBeGreaterThan(0)
        expect(stack[convention].threshold).toBeLessThan(1)
      }
  })
})
