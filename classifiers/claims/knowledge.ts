// Knowledge: fact-checks and evidence, read once, ready to be searched and held against what is said.
import type { Evidence, FactCheck } from '../../src/model/claim.ts'
import { ofKind, type Said } from './compare.ts'
import { buildIndex, type MatchIndex } from './index.ts'
import { type Rating, readRating } from './ratings.ts'
import { type Range, splitSentences } from './sentences.ts'
import { type Read, readSlots, type SlotContext } from './slots.ts'
import { contentWords } from './words.ts'

export type KnownFactCheck = {
  readonly factCheck: FactCheck
  readonly rating: Rating
  readonly claim: Said & Read
  readonly explanation: Said
}
/** One sentence of a piece of evidence, with what the whole says of place and time. */
export type KnownSentence = { readonly evidence: Evidence; readonly said: Said & Read; readonly whole: Said }

export type Knowledge = {
  readonly context: SlotContext
  readonly factChecks: readonly KnownFactCheck[]
  readonly byClaim: MatchIndex
  readonly sentences: readonly KnownSentence[]
  readonly bySentence: MatchIndex
}

/** Reads everything once: about a second for 10,000 fact-checks. Pure. */
export function prepareKnowledge(
  evidence: readonly Evidence[],
  factChecks: readonly FactCheck[],
  context: SlotContext,
): Knowledge {
  const read = (text: string, published: string): Read & Said => ({ text, ...readSlots(text, published, context) })
  const checked = factChecks.map((factCheck) => {
    const claim = read(factCheck.claimReviewed, factCheck.published ?? '')
    const explanation = read(factCheck.explanation, factCheck.published ?? '')
    return { factCheck, rating: readRating(factCheck.rating), claim, explanation }
  })
  const sentences = evidence.flatMap((one) => {
    const inText = read(one.text, one.published)
    const whole = ofKind(inText.slots, 'place').length > 0 ? inText : withPublisher(inText, one, context)
    return splitSentences(one.text, true).map((sentence) => {
      const said = read(one.text.slice(sentence.start, sentence.end), one.published)
      return { evidence: one, said: withNextPart(said, one.text, sentence, inText), whole }
    })
  })
  return {
    context,
    factChecks: checked,
    byClaim: buildIndex(
      checked.map(({ factCheck, claim }) => ({
        ...{ claim: factCheck.claimReviewed, detail: factCheck.explanation },
        ...{ language: factCheck.lang, features: featuresOf(claim) },
      })),
    ),
    sentences,
    bySentence: buildIndex(
      sentences.map(({ evidence: { lang }, said }) => ({
        ...{ claim: said.text, detail: '' },
        ...{ language: lang, features: featuresOf(said) },
      })),
    ),
  }
}

/** A notice that names no place speaks of its publisher's. */
function withPublisher(read: Read & Said, { publisher, published }: Evidence, context: SlotContext): Said {
  return { text: read.text, slots: [...read.slots, ...ofKind(readSlots(publisher, published, context).slots, 'place')] }
}

/** "7 were injured; nobody was killed": a part that says nothing of how it went is read with the part beside it. */
function withNextPart(said: Read & Said, text: string, { end }: Range, whole: Said): Read & Said {
  if (text[end - 1] !== ';' || ofKind(said.slots, 'polarity').length > 0) return said
  const nextEnd = text.indexOf('.', end)
  const beside = ofKind(whole.slots, 'polarity').filter(
    ({ start, value }) => start >= end && (nextEnd < 0 || start < nextEnd) && value !== 'not',
  )
  return { ...said, slots: [...said.slots, ...beside] }
}

/** Groups of people and bodies stand in many claims; what a claim is about, its numbers and documents in few. */
const featureKinds: ReadonlySet<string> = new Set([
  'quantity',
  'date',
  'place',
  'document',
  'eligibility',
  'institution',
])
/** Days and months are read as dates; a capital that only opens a sentence makes no name. */
const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|(?:Septem|Octo|Novem|Decem)ber)$/
const opening = /(?:^|[.!?]\s+)\p{Lu}[\p{Script=Latin}\p{M}\d-]{2,}(?!\s+\p{Lu})/gu
const latinName = /(?<![\p{L}])\p{Lu}[\p{Script=Latin}\p{M}\d-]{2,}/gu

/** What a text names, the same in every language: terms, numbers, days, places, documents, names in Latin letters. */
export function featuresOf({ text, slots, terms }: Said & Read): string[] {
  const named = terms.filter(({ kind }) => kind === 'subjects').map(({ name }) => `term ${name}`)
  const values = slots
    .filter(({ kind }) => featureKinds.has(kind))
    .map(({ kind, value }) => `${kind} ${value.replace(/^[<>~]/, '')}`)
  const capitals = text.replace(opening, ' ').matchAll(latinName)
  const names = Array.from(capitals).flatMap(([name]) =>
    calendar.test(name) ? [] : contentWords(name).map((word) => `name ${word}`),
  )
  return [...new Set([...named, ...values, ...names])]
}
