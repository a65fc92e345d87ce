// The shipped terms and places, and knowledge made of a few invented notices and fact-checks.
import { prepareKnowledge } from '../../../classifiers/claims/knowledge.ts'
import { loadSlotContext } from '../../../src/cli/claim-files.ts'
import { evidenceSchema, factCheckSchema } from '../../../src/model/claim.ts'

export const context = await loadSlotContext('config')

const factChecks = [
  ['lemon', 'Uống nước chanh muối chữa khỏi ung thư trong 7 ngày', 'Sai sự thật', 'Không có bằng chứng.'],
  ['dam', 'Vỡ đập thủy điện Nậm Khao, hàng nghìn người phải sơ tán', 'Tin giả', 'Đập vẫn an toàn.'],
  [
    'gift',
    'Mỗi hộ dân được tặng 5 triệu đồng khi cài ứng dụng định danh',
    'giả mạo',
    'Mức hỗ trợ thật là 2 triệu đồng.',
  ],
  ['fees', 'Học sinh được miễn học phí từ năm học 2025-2026', 'Đúng', ''],
].map(([id, claimReviewed, rating, explanation]) =>
  factCheckSchema.parse({ id, claimReviewed, rating, explanation, publisher: 'Kiểm chứng', published: '2026-10-20' }),
)
const evidence = [
  [
    'poor',
    'UBND tỉnh Lào Cai',
    '2026-11-01',
    'Hộ nghèo ở tỉnh Lào Cai được hỗ trợ 2 triệu đồng mỗi hộ từ ngày 1/12/2026.',
  ],
  [
    'school',
    'Sở Giáo dục Hà Nội',
    '2026-11-08',
    'Học sinh Hà Nội đi học bình thường ngày 12/11/2026, không nghỉ học do bão.',
  ],
  ['old', 'Điện lực Lào Cai', '2026-11-02', 'Giá điện sinh hoạt tại Lào Cai là 2.000 đồng mỗi số.'],
  ['new', 'Điện lực Lào Cai', '2026-11-09', 'Giá điện sinh hoạt tại Lào Cai là 2.500 đồng mỗi số.'],
].map(([id, publisher, published, text]) => evidenceSchema.parse({ id, publisher, published, text }))

export const knowledge = prepareKnowledge(evidence, factChecks, context)
