// Numbers that identify a person: telephones, identity papers, accounts and cards; prices, dates and statistics stay.
import { type Chain, findChains, isDate, isThousands, isYears, joinDigits, passesLuhn } from './digits.ts'
import { type ContextWord, contextBefore, findContextWords, isAmount, isBankNext } from './number-context.ts'
import type { RedactionKind, Span } from './span.ts'
import type { View } from './view.ts'

type Candidate = {
  readonly view: View
  readonly groups: Chain
  readonly digits: string
  readonly context: ContextWord | undefined
}

/** Codes of the provinces on identity cards. */
const provinceCodes = new Set(
  '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'.split(
    ' ',
  ),
)

/** Lines that anybody may call: they identify nobody. */
const isPublicLine = (digits: string) => /^1[89]00\d{4,6}$/.test(digits) || digits.length < 6

function isIdentityCard({ view, groups, digits }: Candidate): boolean {
  if (digits.length !== 12 || !provinceCodes.has(digits.slice(0, 3)) || !/[0-3]/.test(digits.charAt(3))) return false
  // Groups of three and more or single digits; behind a letter it is a code of something else.
  const isGrouped = groups.every((group) => group.digits.length > 2) || groups.length === 12
  return isGrouped && !/[a-z]/.test(view.folded.charAt((groups[0]?.start ?? 0) - 1))
}

const isChineseIdentity = (digits: string) =>
  /^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}\d?$/.test(digits) && digits.length >= 17

const isThaiIdentity = ({ groups }: Candidate) =>
  groups.map((group) => group.digits.length).join('') === '14521' && groups.every((group) => !group.gap.includes(' '))

/** Mobile 03, 05, 07, 08, 09 with ten digits; landline 02 and old mobile 012, 016, 018, 019 with eleven. */
const isNational = (digits: string) => /^0(?:[35789]\d{8}|2\d{9}|1[2689]\d{8})$/.test(digits)
const withoutCountry = (digits: string) => digits.replace(/^(?:00)?840?/, '0')

/** Other countries' numbers: Chinese mobile, numbers of Laos, Cambodia, Thailand and France in their usual groups. */
function isForeign({ groups, digits }: Candidate): boolean {
  const sizes = groups.map((group) => group.digits.length).join('')
  if (/^1[3-9]\d{9}$/.test(digits)) return ['11', '344', '443'].includes(sizes) || groups.length === 1
  if (!/^0[1-9]/.test(digits)) return false
  return ['333', '334', '343', '344', '244', '433', '22222'].includes(sizes)
}

