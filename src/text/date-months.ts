// Names of months, long and short, as the platform's own language data has them; folded.
import { fold } from './normalize.ts'

/** Languages of sources; English first, so that its short forms win. Vietnamese months are numbered. */
const locales = [
  'en',
  'fr',
  'th',
  'lo',
  'km',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'cs',
  'da',
  'sv',
  'nb',
  'id',
  'tr',
  'ru',
  'uk',
]

function collectNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>(
    [
      ['sept', 9],
      ['mrz', 3],
      ['jänner', 1],
    ].map(([n, m]) => [fold(String(n)), Number(m)]),
  )
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      for (const extra of [{}, { day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC', ...extra })
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(Date.UTC(2026, index, 15))
          const name = fold(parts.find((part) => part.type === 'month')?.value ?? '').replace(/\.$/, '')
          if (/[\p{L}\p{M}]{2}|\p{L}\./u.test(name) && !names.has(name)) names.set(name, index + 1)
        }
      }
    }
  }
  return names
}

const byName = collectNames()

/** Alternatives of a regular expression, longest first; a name never goes on with another Latin letter. */
export const monthNames = `(?:${[...byName.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('.', '\\.'))
  .join('|')})(?![a-z])`

/** 1–12 for a folded name that `monthNames` matches. */
export function monthOf(name: string): number {
  return byName.get(name) ?? 0
}
