// Initials: "cháu N.T.H.", "chị H.", "L.T.K.N. (sinh năm …)"; letters that stand for a person's name.
import type { Span } from './span.ts'
import type { Prose } from './words.ts'

const initials = /(?<![\p{L}\p{N}.])[A-ZĐ][hrgiu]?\.(?: ?[A-ZĐ][hrgiu]?\.){0,4}(?:[A-ZĐ](?![\p{L}\p{M}]))?/gu
/** Lower case with diacritics, or words that are no others without them. */
const titleBefore =
  /(?<![\p{L}\p{M}])(?:ông|bà|anh|chị|em|cháu|bé|cụ|cô|chú|bác|thầy|bạn|con|vợ|chồng|nạn nhân|bị hại|bị cáo|bị can|nghi phạm|đối tượng|tên|tên là|gái|trai|học sinh|nữ sinh|nam sinh|bệnh nhân|ong|chi|chau|be|nan nhan|bi cao|mr|ms|mrs|\ue000 và) $/u
const ageAfter = /^,? ?\(?(?:sn|sinh nam|sinh|nam sinh|\d{1,2} tuoi|\d{1,2} years|aged?|tru|ngu|que|hoc lop)/
/** Family name's initial, then Văn or Thị. */
const vietnamese = /^(?:[NTLPHVDBĐ]|Tr|Ng|Ph)\. ?[TVĐ]\. ?\p{Lu}/u

export function findInitials(prose: Prose): Span[] {
  const { text, folded } = prose.view
  const spans: Span[] = []
  for (const match of text.matchAll(initials)) {
    const start = match.index
    const end = start + match[0].length
    const letters = match[0].split('.').filter((part) => part.trim() !== '').length
    const isTitled = titleBefore.test(text.slice(Math.max(0, start - 16), start).toLowerCase())
    const isAged = letters > 1 && ageAfter.test(folded.slice(end, end + 20))
    const isNamed = letters > 2 && vietnamese.test(match[0])
    if (isTitled || isAged || isNamed) spans.push({ start, end, kind: 'person' })
  }
  return spans
}
