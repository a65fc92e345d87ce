// The words by which acts of speech, checkable claims and fraud are known, compiled from config/claims and config/harms.yaml.
import type { HarmFile } from '../../src/model/claim-lexicon.ts'
import { type KnownLanguage, languages } from '../../src/model/language.ts'
import type { LexiconFile } from '../../src/model/taxonomy.ts'
import { type CompiledLanguage, compileLanguage } from '../conventions/terms.ts'
import { checkableConcepts, framingConcepts, reportConcepts, speechConcepts } from './concepts.ts'

/** Checked content of the files: plain data that can be sent to a thread and compiled there. */
export type ClaimData = {
  readonly version: string
  readonly lexicons: readonly LexiconFile[]
  readonly harms: HarmFile
}

export type ClaimLexicon = {
  readonly version: string
  readonly languages: Readonly<Record<KnownLanguage, CompiledLanguage>>
  /** Concept number to name. */
  readonly concepts: readonly string[]
  readonly harms: HarmFile
}

/** Every concept that a file of config/claims may give terms for. */
export function conceptNames(harms: HarmFile): string[] {
  const fixed = [...speechConcepts, ...framingConcepts, ...checkableConcepts, ...reportConcepts]
  return [...new Set([...fixed, ...Object.keys(harms.features)])]
}

/** Compiles checked data. Deterministic and without I/O. */
export function compileClaims({ version, lexicons, harms }: ClaimData): ClaimLexicon {
  const concepts = conceptNames(harms)
  const numbers = new Map(concepts.map((name, number) => [name, number]))
  const compiled = languages.map((language) => {
    const files = lexicons.filter((file) => file.language === language || file.language === 'any')
    return [language, compileLanguage(language, files, numbers)] as const
  })
  return {
    version,
    languages: Object.fromEntries(compiled) as Record<KnownLanguage, CompiledLanguage>,
    concepts,
    harms,
  }
}
