// In which of the eight languages a text is written; `und` where it is in none of them or too short to tell.
import type { Language } from '../src/model/language.ts'
import { unmask } from '../src/text/unmask.ts'
import { type Answer, identifyLatin } from './language/latin.ts'
import { countScripts, type Script, type ScriptWords, scriptNames } from './language/script-words.ts'
import { stripCodes } from './language/strip.ts'

/** The beginning of a text tells its language; more would only cost time. */
const readUnits = 4000
const latinWords = /(?=\p{Script=Latin})[\p{Script=Latin}\p{M}’']+/gu
const bareApostrophes = /^['’]+|['’]+$/g
/** Names and brands stand in Latin letters in texts of any script. */
const nameWeight = 0.5
const isCapital = /^\p{Lu}/u
/** Below this many words no script tells a language: one Chinese character, one Thai letter. */
const leastWords = 0.4

/**
 * The dominant language of `text`, with a confidence from 0 to 1.
 * `hint` is an ISO 639 code that a feed or page states; it decides only where the text leaves a doubt.
 */
export function identify(text: string, hint?: string | null): { language: Language; confidence: number } {
  const seen = stripCodes(unmask(text.normalize('NFC').slice(0, readUnits)).text)
  const words = cutLatinWords(seen)
  const scripts = countScripts(
    seen,
    words.reduce((sum, word) => sum + (isCapital.test(word) ? nameWeight : 1), 0),
  )
  const script = dominantScript(scripts)
  if (script === null) return { language: 'und', confidence: 1 }
  const named = readHint(hint)
  return script === 'latin' ? identifyLatin(words, named) : identifyScript(script, scripts, named)
}

function cutLatinWords(text: string): string[] {
  const words: string[] = []
  for (const [word] of text.matchAll(latinWords)) words.push(word.replace(bareApostrophes, '').replaceAll('’', "'"))
  return words
}

function dominantScript(words: ScriptWords): Script | null {
  let best: Script | null = null
  for (const script of scriptNames) if (words[script] > (best === null ? 0 : words[best])) best = script
  return best
}

const languageOf: Partial<Record<Script, Language>> = { lao: 'lo', khmer: 'km', thai: 'th', han: 'zh' }

function identifyScript(script: Script, words: ScriptWords, hint: string | null): Answer {
  const language = languageOf[script]
  if (language === undefined) return { language: 'und', confidence: 0.95 }
  const share = words[script] / scriptNames.reduce((sum, name) => sum + words[name], 0)
  if (words[script] < leastWords || (script === 'han' && !isChinese(words, hint)))
    return { language: 'und', confidence: 0.8 }
  return { language, confidence: Math.min(0.99, 0.5 + share / 2) }
}

/** Japanese mixes in kana, Nôm rare characters, both their own; one kana as an ornament ("の") is common in Chinese. */
function isChinese(words: ScriptWords, hint: string | null): boolean {
  if (hint === 'ja' || hint === 'ko') return false
  if (words.han < 1 && hint !== 'zh') return false
  return words.kana < words.han * 0.15 && words.foreignHan < 0.03
}

/** "zh-Hans", "eng" and "vi_VN" as the codes that the product uses; null for none. */
function readHint(hint: string | null | undefined): string | null {
  const code = hint?.trim().toLowerCase().split(/[-_]/)[0] ?? ''
  return threeLetters[code] ?? (code === '' ? null : code)
}

const threeLetters: Readonly<Record<string, string>> = {
  vie: 'vi',
  eng: 'en',
  zho: 'zh',
  chi: 'zh',
  cmn: 'zh',
  lao: 'lo',
  khm: 'km',
  tha: 'th',
  fra: 'fr',
  fre: 'fr',
  mww: 'hmn',
  hnj: 'hmn',
  jpn: 'ja',
  kor: 'ko',
}
