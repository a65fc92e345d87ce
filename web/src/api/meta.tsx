// What the service says of itself and of the conventions; the shell waits for it, so every page has it.
import { createContext, type ReactNode, use, useMemo } from 'react'
import type { Meta } from '../../../src/model/api.ts'
import type { InterfaceLanguage } from '../../../src/model/language.ts'
import { useSpeech } from '../words/speech.tsx'

/** A convention in the language of the console. */
export type NamedConvention = {
  readonly id: string
  readonly abbreviation: string
  readonly name: string
  readonly shortName: string
  readonly articles: readonly string[]
  /** Name of an article; null where the service has none. */
  readonly articleName: (article: string) => string | null
}

type Conventions = ReadonlyMap<string, NamedConvention>

/** An instrument in the language of the console. */
export type NamedInstrument = { readonly id: string; readonly name: string; readonly shortName: string }

const MetaContext = createContext<{
  readonly meta: Meta
  readonly conventions: Conventions
  readonly instruments: ReadonlyMap<string, NamedInstrument>
} | null>(null)

export function MetaProvider({ meta, children }: { readonly meta: Meta; readonly children: ReactNode }) {
  const { language } = useSpeech()
  const value = useMemo(
    () => ({ meta, conventions: nameConventions(meta, language), instruments: nameInstruments(meta, language) }),
    [meta, language],
  )
  return <MetaContext value={value}>{children}</MetaContext>
}

function useMetaContext() {
  const value = use(MetaContext)
  if (!value) throw new Error('a page outside the shell')
  return value
}

export const useMeta = (): Meta => useMetaContext().meta

/** The conventions by id, in the order of the service. */
export const useConventions = (): Conventions => useMetaContext().conventions

export const useInstruments = (): ReadonlyMap<string, NamedInstrument> => useMetaContext().instruments

function nameInstruments({ instruments }: Meta, language: InterfaceLanguage): ReadonlyMap<string, NamedInstrument> {
  return new Map(
    instruments.map((each) => [
      each.id,
      { id: each.id, name: each[language], shortName: language === 'vi' ? each.shortVi : each.shortEn },
    ]),
  )
}

function nameConventions({ conventions }: Meta, language: InterfaceLanguage): Conventions {
  return new Map(
    conventions.map(({ articles, ...convention }) => {
      const names = new Map(articles.map((each) => [each.article, each[language]]))
      const named = {
        id: convention.id,
        abbreviation: convention.abbreviation,
        name: convention[language],
        shortName: language === 'vi' ? convention.shortVi : convention.shortEn,
        articles: [...names.keys()],
        articleName: (article: string) => names.get(article) ?? null,
      }
      return [convention.id, named]
    }),
  )
}
