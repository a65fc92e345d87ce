// Phrases: how lines begin, or are, that stand in an article's body and are no part of it. Tables by kind and language.

/** A label is short and no sentence. */
export const longestLabelChars = 60

/** Words that open a line which leads to other articles, or dates and measures this one. */
const leadingLabels = [
  'xem thêm|đọc thêm|tin liên quan|bài liên quan|(?:tin|bài) cùng chuyên mục|tin khác|nguồn ảnh|cập nhật|lượt xem',
  'read (?:more|also|next)|also read|see (?:also|more)|related|more (?:on|from|about|stories|news)|recommended|you (?:may|might)|most (?:read|popular)|trending|up next|leave a|filed under|sign up|publish(?:ed)?|posted|updated|last (?:updated|modified)|reading time|\\d+ min(?:ute)?s? read|top stories|placeholder',
  'lire (?:aussi|la suite)|à (?:lire|voir)|voir aussi|sur le même|publié|mis à jour|temps de lecture|crédits?',
  '(?:lesen|sehen|hören) sie|mehr (?:zum|dazu|lesen|aus)|auch interessant|weitere|zum thema|passend dazu|ähnliche|empfohlene|jetzt|stand\\b|zur startseite|veröffentlicht|aktualisiert|lesezeit|zitiervorschlag|artikel (?:merken|teilen|drucken)',
  'leggi|lee (?:también|más)|ver más|te puede|leia|veja|saiba|tempo de|tiempo de|lees|czytaj|zobacz|les også|läs|læs|čtěte|читайте|читати',
  '相关|延伸|更多|推荐|関連|อ่าน|ข่าวที่|ອ່ານ|អាន|អត្ថបទទាក់ទង',
]

/** Words that are a label when nothing follows them but a count, a colon and its list, or a network's name. */
const wholeLabels = [
  'chia sẻ(?: bài viết)?|bình luận|gửi (?:bình luận|ý kiến)|ý kiến(?: bạn đọc)?|từ khóa|chủ đề|thẻ|theo dõi(?: chúng tôi)?|đăng ký|đăng nhập|quảng cáo|bản quyền|in bài(?: viết)?|quay lại|về trang chủ',
  'share(?: this)?(?: article| story)?|comments?|tags?|topics?|follow(?: us)?|subscribe|newsletter|advertisements?|adverts?|sponsored|print|email|image|photos?|pictures?|view|join|donate|support(?: us)?|watch|listen|related',
  "partager|commentaires?|s'abonner|photos?|teilen|kommentare?|kommentieren|newsletter|abonnieren|fotos?|bild|quellen?|anzeige|schlagw\\p{L}+",
  'compart\\p{L}*|condividi|coment\\p{L}+|publicidad\\p{L}?|delen|reageer|reacties|udostępnij|komentarze|reklam\\p{L}?|annons\\p{L}?|del artikkel|kommentarer',
  '分享|版权|打印|来源|编辑|责任编辑|コメント|シェア|แชร์|แสดงความคิดเห็น|ลิขสิทธิ์|ແບ່ງປັນ|ចែករំលែក',
]

