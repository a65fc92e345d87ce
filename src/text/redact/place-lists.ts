// Names of places, institutions and history that look like names of persons and stay.
import { makeList } from './word-list.ts'

/** Provinces before and since July 2025, cities, known districts, countries, rivers and islands. */
export const placeNames = makeList(
  `an_giang bà_rịa bà_rịa_vũng_tàu bạc_liêu bắc_giang bắc_kạn bắc_ninh bến_tre bình_dương bình_định bình_phước bình_thuận cà_mau
   cao_bằng cần_thơ đà_nẵng đắk_lắk đắk_nông đăk_nông điện_biên đồng_nai đồng_tháp gia_lai hà_giang hà_nam hà_nội hà_tĩnh hải_dương
   hải_phòng hậu_giang hòa_bình hưng_yên khánh_hòa kiên_giang kon_tum lai_châu lạng_sơn lào_cai lâm_đồng long_an nam_định nghệ_an
   ninh_bình ninh_thuận phú_thọ phú_yên quảng_bình quảng_nam quảng_ngãi quảng_ninh quảng_trị sóc_trăng sơn_la tây_ninh thái_bình
   thái_nguyên thanh_hóa thừa_thiên_huế tiền_giang trà_vinh tuyên_quang vĩnh_long vĩnh_phúc yên_bái vũng_tàu hồ_chí_minh sài_gòn
   tây_nguyên tây_bắc đông_bắc đông_nam_bộ miền_nam thăng_long đông_đô cửu_long`,
  `phan_thiết phan_rang phan_rang_tháp_chàm phan_rí phan_xi_păng biên_hòa thủ_đức thủ_dầu_một nha_trang đà_lạt bảo_lộc buôn_ma_thuột
   pleiku quy_nhơn tuy_hòa hội_an tam_kỳ đông_hà đồng_hới vinh_hưng hạ_long uông_bí móng_cái cẩm_phả việt_trì sa_pa mù_cang_chải
   mường_lay sìn_hồ mường_tè tam_đường phong_thổ than_uyên tân_uyên nậm_nhùn mèo_vạc đồng_văn quản_bạ yên_minh hoàng_su_phì xín_mần
   bắc_hà si_ma_cai mường_khương văn_bàn bảo_yên đình_lập lộc_bình cao_lộc tràng_định văn_lãng chi_lăng hữu_lũng bình_gia kiến_an
   lê_chân ngô_quyền hồng_bàng dương_kinh đồ_sơn hải_an thủy_nguyên vĩnh_bảo an_dương an_lão tiên_lãng kiến_thụy cát_hải hạ_hòa
   lâm_thao thanh_ba thanh_sơn tân_sơn yên_lập đoan_hùng cẩm_khê phù_ninh mai_châu mộc_châu sông_mã yên_châu mai_sơn thuận_châu
   hoàng_mai hai_bà_trưng hoàn_kiếm ba_đình tây_hồ cầu_giấy thanh_xuân long_biên hà_đông đống_đa nam_từ_liêm bắc_từ_liêm sóc_sơn
   đông_anh gia_lâm thanh_trì chương_mỹ thạch_thất quốc_oai mỹ_đức ứng_hòa phú_xuyên thường_tín mê_linh đan_phượng hoài_đức phúc_thọ
   ba_vì sơn_tây bình_thạnh gò_vấp tân_bình tân_phú phú_nhuận bình_tân củ_chi hóc_môn nhà_bè cần_giờ bình_chánh thuận_an dĩ_an
   bến_cát tân_an long_khánh trảng_bom nhơn_trạch long_thành phú_quốc phú_quý côn_đảo lý_sơn cồn_cỏ bạch_long_vĩ cô_tô vân_đồn
   hoàng_sa trường_sa sầm_sơn cửa_lò vũ_quang vũ_thư lương_sơn lương_tài lý_nhân hồng_lĩnh kỳ_anh hương_khê hương_sơn can_lộc đức_thọ
   quế_phong quỳ_châu tương_dương kỳ_sơn con_cuông diễn_châu yên_thành đô_lương nam_đàn hưng_nguyên mường_lát quan_hóa bá_thước
   trần_đề vĩnh_châu châu_đốc tân_châu long_xuyên cao_lãnh sa_đéc hồng_ngự tân_hồng rạch_giá hà_tiên mỹ_tho gò_công bảo_lâm bảo_lạc
   dương_minh_châu châu_thành châu_phú thoại_sơn bà_nà bà_đen tao_đàn bạch_mai bạch_đằng việt_bắc kim_bôi kim_bảng kim_sơn kim_động`,
  `việt_nam việt thái_lan hàn_quốc trung_quốc triều_tiên nhật_bản hoa_kỳ đài_loan hồng_kông ấn_độ anh_quốc ba_lan hà_lan phần_lan
   tây_ban_nha bồ_đào_nha ai_cập nam_phi hy_lạp thụy_sĩ thụy_sỹ thụy_điển na_uy đan_mạch ả_rập_xê_út châu_á châu_âu châu_phi châu_mỹ
   đông_nam_á thái_bình_dương ấn_độ_dương đại_tây_dương biển_đông bác_hồ bác_tôn vũ_hán bắc_kinh thượng_hải vân_nam quảng_châu quảng_tây
   côn_minh hồ_bắc hồ_nam hồ_gươm hồ_tây hồ_hoàn_kiếm hồ_tràm sông_hồng sông_lam sông_hương mê_kông hà_khẩu đức pháp nga mỹ úc ý bỉ
   áo lào campuchia trung nhật hàn indonesia malaysia singapore philippines myanmar brunei israel iran iraq syria ukraine canada australia
   mexico brazil argentina venezuela colombia chile peru cuba italia uae qatar pakistan afghanistan bangladesh sri_lanka nepal nigeria kenya
   đông_dương mỹ_latin linh_đàm mỹ_latinh mỹ_la_tinh hồng_kong hong_kong covid
   phố_hiến phương_đông phương_tây phương_nam liên_hợp_quốc liên_hiệp_quốc cộng_hòa bến_thành chợ_rẫy chợ_lớn bạch_mai hồng_ngọc
   công_lý xã_hội văn_miếu hoàng_thành hoàng_cung hoàng_gia vương_quốc kim_ngưu kinh_bắc bách_khoa y_hà_nội y_dược thương_mại ngoại_thương`,
)

