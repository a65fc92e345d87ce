// Words of a text as claims are compared by: what a quotation of a post carries around it gone, folded, stemmed, no stop words.
import { fold, tokens } from '../../src/text/normalize.ts'
import { stemEnglish } from '../conventions/stem.ts'
import { stopWords } from './stop-words.ts'

/** "— Name (@handle) January 6, 2020": how a post is quoted says nothing about what it claims. */
const quotedTail = /\s+[—–-]+\s*[^—\n]{0,80}\(@\w+\)[^—\n]{0,40}$/u
/** Addresses, also where a space is missing before them ("Iranpic.example.com/x"). */
const addresses = /https?:\/\/\S+|(?:www|pic)\.[\w-]+\.\S+|\b[\w-]+\.(?:com|net|org|vn|me|ly|gl|co)\/\S*/giu
const accounts = /(?<![\p{L}\p{N}])@[\w.]+/gu
const hashTags = /[#＃]([\p{L}\p{N}_]+)/gu
/** "StayHome", "COVID19", "stay_home": where a tag's words meet. */
const joints = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|_+/gu
/** "1.200" and "1,200" are 1200. */
const groupedDigits = /(?<=\d)[.,](?=\d{3}(?!\d))/g

/** The text without addresses, handles and the tail of a quotation; tags are split into words. */
export function cleanQuotation(text: string): string {
  return text
    .trim()
    .replace(quotedTail, '')
    .replace(addresses, ' ')
    .replace(accounts, ' ')
    .replace(hashTags, (_, tag: string) => ` ${tag.replace(joints, ' ')} `)
}

/** Words in reading order, for a cleaned text. */
export function contentWords(cleaned: string): string[] {
  return tokens(cleaned.replace(groupedDigits, ''))
    .filter((word) => !stopWords.has(word))
    .map(stemEnglish)
}

/** The folded text with one space between words: what its character n-grams are cut from. */
export function joinLetters(cleaned: string): string {
  return ` ${(fold(cleaned.replace(groupedDigits, '')).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ')} `
}

/** 32-bit hashes of all character n-grams of the sizes given (FNV-1a over UTF-16 units). */
export function hashGrams(letters: string, sizes: readonly number[]): Int32Array {
  const out = new Int32Array(sizes.reduce((sum, size) => sum + Math.max(0, letters.length - size + 1), 0))
  let count = 0
  for (const size of sizes)
    for (let from = 0; from + size <= letters.length; from++) {
      let hash = 0x811c9dc5 ^ size
      for (let at = from; at < from + size; at++) hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193)
      out[count++] = hash
    }
  return out
}
