// Polarity: whether something is said to be so or not, on axes that have two ends ("fee:free", "fee:due"), and how surely.
import type { Slot } from '../../../src/model/claim.ts'
import { fold, type Mapped } from '../../../src/text/normalize.ts'
import { marksOf } from '../../places/words.ts'

type Reading = readonly [value: string, written: string]

/** Two ends of an axis stand one after the other; what is denied ("không bãi bỏ") is the other end. */
const axes: readonly Reading[] = [
  ['fee:free', 'miễn phí|miễn|không mất tiền|free of charge|for free|free|waived?|免费|免除'],
  ['fee:due', 'phải (?:đóng|nộp|trả)|thu phí|mất tiền|have to pay|must pay|charged?|收费|须缴|缴纳'],
  [
    'force:ended',
    'bãi bỏ|hủy bỏ|huỷ bỏ|hủy|xóa bỏ|chấm dứt|hết hiệu lực|abolish(?:ed|es)?|scrap(?:ped|s)?|repeal(?:ed)?|cancel(?:l?ed|s)?|取消|废除|废止',
  ],
  [
    'force:held',
    'tiếp tục|giữ nguyên|vẫn (?:áp dụng|duy trì|thực hiện)|remains? in force|continues?|unchanged|继续|维持',
  ],
  [
    'run:stopped',
    'tạm dừng|tạm ngừng|ngừng|dừng|đóng cửa|hoãn|nghỉ học|suspend(?:ed|s)?|halt(?:ed)?|closed?|closing|postponed?|no school|暂停|停止|关闭|停课|推迟',
  ],
  [
    'run:going',
    'đi học|hoạt động (?:trở lại|bình thường)|vẫn (?:hoạt động|mở cửa|học|diễn ra)|mở cửa|học bình thường|as normal|as usual|reopen(?:s|ed)?|open normally|正常上课|正常|恢复',
  ],
  ['leave:forbidden', 'nghiêm cấm|cấm|banned|a ban|forbidden|prohibit(?:ed|s)?|禁止'],
  ['leave:allowed', 'cho phép|được phép|allowed|permitted|允许|准许'],
  ['duty:must', 'bắt buộc|phải|mandatory|must|required|obliged|必须|强制'],
  ['duty:may', 'tự nguyện|tùy chọn|voluntary|optional|自愿'],
  ['size:up', 'tăng|increas(?:e|es|ed)|rais(?:e|es|ed)|ris(?:e|es)|上涨|提高|增加|上调'],
  ['size:down', 'giảm|reduc(?:e|es|ed)|lower(?:ed)?|decreas(?:e|es|ed)|降低|下调|减少'],
  ['harm:none', 'không có thương vong|vô sự|no casualties|unharmed|无人伤亡|平安'],
  ['harm:dead', 'chết|tử vong|thiệt mạng|killed|died|dead|deaths?|死亡|遇难'],
  ['state:safe', 'an toàn|ổn định|safe|stable|intact|安全|稳定'],
  ['state:broken', 'bị vỡ|đã vỡ|vỡ|bị sập|sập|nứt|collapsed?|burst|broke|unsafe|决堤|溃坝|倒塌'],
]
const negation =
  'không(?! chỉ| những|,)|ko|chưa(?! khỏi)|chẳng|not(?! only)|no(?!,)|nobody|no one|never|cannot|won.?t|doesn.?t|didn.?t|isn.?t|aren.?t|wasn.?t|hasn.?t|haven.?t|don.?t|没有|没|不|未|并非|无'
/** Said of what was said: the statement is about a falsehood. */
const denial =
  'sai sự thật|là giả|văn bản giả|thông báo giả|công văn giả|không đúng sự thật|không đúng|không chính xác|bịa đặt|tin giả|tin đồn|thất thiệt|giả mạo|bác bỏ|không có chuyện|không có (?:quy định|chủ trương|chính sách|kế hoạch)|chưa có (?:quy định|chủ trương|chính sách|kế hoạch)|không có việc|không hề có|không có căn cứ|' +
  'xuyên tạc|false|fake|misleading|hoax|rumou?rs?|fabricated|untrue|denied|denies|deny|debunked|not true|no such|there is no|no plans? to|谣言|不实|虚假|造谣|假消息|辟谣|否认|假的'
