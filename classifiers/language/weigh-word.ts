// What one word says about the language it is written in.
import { fold } from '../../src/text/normalize.ts'
import { isSyllable } from '../conventions/vietnamese.ts'
import {
  englishLinks,
  englishWords,
  foreignWords,
  frenchLinks,
  frenchWords,
  hmongWords,
  provinceWords,
  vietnameseShorthand,
  vietnameseSyllables,
} from './frequent-words.ts'

/** Signs of one word, or, added up, of a text; each is a count of words. */
export type Signs = {
  /** Syllables with a letter that Vietnamese alone has: đ, ơ, ư or a tone on a vowel such as ấ. */
  marked: number
  /** Of these, the ones with a first capital: names, mostly. */
  markedName: number
  /** Marked like Vietnamese or its neighbours, yet no Vietnamese syllable: Ê Đê, Tày, Yoruba, or words run together. */
  mismarked: number
  /** Could be a Vietnamese syllable, its marks aside; short spellings such as "ko" count. */
  syllable: number
  /** Syllables, marks aside, that are frequent in Vietnamese and rare elsewhere. */
  vietnamese: number
  /** How much likelier the words are in Vietnamese, marks aside, than in another language: a sum of logarithms. */
  odds: number
  province: number
  /** Begins with a capital and says nothing else: a name, the first word of a sentence. */
  name: number
  /** A frequent Hmong word, or one built like it in the Roman alphabet, with a tone letter at its end. */
  toned: number
  /** As above, with a doubled vowel or an onset that only Hmong writes. */
  hmongOnly: number
  hmong: number
  english: number
  french: number
  englishLink: number
  frenchLink: number
  foreign: number
}

export const signNames = [
  'marked',
  'markedName',
  'mismarked',
  'syllable',
  'vietnamese',
  'odds',
  'province',
  'name',
  'toned',
  'hmongOnly',
  'hmong',
  'english',
  'french',
  'englishLink',
  'frenchLink',
  'foreign',
] as const satisfies (keyof Signs)[]

const vietnameseLetter = /[đơưảạấầẩẫậắằẳẵặẻẽẹếềểễệỉịỏọốồổỗộớờởỡợủụứừửữựỷỵỹ]/
/** Marks that other languages have as well. */
const sharedMark = /[àáâãèéêìíòóôõùúýă]/
const frenchElision = /^(?:l|d|qu|j|n|c|s|m|t|jusqu|lorsqu|puisqu)'[aeiouyhâàéèêëîïôœ]/
const englishContraction = /(?:'(?:s|re|ve|ll|d|m)|n't)$/
/** Letters of Ê Đê, Jarai, Bahnar, Yoruba and others beside those that Vietnamese has. */
const neighbourLetter = /[ƀčŏĕĭŭñɓɗŋ]|\p{M}/u
/** Vietnamese spells k before e, i, y and c elsewhere; ngh and gh before e and i. */
const misspelt = /^(?:k[aou]|c[eiy]|g[e]|ngh[aou]|gh[aouy])/
const hmongOnset =
  '(?:nplh|ntxh|ntsh|tsh|txh|nts|ntx|nth|ntr|ntl|nkh|nqh|nch|nrh|nph|npl|plh|hny|hml|hm|hn|hl|ml|nt|nk|nq|nc|nr|np|ny|ts|tx|th|kh|qh|ch|rh|ph|pl|dl|dh|xy|[bcdfghklmnpqrstvxyz])?'
const tonedWord = new RegExp(`^${hmongOnset}(?:(?:ee|oo|aa|ai|au|aw|ia|ua|[aeiouw])[bjvsgmd]|ee|oo|aa)$`)
const hmongShape =
  /^(?:n?ts|n?tx|n[qkprt]h?|hn|hm|hl|npl|xy|q).*[aeiouw][bjvsgmd]$|(?:ee|oo|aa|aw|ia|ua|[^aeiou]w)[bjvsg]$/

