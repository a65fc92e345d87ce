// Date address: the day that an address names, as "/2026/08/17/" or "-20260817.html".
import { type PublishedAt, readDate } from '../date.ts'

const patterns = [
  /\/(?<y>(?:19|20)\d{2})[/-](?<m>0?[1-9]|1[0-2])[/-](?<d>0?[1-9]|[12]\d|3[01])(?![\d])/,
  /(?<!\d)(?<y>(?:19|20)\d{2})[-_.](?<m>0[1-9]|1[0-2])[-_.](?<d>0[1-9]|[12]\d|3[01])(?!\d)/,
  /(?<!\d)(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d{3})/,
  /(?<!\d)(?<d>0[1-9]|[12]\d|3[01])[-_.](?<m>0[1-9]|1[0-2])[-_.](?<y>(?:19|20)\d{2})(?!\d)/,
]

/** An archive's own address begins with the day of the copy, which says nothing of the article. */
const archive = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\//

/** Null where no part of it is a day that exists. */
export function readAddressDate(url: string, now: Date): PublishedAt | null {
  const path = url.replace(archive, '')
  for (const pattern of patterns) {
    const { y, m, d } = pattern.exec(path)?.groups ?? {}
    const day = y ? readDate(`${y}-${m}-${d}`, now) : null
    if (day) return day
  }
  return null
}