/** Invitations, house notes and sources of pictures, also as whole sentences. */
const notes = [
  '>>+|»|›|=>|mời (?:bạn|quý|độc giả|các bạn).{0,20}(?:đọc|xem|theo dõi)|theo dõi (?:chúng tôi|báo|kênh|fanpage)|đăng ký (?:nhận|theo dõi)|(?:giấy phép|gp) (?:số|hoạt động|thiết lập)|ghi rõ nguồn|bản quyền thuộc|chịu trách nhiệm (?:nội dung|chính)|(?:ảnh|video|clip|nguồn ảnh|đồ họa)\\s?:',
  "(?:read|see|watch|listen|more|related|don'?t miss)(?: \\w+){0,2}\\s?[:|]|click here|in pictures|get (?:the|our|more|all) .{0,60}(?:inbox|newsletter|email|app\\b)|copyright|©|\\(c\\) ?\\d{4}|all rights reserved|download (?:the|our)|join (?:us|our|the conversation)|(?:subscribe|sign up|follow us)\\b|(?:image|photo|picture|credit)s?(?: source| credit| copyright| by| courtesy)?\\s?:|photos? by|getty images|have a (?:tip|story)|got a (?:tip|story)|we may earn|this (?:article|story|post) (?:was|has been|originally|first|appeared)|note:? we|editor'?s note|read or share|send (?:us )?your|to report |our community|if you (?:enjoyed|liked)|thank(?:s| you) for (?:reading|signing)|what do you think|tell us what|stay (?:informed|up to date)|for (?:more|the latest) (?:breaking )?(?:stories|news)|follow .{2,30} full coverage",
  '(?:lire|voir|à lire|à voir)(?: aussi)?\\s?[:|]|abonnez-vous|inscrivez-vous|tous droits réservés|photo\\s?:|pour aller plus loin',
  'lesen sie (?:auch|hier|dazu)|das könnte (?:sie|dich)|foto\\s?:|fotos?\\s?[:©]|bild\\s?:|quellen?\\s?:|mit material|dieser (?:artikel|text|beitrag) (?:ist|wurde|erschien|stammt)|an dieser stelle|empfohlener (?:externer|redaktioneller)|folgen sie|hinweis der redaktion|ihre meinung ist',
  '(?:leggi|lee|leia|lees|czytaj|les|läs|læs)(?: \\p{L}+){1,2}\\s?:|saiba mais|te puede interesar',
  '相关(?:新闻|阅读|链接)|责任编辑|来源[:：]|编辑[:：]|版权',
]

/** How a person is credited; such a line must not stay (safeguard 1). Case matters: "by A" is a name, "by a" a sentence. */
const credits = [
  '(?:[Tt]ác giả|[Nn]gười viết|[Bb]ài(?: và|,)? ảnh|[Bb]ài|[Tt]hực hiện|[Bb]iên tập|[Pp]hóng viên|PV|CTV|[Tt]in(?: và|,)? ảnh|[Tt]in,? bài|[Nn]gười dịch|[Bb]iên dịch)\\s?[:：]',
  '(?!.*[.!?]["”’]?$)[Bb]y \\p{Lu}|[Ww]ritten by|[Aa]uthor\\s?:|About the [Aa]uthor|[Rr]eporting by|[Ee]dited by|[Aa]dditional reporting|[Ss]tory by|[Cc]ompiled by|[Cc]ontact (?:the )?(?:author|reporter|writer)|[Ff]ollow (?:him|her|them) |[Ww]ith (?:files|reporting) (?:from|by)|[Rr]each .{2,40} at |[Cc]ontributing:',
  '(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f) \\p{Lu}[\\p{L}.-]+(?: \\p{Lu}[\\p{L}.-]+){0,3}$|(?:[Aa]ut(?:o|eu)r|[Aa]utore|[Aa]utorin)\\w*\\s?:|[Pp]ropos recueillis|记者[:：]|作者[:：]|文[:：]|ผู้เขียน|โดย \\S+(?: \\S+)?$',
]

const opening = '^[\\s\\-–—•*|▶►👉(\\["“\'+]*'
const startsWith = (list: readonly string[], flags: string) => new RegExp(`${opening}(?:${list.join('|')})`, flags)
const leadingLabel = startsWith(leadingLabels, 'iu')
const networks =
  '(?: (?:on|via|by|qua|lên|trên|sur|auf|en|em))? ?(?:facebook|zalo|twitter|x|linkedin|whatsapp|e-?mail)?'
const wholeLabel = new RegExp(
  `${opening}(?:${wholeLabels.join('|')})${networks}(?:\\s*[:：].*|[\\s\\d()|.,!…]*)$`,
  'iu',
)

