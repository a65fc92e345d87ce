// Side lexicons: words for directions and instruments, kept apart so that they never change what the conventions see.
import { type KnownLanguage, languages } from '../../src/model/language.ts'
import type { Rule, TermsByLanguage } from '../../src/model/taxonomy.ts'
import type { FoldedDoc } from './document.ts'
import { type Found, findConcepts } from './phrases.ts'
import { type Condition, type Firing, fireRules, indexRules } from './rules.ts'
import { type CompiledLanguage, compileLanguage } from './terms.ts'

export type SideRule = Condition & { readonly id: string; readonly owner: string; readonly weight: number }

export type SideLexicon = {
  readonly languages: Readonly<Record<KnownLanguage, CompiledLanguage>>
  readonly concepts: readonly string[]
  readonly rules: readonly SideRule[]
  readonly rulesOf: ReadonlyMap<number, readonly number[]>
  readonly mask: -1
}

type OwnedRule = { readonly owner: string; readonly rule: Rule }

/** Compiles terms by concept and language, and the rules that combine them. */
export function compileSide(
  terms: Readonly<Record<string, TermsByLanguage>>,
  owned: readonly OwnedRule[] = [],
): SideLexicon {
  const concepts = Object.keys(terms)
  const numbers = new Map(concepts.map((name, number) => [name, number]))
  const number = (name: string) => numbers.get(name) ?? -1
  const compiled = languages.map((language) => {
    const own = concepts.map((name) => [name, [...(terms[name]?.[language] ?? []), ...(terms[name]?.any ?? [])]])
    const file = { language, abbreviations: {}, concepts: Object.fromEntries(own) }
    return [language, compileLanguage(language, [file], numbers)] as const
  })
  const rules = owned.map(({ owner, rule }) => ({
    id: `${owner}-${rule.id}`,
    owner,
    slots: rule.all.map((slot) => (typeof slot === 'string' ? [number(slot)] : slot.map(number))),
    unless: rule.unless.map(number),
    near: rule.near,
    inOrder: rule.inOrder,
    weight: rule.weight,
  }))
  return {
    languages: Object.fromEntries(compiled) as Record<KnownLanguage, CompiledLanguage>,
    concepts,
    rules,
    rulesOf: indexRules(rules),
    mask: -1,
  }
}

/** The concepts of a side lexicon in a text that was folded for another one. */
export function findSide(doc: FoldedDoc, lexicon: SideLexicon): Found {
  const { numbers } = lexicon.languages[doc.language].spelling
  return findConcepts({ ...doc, numbers: doc.words.map((word) => numbers.get(word) ?? 0) }, lexicon)
}

export function fireSide(doc: FoldedDoc, lexicon: SideLexicon): Firing<SideRule>[] {
  const found = findSide(doc, lexicon)
  return found.size === 0 ? [] : fireRules(doc, found, lexicon)
}