/** Brands, clubs and figures of history: they stay, but not behind a personal title, where they are namesakes. */
export const namesakes = makeList(
  `hoàng_anh_gia_lai hòa_phát trung_nguyên mai_linh phương_trang nguyễn_kim trần_anh hoàng_hà hoàng_long thành_bưởi thành_công kim_đồng
   vạn_hạnh vạn_thịnh_phát tân_hiệp_phát sông_lam_nghệ_an hồng_lĩnh_hà_tĩnh an_bình việt_á phương_mai từ_dũ
   louis_vuitton calvin_klein ralph_lauren tommy_hilfiger rolls_royce hùng_vương tâm_anh hồng_đức việt_đức`,
  `hồ_chí_minh võ_nguyên_giáp trần_hưng_đạo nguyễn_du nguyễn_trãi lê_lợi lê_lai quang_trung nguyễn_huệ hai_bà_trưng bà_trưng
   bà_triệu trần_phú lý_thường_kiệt lý_thái_tổ lý_tự_trọng lê_thánh_tông lê_thánh_tôn lê_duẩn lê_quý_đôn phan_bội_châu phan_châu_trinh
   phan_chu_trinh phan_đình_phùng nguyễn_thị_minh_khai nguyễn_văn_cừ nguyễn_văn_linh nguyễn_đình_chiểu nguyễn_bỉnh_khiêm nguyễn_khuyến
   nguyễn_công_trứ nguyễn_thái_học nguyễn_tri_phương nguyễn_chí_thanh nguyễn_trường_tộ hồ_xuân_hương hoàng_hoa_thám hoàng_diệu
   hoàng_quốc_việt hoàng_văn_thụ tôn_đức_thắng tôn_thất_tùng trường_chinh phạm_ngũ_lão phạm_văn_đồng phạm_ngọc_thạch lê_hồng_phong
   trần_quốc_toản trần_nhật_duật ngô_gia_tự ngô_thì_nhậm chu_văn_an võ_thị_sáu võ_văn_kiệt võ_văn_tần kim_đồng tạ_quang_bửu
   tô_hiến_thành tô_hiệu đinh_tiên_hoàng đinh_bộ_lĩnh mạc_đĩnh_chi mạc_thị_bưởi lương_thế_vinh lương_ngọc_quyến đoàn_thị_điểm
   huỳnh_thúc_kháng bùi_thị_xuân đặng_thùy_trâm vừ_a_dính cù_chính_lan tô_vĩnh_diện phan_đình_giót yết_kiêu cao_bá_quát cao_thắng
   mai_thúc_loan mai_hắc_đế thái_phiên lạc_long_quân âu_cơ an_dương_vương hùng_vương karl_marx các_mác lý_quốc_sư tố_hữu xuân_diệu huy_cận nam_cao ngô_tất_tố lê-nin`,
)

