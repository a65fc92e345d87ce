// Leaves what is written in a language: addresses, handles, tags, redaction's placeholders and codes are in none.

const foreignToLanguage = [
  /(?:https?:\/\/|www\.)\S+/gi,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,200}/gu,
  /(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,5}(?:com|net|org|gov|edu|info|vn|la|kh|th|cn|fr|io|me|ly|be)\b(?:\/\S*)?/gi,
  /\[[a-z_]{2,20}\]/g,
  /(?<![\p{L}\p{N}])[@#][\p{L}\p{M}\p{N}_.]+/gu,
  /<[^<>\n]{1,200}>|&#?[a-z0-9]{2,8};/gi,
  /:[a-z_]{3,20}:/g,
]
/** A cheap look whether any of the above can occur. */
const mayHold = /[@#[<&]|:\/\/|\.\p{L}|:\p{L}/u

/** `text` with a space in the place of each such stretch. */
export function stripCodes(text: string): string {
  if (!mayHold.test(text)) return text
  return foreignToLanguage.reduce((rest, pattern) => rest.replace(pattern, ' '), text)
}
