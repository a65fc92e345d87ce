// Decode guess: which of the old Vietnamese encodings bytes are in that nobody declared.
import iconv from 'iconv-lite'

type Old = 'windows-1258' | 'viscii' | 'tcvn'

/** An encoding in which the bytes are Vietnamese; null where they are in none, as French and German are not. */
export function guessVietnamese(bytes: Uint8Array): Old | null {
  if (looksLike1258(bytes)) return 'windows-1258'
  const sample = bytes.subarray(0, sampleBytes)
  // Pages that name their fonts may change them between words: their text is read where the elements are known.
  if (namesLegacyFont(iconv.decode(sample, 'latin1'))) return null
  const [best, second] = (['viscii', 'tcvn'] as const)
    .map((name) => ({ name, known: countCommon(iconv.decode(sample, name)) }))
    .toSorted((one, other) => other.known - one.known)
  return best && best.known >= leastCommon && best.known > (second?.known ?? 0) ? best.name : null
}

/** Bytes that windows-1258 uses for grave, hook, tilde, acute and dot below, each after its vowel. */
const toneBytes = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2])
/** a e i o u y, and â ê ô ă ơ ư in both cases as windows-1258 writes them. */
const vowelBytes = new Set([...Buffer.from('aeiouyAEIOUY'), 0xe2, 0xea, 0xf4, 0xe3, 0xf5, 0xfd, 0xc2, 0xca, 0xd4])
for (const byte of [0xc3, 0xd5, 0xdd]) vowelBytes.add(byte)

function looksLike1258(bytes: Uint8Array): boolean {
  const seen = new Set<number>()
  let afterVowel = 0
  let elsewhere = 0
  for (let i = 1; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (!toneBytes.has(byte)) continue
    if (vowelBytes.has(bytes[i - 1] as number)) {
      afterVowel++
      seen.add(byte)
    } else elsewhere++
  }
  // Italian has "può" and "così", but never three different marks after vowels.
  return seen.size >= 3 && afterVowel > elsewhere * 9
}

/** Enough of a page to tell by. */
const sampleBytes = 100_000
const namesLegacyFont = (source: string) => /\.Vn[A-Z]|VNI-[A-Z]/.test(source)

/** Words of any Vietnamese text, each with a mark that tells encodings apart. */
const common = new Set(
  'của và là được có không người một những với đã này để về đến từ dân việc làm năm ngày tại'.split(' '),
)
/** So many different ones hardly ever come about by chance. */
const leastCommon = 3

function countCommon(text: string): number {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  return new Set(words.filter((word) => common.has(word))).size
}