/** Words directly before a name that make it the name of a place or an institution. */
export const unitWords = makeList(
  `đường phố ngõ ngách hẻm kiệt phường xã quận huyện tỉnh thành_phố tp thị_trấn thị_xã thôn xóm ấp bản buôn làng khóm sóc phum
   khu vùng miền đảo quần_đảo sông suối núi đèo hồ cầu chợ ga bến bến_xe cảng sân_bay sân_vận_động sân quảng_trường công_viên vườn đại_lộ
   quốc_lộ cao_tốc tuyến nút vòng_xoay ngã_tư ngã_ba trường trường_học thpt thcs ptth tiểu_học mầm_non mẫu_giáo đại_học đh cao_đẳng cđ
   học_viện viện bệnh_viện bv phòng_khám trung_tâm nhà_hát bảo_tàng thư_viện giải giải_thưởng cúp quỹ học_bổng chùa đền đình nhà_thờ
   giáo_xứ thiền_viện tịnh_xá khu_di_tích lăng tượng_đài công_ty cty tập_đoàn ngân_hàng nxb nhà_xuất_bản báo tạp_chí đài khách_sạn
   nhà_hàng quán tiệm thương_hiệu hãng clb câu_lạc_bộ đội tuyển kđt khu_đô_thị kcn khu_công_nghiệp chung_cư tòa_nhà
   trại_giam nghĩa_trang phim bộ_phim truyện ca_khúc bài_hát vở tác_phẩm tiểu_thuyết nhà_máy xưởng kênh thủy_điện triều nhà_họ thời họ tộc
   dòng_họ văn_phòng chi_nhánh cửa_hàng siêu_thị shop tàu bão tháp phủ nước tiếng tên_lửa mẫu tư_tưởng lãnh_tụ
   dự_án toà_soạn tòa_soạn đoàn hội liên_đoàn hiệp_hội sở bộ ban cục vụ chi_cục tổng_cục tòa_án khoa lớp`,
)

/** Capital words that begin the name of an institution: "Trường …", "Công ty …", "Bộ …". */
export const institutionHeads = makeList(
  `trường công_ty cty tập_đoàn ngân_hàng bộ sở ban ủy ubnd hđnd mttq tand vksnd hội trung_tâm bệnh_viện viện đại_học học_viện nhà
   câu_lạc_bộ clb đội quỹ chùa đền đình tòa tòa_án khoa phòng cục vụ tổng_cục chi_cục văn_phòng đảng quốc_hội chính_phủ mặt_trận liên_đoàn
   liên_hiệp liên_minh hiệp_hội đoàn tổ_chức cơ_quan báo tạp_chí đài thpt thcs đh bv tp thành_phố tỉnh huyện quận phường xã thị_xã thị_trấn
   đường phố khu chợ cầu hồ sông núi đảo vườn công_viên bến ga sân giải cúp nghị_định luật bộ_luật nghị_quyết thông_tư công_ước chương_trình
   dự_án cty_tnhh tnhh công_an cảnh_sát quân_đội quân_khu giáo_hội giáo_xứ`,
)

/** English words in or behind a capitalised run that make it an institution or a place. */
export const englishPlaceWords = new Set(
  `street road avenue ward district province city commune town village high school university college hospital bridge park airport
   foundation prize award cup act law day group company corporation inc jsc bank river island mountain station market church pagoda
   stadium fc united ministry department committee council party court police newspaper times news watch association union institute
   center centre museum library hotel convention declaration programme program project agency office federation international
   national nations rights human world health save north south east west new bay county state house week month year games
   airlines army navy commission assembly congress parliament rue lycée école hôpital université place boulevard`.split(
    /\s+/,
  ),
)
