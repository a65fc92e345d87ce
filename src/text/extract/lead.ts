// Lead: the summary between a headline and an article's body, often outside of the body's element (Vietnamese "sapo").
import { type Block, isProse, simplify, size } from './blocks.ts'
import { nameWords } from './names.ts'
import { isBoilerplate } from './refine.ts'

const leadName =
  / (?:sapo|lead|lede|leadtext|standfirst|chapeau|chapo|summary|dek|deck|intro|introduction|excerpt|description|subtitle|sub title|subheadline|sub headline|subheading|sottotitolo|occhiello|sommario|bajada|entradilla|ingress|preamble|vorspann|anleser|abstract|perex|manchet|trich dan|trichdan|tom tat|tomtat|mota|mo ta) /

/** Shorter lines are labels. */
const leastLeadSize = 60
/** Longer ones are paragraphs. */
const mostLeadSize = 1200
/** More sentences than these before the body are no lead but something else. */
const mostLines = 3

/**
 * The lead among the lines between the headline and the first line of the body: a line that is named as one or that the
 * page describes itself with, and sentences beside it.
 */
export function findLead(before: readonly Block[], descriptions: readonly string[]): Block[] {
  const wanted = descriptions.map(simplify).filter((description) => description.length >= leastLeadSize)
  const fits = before.filter(
    (line) =>
      size(line.text) >= leastLeadSize && size(line.text) <= mostLeadSize && !isBoilerplate(line) && !isCaption(line),
  )
  const lead = fits.find(({ text }) => isSame(simplify(text), wanted)) ?? fits.find(isNamedLead)
  const sentences = fits.filter((line) => line === lead || isProse(line))
  if (sentences.length <= mostLines) return sentences
  return lead ? [lead] : []
}

/** Descriptions are cut at some length, or leave out the place at the beginning. */
function isSame(text: string, descriptions: readonly string[]): boolean {
  return descriptions.some(
    (wanted) => text.startsWith(wanted.slice(0, 100)) || wanted.startsWith(text) || text.endsWith(wanted),
  )
}

const isCaption = ({ element }: Block) =>
  element.localName === 'figcaption' || element.parentNode?.localName === 'figcaption'

function isNamedLead({ element }: Block): boolean {
  for (let node: typeof element | null = element, i = 0; node?.getAttribute && i < 3; node = node.parentNode, i++) {
    if (leadName.test(nameWords(node)) || /description|alternativeHeadline/i.test(node.getAttribute('itemprop') ?? ''))
      return true
  }
  return false
}
