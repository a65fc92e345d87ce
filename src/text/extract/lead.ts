// Lead: the summary that stands between a headline and an article's body, often outside of it (Vietnamese "sapo").
import { type Block, simplify, size } from './blocks.ts'
import { nameWords } from './prune.ts'

const leadName =
  / (?:sapo|lead|lede|leadtext|standfirst|chapeau|chapo|summary|dek|deck|intro|introduction|excerpt|description|subtitle|sub title|subheadline|sub headline|subheading|sottotitolo|occhiello|sommario|bajada|entradilla|ingress|preamble|vorspann|anleser|abstract|perex|manchet|trich dan|trichdan|tom tat|tomtat|mota|mo ta) /

/** Shorter lines are labels. */
const leastLeadSize = 40
/** Longer ones are paragraphs. */
const mostLeadSize = 1200

/**
 * The lead among the lines before the body, by its name, or because the page describes itself with it.
 * `before` is what lies between the headline and the first line of the body.
 */
export function findLead(before: readonly Block[], descriptions: readonly string[]): Block | null {
  const wanted = descriptions.map(simplify).filter((description) => description.length >= leastLeadSize)
  const fits = before.filter(({ text, linkChars }) => {
    const length = size(text)
    return length >= leastLeadSize && length <= mostLeadSize && linkChars < text.length / 2
  })
  return fits.find(({ text }) => isSame(simplify(text), wanted)) ?? fits.find(isNamedLead) ?? null
}

/** Descriptions are cut at some length, or leave out the place at the beginning. */
function isSame(text: string, descriptions: readonly string[]): boolean {
  return descriptions.some(
    (wanted) => text.startsWith(wanted.slice(0, 100)) || wanted.startsWith(text) || text.endsWith(wanted),
  )
}

function isNamedLead({ element }: Block): boolean {
  for (let node: typeof element | null = element, i = 0; node?.getAttribute && i < 3; node = node.parentNode, i++) {
    if (leadName.test(nameWords(node))) return true
    if (/description|alternativeHeadline/i.test(node.getAttribute('itemprop') ?? '')) return true
  }
  return false
}
