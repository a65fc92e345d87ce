// The language of words in Latin letters: own signs first, eld's character statistics where they leave a doubt.
import { eld } from 'eld/extrasmall'
import type { Language } from '../../src/model/language.ts'
import { type Signs, signNames, weighWord } from './weigh-word.ts'

export type Answer = { readonly language: Language; readonly confidence: number }

const unsure = (confidence: number): Answer => ({ language: 'und', confidence })

/**
 * The language of words in NFC;
 * `hint` decides where the words leave the choice open, and only then.
 */
export function identifyLatin(words: readonly string[], hint: string | null): Answer {
  const signs = addSigns(words)
  const count = words.length
  return (
    judgeMarked(signs, count) ??
    judgeHmong(signs, count) ??
    judgeUnmarked(signs, count) ??
    judgeFrequent(signs, count) ??
    judgeByCharacters(signs, words, hint)
  )
}

/** Signs of all words; `odds` counts a repeated word once, so that laughter and songs prove nothing. */
function addSigns(words: readonly string[]): Signs {
  const sum = Object.fromEntries(signNames.map((name) => [name, 0])) as Signs
  for (const word of words) {
    const signs = weighWord(word)
    for (const name of signNames) sum[name] += signs[name]
  }
  sum.odds = 0
  for (const word of new Set(words)) sum.odds += weighWord(word).odds
  return sum
}

/** Letters that only Vietnamese has decide, unless the words around them are of another language or of a neighbour's. */
function judgeMarked(signs: Signs, count: number): Answer | null {
  if (signs.marked === 0 && signs.mismarked === 0) return null
  if (signs.province > Math.max(1, signs.vietnamese)) return unsure(0.7)
  if (signs.mismarked * 2 > signs.marked) return signs.marked + signs.mismarked > 1 || count < 3 ? unsure(0.7) : null
  const rest = count - signs.marked
  const areNamesAlone = signs.marked === signs.markedName && rest > 1 && signs.syllable - signs.marked < rest * 0.7
  if (areNamesAlone) return null
  const share = signs.marked / count
  const others = signs.english + signs.french + signs.foreign
  if (share >= 0.25 && signs.syllable / count >= 0.5)
    return { language: 'vi', confidence: Math.min(0.99, 0.65 + signs.marked / 10) }
  if (signs.syllable / count >= 0.6 && others < signs.marked + signs.vietnamese)
    return { language: 'vi', confidence: 0.9 }
  return null
}

/** Most words end in a tone letter; some are frequent in Hmong or spelt as only Hmong spells. */
function judgeHmong(signs: Signs, count: number): Answer | null {
  const telling = signs.hmong + signs.hmongOnly
  if (telling < 2 || telling < signs.english + signs.french + signs.foreign) return null
  const share = signs.toned / (count - signs.name / 2)
  return share >= 0.55 ? { language: 'hmn', confidence: Math.min(0.99, 0.4 + share * 0.6) } : null
}

/** Vietnamese without diacritics: word after word is one syllable, and some are syllables of Vietnamese alone. */
function judgeUnmarked(signs: Signs, count: number): Answer | null {
  const mean = signs.odds / count
  if (signs.odds < (count === 1 ? 3 : 3.5) || mean < 0.4) return null
  return { language: 'vi', confidence: Math.min(0.97, 0.5 + signs.odds / 20) }
}

/** Enough words that one of English and French has alone. */
function judgeFrequent(signs: Signs, count: number): Answer | null {
  const least = Math.max(3, count * 0.25)
  if (signs.english >= least && signs.english > 3 * (signs.french + signs.foreign))
    return { language: 'en', confidence: 0.97 }
  if (signs.french >= least && signs.french > 2 * (signs.english + signs.foreign))
    return { language: 'fr', confidence: 0.97 }
  return null
}

/** eld knows sixty languages, so that a text in none of ours mostly goes to another one, and is `und`. */
function judgeByCharacters(signs: Signs, words: readonly string[], hint: string | null): Answer {
  const count = words.length
  const found = eld.detect(words.filter((word) => !isVietnameseName(word)).join(' '))
  const best = found.language
  const evidence = { en: signs.english, fr: signs.french, vi: signs.vietnamese + signs.marked }
  if ((best === 'en' || best === 'fr') && count > 1) {
    const own = evidence[best]
    const rivals = signs.english + signs.french + signs.foreign - own
    const isReliable = found.isReliable() && own >= rivals
    if (own > rivals && (isReliable || own >= Math.max(2, count * 0.12))) return { language: best, confidence: 0.85 }
    const links = best === 'en' ? signs.englishLink : signs.frenchLink
    const isHeadline = count < 6 && (count > 3 || count - signs.name > 1)
    if (isReliable && signs.syllable < count * 0.8 && (isHeadline || links > 0))
      return { language: best, confidence: 0.65 }
  }
  if (best === 'vi' && count >= 3 && signs.syllable >= count * 0.7) return { language: 'vi', confidence: 0.65 }
  if (hint !== null && fitsHint(signs, count, hint, best)) return { language: hint as Language, confidence: 0.5 }
  return unsure(best === '' ? 0.9 : 0.6)
}

/** Names of people and places of Viet Nam stand in texts of every language. */
function isVietnameseName(word: string): boolean {
  const { syllable, english, french } = weighWord(word)
  return syllable > 0 && english + french === 0 && capital.test(word)
}

const capital = /^\p{Lu}/u

/** Whether a text that leaves a doubt can be in the language that its feed or page is said to be in. */
function fitsHint(signs: Signs, count: number, hint: string, best: string): boolean {
  if (hint === 'vi') return signs.syllable === count
  if (hint === 'hmn') return signs.toned >= count * 0.5
  return (hint === 'en' || hint === 'fr') && hint === best && signs.foreign === 0
}