/** A short line, no sentence, that names something other than the article. */
export function isLabel(text: string): boolean {
  if (text.length > longestLabelChars || /[.!?。]$/.test(text)) return false
  return leadingLabel.test(text) || wholeLabel.test(text)
}

export const isNote = startsWith(notes, 'iu')
export const isCredit = startsWith(credits, 'u')

/** Consent texts, of any length. */
export const isConsent =
  /\b(?:uses?|using|accept|allow) (?:\w+ )?cookies|cookies? (?:settings|policy|to (?:improve|ensure|give|offer))|sử dụng cookie|verwende\w* cookies|utilis\w+ (?:des|les) cookies|utiliza\w* cookies/i

/** The heading over what readers wrote: a count and the word, or an invitation. */
export const isCommentsHeading =
  /^[\d.,\s(]*(?:(?:reader |view |all |user )?comments?(?: on .*| section)?|leave a (?:comment|reply).*|add a comment.*|join the (?:conversation|discussion).*|bình luận|ý kiến(?: bạn đọc| của bạn)?|gửi bình luận|commentaires?|laisser un commentaire|kommentare?(?: zu .*)?|leserkommentare|(?:schreibe|hinterlasse) einen kommentar|comentarios?|comentários?|deja un comentario|commenti|reacties|kommentarer|评论|网友评论|ความคิดเห็น|មតិ|ຄວາມຄິດເຫັນ)[\s\d():.,!]*$/iu

const momentWords =
  'am|pm|uhr|gmt|utc|est|edt|ist|amt|at|um|on|ago|mins?|minutes?|hours?|days?|phút|giờ|ngày|tháng|năm|trước|lúc|thứ|hai|ba|tư|sáu|bảy|chủ nhật|stand|vor|stunden|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

/** Nothing but the moment of something: "21 mins ago 11:48", "19.03.2024, 14:05 Uhr". */
export const isMoment = new RegExp(
  `^(?=.*\\d)(?:[\\d\\s:.,/|()+–-]|(?<!\\p{L})(?:${momentWords})(?!\\p{L})\\.?)+$`,
  'iu',
)

/** A moment and who wrote at it, in a live blog: "20:24 Jane Example"; "8:00 Chào cờ" is an agenda. */
export const isTimedName = /^\d\d?:\d\d\s?(?:\p{Lu}[\p{L}.'’-]+\s?){2,5}$/u

/** Captions with their photographers: "… (AFP / NAME)", "… © Name", "… Ảnh: Tên". One sentence, the name behind it. */
export const isPhotoCredit =
  /^[^.!?]{0,250}[.!?]?\s*(?:©\s?[^.]{2,60}|\((?:AFP|AP|EPA|Reuters|Getty)\b\s?[/-][^)]{0,60}\)|[([](?:photos?|pictures?|images?|credit|courtesy|source|ảnh|hình|nguồn|foto|bild|crédit|图|ภาพ)\b[^)\]]{0,80}[)\]]|(?:ảnh|photo|foto)\s?:\s?\p{Lu}[^.:]{1,50})\.?$/iu

/** "— Name (@handle) date" under a quoted post. */
export const isPostSignature = /^[—–-]\s.{0,80}\(@\w+\)/u

/** What authors say of themselves under an article, and how to reach them or the paper. */
export const isAboutAuthor =
  /\b(?:is|are) (?:an?|the) (?:[\w'’-]+ ){0,4}(?:reporter|journalist|writer|editor|professor|researcher|lecturer|correspondent|columnist|fellow|author|contributor|producer|freelancer|historian)\b|\bist (?:\w+ ){0,3}(?:reporter|redakteur|korrespondent|autor|journalist|gründer|professor|fellow)|\b(?:follow|reach|contact) (?:him|her|them|me)\b|sign(?:ing)? up (?:for|to)|newsletter|subscribe|bookmark|là phóng viên|mọi ý kiến.{0,40}(?:gửi|xin)|thư từ.{0,30}gửi/iu
