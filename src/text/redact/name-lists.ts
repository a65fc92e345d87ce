// Names that people in Viet Nam and its neighbours bear, by what they prove when a capital word is met.
import { makeList } from './word-list.ts'

/** Family names that are hardly anything else; a name begins where one is followed by another capital word. */
export const strongSurnames = makeList(
  `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương lý đinh trịnh lương đào phùng tạ quách trương lưu
   chu doãn đàm mạc khổng hứa tống ngụy nghiêm kiều thiều diệp phí khuất vương đậu nhữ lều ngọ trình lã khương huỳnh`,
  `giàng sùng thào vừ tẩn chảo lù hờ hảng sồng lừu cháng quàng lường tòng lèo sính chìu chíu tằng thàng khoàng pờ
   ksor rmah rcom rơcom rahlan siu kpă niê mlô êban ayun adrơng byă kbuôr knul hmok êñuôl ktla hwing krông rơ_châm rơ_mah
   pơloong bríu zơrâm alăng arất bhling blúp kră cil liêng_hót kơ_să chamaléa katơr pinăng điểu neáng néang chau`,
)

/** Family names that are also words, places or given names: they need a title, an age or a middle name beside them. */
export const weakSurnames = makeList(
  `an âu bạch bành bế bàn cao cầm châu cung cù danh đoàn đồng đường giang giáp hà hàn hoa hồ hạng khúc kim la lại lâm
   lầu lò lục long lữ lỗ ma mã mai mạnh mùa nông ninh ông phó phú quan quản sầm sơn sử tăng thạch thái thân thẩm thi thang
   tiêu tô tôn trà trang tráng triệu từ ung văn vàng vi viên vòng xa y a ly cà bạc điêu đèo lự kha khâu khang mông moong lô
   lang lộc ngân nay hồng phàn thị chang hùng chá cứ xồng lỳ lừ quảng bá kiên triệu hầu sằn chướng voòng ka k'`,
)

/** Behind a rare family name these make a name sure: Hmong, Dao and Hà Nhì names go so. */
export const ethnicMiddles = makeList('a seo mí mùi láo tả phù')

/** Words between the family and the given name that stand in few other places. */
export const markingMiddles = makeList(
  `văn thị đức hữu đình bá khắc sỹ sĩ trọng viết xuân ngọc quang minh thanh công duy đăng quốc tiến mạnh thế hoàng hồng kim
   thùy thúy thu phương mỹ a seo mí mùi chứ nhìa láo tả mẩy seng díu hải bích diễm tuyết nhật gia bảo tuấn anh thành như
   cẩm hoài khánh phú hùng trung chí tấn vĩnh đại thiên thái tố huy hà lan`,
)

/** Middle names that are hardly anything else, also in lower case and in headlines. */
export const sureMiddles = makeList('văn thị')

export const givenNames = makeList(
  `an anh ánh ân bách bảo bằng bích bình ca cẩm châu chi chiến chính chung chương công cúc cương cường danh dân diễm diệp diệu
   dinh doanh du dung dũng duy duyên dương đạo đạt đăng điền điệp định đoan đông đức gấm giang giáp hà hạ hải hân hằng hạnh hảo
   hạo hào hậu hiên hiền hiển hiệp hiếu hiệu hoa hòa hoài hoan hoàn hoàng hồng hợp huân huấn huệ hùng hưng hương hường hữu huy
   huyền kha khải khang khanh khánh khiêm khoa khoan khôi khuê khương kiên kiệt kiều kim kỳ lam lan lành lâm lân lập lệ liêm
   liên liễu linh loan lộc lợi long luân luận lực lương lượng luyến lụa ly lý mai mạnh mẫn mận mậu mây mến minh mơ mùi my mỹ na
   nam năm nga ngà ngạn ngân nghi nghĩa ngoan ngọc nguyên nguyệt nhã nhài nhạn nhân nhàn nhất nhật nhi nhiên nhinh nho nhớ nhung
   như nhựt ninh nương oanh phát phi phong phú phúc phụng phước phương phượng quân quang quốc quý quyên quyền quyết quỳnh sa san
   sang sáng sáu sâm sen sinh soan son sơn sương tài tâm tân tấn thạch thái thắm thắng thanh thành thảo thạo thăng thế thêm thi
   thiện thiên thiệp thịnh thoa thoan thoại thông thơ thơm thu thuần thuận thục thúy thùy thủy thư thương thường thưởng thực thức
   tiên tiến tín tình tĩnh toại toan toàn toản tố trà trang trâm trân trí triết triều trinh trình trọng trúc trung trực trường tú
   tuân tuấn tuệ tùng tuyên tuyến tuyết tuyền tường tư tứ uy uyên vân vi viên việt vinh vĩnh vọng vũ vui vương vượng vy vỹ
   xoan xuân xuyến xuyên yên yến ý thọ tho hợi dậu tuất thìn mão sửu tý ngọ mùi tẹo tý bông bin`,
)

