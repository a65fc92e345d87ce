// Context of numbers: the words before a number that say what it is.
import type { View } from './view.ts'

export type NumberContext = 'account' | 'bank' | 'identity' | 'phone'

/** Words in folded spelling; `|` apart. Vietnamese with its short forms, then the other languages of the product. */
const contextWords: Readonly<Record<NumberContext, string>> = {
  account:
    'stk|so tk|s\\.t\\.k|tk|so tai khoan|tai khoan|chuyen khoan|ck|account|acct|acc|a/c|iban|compte|virement|' +
    'so the|the atm|the visa|the ngan hang|the tin dung|the|card|账号|帐号|账户|卡号|บัญชี|ບັນຊີ|គណនី',
  bank:
    'ngan hang|nh|bank|vietcombank|vcb|techcombank|tcb|bidv|agribank|vietinbank|ctg|mbbank|mb bank|mb|acb|vpbank|tpbank|' +
    'sacombank|stb|vib|shb|hdbank|ocb|msb|seabank|eximbank|lpbank|namabank|abbank|pvcombank|kienlongbank|vietbank|' +
    'momo|zalopay|viettelpay|vnpay|timo|cake|银行|ธนาคาร|ທະນາຄານ|ធនាគារ',
  identity:
    'cccd|cmnd|cmtnd|cmt|can cuoc(?: cong dan)?|chung minh (?:nhan dan|thu)|chung minh|so dinh danh(?: ca nhan)?|ddcn|' +
    'identity(?: card| number)?|id card|id number|id no|national id|ho chieu|passport|passeport|mst|ma so thue|tax (?:code|id)|' +
    'bhxh|bhyt|bao hiem xa hoi|bao hiem y te|so bao hiem|the bao hiem|social security|insurance (?:number|no)|gplx|' +
    'giay phep lai xe|bang lai(?: xe)?|mssv|ma (?:so )?sinh vien|ma (?:so )?hoc sinh|ma benh nhan|ma so|' +
    "carte d'identite|securite sociale|身份证|护照|บัตรประชาชน|พาสปอร์ต|หนังสือเดินทาง|ບັດປະຈຳຕົວ|ໜັງສືຜ່ານແດນ|" +
    'អត្តសញ្ញាណប័ណ្ណ|លិខិតឆ្លងដែន',
  phone:
    'sdt|so dt|dt|dthoai|dien thoai|phone|tel|mobile|cell|call|zalo|zl|viber|whatsapp|wa|hotline|goi|lh|lien he|lien lac|alo|' +
    'nhan tin|sms|so may|so|telephone|appelez|numero|โทรศัพท์|โทร|เบอร์|ໂທລະສັບ|ໂທ|ເບີ|ទូរស័ព្ទ|电话|手机|联系|xov tooj|hu rau',
}

const order = ['identity', 'account', 'bank', 'phone'] as const
const anyContext = new RegExp(
  order.map((kind) => `(?<${kind}>(?<![a-z])(?:${contextWords[kind]})(?![a-z]))`).join('|'),
  'g',
)

export type ContextWord = { readonly end: number; readonly kind: NumberContext; readonly isWeak: boolean }

/** Words that say little by themselves: "so" is "số", but also stands before amounts and laws. */
const weakWords = new Set(['so', 'ma so', 'the', 'nh', 'mb', 'wa', 'ck', 'cake'])

/** Every context word of the text, in order. */
export function findContextWords(view: View): ContextWord[] {
  const found: ContextWord[] = []
  for (const match of view.folded.matchAll(anyContext)) {
    const kind = order.find((name) => match.groups?.[name] !== undefined)
    if (kind) found.push({ end: match.index + match[0].length, kind, isWeak: weakWords.has(match[0]) })
  }
  return found
}

const reach = 48
/** A sentence that ends, or more than a few words, between the context word and the number. */
const breaks = /[.!?;]\s|\n\s*\n|(?:\S+\s+){8}/

/** The nearest context word before `start` that speaks of what stands there; strong words before weak ones. */
export function contextBefore(view: View, words: readonly ContextWord[], start: number): ContextWord | undefined {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  let weak: ContextWord | undefined
  for (let i = low - 1; i >= 0; i--) {
    const word = words[i]
    if (!word || start - word.end > reach) break
    if (breaks.test(view.folded.slice(word.end, start))) break
    if (!word.isWeak) return word
    if (start - word.end <= 3) weak ??= word
  }
  return weak
}

const bankAfter = new RegExp(`^[\\s,(:\\-–]{0,4}(?:ngan hang |nh |tai |bank )?(?:${contextWords.bank})(?![a-z])`)

/** Whether a bank is named right behind a number. */
export const isBankNext = (view: View, end: number) => bankAfter.test(view.folded.slice(end, end + 40))

const unitAfter =
  /^\s?(?:d|dong|vnd|usd|eur|euros?|trieu|tr|ty|ti|nghin|ngan(?! hang)|k|m2|m3|ha|km|kg|kwh|mw|tan|nguoi|hoc sinh|luot|truong hop|phieu|doanh nghiep|don vi|co phieu|people|million|billion|per ?cent|households|personnes|元|人|万|บาท|คน|ກີບ|ຄົນ|រៀល|នាក់)(?![a-z])|^\s?[%$€₫]/

/** Whether a number is an amount: a unit follows it. */
export const isAmount = (view: View, end: number) => unitAfter.test(view.folded.slice(end, end + 20))
