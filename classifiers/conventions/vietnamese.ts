// What Vietnamese spelling allows: which marks may stand for which, and which misread syllables can be mended.

const onsets = 'ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x'
const rimes =
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|em|en|eng|eo|ep|et|ech|enh|eu|i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu|' +
  'o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oc|oe|oen|oeo|oet|oi|om|on|ong|oong|op|ot|' +
  'u|ua|uan|uang|uat|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet|uynh|uyt|' +
  'y|yem|yen|yeng|yet|yeu'
const syllable = new RegExp(`^(?:${onsets})?(?:${rimes})$`)

/** Whether a folded word can be a Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  return syllable.test(word)
}

/** Both "kỹ" and "kĩ", "lý" and "lí" are written: one spelling for a lone y after these letters. */
export function unifyY(word: string): string {
  return /^[hklmstv]y$/.test(word) ? `${word[0]}i` : word
}

const tones: Readonly<Record<string, string>> = {
  '\u0300': '1',
  '\u0301': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
}
const qualities: Readonly<Record<string, string>> = { '\u0302': '1', '\u0306': '2', '\u031b': '3' }
const known = new Map<string, string>()

/** Marks of a word: its tone, then a digit a letter (none, circumflex, breve, horn, stroke). "hoà" and "hòa" agree. */
export function marksOf(word: string): string {
  const cached = known.get(word)
  if (cached !== undefined) return cached
  let tone = '0'
  let letters = ''
  for (const unit of word.toLowerCase().normalize('NFD')) {
    if (tones[unit]) tone = tones[unit]
    else if (qualities[unit]) letters = letters.slice(0, -1) + qualities[unit]
    else letters += unit === 'đ' ? '4' : '0'
  }
  if (known.size < 50_000) known.set(word, tone + letters)
  return tone + letters
}

/**
 * Whether a word carries marks that Vietnamese spelling forbids, as scanners leave them: a syllable that ends in c, ch, p
 * or t without its sharp or heavy tone, or "ie", "ye", "uo" before a consonant without the marks that belong there.
 */
export function isMismarked(word: string): boolean {
  let wrong = mismarked.get(word)
  if (wrong === undefined) {
    wrong = breaksSpelling(word)
    if (mismarked.size < 50_000) mismarked.set(word, wrong)
  }
  return wrong
}

const mismarked = new Map<string, boolean>()

function breaksSpelling(word: string): boolean {
  const [tone = '0', ...letters] = marksOf(word)
  const bare = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
  if (!isSyllable(bare)) return false
  if (/(?:c|ch|p|t)$/.test(bare) && tone !== '2' && tone !== '5') return true
  const pair = /(?:ie|ye|uo)(?=[cmnptu])/.exec(bare)
  return pair !== null && pair.index + 1 < letters.length && letters[pair.index + 1] === '0'
}

export type Fit = 'equal' | 'lacking' | 'different'

/** How the marks in a text stand to those of a term: the same, some left out, or other ones. */
export function compareMarks(found: string, wanted: string): Fit {
  if (found === wanted) return 'equal'
  let fit: Fit = 'equal'
  for (let i = 0; i < wanted.length; i++) {
    if (found[i] === wanted[i]) continue
    if (found[i] !== '0') return 'different'
    fit = 'lacking'
  }
  return fit
}

/** What scanners take for what; the left is what stands in the text. */
export const misread: readonly (readonly [string, string])[] = [
  ['d', 'o'],
  ['0', 'o'],
  ['6', 'o'],
  ['y', 'u'],
  ['1', 'l'],
  ['1', 'i'],
  ['l', 'i'],
  ['i', 'l'],
  ['l', 't'],
  ['rn', 'm'],
  ['m', 'rn'],
  ['nh', 'm'],
  ['ti', 'u'],
  ['ii', 'u'],
  ['im', 'ung'],
  ['di', 'oi'],
  ['d', 'a'],
  ['c', 'e'],
  ['e', 'c'],
  ['5', 's'],
  ['8', 'b'],
  ['9', 'g'],
  ['h', 'n'],
  ['n', 'h'],
  ['vv', 'w'],
  ['cl', 'd'],
  ['p', 'd'],
  ['aa', 'ua'],
  ['u', 'i'],
  ['t', 'l'],
  ['rg', 'ng'],
  ['xu', 'xa'],
]

/** A word that no Vietnamese syllable can be, read as the known word it was most likely scanned from; else null. */
export function mendMisread(word: string, isKnown: (word: string) => boolean): string | null {
  if (word.length < 2 || word.length > 8 || isSyllable(word) || /^\d+$/.test(word)) return null
  const once = misreadings(word)
  return once.find(isKnown) ?? once.flatMap(misreadings).find(isKnown) ?? null
}

function misreadings(word: string): string[] {
  const out: string[] = []
  for (const [seen, meant] of misread)
    for (let at = word.indexOf(seen); at >= 0; at = word.indexOf(seen, at + 1))
      out.push(word.slice(0, at) + meant + word.slice(at + seen.length))
  return out
}
