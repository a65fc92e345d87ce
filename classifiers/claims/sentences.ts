// Cuts a text into sentences and a sentence into clauses, in eight languages and in posts without punctuation.

/** Offsets in UTF-16 units, `end` exclusive. */
export type Range = { readonly start: number; readonly end: number }

const pictures = String.raw`\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f\s]*`
/** Stops of all scripts, line breaks, rows of emoji, and the particles that end a Thai sentence before a space. */
const boundary = new RegExp(
  String.raw`[.!?…]+["”’»)\]]*(?:\s*${pictures})?(?=\s|$|\p{Lu}|\p{Extended_Pictographic})|[。！？]+["”’」』]*|[!?]+(?=\p{Lo})|[។៕]|;(?=\s)|\n\s*|${pictures}|(?:ครับ|ค่ะ|นะคะ)(?=\s)|(?<=[\u0e00-\u0eff])\s{2,}`,
  'gu',
)
/** ICU's sentence breaker knows none of them, nor a post that goes on in small letters after a stop. */
const abbreviation =
  /(?:^|[\s("“])(?:\p{Lu}|TP|TT|TX|P\.?GS|GS|TSK?H?|ThS|CN|KS|BS|LS|[Tt]r|St|Mr|Mrs|Ms|Dr|Prof|No|vs|etc|al|art|Art|fig|Inc|Ltd|Co|Jr|Sen|Rep|Gov|Gen|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|MM?|Mme|v\.v|[a-z]\.[a-z]|U\.S|U\.N|đ|ng|stt)$/u
const listNumber = /(?:^|\n)\s*(?:\d{1,2}|[IVX]+)$/

/** Sentences of `text` without the white space around them. `isWrapped`: a page's line may break within a sentence. */
export function splitSentences(text: string, isWrapped: boolean): Range[] {
  const out: Range[] = []
  let start = 0
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length
    if (match.index < start || continues(text, match, start, isWrapped)) continue
    out.push({ start, end })
    start = end
  }
  out.push({ start, end: text.length })
  return out.map((range) => trim(text, range)).filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
}

/** A page breaks lines at about this length; a shorter line was ended by its writer. */
const wrappedLine = 50

/** Whether the sentence goes on behind what looks like its end. */
function continues(text: string, { 0: sign, index: at }: RegExpExecArray, start: number, isWrapped: boolean): boolean {
  const before = text.slice(Math.max(start, at - 12), at)
  const goesOnSmall = /^\s*\p{Ll}/u.test(text.slice(at + sign.length, at + sign.length + 4))
  if (sign.startsWith('\n')) return isWrapped && goesOnSmall && at - text.lastIndexOf('\n', at - 1) > wrappedLine
  if (/^(?:\.{2,}|…)/.test(sign)) return goesOnSmall
  return sign === '.' && (abbreviation.test(before) || listNumber.test(before))
}

const cut =
  /(?<!\d)[,:](?!\/\/)|(?<=\d)[,:](?!\d)|[，、；：;()“”"—–…]|\.{2,}|\s-\s|(?<=[\u0e00-\u0eff])\s(?=[\u0e00-\u0eff])/gu

/** Clauses of a sentence: between commas and the like. */
export function splitClauses(sentence: string): Range[] {
  const cuts = Array.from(sentence.matchAll(cut), (match) => match.index + match[0].length)
  let start = 0
  const ranges = [...cuts, sentence.length].map((end) => {
    const range = trim(sentence, { start, end })
    start = end
    return range
  })
  return ranges.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(sentence.slice(start, end)))
}

/** A range without the white space at its ends. */
export function trim(text: string, { start, end }: Range): Range {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return { start: from, end: to }
}
