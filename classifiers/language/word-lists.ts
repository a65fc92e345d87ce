// Little words of each language, the ones that carry no subject: their share tells languages apart.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Vietnamese with diacritics. */
export const vietnamese =
  words(`và của là có không được cho các người trong một những với đã này để khi đến về ra vào tại từ như
  nhưng cũng bị sẽ rất còn phải nên thì mà nếu vì đang do hay theo trên dưới sau trước nhiều ở lại đi làm gì ai ơi nhé nha ạ à mình tôi
  em anh chị bạn ông bà chúng nào đó đây rồi nữa chưa hơn nhất mọi cả bằng lên xuống qua việc cái con ngày năm tháng`)

/** Vietnamese without diacritics, as far as the word is hardly one of another language. */
export const plainVietnamese =
  words(`khong nguoi duoc nhung cua cac nay voi vao nuoc cung nhieu neu theo tren duoi sau truoc toi minh
  chung nhu nhat viec ngay thang nam lam biet noi nhan dan phai roi nua chua hon moi truong hoc duong nha xa huyen tinh tre gia dinh
  cong ty quyen tien luong khi dang trong mot bi thi oi den ve khi lai hay cho thay chi giup gui mua ba nghi mat hom ca xom anh em toan
  thu dat truoc ong hai noi khong dong phong giao vien trieu dong bao con chong vo chau`)

/** Everyday spelling of telephones and chats. */
export const everyday =
  words(`ko k kh hk hok hông hổng hem hong dc đc đk bn bnh mn mng mk mik ntn j z zậy dzậy zay r vs cx cg cug ng hs gv sv cty
  bik bít bt thik wa wá hnay hqua bhyt bhxh bhtn xklđ trc vk ck ib sđt đt lun luôn á nhen nhá vl vcl thui thoai thôi hok nghen hen tui mng
  sếp hen ấy iu yêu bợn mìn nèk nè zô dô dzô r lm lmj j v e a c ch ms nc nch ngta mng hđ tk stk tg tgian bgio h ns nma nhma nx đag vđ gđ
  hđlđ kt tcxh cmnd cccd ubnd qđ nđ tt`)

export const english =
  words(`the of and to in is was for that with on are as it by be at this from have has had not but they were which
  their or an his her she he we you your our who will would there been one all can my me no if its about after when so than more also said
  what out up them into do does did how any because before over us them these those some i am is are cant wont dont pls please`)

export const french =
  words(`le la les de des du et en un une est que qui dans pour par sur pas plus au aux ce cette ces il elle ils elles
  nous vous je ne se son sa ses leur leurs avec sont ont été être mais ou où comme tout tous très sans sous entre depuis aussi fait avait
  deux même après avant contre chez encore beaucoup n'ont c'est qu'il l d n s j m qu ete etre`)

/** White and Green Hmong in the Roman script. */
export const hmong =
  words(`cov tsis muaj tus lub los yog tias hais nyob rau thiab ntawm qhov txog kom nws peb lawv koj ua tau uas tej hauv
  hnub neeg kuv nej neb wb yuav tsum mus nrog tab sis lawm no ntawd raug kev lwm tag thaum xyoo hli haus noj zoo ntau heev me nyuam tsev
  teb chaws kawm ntawv txhua txoj tuaj dab tsi vim li cas nrhiav pab paub xav ntxiv dua tom qab saum nram sawv daws ib ob hmoob
  tsi dlab puab kuas lug huas yog le hab taag moog tuab txug nuav hov nyaj`)
