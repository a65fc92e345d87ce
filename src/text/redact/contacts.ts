// Contacts: e-mail addresses and handles, also in the spellings that people use to hide them from machines.
import type { Span } from './span.ts'
import type { View } from './view.ts'

/** Signs and words for @ and for the dot, in folded spelling. */
const atSign =
  / {1,2}@ {1,2}|@| {0,2}[([{<] {0,2}(?:at|a|a cong|a moc|acong|@) {0,2}[)\]}>] {0,2}| (?:at|a cong|a moc|acong|@cong) /g
const dot = / ?(?:\.|[([{<] ?(?:\.|dot|cham|point) ?[)\]}>]) ?| (?:dot|cham|point) /y
const label = /[\p{L}\p{N}_-]{1,63}/uy
const providers = /^(?:gmail|yahoo|hotmail|outlook|icloud|proton|protonmail|live|mail|zoho|qq|163|126)$/
const topLevel = /^(?:[a-z]{2,6}|online|website|social|info|museum)$/
const localPart = /[\p{L}\p{N}._%+-]/u

export function findEmails(view: View): Span[] {
  const spans: Span[] = []
  for (const match of view.folded.matchAll(atSign)) {
    const isWord = / (?:at|a cong|a moc|acong) /.test(match[0])
    const end = readDomain(view, match.index + match[0].length, isWord)
    const start = end > 0 ? readLocal(view, match.index) : 0
    if (end > 0 && start < match.index) spans.push({ start, end, kind: 'email' })
  }
  return spans
}

/** Where the domain that begins at `from` ends, 0 if there is none. Behind a sign a known provider needs no more. */
function readDomain(view: View, from: number, isWord: boolean): number {
  let position = from
  let end = 0
  for (let labels = 0; labels < 5; labels++) {
    label.lastIndex = position
    const part = label.exec(view.folded)?.[0]
    if (part === undefined) break
    const isProvider = labels === 0 && providers.test(part)
    if (isProvider && !isWord) end = position + part.length
    const isGlued = /[^A-Za-z0-9-]|^[A-Z][a-z]/.test(view.text.slice(position, position + part.length))
    // "mail.city.example.vn": labels in the middle may be any word, what follows a top level may not.
    const isTop = topLevel.test(part)
    if (labels > 0 && end > 0 && isGlued) break
    position += part.length
    if (labels > 0 && isTop) end = position
    dot.lastIndex = position
    const sign = dot.exec(view.folded)?.[0]
    if (sign === undefined || (sign === '. ' && labels > 0)) break
    // "at" is an ordinary word: only a provider or a spelled-out dot makes it a sign.
    if (labels === 0 && isWord && !isProvider && !/[dct]/.test(sign)) break
    position += sign.length
  }
  return end
}

const spelledDot = /(?: ?[([{<] ?(?:\.|dot|cham|point) ?[)\]}>] ?| (?:dot|cham|point) )$/

/** Where the part before the sign begins: one word, more where "dot" or single spaced letters join them. */
function readLocal(view: View, end: number): number {
  let start = end
  for (let parts = 0; parts < 40; parts++) {
    const before = start
    while (start > 0 && end - start < 80 && localPart.test(view.text.charAt(start - 1))) start--
    if (start === before) return start
    const sign = spelledDot.exec(view.folded.slice(Math.max(0, start - 10), start))?.[0]
    const isSpaced = before - start === 1 && /[\p{L}\p{N}] $/u.test(view.text.slice(Math.max(0, start - 2), start))
    const isSingle = isSpaced && !/[\p{L}\p{N}]/u.test(view.text.charAt(start - 3))
    if (sign) start -= sign.length
    else if (isSingle) start -= 1
    else return start
  }
  return start
}

