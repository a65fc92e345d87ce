import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { overviewChart, renderPng, trendChart } from '../../src/reports/charts.ts'
import { assertDrawable, fontFiles, readCodePoints } from '../../src/reports/font.ts'
import { labels } from '../../src/reports/wording.ts'
import { emptyRows, sampleReport } from './sample.ts'

const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
/** Every Vietnamese vowel with every tone, đ, the other letters, in both cases. */
const vietnamese = [...'aăâeêioôơuưy'].flatMap((vowel) => marks.map((mark) => (vowel + mark).normalize('NFC')))
const alphabet = [...vietnamese, ...'bcdđfghjklmnpqrstvwxz'].flatMap((letter) => [letter, letter.toUpperCase()])

describe('the font', () => {
  it('has 72 Vietnamese vowels, each as one character', () => {
    expect(new Set(vietnamese).size).toBe(72)
    expect(vietnamese.every((letter) => [...letter].length === 1)).toBe(true)
  })

  it.each(fontFiles)('%s has every Vietnamese letter, digit and sign that a report needs', (file) => {
    const known = readCodePoints(readFileSync(file))
    const needed = [...alphabet, ...'0123456789.,:;/()%+-–−…“”'].map((letter) => letter.codePointAt(0) ?? 0)
    expect(needed.filter((point) => !known.has(point))).toEqual([])
  })

  it('draws every label, and says loudly what it cannot draw', () => {
    for (const words of Object.values(labels))
      expect(() => assertDrawable(Object.values(words).join(' '))).not.toThrow()
    expect(() => assertDrawable('ກ')).toThrow('U+0E81')
  })
})

describe('charts', () => {
  it('become PNG pictures three times their size', () => {
    const chart = overviewChart(sampleReport('vi'))
    if (!chart) throw new Error('no chart')
    const png = Buffer.from(renderPng(chart))
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([chart.width * 3, chart.height * 3])
    expect(() => renderPng({ ...chart, svg: chart.svg.replace('ICESCR', 'ສິດ') })).toThrow('no glyph')
  })

  it('are not drawn from nothing', () => {
    const model = sampleReport('vi', emptyRows)
    expect(overviewChart(model)).toBeNull()
    for (const section of model.conventions) expect(trendChart(model, section)).toBeNull()
  })

  it('show a day without data apart from a day without items', () => {
    const model = sampleReport('vi')
    const ccpr = model.conventions[0]
    const chart = ccpr && trendChart(model, ccpr)
    expect(chart?.alt).toContain('17/11: 0')
    expect(chart?.alt).toContain('19/11: không có dữ liệu')
    expect(chart?.svg).toContain('dữ liệu')
  })
})
