// Invented articles for the console's tests. `{place}` stands for a place; `marks` are found in the text, not counted.
import type { ConventionId } from '../../src/model/convention.ts'

export type StubMark = {
  readonly convention: ConventionId
  readonly article: string | null
  readonly words: string
  readonly weight: number
}

export type StubArticle = {
  readonly language: string
  readonly title: string
  readonly text: string
  readonly marks: readonly StubMark[]
  readonly classified?: false
  readonly origin?: 'feed'
  readonly before?: { readonly title: string; readonly text: string }
}

const mark = (convention: ConventionId, article: string | null, words: string, weight = 1.4): StubMark => ({
  convention,
  article,
  words,
  weight,
})

export const articles: readonly StubArticle[] = [
  {
    language: 'vi',
    title: '{place} miễn học phí và làm đường dốc cho học sinh khuyết tật tại 42 trường',
    text: `Ủy ban nhân dân tỉnh vừa ban hành kế hoạch miễn học phí cho toàn bộ học sinh khuyết tật từ học kỳ II, đồng thời làm đường dốc và nhà vệ sinh tiếp cận được tại 42 trường phổ thông.

Theo kế hoạch, trẻ em khuyết tật ở các xã biên giới được bố trí giáo viên hỗ trợ tại lớp. Sở Giáo dục và Đào tạo cho biết hiện còn 317 em chưa đến trường vì nhà xa và thiếu phương tiện đi lại.

“Các em cần được học cùng bạn bè, ngay tại xã mình”, đại diện Sở nói. Phụ huynh cần hướng dẫn có thể gọi số [phone] hoặc gặp cán bộ [person] tại trụ sở xã.

Kinh phí thực hiện là 18,6 tỷ đồng, lấy từ ngân sách tỉnh và nguồn xã hội hóa.`,
    marks: [
      mark('crpd', '24', 'học sinh khuyết tật', 2.1),
      mark('crc', '28', 'miễn học phí', 1.8),
      mark('crpd', '9', 'đường dốc và nhà vệ sinh tiếp cận được', 1.6),
      mark('crc', '23', 'trẻ em khuyết tật', 1.9),
      mark('crpd', '7', 'trẻ em khuyết tật ở các xã biên giới', 1.7),
      mark('cescr', '13', 'chưa đến trường', 0.9),
    ],
    before: {
      title: '{place} miễn học phí cho học sinh khuyết tật tại 40 trường',
      text: `Ủy ban nhân dân tỉnh vừa ban hành kế hoạch miễn học phí cho học sinh khuyết tật từ học kỳ II tại 40 trường phổ thông.

Theo kế hoạch, trẻ em khuyết tật ở các xã biên giới được bố trí giáo viên hỗ trợ tại lớp. Sở Giáo dục và Đào tạo cho biết hiện còn 317 em chưa đến trường vì nhà xa và thiếu phương tiện đi lại.

“Các em cần được học cùng bạn bè, ngay tại xã mình”, đại diện Sở nói. Phụ huynh cần hướng dẫn có thể gọi số [phone] hoặc gặp cán bộ [person] tại trụ sở xã.`,
    },
  },
  {
    language: 'vi',
    title: 'Lớp dạy nghề may cho lao động nữ ở {place} mở thêm khóa buổi tối',
    text: `Trung tâm dạy nghề mở thêm ba khóa buổi tối để lao động nữ có con nhỏ theo học được. Người học được hỗ trợ tiền ăn và được giới thiệu việc làm sau khóa học.

Trong số 96 người tốt nghiệp khóa trước, 81 người đã có hợp đồng lao động, mức lương bình quân 7,2 triệu đồng một tháng.`,
    marks: [mark('cedaw', '11', 'lao động nữ', 1.5), mark('cescr', '6', 'giới thiệu việc làm', 1.1)],
  },
  {
    language: 'vi',
    title: 'Đài truyền thanh {place} phát thêm bản tin bằng tiếng Thái và tiếng Mông',
    text: `Từ tháng này, mỗi ngày có thêm hai bản tin bằng tiếng dân tộc, nói về quyền lợi bảo hiểm, lịch tiêm chủng và trợ giúp pháp lý miễn phí cho đồng bào dân tộc thiểu số.`,
    marks: [mark('cerd', '5', 'đồng bào dân tộc thiểu số', 1.7), mark('ccpr', '27', 'bản tin bằng tiếng dân tộc', 1.3)],
    origin: 'feed',
  },
  {
    language: 'vi',
    title: 'Giá rau xanh tại {place} giảm nhẹ sau đợt mưa kéo dài',
    text: `Tại các chợ đầu mối, giá rau cải giảm khoảng 2.000 đồng một ký so với tuần trước. Tiểu thương cho biết lượng hàng về chợ đã trở lại bình thường.`,
    marks: [],
  },
  {
    language: 'vi',
    title: 'Tòa án {place} xét xử công khai vụ cố ý gây thương tích trong phòng tạm giữ',
    text: `Hội đồng xét xử kết luận hành vi dùng nhục hình là vi phạm pháp luật. Bị cáo được bảo đảm quyền có luật sư bào chữa trong suốt quá trình tố tụng.

Viện kiểm sát đề nghị lắp thiết bị ghi hình tại toàn bộ phòng hỏi cung trong quý tới.`,
    marks: [
      mark('cat', '2', 'dùng nhục hình', 2.4),
      mark('ccpr', '14', 'quyền có luật sư bào chữa', 1.9),
      mark('cat', '11', 'ghi hình tại toàn bộ phòng hỏi cung', 1.5),
    ],
  },
  {
    language: 'en',
    title: 'New shelter for women opens in {place} with legal advice on site',
    text: `The shelter has room for forty women and their children. Two lawyers give free legal advice three days a week, and a nurse is there every morning.

The province says that it will publish yearly figures on how many women were helped.`,
    marks: [mark('cedaw', '2', 'free legal advice', 1.2), mark('cedaw', '12', 'a nurse is there', 0.8)],
  },
  {
    language: 'vi',
    title: 'Trạm y tế xã ở {place} khám miễn phí cho hơn 600 trẻ em vùng cao',
    text: `Đoàn bác sĩ khám dinh dưỡng, tai mũi họng và cấp thuốc cho hơn 600 trẻ em. Các trường hợp suy dinh dưỡng được theo dõi trong sáu tháng.`,
    marks: [mark('crc', '24', 'khám miễn phí', 1.5), mark('cescr', '12', 'cấp thuốc', 0.9)],
  },
  {
    language: 'vi',
    title: 'Đội bóng {place} thắng trận thứ ba liên tiếp trên sân nhà',
    text: `Hai bàn thắng trong hiệp hai giúp đội chủ nhà giữ vị trí thứ tư. Trận tiếp theo diễn ra vào cuối tuần.`,
    marks: [],
  },
  {
    language: 'vi',
    title: 'Người dân {place} góp ý dự thảo quy định về tiếp cận thông tin',
    text: `Hội nghị ghi nhận 58 ý kiến, tập trung vào thời hạn trả lời và việc công khai tài liệu trên cổng thông tin điện tử. Quyền tiếp cận thông tin được nhắc đến nhiều nhất.`,
    marks: [mark('ccpr', '19', 'quyền tiếp cận thông tin', 1.8), mark('ccpr', '25', 'góp ý dự thảo', 1.2)],
  },
  {
    language: 'zh',
    title: '{place}山区学校为残疾学生增设无障碍设施',
    text: `当地教育部门表示，今年将有十二所学校完成改造。残疾学生可以和同学一起上课。`,
    marks: [mark('crpd', '24', '残疾学生', 1.6)],
  },
  {
    language: 'vi',
    title: 'Khánh thành nhà ở xã hội cho công nhân khu công nghiệp {place}',
    text: `Khu nhà có 420 căn, giá thuê từ 1,1 triệu đồng một tháng. Công nhân có con dưới sáu tuổi được ưu tiên xét duyệt.`,
    marks: [mark('cescr', '11', 'nhà ở xã hội', 1.7), mark('cescr', '7', 'công nhân', 0.7)],
  },
  {
    language: 'th',
    title: 'เด็กในพื้นที่สูงได้รับหนังสือเรียนใหม่',
    text: `โรงเรียนแจกหนังสือเรียนใหม่ให้เด็กทุกคน`,
    marks: [mark('crc', '28', 'หนังสือเรียนใหม่', 1.1)],
  },
  {
    language: 'und',
    title: 'Bản tin tiếng Dao của đài xã, {place}',
    text: `Bản tin địa phương, chưa có bộ phân loại cho ngôn ngữ này.`,
    marks: [],
    classified: false,
  },
  {
    language: 'fr',
    title: 'Un programme de lecture pour les enfants des villages, {place}',
    text: `Les bénévoles lisent chaque samedi avec les enfants de six villages. Le droit à l’éducation commence par un livre, disent-ils.`,
    marks: [mark('crc', '28', 'droit à l’éducation', 1.6)],
  },
  {
    language: 'vi',
    title: 'Xe buýt sàn thấp chạy thử trên ba tuyến ở {place}',
    text: `Người dùng xe lăn có thể lên xe mà không cần người hỗ trợ. Sở Xây dựng sẽ đánh giá sau ba tháng trước khi mở rộng.`,
    marks: [mark('crpd', '9', 'xe buýt sàn thấp', 1.4), mark('crpd', '20', 'người dùng xe lăn', 1.6)],
  },
]
