import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAutomaton, scan } from '../../../classifiers/conventions/automaton.ts'

function findAll(patterns: readonly (readonly number[])[], words: readonly number[]): string[] {
  const out: string[] = []
  scan(buildAutomaton(patterns), Int32Array.from(words), (pattern, from, to) => out.push(`${pattern}:${from}-${to}`))
  return out.sort()
}

describe('scan', () => {
  it('finds overlapping and nested phrases', () => {
    expect(findAll([[1, 2], [2, 3], [1, 2, 3], [2]], [1, 2, 3])).toEqual(['0:0-2', '1:1-3', '2:0-3', '3:1-2'])
  })

  it('finds what a plain search finds, and nothing else', () => {
    const word = fc.integer({ min: 0, max: 4 })
    const phrase = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 6 }), fc.array(word, { maxLength: 20 }), (patterns, words) => {
        const expected = patterns.flatMap((pattern, number) =>
          words.flatMap((_, from) =>
            pattern.every((one, i) => words[from + i] === one) ? [`${number}:${from}-${from + pattern.length}`] : [],
          ),
        )
        expect(findAll(patterns, words)).toEqual(expected.sort())
      }),
    )
  })
})
