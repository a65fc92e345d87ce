// Titles of private persons, and the offices whose holders stay named in their role.
import { makeList } from './word-list.ts'

/** Kinship words and forms of address that stand directly before a name. */
export const kinship = makeList(
  `ông bà anh chị em cháu bé cụ cô chú bác dì cậu mợ thím thầy bạn mẹ má bố ba con vợ chồng thằng o mệ mế bầm u nàng chàng bả ổng
   mr mrs ms miss mister dr prof sir madam madame monsieur mademoiselle mme mlle`,
)

/** Callings and parts in a story that name a private person behind them. */
export const callings = makeList(
  `bác_sĩ bác_sỹ bs y_tá y_sĩ điều_dưỡng luật_sư ls giáo_viên gv sinh_viên học_sinh nhà_báo phóng_viên pv tài_xế lái_xe bị_cáo bị_can
   nghi_phạm nghi_can đối_tượng phạm_nhân tử_tù nạn_nhân bị_hại nguyên_đơn bị_đơn bệnh_nhân nhân_chứng chủ_nhà chủ_quán chủ_cơ_sở
   chủ_shop chủ_tài_khoản chủ_tk ctk công_nhân nông_dân ngư_dân người_mẫu hoa_hậu á_hậu ca_sĩ ca_sỹ nghệ_sĩ nghệ_sỹ nsưt nsnd diễn_viên
   đạo_diễn nhạc_sĩ họa_sĩ nhà_văn nhà_thơ cầu_thủ thủ_môn tiền_đạo tiền_vệ hậu_vệ trung_vệ hlv huấn_luyện_viên võ_sĩ vận_động_viên vđv
   trọng_tài gs pgs ts ths cki ckii tiến_sĩ tiến_sỹ thạc_sĩ kỹ_sư kiến_trúc_sư kts nghệ_nhân doanh_nhân chuyên_gia giáo_sư phó_giáo_sư già_làng
   nhân_viên cán_bộ chiến_sĩ đồng_chí đ/c sếp shipper linh_mục mục_sư đại_đức thượng_tọa hòa_thượng ni_sư sư_cô tu_sĩ người_nhận
   người_liên_hệ nữ_sinh nam_sinh thí_sinh nhà_giáo tỷ_phú cụ_bà cụ_ông bé_gái bé_trai người_lao_động tên_là tên họ_tên họ_và_tên hung_thủ đại_úy thượng_úy trung_úy thiếu_úy thượng_sĩ trung_sĩ hạ_sĩ liệt_sĩ cựu_binh
   cựu_chiến_binh anh_trai chị_gái em_trai em_gái con_trai con_gái bạn_trai bạn_gái cô_giáo thầy_giáo chủ_nhiệm hàng_xóm
   lawyer attorney journalist student teacher farmer worker activist blogger defendant victim patient doctor nurse named called
   avocat avocate maître étudiante journaliste nommé nommée appelle nạn_nhân_là bị_cáo_là npe_hu_ua hu_ua niam txiv yawg pog nkauj`,
)

/** Members of institutions: a capital word behind one is a person only if it is a given name, else the institution. */
export const memberCallings = makeList(
  `phóng_viên pv giáo_viên gv sinh_viên học_sinh nhân_viên cán_bộ công_nhân nông_dân cầu_thủ thủ_môn tiền_đạo tiền_vệ hậu_vệ trung_vệ hlv
   huấn_luyện_viên vận_động_viên vđv trọng_tài chuyên_gia giáo_sư phó_giáo_sư gs pgs tiến_sĩ bs bác_sĩ luật_sư chiến_sĩ hoa_hậu á_hậu
   bệnh_nhân kỹ_sư doanh_nhân lawyer journalist student teacher worker activist doctor nurse`,
)
/** Beauty contests bear names too: a single word behind these names none. */
export const contestTitles = makeList('hoa_hậu á_hậu')

/** One letter for a kinship word, as in posts; only before a given name. */
export const shortKinship = new Set(['a', 'c', 'e', 'b', 'o', 'ck', 'vk', 'ny', 'cj', 'ac', 'ô'])

/** Offices in Vietnamese; each also with "phó", "nguyên", "quyền" before it. */
export const offices = makeList(
  `bộ_trưởng thứ_trưởng thủ_tướng phó_thủ_tướng chủ_tịch phó_chủ_tịch bí_thư phó_bí_thư tổng_bí_thư giám_đốc phó_giám_đốc trưởng_phòng
   phó_trưởng_phòng phó_phòng viện_trưởng phó_viện_trưởng chánh_án phó_chánh_án người_phát_ngôn phó_người_phát_ngôn đại_biểu đại_biểu_quốc_hội
   đbqh cục_trưởng phó_cục_trưởng vụ_trưởng phó_vụ_trưởng tổng_cục_trưởng phó_tổng_cục_trưởng chi_cục_trưởng phó_chi_cục_trưởng
   chánh_văn_phòng phó_chánh_văn_phòng chánh_thanh_tra phó_chánh_thanh_tra tổng_thanh_tra phó_tổng_thanh_tra trưởng_ban phó_trưởng_ban
   phó_ban trưởng_đoàn phó_trưởng_đoàn tổng_kiểm_toán thống_đốc phó_thống_đốc chủ_nhiệm_ủy_ban phó_chủ_nhiệm_ủy_ban chủ_nhiệm_văn_phòng
   ủy_viên tổng_thống phó_tổng_thống quốc_vương nữ_hoàng thái_tử giáo_hoàng đại_sứ tổng_lãnh_sự lãnh_sự ngoại_trưởng thị_trưởng nghị_sĩ
   thượng_nghị_sĩ hạ_nghị_sĩ dân_biểu tổng_thư_ký cao_ủy báo_cáo_viên điều_phối_viên trưởng_đại_diện quyền_trưởng_đại_diện
   thẩm_phán kiểm_sát_viên hiệu_trưởng phó_hiệu_trưởng hiệu_phó trưởng_công_an phó_trưởng_công_an công_an_trưởng tư_lệnh phó_tư_lệnh
   chính_ủy phó_chính_ủy chỉ_huy_trưởng tham_mưu_trưởng tổng_tham_mưu_trưởng chính_trị_viên đại_tướng thượng_tướng trung_tướng thiếu_tướng
   đại_tá thượng_tá trung_tá thiếu_tá trưởng_thôn trưởng_bản trưởng_ấp trưởng_khu_phố tổ_trưởng_dân_phố phát_ngôn_viên đặc_phái_viên
   tổng_giám_đốc quan_chức lãnh_đạo thường_trực trưởng_cơ_quan trưởng_trạm tổng_giám_mục hồng_y trưởng_khoa phó_trưởng_khoa quốc_trưởng
   ct_ubnd pct_ubnd`,
)