/** Shapes that Vietnamese syllables have and hardly another language's words. */
const tellingShape =
  /^ngh?[aeiouy]|^nh|nh$|uo[cimntu]|uong$|uy[eêt]|i[eê]ng|[iy]eu|oa[iy]|uay|^tr(?:uo|ie)|^(?:kh|ph|th)u?[oiu]/
const anyVowel = /[aeiouy]/
/** A word in capitals throughout is a headline's, one with a first capital may be a name. */
const titleCase = /^\p{Lu}(?!\p{Lu})/u

const known = new Map<string, Signs>()

/** `word` is in NFC, without digits or signs. */
export function weighWord(word: string): Signs {
  const before = known.get(word)
  if (before !== undefined) return before
  const signs = readSigns(word)
  if (known.size < 20_000 && word.length < 30) known.set(word, signs)
  return signs
}

function readSigns(original: string): Signs {
  const word = original.toLowerCase()
  const folded = fold(word)
  const hasMark = vietnameseLetter.test(word)
  const isShort = vietnameseShorthand.has(word) || (word.includes('đ') && !anyVowel.test(folded))
  const isWord = isSyllable(folded) && !misspelt.test(folded) && !neighbourLetter.test(word)
  const isRunOn = hasMark && !isWord && isGlued(folded, word)
  const isTitle = titleCase.test(original)
  const isToned = folded === word && tonedWord.test(word)
  const signs = {
    marked: Number(hasMark && (isWord || isRunOn)),
    markedName: Number(hasMark && isTitle && (isWord || isRunOn)),
    mismarked: Number(neighbourLetter.test(word) || (hasMark && !isTitle && !isWord && !isRunOn && !isShort)),
    syllable: Number(isWord || isShort || isRunOn),
    vietnamese: Number(isWord && vietnameseSyllables.has(folded)),
    odds: 0,
    province: Number(provinceWords.has(word)),
    name: 0,
    toned: Number(isToned || hmongWords.has(word)),
    hmongOnly: Number(isToned && hmongShape.test(word)),
    hmong: Number(hmongWords.has(word)),
    english: Number(englishWords.has(word) || englishContraction.test(word)),
    french: Number(frenchWords.has(word) || frenchElision.test(word)),
    englishLink: Number(englishLinks.has(word)),
    frenchLink: Number(frenchLinks.has(word)),
    foreign: Number(foreignWords.has(word) && !(isTitle && isWord)),
  }
  const isName = isTitle && signs.syllable + signs.toned + signs.english + signs.french === 0
  const isTelling = isWord && tellingShape.test(folded)
  return { ...signs, name: Number(isName), odds: weighOdds(signs, isTelling, isTitle, sharedMark.test(word)) }
}

/**
 * Rounded by hand: about every third word of other languages happens to be spelt like a Vietnamese syllable.
 * A capital makes a name likely, and Vietnamese names stand in texts of every language.
 */
function weighOdds(signs: Signs, isTelling: boolean, isTitle: boolean, hasMark: boolean): number {
  if (signs.syllable === 0) return isTitle ? -0.4 : -1.2
  if (isTitle) return 1
  if (signs.vietnamese > 0 || isTelling) return hasMark ? 3 : 2.5
  if (signs.english + signs.french + signs.foreign > 0) return -0.3
  if (signs.marked > 0) return 2.5
  return hasMark ? 1.5 : 1.1
}

/** Two syllables run together, as extraction and scanners leave them: "vụcác". Each must close or carry its onset. */
function isGlued(folded: string, word: string): boolean {
  if (folded.length < 5 || folded.length > 14 || neighbourLetter.test(word)) return false
  for (let cut = 2; cut <= folded.length - 2; cut++) {
    const first = folded.slice(0, cut)
    const second = folded.slice(cut)
    if (isSyllable(first) && isSyllable(second) && !anyVowel.test(second.charAt(0)) && anyVowel.test(first)) return true
  }
  return false
}
