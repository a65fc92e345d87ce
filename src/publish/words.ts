// What published fact-checks say around the reviewers' own words, in Vietnamese and English.
import type { InterfaceLanguage } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Verdict } from '../model/review.ts'

type Both = Readonly<Record<InterfaceLanguage, string>>

export const verdictWords: Readonly<Record<Verdict, Both>> = {
  true: { vi: 'Đúng', en: 'True' },
  mostly_true: { vi: 'Phần lớn đúng', en: 'Mostly true' },
  misleading: { vi: 'Gây hiểu lầm', en: 'Misleading' },
  false: { vi: 'Sai', en: 'False' },
  fraud: { vi: 'Lừa đảo', en: 'Fraud' },
  unproven: { vi: 'Chưa có căn cứ', en: 'Unproven' },
  opinion: { vi: 'Ý kiến', en: 'Opinion' },
}

export const stateWords: Readonly<Record<Publication['status'], Both>> = {
  standing: { vi: 'Còn hiệu lực', en: 'Stands' },
  withdrawn: { vi: 'Đã rút lại', en: 'Withdrawn' },
  under_review: { vi: 'Đang xem xét lại', en: 'Under review again' },
}

export const pageWords = {
  title: { vi: 'Kiểm chứng thông tin', en: 'Fact-checks' },
  sources: { vi: 'Căn cứ', en: 'Sources' },
  published: { vi: 'Công bố ngày', en: 'Published on' },
  withdrawnOn: { vi: 'từ ngày', en: 'since' },
  none: { vi: 'Chưa có kết quả nào được công bố.', en: 'Nothing has been published yet.' },
} as const satisfies Record<string, Both>