/** Offices that companies and clubs have too: what follows tells whether the holder is a public one. */
export const sharedOffices = makeList(
  'giám_đốc phó_giám_đốc tổng_giám_đốc chủ_tịch phó_chủ_tịch trưởng_phòng trưởng_ban phó_phòng phó_trưởng_phòng trưởng_đoàn',
)
export const directorOffices = makeList('giám_đốc phó_giám_đốc tổng_giám_đốc phó_tổng_giám_đốc')
export const publicBodies = makeList(
  `sở công_an bệnh_viện trung_tâm kho_bạc bhxh bảo_hiểm đại_học học_viện đài ban_quản_lý nhà_hát bảo_tàng vườn cảng_vụ cục chi_cục quốc_gia
   trại đh đhqg điện_lực thư_viện viện trường cơ_quan tổ_chức who unicef undp unesco văn_phòng chương_trình quỹ ngân_hàng_nhà_nước ngân_hàng_chính_sách cdc
   trạm`,
)
export const privateBodies = makeList(
  `công_ty cty tập_đoàn hđqt hội_đồng_quản_trị clb câu_lạc_bộ điều_hành doanh_nghiệp htx hợp_tác_xã sáng_lập tổng_công_ty ngân_hàng
   kinh_doanh nhân_sự marketing sáng_tạo chuỗi nhà_máy công_đoàn_công_ty quản_trị hội_đồng_thành_viên`,
)

/** Lower-case words that stand between an office and its holder: names of bodies and fields. */
export const officeWords = makeList(
  `tỉnh thành phố tp huyện quận xã phường thị trấn trấn bộ sở ban ngành cục vụ viện phòng ủy nhân dân và của các nước quốc hội hội đồng
   công an viện kiểm sát tòa án mặt trận tổ quốc việt nam đoàn thanh niên phụ nữ nông cựu chiến binh liên hiệp chữ thập đỏ người cao tuổi
   khuyết tật thường trực thứ nhất lâm thời phụ trách ông bà đồng chí chuyên trách khóa nhiệm kỳ kiêm trung ương tw đảng đảng bộ đảng ủy chi bộ
   chính phủ ngoại giao quốc phòng y tế giáo dục đào tạo lao động thương binh xã tư pháp nội vụ tài chính kế hoạch đầu tư công thương nông nghiệp
   môi trường phát triển nông thôn tài nguyên xây dựng giao thông vận tải văn hóa thể thao du lịch thông tin truyền thông khoa học công nghệ
   dân tộc tôn giáo thanh tra bảo hiểm trẻ em bảo trợ chính sách pháp luật tuyên giáo dân vận tổ chức kiểm tra cảnh sát điều tra tội phạm ma túy
   hình sự kinh tế giao thông an ninh mạng chống phòng về tại cơ quan tổng hợp hành chính trung tâm bệnh đa khoa nhi trung học cơ sở phổ thông tiểu
   đại học trường mầm non đường thủy biên phòng bộ đội chỉ huy quân sự đảo tham mưu thuế hải quan kho bạc ngân hàng nhà nước chi nhánh khu vực
   thường vụ thành ủy tỉnh ủy huyện ủy quận ủy quận đoàn tỉnh đoàn cấp cao liên hợp liên hiệp châu á âu thế giới quyền con
   gs ts pgs ths bs cki ckii nguyên quyền phó mới vừa đương nhiệm kiêm
   of the for and on to in at provincial municipal national general district city committee people's department party vietnam's vietnamese
   commune village ward du de la le des et s`,
)

/** Offices in other languages, folded for Latin script; the first word counts alone. */
export const foreignOffices = makeList(
  `minister deputy_minister vice_minister prime_minister deputy_prime_minister president vice_president secretary_general secretary-general
   high_commissioner commissioner spokesperson spokesman spokeswoman ambassador chairman vice_chairman chairwoman chairperson chair
   secretary deputy_secretary governor mayor senator congressman congresswoman mp judge chief_justice prosecutor director_general
   director-general deputy_director director rapporteur envoy king queen pope general colonel major lieutenant_general major_general
   representative coordinator head deputy_head deputy party_general_secretary legislator lawmaker chancellor
   ministre premier_ministre président présidente secrétaire_général secrétaire_générale porte-parole ambassadeur ambassadrice maire
   préfet préfète sénateur député députée haut-commissaire rapporteur gouverneur roi reine pape juge procureur procureure directeur_général`,
)
/** These need "of" and a public body behind them. */
export const foreignShared = makeList(
  'director deputy_director head deputy_head chairman vice_chairman chairwoman chair chairperson president vice_president representative coordinator secretary general major deputy',
)
export const foreignPrivate = new Set(
  'company corporation group jsc club bank inc ltd firm factory shop board'.split(' '),
)
