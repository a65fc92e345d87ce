// The third judge: logistic regression on a text's embedding, fitted on this machine. The embedding comes from outside.
import { z } from 'zod'
import { type ConventionId, conventionIds } from '../../src/model/convention.ts'
import { lettersPerWord } from './document.ts'
import type { Findings, Opinion } from './evidence.ts'
import type { Models } from './lexicon.ts'

/** "any": whether a right is at stake at all, whichever it is. */
export const transformerHeads = [...conventionIds, 'any'] as const

const numbers = z.array(z.number())
const stack = z.record(z.enum(conventionIds), z.object({ weights: numbers.readonly(), threshold: z.number() }))

export const transformerHeadSchema = z.object({
  id: z.string(),
  /** A row for each of `transformerHeads`, as long as an embedding. */
  weights: z.array(numbers).length(transformerHeads.length),
  biases: numbers.length(transformerHeads.length),
  /** A stack for each set of judges that this one is part of. */
  sets: z.record(z.string(), stack),
})
export type TransformerHead = z.output<typeof transformerHeadSchema>

/** The text that is embedded: title and lead. The model cuts it again, at 256 tokens. */
export function embeddedText({ title, text }: { readonly title: string; readonly text: string }): string {
  return `${title}\n${text}`.trim().slice(0, mostChars)
}
const mostChars = 1500

/** The models with a head; what they judge carries its id. */
export function withTransformer(models: Models, transformer: TransformerHead): Models {
  return { ...models, transformer, version: `${models.version}, transformer ${transformer.id}` }
}

/** Null for an embedding of another length than the head was fitted on. */
export function judgeByTransformer({ doc, vector }: Findings, head: TransformerHead): Opinion | null {
  if (vector === undefined || vector.length !== head.weights[0]?.length) return null
  const logits = head.weights.map((row, i) =>
    row.reduce((sum, weight, dimension) => sum + weight * (vector[dimension] ?? 0), head.biases[i] ?? 0),
  )
  const scores = Object.fromEntries(transformerHeads.map((name, i) => [name, logits[i] ?? 0]))
  const lead = Math.min(doc.words.length, doc.titleWords + leadWords * lettersPerWord[doc.language])
  const spans = [{ start: doc.start[0] ?? 0, end: doc.end[Math.ceil(lead) - 1] ?? 0 }]
  return {
    scores: scores as Record<ConventionId | 'any', number>,
    // An embedding has no words: where nobody else can name any, the first ones stand for what was read.
    evidenceFor: (convention) => [
      { convention, article: null, rule: 'transformer', weight: Math.max(0, scores[convention] ?? 0), spans },
    ],
  }
}
const leadWords = 12
