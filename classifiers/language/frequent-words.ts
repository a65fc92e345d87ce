// Frequent words that tell languages apart; a word that two of them share stands in none of the lists.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Vietnamese syllables without diacritics that hardly any other language has as a word. */
export const vietnameseSyllables = list(`
  khong duoc nguoi nhung trong cua voi cac nhu viec ngay thang phai cung vao nhieu moi roi biet thay noi lai neu hoi
  xin muon nghe nghi duong truong tre quyen luat phap cong dinh phu khuyet benh vien trieu nghin nuoc thanh huyen quan
  phuong thon nhan toan vung cao dien thoai khoan ngan lua dao canh bao chinh sach hiem thuoc giup doi tac xay phat
  trien giao duc truyen hinh chuong trinh ket thuc hien quyet hanh quy nghia trach nhiem bieu xet xu xuat khau nhap
  lao luong doanh nghiep hoa xang dau giam bac trung tham lien quoc viet bien gioi tuong tich uy dai phong chong binh
  toc thieu nui tieng nuoi vo chau cau chung nao khi truoc gan lon dep xau nhat het chua thoi xe thuyen nguy dieu giu
  ly pham chet thuong khoe manh yeu ghet buon vui thue nop bong giay nhau chuyen tiet lu ngap lut cuu tro nhanh cham
  nhe vay duoi ngoai giua tuan phut gio buoi trua chieu hom tuy nhien nguyen tran hoang huynh phan bui vuc hoach bai
  thuat lich
`)

/** Everyday short spellings that stand for Vietnamese words, with and without đ. */
export const vietnameseShorthand = list(`
  ko k kg kh hok hong khg kp dc đc đk dk ng ngta mn mng mik mk m t b c e a vs hs sv gv bs ubnd sdt sđt ntn nx j r rùi
  trc trg tr bt bth cx cg ak ah vk ck ib lm thik iu bik bít bit gđ gd nhg nhìu nhiu vn hn sg tphcm tp hcm qh cb cccd
  bhyt bhxh ttcp thcs thpt z zậy vậyy nc nt rep stk dt đt ae ace cty kv pv tnxp
`)

export const englishWords = list(`
  the of and with that from this have has had were was which their they been would could should will what when where
  who whose there these those than then about after before between because while during through under over into out
  our your you his her she he its it is are by not but for said says more most new first last also other only such
  each both any all people government court children women rights right human law school health workers million year
  years day days week report news state national international country world against how why can't don't doesn't isn't
  we them him being does did just like some many much very still even up down off again every few less must might here
  home work time city life help call free open today tonight tomorrow yesterday click please thanks thank know need
  want get make economy economic growth green climate trade market company firms business prime public policy security
  development final province case ties towards despite foreign head heads win wins leader leaders group young old good
  bad big small great high low war peace death dead killed found find finds rise rises fall falls cut cuts plan plans
  deal talks vote party bill tax food water power house road river sea land money price prices pay wage wages job jobs
  family mother father child son's daughter student students teacher teachers doctor doctors nurse farmer farmers
  worker villagers town build builds boost boosts urge urges calls warn warns seek seeks face faces launch
  launches approve approves opposes support programme program project never always often really sure thing things
  something nothing everyone someone nobody believe tell told ask asked say see look going gone went come came give
  gave take took left back next early late second third billion percent cent number south north east west whether
  however although since until within without among around near far away together
`)

export const frenchWords = list(`
  le les des du une et est dans pour qui sur avec pas ce cette ces aux au elle ils elles nous vous leur leurs ont sont
  été être avoir fait ou où donc plus moins selon après avant contre entre depuis pendant sans sous chez aussi comme
  tout tous toute toutes très même autres autre deux trois ans année années jour jours semaine enfants femmes hommes
  droits droit loi école santé pays gouvernement travail travailleurs état nationale ministre président lors ainsi
  encore peut doit notre votre nos vos son ses mon ma mes je tu qu c'est n'est d'un d'une qu'il l'on aujourd'hui à
  ministère gouvernements entreprise entreprises ville villes guerre paix mort morts eau prix salaire salaires
  famille familles mère père enfant fille filles garçon élève élèves médecin justice tribunal lois projet accord vers
  dont toujours jamais souvent rien quelque quelques chaque beaucoup peu nouveau nouvelle nouvelles premier
  première grand grande petit petite semaines mois hier demain maintenant ici aussitôt alors car quand comment
  pourquoi parce faut faire dire voir aller vient étaient était avait avaient sera seront peuvent doivent veut veulent
  dit appelle demande demandent après-midi monde blessés manque hausse baisse réclament nord sud ouest
`)

/** Little words that English shares with others: they agree with what the characters say, and prove nothing alone. */
export const englishLinks = list('a an in to as at so no or on be me if do go us per')

/** The same for French. */
export const frenchLinks = list("la de en par que se a y si me te l d s n j c m n'a on un plus ne")

/** Words of languages that are not ours, frequent and in none of ours. */
export const foreignWords = list(`
  der die das und ist nicht mit dem den von auf für ein eine sich auch wird sind nach bei zum zur als aus wie oder een
  van niet voor zijn naar ook werd maar bij deze wordt heeft el los las por para una del con como más pero sus este
  esta está fue han muy sin sobre desde hasta cuando también y della dei che per non sono nel alla gli questo anche
  più delle não uma dos em os ao pela pelo são foi seu sua também você yang dan dengan untuk dari ini itu tidak
  pada dalam adalah akan oleh telah bisa juga kami kita mereka saya anda atau karena orang anak ke di lebih sudah ada
  seperti dapat kepada serta bahwa ang mga ng ay hindi na ako ikaw siya kayo sila ito iyan nang kung ngunit wala
  kanyang och att det som är på för inte med av ett har jag till om nie jest się że z w jak ale przez dla po od być
  bir ve bu için ile da çok wo ni shi zhe hen xie zhong xing xue xi zai qing jiao zen shenme krap khrap sabai sawatdee
  sawasdee khob dee bor ngeun nyei mbuo mienh yie meih maaih zuqc dongh hnangv caux yaac oix weic ninh
`)

export const hmongWords = list(`
  tsis muaj cov yog thiab rau nyob tau lawv peb koj kuv uas ntawm los tus lub neeg hais tias mus hauv txog puas yuav
  qhov ua nws raug tej kev lwm sawv daws mam twb kom thaum tab hmoob ib li cas zoo ntau tag rov qab ntawv kawm tub
  ntxhais me nyuam niam txiv pog yawg zej zog teb chaws lus hmong siv tsim cai txoj hnub hli xyoo nrog ntxiv tseem
  lawm xwb haujlwm hauj mob kho tsev ntiav nyiaj pab cuam koom haum vim tsheej tshaj plaws thoob qub tshiab nkag siab
  paub xav kiag tuaj coj nqi txhua tsam tsoom fwv xeev zos nyeem sau ntsib hu xov tooj ceev faj dag noog tam sim no
  dua
`)

/** Words of Tày, Nùng and Thái in Vietnamese letters that Vietnamese does not have; Hmong as it is spelt in Viet Nam. */
export const provinceWords = list(`
  pây bấu nẩy boong noọng nặm slư slon slam sloong slì slắng slương slao slấy slăư rườn mừa hẩư đảy dú hâu phuối nả khảu toẹn pjạ
  pjá bjoóc mjạc bặng chắng thâng hạư hươn lúk pên puk pạt xíp kin mấư mưn hất fiểc ngần tiểng keo đuổi pỉ
  hmôngz thangx tiêngr cxưr muax muôx tsi nav pêz cưz lul yao jông txir tsênhv uô
`)
