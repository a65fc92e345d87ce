// Headline: what stands above a post, which has none: its first sentence.
import { excerpt } from './excerpt.ts'

const mostChars = 120

/** A stop after two small letters, a figure or a closing mark: not the one of "TP." or "1.", nor the first of a list. */
const firstSentence = /^.{14,}?(?:(?:\p{Ll}{2}|[\p{N}\])”"’%])\.|[!?…])+["”’)]*(?=\s)|^.+?[。！？]/su

/** The first sentence of the first line with a letter in it, at most 120 characters; empty for a text without letters. */
export function headlineOf(text: string): string {
  const line = text.split('\n').find((each) => /\p{L}/u.test(each)) ?? ''
  return excerpt(firstSentence.exec(line)?.[0] ?? line, mostChars)
}