/** Given names that stand at the head of sentences as ordinary words. */
export const wordLikeGivenNames = makeList(
  `an anh bảo bằng bình ca chi chiến chính chung công cương danh dân du dung duy dương đạo đạt đăng điền định đông đức giang
   hà hạ hải hảo hậu hiền hiển hiếu hiệu hoa hòa hoài hoàn hoàng hồng hợp huy hữu hưng khoa kim kỳ lan lành lập lệ liên lợi long
   luận lực lượng mai mạnh minh mơ mỹ nam năm ngân nghĩa ngoan ngọc nguyên nhân nhất nhật như ninh phát phi phong phú phúc phương
   quân quang quốc quý quyền quyết sa sáng sáu sen sinh sơn sương tài tâm tân thái thắng thanh thành thảo thế thêm thi thiên thông
   thơ thu thuần thuận thư thương thường thực thức tiên tiến tình toàn trang trí trình trọng trung trực trường tư tuyên tuyến vân
   vi viên việt vinh vui vương xuân yên ý sơ`,
)

/** In lower case behind a short kinship word ("a tuấn"), with the words that would make them an ordinary word. */
export const lowerGivenNames = makeList(
  `tuấn hùng dũng cường kiệt hiếu tùng huy khôi lan hoa huệ cúc hằng hương hường hà nga ngọc oanh loan linh mai nhung phượng quyên
   quỳnh thảo thoa thủy thúy thùy trâm trang trinh tuyết uyên vy`,
)
export const lowerPlainNames = makeList(
  'hung huy khanh khang ngoc quynh linh thuy trinh tuyet oanh vy yen lan tuan trang',
)
export const wordsAfterLower = makeList(
  `tiếp tục hàng tỏa rộng truyền tràn can nhau dược luận mộc phạt hồng phúc vị lợi ngày tháng năm đại hồn mãnh cảm độ điệu trì doanh động lệ
   đô sơn khố tuyết hiền sỹ tâm bị trí web phục sức nhã thương khói vườn quê chốc nữa mốt kia sau tới này nay trước sáng chiều tối
   hoạt tinh trường vật thiêng chi cấp kiệm hoạch nhập hoài hướng hóa tiền thuế mua hoạch gom dung thuẫn nội đậu giống cành quả
   đạo hạnh đức mình hòa ấm tham xem`,
)

export const westernGivenNames = makeList(
  `aaron adam alan albert alex alexander alexandra alice alison amanda amy andrea andrew angela ann anna anne annie anthony arthur
   barbara ben benjamin bernard beth betty bill bob brandon brenda brian bruce carl carla carol caroline catherine cathy charles
   chris christian christina christine christopher cindy claire clara colin craig cynthia dan daniel danielle david dean deborah
   denis dennis diana diane donald donna dorothy douglas edward elena elizabeth ellen emily emma eric erica ethan eva frank fred
   gabriel gary george gerald gloria grace graham greg gregory hannah harold harry heather helen henry howard hugh ian isabel jack
   jacob james jamie jane janet jason jean jeff jeffrey jennifer jenny jeremy jessica jim joan joe joel john jonathan joseph joshua
   joyce juan judith julia julian julie justin karen kate katherine kathleen katie keith kelly ken kenneth kevin kim kyle larry laura
   lauren laurence leo leon linda lisa louis louise lucas lucy luke lynn maria marie marion mark martha martin mary matthew megan
   melissa michael michelle mike mohamed mohammed monica nancy natalie nathan neil nicholas nicole nick noah nora oliver olivia pamela
   patricia patrick paul paula peter philip phillip rachel ralph raymond rebecca richard robert robin roger ronald rose ruth ryan sam
   samantha samuel tou kao ger neng bee nhia chong yer pao mai pa chue pov maiv nkauj npauj txawj tub paj nplooj sandra sara sarah scott sean sharon simon sophia sophie stephanie stephen steve steven stuart susan teresa theresa
   thomas tim timothy tina todd tom tony tracy vanessa veronica vincent walter wendy william zoe`,
  `alain andré antoine aurélie aline benoît bertrand bruno camille cécile céline chantal christophe claude corinne delphine dominique
   élise émilie étienne fabrice françois françoise frédéric georges gérard guillaume guy hélène henri hervé isabelle jacques
   jean-pierre jérôme joël julien laurent léa luc lucie madeleine marc marcel mathieu michel mireille monique nathalie nicolas odile
   olivier pascal philippe pierre quentin raphaël rémi rené romain sandrine sébastien serge simone stéphane sylvie thérèse thierry
   valérie virginie xavier yann yves yvette leïla`,
)

/** Hmong clans in the spelling that is used for nothing else. */
export const rpaClans = makeList('vaj yaj xyooj thoj vwj hawj muas lauj kwm tsab khab tsheej tswb faj phab')

/** Hmong clans in both spellings; a name has one at its end or its head. */
export const hmongClans = makeList(
  `vang vaj xiong xyooj yang yaj lee lis thao thoj vue vwj her hawj moua muas lor lauj kue kwm cha tsab hang ham khang khab
   cheng tsheej chue tswb fang faj koo kong phab`,
)
