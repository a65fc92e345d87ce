// Instruments: ILO conventions, labour chapters and migrant workers, by rules alone.
import type { InstrumentTag, Reason } from '../../src/model/tag.ts'
import { type FoldedDoc, lettersPerWord } from './document.ts'
import { fireSide, type SideLexicon } from './side-lexicon.ts'

/** Deep in a text an agreement is mostly a mention: it counts half there. */
const leadWords = 60
const threshold = 0.5
const mostReasons = 6

/** The instruments that a text is about, the likeliest first; a rule counts once. */
export function tagInstruments(doc: FoldedDoc, lexicon: SideLexicon): InstrumentTag[] {
  const lead = doc.titleWords + leadWords * lettersPerWord[doc.language]
  const byOwner = Map.groupBy(fireSide(doc, lexicon), ({ rule }) => rule.owner)
  return [...byOwner]
    .map(([instrument, firings]) => {
      const weights = new Map<string, number>()
      const reasons = new Map<number, Reason>()
      for (const { rule, spans } of firings) {
        const weight = rule.weight * (spans.some(({ from }) => from < lead) ? 1 : 0.5)
        weights.set(rule.id, Math.max(weights.get(rule.id) ?? 0, weight))
        for (const { from, to } of spans) {
          const [start, end] = [doc.start[from] ?? 0, doc.end[to - 1] ?? 0]
          const words = doc.original.slice(start, end)
          reasons.set(start, { start, end, words, rule: rule.id, article: null, weight })
        }
      }
      const sum = [...weights.values()].reduce((all, weight) => all + weight, 0)
      const shown = [...reasons.values()].sort((a, b) => a.start - b.start).slice(0, mostReasons)
      return { instrument, score: Math.round(1000 * (1 - 2 ** -sum)) / 1000, reasons: shown }
    })
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score)
}
