// Validity: from when until when a statement holds, where it says so itself.
import { fold } from '../../src/text/normalize.ts'
import { findDates } from './slots/dates.ts'

export type Validity = { readonly from: string | null; readonly until: string | null }

const begins =
  /(?:co hieu luc|ap dung|thuc hien|bat dau)(?: thi hanh)?(?: ke)? tu(?: ngay)?|(?:takes?|taking|comes? into) effect (?:on|from)|effective (?:from|on|as of)|valid from|自|从/gu
const ends =
  /(?:co hieu luc|ap dung|thuc hien|keo dai|den het|cho den)(?: den)?(?: het)?(?: ngay)?|(?:valid|effective|in force|applies) (?:until|till|to|through)|expires? on|有效期至|截至/gu

/** A date this near behind such words is theirs. */
const reach = 6

/** `published` is what relative dates count from. Days are YYYY-MM-DD; null where nothing is said. Pure. */
export function readValidity(text: string, published: string): Validity {
  const folded = fold(text)
  const dates = findDates(folded, published)
  const dayAfter = (pattern: RegExp, end: 0 | 1): string | null => {
    for (const { index, 0: words } of folded.matchAll(pattern)) {
      const to = index + words.length
      const date = dates.find(({ start }) => start >= index && start <= to + reach)
      const period = date?.value.split('/')
      const day = period?.[end] ?? period?.[0]
      if (day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day)) return day
    }
    return null
  }
  const [from, until] = [dayAfter(begins, 0), dayAfter(ends, 1)]
  // "From 1 January" is read by both where the words for both are the same.
  return { from, until: until === from ? null : until }
}
