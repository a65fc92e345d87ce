// Light stemming for English and French: endings that carry no meaning here, so that a lexicon lists a word once.

/** English: plural, -ed, -ing and a final e ("abuse", "abused", "abusing" are one). Short words stay as they are. */
export function stemEnglish(word: string): string {
  if (word.length < 4) return word
  let stem = word
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`
  else if (stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1)
  const bare = stem.replace(/(?:ing|ed)$/, '')
  if (bare !== stem && bare.length >= 4 && /[aeiouy]/.test(bare)) {
    stem = bare.replace(/i$/, 'y').replace(/([bdgmnprt])\1$/, '$1')
  } else if (stem.length > 4) stem = stem.replace(/(?:ied)$/, 'y')
  return stem.length > 4 ? stem.replace(/e$/, '') : stem
}

/** French, folded: plural and feminine endings ("arrêtées", "arrêté" are one). */
export function stemFrench(word: string): string {
  if (word.length < 4) return word
  const singular = word.replace(/aux$/, 'al').replace(/[sx]$/, '')
  return singular.length > 3 ? singular.replace(/e+$/, '') : singular
}
