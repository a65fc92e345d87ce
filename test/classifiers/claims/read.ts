// The shipped words of claims, and a statement judged with them.
import { fileURLToPath } from 'node:url'
import { compileClaims } from '../../../classifiers/claims/lexicon.ts'
import { splitPropositions } from '../../../classifiers/claims/propositions.ts'
import { readClaimData } from '../../../classifiers/load.ts'
import type { Proposition, Statement, TextKind } from '../../../src/model/claim.ts'
import type { KnownLanguage } from '../../../src/model/language.ts'

export const lexicon = compileClaims(await readClaimData(fileURLToPath(new URL('../../../config', import.meta.url))))

export const statement = (text: string, language: KnownLanguage = 'vi', kind: TextKind = 'post'): Statement => ({
  text,
  kind,
  language,
  published: '2026-11-10',
})

export const split = (text: string, language: KnownLanguage = 'vi', kind: TextKind = 'post'): Proposition[] =>
  splitPropositions(statement(text, language, kind), lexicon)

export const openParts = (propositions: readonly Proposition[]): string[] =>
  propositions.filter(({ protectedAs }) => protectedAs === null).map(({ text }) => text)

/** As people type who have no keyboard for marks. */
export const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