const capitalised = '\\p{Lu}[\\p{L}\\p{M}]{0,12}'
/** @name, @name@instance.tld, and @Nguyễn Văn A as some platforms write a mention. */
const handle = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])@(?:${capitalised}(?: ${capitalised}){1,4}(?![\\p{L}])|[\\p{L}\\p{M}_][\\p{L}\\p{M}\\p{N}_.-]{0,60}|\\d[\\d_.]{0,30}[\\p{L}\\p{N}_][\\p{L}\\p{N}_.]{0,30})(?:@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4})?`,
  'gu',
)
const redditor = /(?<![\p{L}\p{N}/.])\/?u\/[A-Za-z0-9_-]{3,24}(?![\p{L}\p{N}])/gu

/** Names of platforms, folded; a sign or "là" must follow before what is taken as an account there. */
const platform =
  /(?<![a-z0-9])(?:nick ?)?(?:facebook|face|fb|zalo|zl|telegram|tele|instagram|insta|ins|ig|tiktok|tik tok|twitter|youtube|skype|wechat|weixin|line ?id|id line|line|viber|whatsapp|messenger|snapchat|threads|discord|locket|nick|acc fb|acc zalo|kakao(?:talk)?|id)(?: (?:cua )?(?:minh|em|toi|chi|anh|e|mk|tui|ca nhan|rieng|ten|id|nick|acc))? ?(?::|=|：| la | ten ) ?/g
/** "fb thu.ha.9410": without a sign only what is clearly an account name. */
const bareAccount =
  /(?<![a-z0-9])(?:facebook|face|fb|zalo|telegram|tele|instagram|insta|ig|tiktok|skype|wechat|nick|line) (?:live:)?(?=[a-z0-9]+[._][a-z0-9._]*[a-z0-9]|[a-z]{2,20}\d{2,8}(?![a-z0-9]))/g
const otherPlatform =
  /(?:微信号?|加微信|QQ|抖音号?|ไลน์ไอดี|ไอดีไลน์|ไลน์|เฟซบุ๊ก|เฟส|ເຟສບຸກ|ໄລນ໌|តេឡេក្រាម|ហ្វេសប៊ុក) ?[:：=]? ?(?=[A-Za-z0-9_])/g
const account = /@?[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]{1,60}/uy
const nameAccount = new RegExp(`${capitalised}(?: ${capitalised}){1,4}(?![\\p{L}])`, 'uy')
/** Organisations have pages too; these stay. */
const organisation =
  /^(?:cong|cty|bao|dai|truong|so|bo|ubnd|cong an|trung tam|benh vien|hoi|doan|mat tran|quoc hoi|chinh phu|bao tang|http|www)(?![a-z])/

export function findHandles(view: View): Span[] {
  const spans: Span[] = []
  for (const match of view.text.matchAll(handle)) spans.push(trimHandle(match.index, match[0]))
  for (const match of view.text.matchAll(redditor)) spans.push(trimHandle(match.index, match[0]))
  for (const match of view.folded.matchAll(platform)) pushAccount(view, match, / la | ten $/.test(match[0]), spans)
  for (const match of view.folded.matchAll(bareAccount)) pushAccount(view, match, true, spans)
  for (const match of view.text.matchAll(otherPlatform)) pushAccount(view, match, true, spans)
  return spans
}

const trimHandle = (start: number, written: string): Span => ({
  start,
  end: start + written.replace(/[.-]+$/, '').length,
  kind: 'handle',
})

/** Takes what follows a platform's name: an account name, or behind a colon also a name in capitals. */
function pushAccount(view: View, match: RegExpExecArray, needsSigns: boolean, out: Span[]): void {
  const start = match.index + match[0].length
  if (organisation.test(view.folded.slice(start, start + 20))) return
  nameAccount.lastIndex = start
  account.lastIndex = start
  const written = (needsSigns ? null : nameAccount.exec(view.text)?.[0]) ?? account.exec(view.text)?.[0]
  if (written === undefined || /^[\d.,-]+$/.test(written)) return
  const trimmed = written.replace(/[.-]+$/, '')
  const isAccount = /[\d_.@]/.test(trimmed) || /^\p{Lu}/u.test(trimmed) || !needsSigns
  if (isAccount) out.push({ start, end: start + trimmed.length, kind: 'handle' })
}
