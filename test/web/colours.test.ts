import { describe, expect, test } from 'vitest'
import { conventionIds } from '../../src/model/convention.ts'
import { conventionColours, surfaces } from '../../web/src/conventions/colours.ts'

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  const { page, raised, text } = surfaces[scheme]

  test.each(conventionIds)('%s can be told from the page, and text can be read on it', (id) => {
    const { solid, tint } = conventionColours[id][scheme]
    for (const surface of [page, raised]) expect(contrast(solid, surface)).toBeGreaterThanOrEqual(3)
    expect(contrast(text, tint)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(solid, tint)).toBeGreaterThanOrEqual(2.5)
  })

  test('every convention has a colour of its own', () => {
    expect(new Set(conventionIds.map((id) => conventionColours[id][scheme].solid)).size).toBe(conventionIds.length)
  })
})
