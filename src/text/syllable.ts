// Syllables: whether letters without diacritics could be one syllable of Vietnamese.

const onset = '(?:ngh?|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdghklmnpqrstvx])?'
const rhyme =
  '(?:(?:a|o|u|i|e|oa|oe|ua|ue|uy|uo|ie|ye|uye|oo)(?:ch|ng|nh|[cmnpt])?|y|ai|ao|au|ay|eo|eu|ia|iu|oi|oai|oay|oao|oeo|ua|ui|uu|uay|uoi|uou|uya|uyu|ieu|yeu|ya|yt|ynh)'
const syllable = new RegExp(`^${onset}${rhyme}$`)
const known = new Map<string, boolean>()

/** `folded` is one word in lower case without diacritics; loan syllables such as "xoong" count. */
export function isSyllable(folded: string): boolean {
  if (folded.length > 7) return false
  const before = known.get(folded)
  if (before !== undefined) return before
  const answer = syllable.test(folded)
  if (known.size < 20_000) known.set(folded, answer)
  return answer
}
