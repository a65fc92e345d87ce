// Phrases: how lines begin, or are, that stand in an article's body and are not part of it.

/** Invitations to read something else; the line ends with the other article's headline, or is a heading over a list of them. */
const elsewhere = [
  'xem thêm|đọc thêm|tin liên quan|bài liên quan|xem bài|mời (?:bạn|quý|độc giả|các bạn).{0,20}(?:đọc|xem|theo dõi)|>>+|»|›|=>',
  "read (?:more|also|next|the)|also read|see (?:also|more)|related(?: articles?| stories| news| posts?| content| topics| links)?\\b|more (?:on|from|about) |recommended|don'?t miss|you (?:may|might) (?:also )?(?:like|be interested)|more stories|watch(?: now)?\\s?[:|]|listen\\s?[:|]|most (?:read|popular)|trending|continue reading|up next|click here|in pictures|in case you missed",
  'lire aussi|à lire aussi|lire la suite|voir aussi|à voir|sur le même (?:sujet|thème)|pour aller plus loin',
  '(?:lesen|sehen|hören) sie (?:auch|hier|dazu)|mehr (?:zum thema|dazu|lesen|aus)|lesen sie|auch interessant|das könnte (?:sie|dich)|weitere (?:artikel|themen|infos)|zum thema|passend dazu|empfohlene',
  'leggi anche|lee (?:también|más)|ver más|te puede interesar|leia (?:também|mais)|veja (?:também|mais)|saiba mais|lees (?:ook|meer)|czytaj (?:też|także|więcej)|zobacz (?:też|także)|les også|läs (?:också|mer|även)|læs (?:også|mere)|čtěte|читайте|читати',
  '相关(?:新闻|阅读|链接)|延伸阅读|更多|推荐阅读|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|อ่านข่าว|ອ່ານເພີ່ມ|អានបន្ថែម|អត្ថបទទាក់ទង|関連記事|関連',
]

/** What a site asks of its readers, and what it says of itself. */
const house = [
  'chia sẻ|bình luận|từ khóa|thẻ\\b|tags?\\b|theo dõi (?:chúng tôi|báo|kênh)|đăng ký|đăng nhập|quảng cáo|bản quyền|ý kiến bạn đọc|gửi bình luận|in bài|lượt xem|quay lại|về trang chủ|(?:ảnh|video|clip|nguồn ảnh|đồ họa)\\s?:',
  "share (?:this|on|via|article)|comments?\\b|leave a (?:comment|reply)|tags?\\s?:|filed under|follow (?:us|@|\\w+ on)|subscribe|sign up|newsletter|get (?:the|our|more|all) .{0,60}(?:inbox|newsletter|email|app\\b)|advertisements?$|adverts?$|sponsored|copyright|©|\\(c\\) ?\\d{4}|all rights reserved|print$|email$|download (?:the|our)|join (?:us|our|the conversation)|support (?:us|our)|donate|image(?: source| credit| copyright)?\\s?:|photo(?:graph)?s?(?: by| credit| courtesy)?\\s?:|photos? by|picture\\s?:|credit\\s?:|getty images|click to tweet|last (?:updated|modified)|(?:first )?published\\b.{0,10}\\d|posted (?:on|by|in)|updated\\b.{0,10}\\d|\\d+ min(?:ute)?s? read|reading time|have a (?:tip|story)|got a (?:tip|story)|we may earn|this (?:article|story|post) (?:was|is|has been|originally|first|appeared)|note:? we|editor'?s note|read or share|placeholder image|reklam$|stay (?:informed|up to date)|for (?:more|the latest) (?:breaking )?(?:stories|news)|send (?:us )?(?:your|a)|to (?:report|contact) |our community|if you (?:enjoyed|liked)|thank(?:s| you) for (?:reading|signing)|what do you think|tell us what|view (?:all )?comments|(?:original|full) article",
  "partager|abonnez-vous|inscrivez-vous|s'abonner|je m'abonne|commentaires?\\b|crédits? photo|photo\\s?:|publié le|mis à jour|temps de lecture|tous droits réservés",
  'teilen|kommentare?\\b|kommentieren|newsletter|abonnieren|jetzt (?:abonnieren|testen|lesen|registrieren|kostenlos)|foto\\s?:|fotos?\\s?[:©]|bild\\s?:|quellen?\\s?:|anzeige$|stand\\s?:|schlagwörter|schlagworte|zur startseite|artikel (?:merken|teilen|drucken)|alle rechte|veröffentlicht|aktualisiert|lesezeit|mit material|dieser (?:artikel|text|beitrag) (?:ist|wurde|erschien|stammt)|an dieser stelle|empfohlener (?:externer|redaktioneller)|folgen sie|hinweis der redaktion',
  'compartir|compartilhe|condividi|comentarios|comentários|commenti|suscríbete|assine|iscriviti|publicidad|publicidade|tempo de leitura|tiempo de lectura|delen|reageer|reacties|udostępnij|komentarze|reklama|annonse|annons|del artikkel|kommentarer',
  '责任编辑|来源[:：]|编辑[:：]|分享|版权|打印|แชร์|แสดงความคิดเห็น|ลิขสิทธิ์|ແບ່ງປັນ|ចែករំលែក|コメント|シェア',
]

