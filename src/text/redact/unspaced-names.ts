// Names in Chinese, Lao, Thai and Khmer: found by the title or the words beside them, cut where a common word begins.
import type { Span } from './span.ts'
import type { View } from './view.ts'

export function findUnspacedNames(view: View): Span[] {
  const spans: Span[] = []
  if (/\p{Script=Han}/u.test(view.text)) findChinese(view.text, spans)
  if (/\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}/u.test(view.text)) findTitled(view.text, spans)
  return spans
}

const surname =
  '(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤阮裴邢岳齐施倪柯農农侬張劉陳楊黃趙吳孫馬鄭羅謝許韓馮鄧葉蘇魏呂盧鍾譚陸賈鄒龔錢嚴湯])'
const given = '[\\u4e00-\\u9fff]'
const office =
  /(?:部长|副部长|主席|副主席|总理|副总理|总统|总书记|书记|副书记|省长|市长|县长|局长|司长|处长|院长|校长|大使|发言人|外长|代表|委员|秘书长|高级专员|部長|總理|總統|議員|议员|法官|检察官|国王|女王|首相|团长|主任|高级官员)$/
/** Words after a full name that only persons are followed by. */
const after = '(?:先生|女士|小姐|同志|老师|律师|医生|大夫|师傅|夫妇|阿姨|叔叔|大爷|奶奶|太太)'
const speech = '(?:表示|说道|说|称|告诉|认为|回忆|介绍|透露|控诉|哭诉|投诉|反映|讲述)'
const chinese: readonly RegExp[] = [
  new RegExp(`(?<name>${surname}${given}{0,2}?)${after}`, 'g'),
  new RegExp(`(?<name>${surname}某{1,3}${given}?|${surname}${given}?某${given}?)`, 'g'),
  new RegExp(
    `(?:我叫|(?<=[，。,、；])叫|名叫|叫做|叫作|姓名[:：]?|名字[是叫]|村民|居民|记者|律师|教师|老师|工人|学生|农民|司机|被告人?|嫌疑人|受害者?人?|原告|母亲|父亲|女儿|儿子|妻子|丈夫|同学|朋友|业主|户主|患者|罪犯|联系人[:：]?|收款人[:：]?|户名[:：]?|判处) ?(?<name>${surname}${given}{1,2}?)(?=[，。,.、；：:！？!?（( \\n和与及说表称的在是被有因向为]|$)`,
    'g',
  ),
  new RegExp(
    `(?<![\\u4e00-\\u9fff])(?<name>${surname}${given}{1,2}?)(?:（|\\(|，|,)\\s?(?:男|女|\\d{1,2}岁|现年)`,
    'g',
  ),
  new RegExp(`(?<![\\u4e00-\\u9fff])(?<name>${surname}${given}{1,2}?)${speech}`, 'g'),
]

function findChinese(text: string, out: Span[]): void {
  const officials = new Set<string>()
  const found: { name: string; start: number }[] = []
  for (const match of text.matchAll(officeName)) officials.add(match.groups?.name ?? '')
  for (const pattern of chinese)
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.name ?? ''
      found.push({ name, start: match.index + match[0].indexOf(name) })
    }
  for (const { name, start } of found) {
    const isOfficial = officials.has(name) || office.test(text.slice(Math.max(0, start - 6), start))
    if (!isOfficial) out.push({ start, end: start + name.length, kind: 'person' })
  }
}

const officeName = new RegExp(
  `(?:部长|主席|总理|总统|书记|省长|市长|局长|院长|大使|发言人|外长|秘书长|部長|總理|總統)(?<name>${surname}${given}{1,2}?)(?=[，。,.、；：:！？!?（( \\n和与及说表称的在是会出访]|$)`,
  'g',
)

type Script = {
  /** Titles before a name; the longest first. */
  readonly titles: RegExp
  /** Words that begin where the name has ended. */
  readonly stops: RegExp
  readonly letters: RegExp
  /** Offices beside a title or a name. */
  readonly offices: RegExp
}

