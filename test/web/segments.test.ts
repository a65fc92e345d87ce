import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectReasons, cutSegments, splitParagraphs, type TaggedReason } from '../../web/src/item/segments.ts'

const reason = (start: number, end: number, convention = 'crc'): TaggedReason => ({
  start,
  end,
  convention,
  words: '',
  rule: `${convention}-${start}-${end}`,
  article: null,
  weight: 1,
})

test('overlapping reasons share the words that both cover', () => {
  const segments = cutSegments('trẻ em khuyết tật', 0, [
    reason(0, 17, 'crpd'),
    reason(0, 6, 'crc'),
    reason(7, 17, 'cat'),
  ])
  expect(segments.map(({ text, reasons }) => [text, reasons.map(({ convention }) => convention)])).toEqual([
    ['trẻ em', ['crpd', 'crc']],
    [' ', ['crpd']],
    ['khuyết tật', ['crpd', 'cat']],
  ])
})

test('offsets count from the title; a reason across two paragraphs marks both', () => {
  const [title, text] = ['Tựa', 'một\n\nhai']
  const marked = splitParagraphs(title, text).map(({ offset, text }) =>
    cutSegments(text, offset, [reason(5, 11)]).map((segment) => [segment.text, segment.reasons.length]),
  )
  expect(marked).toEqual([
    [
      ['m', 0],
      ['ột', 1],
    ],
    [
      ['ha', 1],
      ['i', 0],
    ],
  ])
})

test('whatever the offsets are, the text stays whole and every mark lies inside its reason', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: -9, max: 60 }), fc.integer({ min: -9, max: 60 })))
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 30 }), spans, (text, offset, pairs) => {
      const segments = cutSegments(
        text,
        offset,
        pairs.map(([start, end]) => reason(start, end)),
      )
      expect(segments.map((segment) => segment.text).join('')).toBe(text)
      for (const { start, text: part, reasons } of segments)
        for (const each of reasons) expect(each.start <= start && start + part.length <= each.end).toBe(true)
    }),
  )
})

test('paragraphs stand where they stand in title and text', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (title, lines) => {
      const whole = `${title}\n${lines.join('\n')}`
      for (const { offset, text } of splitParagraphs(title, lines.join('\n')))
        expect(whole.slice(offset, offset + text.length)).toBe(text)
    }),
  )
})

test('reasons keep the convention of their tag', () => {
  const { convention, ...plain } = reason(0, 3)
  expect(
    collectReasons([{ convention: 'cat', articles: [], direction: null, score: 1, reasons: [plain] }])[0]?.convention,
  ).toBe('cat')
  expect(convention).toBe('crc')
})