/** How a person is credited; such a line must not stay (safeguard 1). */
const credit = [
  '(?:tác giả|người viết|bài(?: và|,)? ảnh|bài|thực hiện|biên tập|phóng viên|pv|ctv|tin(?: và|,)? ảnh|tin,? bài|người dịch|biên dịch|theo phóng viên)\\s?[:：]',
  'by [A-Z]|written by|[Aa]uthor\\s?:|about the author|reporting by|edited by|additional reporting|story by|compiled by|contact (?:the )?(?:author|reporter|writer)|follow (?:him|her|them) |with (?:files|reporting) (?:from|by)|reach .{2,40} at ',
  '(?:von|par|por|di|door|av|af) \\p{Lu}[\\p{L}.-]+(?: \\p{Lu}[\\p{L}.-]+){0,3}$|(?:autor|auteur|autore|autorin)\\w*\\s?:|propos recueillis|记者[:：]|作者[:：]|ผู้เขียน|โดย ',
]

const startsWith = (list: readonly string[]) => new RegExp(`^[\\s\\-–—•*|▶►👉(\\["“'+]*(?:${list.join('|')})`, 'iu')

export const isElsewhere = startsWith(elsewhere)
export const isHouse = startsWith(house)
/** Case matters: "by A" is a name, "by a" a sentence. */
export const isCredit = new RegExp(`^[\\s\\-–—•*|(]*(?:${credit.join('|')})`, 'u')

/** Consent texts, of any length. */
export const isConsent =
  /\b(?:uses?|using|accept|allow) (?:\w+ )?cookies|cookies? (?:settings|policy|to (?:improve|ensure|give|offer))|sử dụng cookie|verwende\w* cookies|utilis\w+ (?:des|les) cookies|utiliza\w* cookies/i

/** The heading over what readers wrote: a count and the word, or an invitation. */
export const isCommentsHeading =
  /^[\d.,\s(]*(?:(?:reader |view |all |user )?comments?(?: on .*| section)?|leave a (?:comment|reply).*|add a comment.*|join the (?:conversation|discussion).*|bình luận|ý kiến(?: bạn đọc| của bạn)?|gửi bình luận|commentaires?|laisser un commentaire|kommentare?(?: zu .*)?|leserkommentare|(?:schreibe|hinterlasse) einen kommentar|comentarios?|comentários?|deja un comentario|commenti|reacties|kommentarer|评论|网友评论|ความคิดเห็น|មតិ|ຄວາມຄິດເຫັນ)[\s\d():.,!]*$/iu

/** Nothing but the moment of something: "21 mins ago 11:48", "20:24", "19.03.2024, 14:05 Uhr". */
export const isMoment =
  /^(?=.*\d)(?:[\d\s:.,/|()+–-]|\b(?:am|pm|uhr|gmt|utc|est|edt|ist|amt|at|um|on|ago|mins?|minutes?|hours?|days?|phút|giờ|ngày|tháng|năm|trước|lúc|thứ|hai|ba|tư|sáu|bảy|chủ nhật|stand|vor|stunden|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?)+$/iu

/** Captions and their photographers: "… (AFP / NAME)", "… © Name", "Ảnh: Tên" at the end of a line. */
export const isPhotoCredit =
  /^.{0,300}(?:©\s?[^.]{2,60}|\((?:AFP|AP|EPA|dpa|Reuters|Getty|TTXVN|VNA|Xinhua)\b[^)]{0,60}\)|[([](?:photos?|pictures?|images?|credit|courtesy|source|ảnh|hình|nguồn|foto|bild|crédit|图|ภาพ)\b[^)\]]{0,80}[)\]]|(?:ảnh|hình ảnh|photo|foto)\s?:\s?[\p{Lu}][^.:]{1,50})\.?$/iu

/** What authors say of themselves under an article, and how to reach them or the paper. */
export const isAboutAuthor =
  /[\w.+-]+@[\w-]+\.\w+|\b(?:is|are) (?:an?|the) (?:[\w'’-]+ ){0,4}(?:reporter|journalist|writer|editor|professor|researcher|lecturer|correspondent|columnist|fellow|author|contributor|producer|freelancer|historian|lawyer)\b|\bist (?:\w+ ){0,3}(?:reporter|redakteur|korrespondent|autor|journalist|gründer|professor|fellow)|\b(?:follow|reach|contact) (?:him|her|them|me)\b|sign(?:ing)? up (?:for|to)|newsletter|subscribe|bookmark|stay informed|(?:là )?phóng viên (?:của )?báo|mọi ý kiến.{0,40}(?:gửi|xin)|thư từ.{0,30}gửi/iu
