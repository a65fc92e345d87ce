// Look-alikes: which letters of other alphabets are written in place of Latin ones, each pair "as written, as read".

const readPairs = (pairs: string): [string, string][] =>
  pairs.split(/\s+/).map((pair) => {
    const [written = '', read = ''] = [...pair]
    return [written, read]
  })

/** Small capitals, hooked and turned letters. */
const phonetic = readPairs(
  `ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz
   ɑa ɐa ɓb ƅb ƀb ƈc ɗd ɖd ᵭđ ɘe ɛe ƒf ɡg ɠg ɦh ɧh ıi ɩi ɨi ȷj ƙk ɭl ɫl ɱm ɲn ɳn ƞn ɵo ƥp ʠq ɾr ɽr ɹr ʂs ᵴs ƫt ƭt ʈt ʉu ʋv ɯw ʐz ƶz
   ĸk əe ƁB ƇC ƊD Ԁd ƓG ƘK ⱮM ƝN ƤP ƦR ƬT ƲV ԚQ ԜW`,
)

const armenian = readPairs('աu ցg հh ոn ռn օo սu զq քp յj լl տs')

const cyrillic = readPairs(
  `аa вb сc ԁd еe ғf ԍg гr һh нh іi јj кk ӏl мm пn иn оo рp ԛq яr ѕs тt уy ѵv ԝw хx ьb зz ёe йn ыm чy эe
   АA ВB СC ЕE НH ҺH ІI ЈJ КK МM ОO РP ЅS ТT УY ҮY ХX ѴV ПN ИN ЯR ЬB ГR ЗZ`,
)

const greek = readPairs(
  `αa βb γy δd εe ζz ηn ιi κk λl μu νv οo πn ρp ςc σo τt υu χx ψw ωw
   ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX Ϲc`,
)

/** Read as Latin where they stand in a word with Latin letters. */
export const besideLatin: ReadonlyMap<string, string> = new Map([...phonetic, ...armenian, ...cyrillic, ...greek])

/** Cannot be told from Latin letters by eye: a whole word of them is a disguise where the text is otherwise Latin. */
export const identical: ReadonlySet<string> = new Set([
  ...'авсԁеһнікмтоԛрѕуԝхѵАВСЕНҺІЈКМОРЅТУҮХѴ',
  ...'αικνορτυγηβΑΒΕΖΗΙΚΜΝΟΡΤΥΧ',
  ...phonetic.map(([written]) => written),
  ...armenian.map(([written]) => written),
])
