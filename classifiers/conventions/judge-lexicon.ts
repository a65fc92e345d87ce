// The first judge: what the lexicon's rules say of a text.
import type { FoldedDoc } from './document.ts'
import { lettersPerWord } from './document.ts'
import type { Evidence } from './evidence.ts'
import type { CompiledLexicon, CompiledRule, Models } from './lexicon.ts'
import { type Found, findConcepts, type Hit } from './phrases.ts'
import { type Firing, fireRules } from './rules.ts'

/** What the second and third firing of one rule count, beside the first. */
const repeats = [1, 0.3, 0.15]

export function judgeByLexicon(doc: FoldedDoc, { lexicon }: Models): Evidence[] {
  const found = findConcepts(doc, lexicon)
  if (found.size === 0) return []
  const stretch = lettersPerWord[doc.language]
  const firings = fireRules(lexicon.rules, found, stretch)
  return [...weigh(firings, doc, stretch), ...speakAgainst(firings, found, doc, lexicon)]
}

function weigh(firings: readonly Firing[], doc: FoldedDoc, stretch: number): Evidence[] {
  const count = new Map<CompiledRule, number>()
  return firings.map(({ rule, spans }) => {
    const turn = count.get(rule) ?? 0
    count.set(rule, turn + 1)
    const first = Math.min(...spans.map((span) => span.from))
    return {
      convention: rule.convention,
      article: rule.article,
      rule: rule.id,
      weight: rule.weight * (repeats[turn] ?? 0) * weightOfPlace((first - doc.titleWords) / stretch),
      spans: spans.map((span) => offsetsOf(span, doc)),
    }
  })
}

/**
 * What an item is about stands in its title and lead; deep in a long text a phrase is mostly a mention. Full weight for
 * the first 60 words of the text, then falling to 0.45 at 300.
 */
function weightOfPlace(wordsIntoText: number): number {
  return 1 - 0.55 * Math.min(1, Math.max(0, (wordsIntoText - 60) / 240))
}

/** Sport, shopping and the like speak against a tag, unless a rule that they cannot explain has fired for it. */
function speakAgainst(firings: readonly Firing[], found: Found, doc: FoldedDoc, lexicon: CompiledLexicon): Evidence[] {
  const against = [...lexicon.contexts].flatMap(([concept, take]) => {
    const hits = found.get(concept) ?? []
    const distinct = new Set(hits.map(({ from, to }) => doc.words.slice(from, to).join(' '))).size
    const [first] = hits
    // One word may stand there by chance ("filmed the protest"); from two on they make a subject.
    return first && distinct > 1
      ? [{ rule: lexicon.concepts[concept] ?? '', take: take * Math.min(4, distinct), first }]
      : []
  })
  const loose = new Set(firings.map(({ rule }) => rule.convention))
  for (const { rule } of firings) if (rule.isFirm) loose.delete(rule.convention)
  return [...loose].flatMap((convention) =>
    against.map(({ rule, take, first }) => ({
      convention,
      article: null,
      rule,
      weight: -take,
      spans: [offsetsOf(first, doc)],
    })),
  )
}

function offsetsOf({ from, to }: Hit, { start, end }: FoldedDoc): { start: number; end: number } {
  return { start: start[from] ?? 0, end: end[to - 1] ?? 0 }
}
