// What the parts of a plan are called, in Vietnamese and English.
import type { Measure } from '../model/indicator.ts'
import type { InterfaceLanguage } from '../model/language.ts'
import type { EntryKind, TaskStatus } from '../model/plan.ts'

type Names<Key extends string> = Readonly<Record<Key, Readonly<Record<InterfaceLanguage, string>>>>

export const kindNames: Names<EntryKind> = {
  target: { vi: 'Chỉ tiêu', en: 'Targets' },
  content: { vi: 'Nội dung', en: 'Content' },
  task: { vi: 'Nhiệm vụ', en: 'Tasks' },
  duty: { vi: 'Trách nhiệm', en: 'Duties' },
}

export const statusNames: Names<TaskStatus['kind']> = {
  monitored: { vi: 'Theo dõi', en: 'Monitored' },
  manual: { vi: 'Cán bộ đánh dấu', en: 'By hand' },
  out_of_scope: { vi: 'Ngoài phạm vi', en: 'Out of scope' },
}

export const measureNames: Names<Measure> = {
  items: { vi: 'số tin, bài', en: 'items' },
  channel_share: { vi: '% kênh có tin', en: '% of channels that published' },
  conventions_covered: { vi: 'số công ước', en: 'conventions covered' },
  regions_covered: { vi: '% xã, phường có tin', en: '% of communes that published' },
  languages: { vi: 'số ngôn ngữ', en: 'languages' },
  median_hours: { vi: 'số giờ trung vị', en: 'median hours' },
  claims_by_verdict: { vi: 'số điều đã kết luận', en: 'claims by verdict' },
  concerns_answered: { vi: '% điều dân hỏi được trả lời', en: '% of concerns answered' },
}