const hedges: readonly Reading[] = [
  [
    'reportedly',
    'nghe nói|nghe đồn|nghe bảo|được cho là|nghe đâu|hình như|reportedly|allegedly|rumou?red|据说|据传|听说|网传',
  ],
  [
    'planned',
    'dự kiến|dự thảo|đề xuất|có thể|xem xét|lấy ý kiến|planned|plans? to|propos(?:es|ed|al)|draft|may|might|could|拟|计划|草案|可能|建议',
  ],
]

type Finder = { readonly value: string; readonly folded: RegExp; readonly marked: ReadonlySet<string> | null }
/** Words are looked for without marks; where a text has marks they must be those of one of the words written here. */
const finder = ([value, written]: Reading): Finder => ({
  value,
  folded: new RegExp(`(?<![a-z])(?:${fold(written)})(?![a-z])`, 'gu'),
  marked: marksOf(written) !== '' ? new Set(spread(written).map(marksOf)) : null,
})
/** The words between bars, without what may not follow them; brackets are spread out one level deep. */
const spread = (written: string): string[] =>
  written
    .replace(/\(\?!.*?\)/g, '')
    .split(/\|(?![^(]*\))/)
    .flatMap((part) => {
      const [, head = '', inner = '', tail = ''] = /^(.*)\(\?:([^)]*)\)(.*)$/.exec(part) ?? []
      return inner === '' ? [part] : inner.split('|').map((option) => head + option + tail)
    })

const axisFinders = axes.map(finder)
const negationFinder = finder(['not', negation])
const denialFinder = finder(['denied', denial])
const hedgeFinders = hedges.map(finder)
const opposite: ReadonlyMap<string, string> = new Map(
  axes.map(([value], i) => [value, axes[i % 2 === 0 ? i + 1 : i - 1]?.[0] ?? value]),
)

/** A negation this close before a word turns it round, within its clause. */
const negationReach = 12

type Span = { readonly start: number; readonly end: number }
const overlaps = (one: Span, other: Span): boolean => one.start < other.end && one.end > other.start

/** Slots of kind polarity ("fee:free", "not", "denied") and hedge ("reportedly"); offsets are those of the folded form. */
export function findPolarity(text: string, { text: folded, at }: Mapped): Slot[] {
  const isPlain = marksOf(text) === ''
  const find = ({ folded: pattern, marked }: Finder): Span[] =>
    Array.from(folded.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })).filter(({ start, end }) => isPlain || marked === null || marked.has(marksOf(text.slice(at[start], at[end]))))
  const negations = find(negationFinder)
  const turned = new Set<Span>()
  const isNegated = (span: Span) => negations.some(({ end }) => end <= span.start && span.start - end <= negationReach)
  // "This is no fake" asserts what others deny.
  const slots: Slot[] = find(denialFinder)
    .filter((span) => !isNegated(span))
    .map((span) => ({ kind: 'polarity', ...span, value: 'denied' }))
  for (const axis of axisFinders)
    for (const span of find(axis)) {
      if (slots.some((other) => overlaps(span, other))) continue
      const reach = ({ end }: Span) => end <= span.start && span.start - end <= negationReach
      const turning = negations.find((other) => reach(other) && !/[,.;:，。]/.test(folded.slice(other.end, span.start)))
      if (turning) turned.add(turning)
      slots.push({ kind: 'polarity', ...span, value: turning ? (opposite.get(axis.value) ?? axis.value) : axis.value })
    }
  for (const span of negations)
    if (!turned.has(span) && !slots.some((other) => overlaps(span, other)))
      slots.push({ kind: 'polarity', ...span, value: 'not' })
  return [
    ...slots,
    ...hedgeFinders.flatMap((hedge) =>
      find(hedge).map((span): Slot => ({ kind: 'hedge', ...span, value: hedge.value })),
    ),
  ]
}

/** Whether two polarity values are the two ends of one axis. */
export const isOpposite = (one: string, other: string): boolean => opposite.get(one) === other