const scripts: readonly Script[] = [
  {
    titles:
      /(?<![ก-๎])(?:ชื่อ ?)?(?:นางสาว|นาง(?!สาว|แบบ|พยาบาล|เอก|งาม|ฟ้า)|นาย(?!ก|จ้าง|ทุน|หน้า|แพทย์|อำเภอ|ทหาร|ตำรวจ|ท้าย|ช่าง)|น\.ส\.|ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง|คุณ(?!ภาพ|ค่า|สมบัติ|ธรรม|ประโยชน์|ลักษณะ|ครู|หมอ|พ่อ|แม่|ๆ)|ชื่อ) ?/g,
    stops:
      /(?:อายุ|วัย|กล่าว|บอก|เล่า|ได้|ไป|มา|และ|เป็น|อยู่|ถูก|มี|ที่|กับ|จาก|ซึ่ง|ว่า|โทร|ใน|ของ|ให้|ไม่|จะ|คือ|เมื่อ|ระบุ|เปิดเผย|แล้ว|หาย|ครับ|ค่ะ)/,
    letters: /[\u0e01-\u0e4e]/,
    offices: /(?:รัฐมนตรี|ประธานาธิบดี|ผู้ว่าราชการ|โฆษก|อธิบดี|ปลัด|เอกอัครราชทูต|เลขาธิการ)/,
  },
  {
    titles: /(?<![\u0e81-\u0ecd])(?:ຊື່ ?)?(?:ທ້າວ|ນາງສາວ|ນາງ|ທ່ານ ນາງ|ທ່ານນາງ|ທ່ານ|ສາວ|ອ້າຍ|ເອື້ອຍ|ຊື່) ?/g,
    stops: /(?:ອາຍຸ|ກ່າວ|ບອກ|ໄດ້|ໄປ|ມາ|ແລະ|ເປັນ|ຢູ່|ຖືກ|ມີ|ທີ່|ກັບ|ຈາກ|ເຊິ່ງ|ວ່າ|ເບີ|ໂທ|ໃນ|ຂອງ|ໃຫ້|ບໍ່|ຈະ|ລູກ|ຊາວ)/,
    letters: /[\u0e81-\u0ecd]/,
    offices: /(?:ນາຍົກ|ລັດຖະມົນຕີ|ປະທານ|ເຈົ້າແຂວງ|ໂຄສົກ|ເລຂາ|ເອກອັກຄະ|ຫົວໜ້າ|ເຈົ້າເມືອງ)/,
  },
  {
    titles: /(?:ឈ្មោះ|លោកស្រី|លោកគ្រូ|អ្នកគ្រូ|អ្នកស្រី|កញ្ញា|លោក(?!ស្រី|គ្រូ|នាយក|រដ្ឋមន្ត្រី|ប្រធាន|អភិបាល|តា|យាយ))(?: ឈ្មោះ)? ?/g,
    stops: /(?:អាយុ|បាន|និង|ជា|ដែល|ថា|នៅ|មាន|ត្រូវ|ភេទ|លេខ|មក|ទៅ|ពី|រស់|បាត់|ក្នុង|គ្មាន|មិន|សូម|នឹង)/,
    letters: /[\u1780-\u17d3]/,
    offices: /(?:នាយករដ្ឋមន្ត្រី|រដ្ឋមន្ត្រី|ប្រធាន|អភិបាល|អ្នកនាំពាក្យ|ឯកឧត្តម|សម្តេច|ឯកអគ្គរដ្ឋទូត)/,
  },
]

/** Bank accounts are said to be in somebody's name: "ชื่อ …", "ឈ្មោះ …". */
function findTitled(text: string, out: Span[]): void {
  for (const script of scripts)
    for (const match of text.matchAll(script.titles)) {
      const start = match.index + match[0].length
      const end = readUnspaced(text, start, script)
      if (end <= start) continue
      const before =
        text
          .slice(Math.max(0, match.index - 30), match.index)
          .split(sentenceEnd)
          .at(-1) ?? ''
      const around = `${before} ${text.slice(end, end + 30).split(sentenceEnd)[0] ?? ''}`
      if (!script.offices.test(around)) out.push({ start, end, kind: 'person' })
    }
}

const sentenceEnd = /[;.!?។\n]/
const longestPart = 16
const shortRun = 8

/** Two parts at most, given and family name, each up to a space or a common word. */
function readUnspaced(text: string, from: number, script: Script): number {
  let end = from
  for (let part = 0; part < 2; part++) {
    const start = part === 0 ? from : text.charAt(end) === ' ' ? end + 1 : -1
    if (start < 0) break
    let stop = start
    while (stop - start < longestPart + 12 && script.letters.test(text.charAt(stop))) stop++
    // A short run is a name as a whole; some syllables of names are common words too.
    const cut = stop - start > shortRun ? script.stops.exec(text.slice(start, stop))?.index : undefined
    if (part === 1 && script.stops.exec(text.slice(start, stop))?.index === 0) break
    const length = cut ?? stop - start
    if (length < 2 || length > longestPart) break
    end = start + length
    if (cut !== undefined) break
  }
  return end
}
