// The language of the console: its words, its numbers and dates, and the switch between both.
import { useLocalStorage } from '@mantine/hooks'
import { createContext, type ReactNode, use, useLayoutEffect, useMemo } from 'react'
import type { InterfaceLanguage } from '../../../src/model/language.ts'
import { createFormat, type Format } from '../format.ts'
import { en } from './en.ts'
import { vi, type Words } from './vi.ts'

const tables: Readonly<Record<InterfaceLanguage, Words>> = { vi, en }

export type Speech = {
  readonly language: InterfaceLanguage
  readonly words: Words
  readonly format: Format
  readonly setLanguage: (language: InterfaceLanguage) => void
}

const SpeechContext = createContext<Speech | null>(null)

/** Remembers the language in this browser and tells the document (and with it every request) which one it is. */
export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useLocalStorage<InterfaceLanguage>({
    key: 'langnghe.language',
    defaultValue: 'vi',
    getInitialValueInEffect: false,
    serialize: (value) => value,
    deserialize: (value) => (value === 'en' ? 'en' : 'vi'),
  })
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speech = useMemo(
    () => ({ language, words: tables[language], format: createFormat(language), setLanguage }),
    [language, setLanguage],
  )
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

export function useSpeech(): Speech {
  const speech = use(SpeechContext)
  if (!speech) throw new Error('useSpeech outside SpeechProvider')
  return speech
}