function isInternational({ view, groups, digits }: Candidate): boolean {
  const start = groups[0]?.start ?? 0
  const hasPlus = /\+ ?\(?$/.test(view.folded.slice(Math.max(0, start - 3), start))
  if (hasPlus || digits.startsWith('0084')) {
    if (/^(?:00)?84/.test(digits)) return isNational(withoutCountry(digits))
    return digits.length >= 8 && digits.length <= 15
  }
  return /^84[35789]\d{8}$/.test(digits)
}

/** A whole part and a fraction, "0.9123456789". */
const isFraction = ({ groups }: Candidate) => groups.length === 2 && groups[0]?.digits === '0' && groups[1]?.gap === '.'

const isPhone = (candidate: Candidate) =>
  isInternational(candidate) || ((isNational(candidate.digits) || isForeign(candidate)) && !isFraction(candidate))

function isPhoneByContext({ context, digits, groups }: Candidate): boolean {
  if (context?.kind !== 'phone' || context.isWeak || isPublicLine(digits) || isThousands(groups)) return false
  return digits.length >= 8 && digits.length <= 12
}

const isCard = ({ digits, groups }: Candidate) =>
  /^(?:[3-6]\d{12,18}|9704\d{12,15})$/.test(digits) &&
  passesLuhn(digits) &&
  (groups.length === 1 || groups.slice(0, -1).every((group) => group.digits.length >= 4))

function isAccountByContext({ view, context, digits, groups }: Candidate): boolean {
  if (digits.length < 6 || digits.length > 19 || !isCompact(groups)) return false
  const end = groups.at(-1)?.end ?? 0
  if (context?.kind === 'account') return digits.length >= (context.isWeak ? 9 : 6) && !isDottedAmount(groups)
  const isNamed = context?.kind === 'bank' || isBankNext(view, end)
  return isNamed && digits.length >= 8 && !isThousands(groups)
}

const isDottedAmount = (groups: Chain) => isThousands(groups) && /[.,]/.test(groups[1]?.gap ?? '')

const isIdentityByContext = ({ context, digits, groups }: Candidate) =>
  context?.kind === 'identity' &&
  digits.length >= 8 &&
  digits.length <= 18 &&
  !isDottedAmount(groups) &&
  isCompact(groups)

/** Written as one number: what follows a long group, or stands apart, is another one. */
const isCompact = (groups: Chain) =>
  groups.every((group, index) => index === 0 || (group.gap.length === 1 && (groups[index - 1]?.digits.length ?? 0) < 8))

/** Tests in the order in which they are asked: what the context names first, then what the digits say alone. */
const tests: readonly (readonly [RedactionKind, (candidate: Candidate) => boolean])[] = [
  ['identity_number', isIdentityByContext],
  ['account_number', (candidate) => candidate.context?.kind === 'account' && isAccountByContext(candidate)],
  ['phone', isPhone],
  ['identity_number', (candidate) => isIdentityCard(candidate) || isThaiIdentity(candidate)],
  ['identity_number', (candidate) => isChineseIdentity(candidate.digits)],
  ['account_number', isCard],
  ['account_number', isAccountByContext],
  ['phone', isPhoneByContext],
]

/** `isTaken` says whether an offset lies in an ordinary web address, whose digits are nobody's number. */
export function findNumbers(view: View, isTaken: (offset: number) => boolean): Span[] {
  const spans: Span[] = []
  const chains = findChains(view).filter((chain) => chain.reduce((sum, group) => sum + group.digits.length, 0) >= 6)
  if (chains.length === 0) return spans
  const words = findContextWords(view)
  for (const chain of chains) {
    for (let from = 0; from < chain.length; ) {
      const first = chain[from]
      if (!first) break
      if (isDate(chain.slice(from, from + 3))) {
        from += 3
        continue
      }
      const found = isTaken(first.start)
        ? null
        : findInChain(view, chain, from, contextBefore(view, words, first.start))
      if (found) spans.push(found.span)
      from = found ? found.next : from + 1
    }
  }
  return spans
}

/** Longest run of groups from `from` that one of the tests takes. A card needs up to 19 single digits. */
const maxGroups = 19

function findInChain(view: View, chain: Chain, from: number, context: ContextWord | undefined) {
  for (let to = Math.min(chain.length, from + maxGroups); to > from; to--) {
    const groups = chain.slice(from, to)
    const digits = joinDigits(groups)
    if (digits.length < 6 || digits.length > 19 || isYears(groups)) continue
    const end = groups.at(-1)?.end ?? 0
    const candidate = { view, groups, digits, context }
    const kind = tests.find(([, test]) => test(candidate))?.[0]
    if (!kind || isPublicLine(digits) || (isAmount(view, end) && !isNational(digits))) continue
    return { span: widen(view, groups, kind), next: to }
  }
  return null
}

/** Takes in what belongs to the number: a plus, brackets, the last letter of a Chinese identity number. */
function widen(view: View, groups: Chain, kind: RedactionKind): Span {
  let start = groups[0]?.start ?? 0
  let end = groups.at(-1)?.end ?? 0
  if (/\+ ?\(?$/.test(view.folded.slice(Math.max(0, start - 3), start))) start = view.folded.lastIndexOf('+', start)
  else if (view.folded.charAt(start - 1) === '(' && view.folded.slice(start, end).includes(')')) start--
  if (kind === 'identity_number' && view.folded.charAt(end) === 'x' && !/[a-z]/.test(view.folded.charAt(end + 1))) end++
  return { start, end, kind }
}
