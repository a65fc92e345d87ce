// Counts which words and pairs of words stand in many texts, in the labelled examples, for telling stories apart:
// `node scripts/common-words.ts` writes classifiers/models/common-words.json.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readExamples } from '../classifiers/load.ts'
import { tokens } from '../src/text/normalize.ts'

/** Words of an article's opening, for which the shares are reckoned; examples are shorter. */
const articleWords = 250
/** Rarer ones are told apart by the articles themselves. */
const leastShare = 0.03
const fewestTexts = 4

const shares = new Map<string, number>()
const byLanguage = Map.groupBy((await readExamples()).examples, ({ lang }) => lang)
for (const examples of byLanguage.values()) {
  const counts = new Map<string, number>()
  let length = 0
  for (const { text } of examples) {
    const words = tokens(text)
    length += words.length
    const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`)
    for (const feature of new Set([...words, ...pairs])) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const timesLonger = (articleWords * examples.length) / length
  for (const [feature, count] of counts) {
    const share = 1 - (1 - count / examples.length) ** timesLonger
    if (count >= fewestTexts && share >= leastShare) shares.set(feature, Math.max(share, shares.get(feature) ?? 0))
  }
}
const sorted = [...shares].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
const rounded = Object.fromEntries(sorted.map(([feature, share]) => [feature, Math.round(share * 100) / 100]))
writeFileSync(
  fileURLToPath(new URL('../classifiers/models/common-words.json', import.meta.url)),
  `${JSON.stringify(rounded, null, 0)}\n`,
)
console.log(`${sorted.length} words and pairs`)
