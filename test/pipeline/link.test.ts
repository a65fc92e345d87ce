import { afterEach, describe, expect, it } from 'vitest'
import { readCommonWords } from '../../classifiers/load.ts'
import { linkStories } from '../../src/pipeline/link.ts'
import { createStories } from '../../src/threads/story-pool.ts'
import { makeDraft, now, redacted, visit } from '../store/samples.ts'
import { openPipeline } from './deps.ts'

const flood =
  'Mưa lớn từ đêm qua làm sạt lở đường vào bản Nà Khoang, xã Mường Lặn, hơn bốn mươi hộ bị cô lập. Lực lượng cứu hộ dùng thuyền đưa gạo và nước uống vào bản, trẻ em và người già được đưa ra trước.'
const market = 'Giá cà phê giảm tuần thứ ba liên tiếp, thương lái mua cầm chừng, nông dân chưa muốn bán ra.'

let pipeline: Awaited<ReturnType<typeof openPipeline>>
const open = async () => {
  pipeline = await openPipeline(async function* () {})
  return pipeline
}
afterEach(async () => {
  await pipeline.deps.stories.close()
  await pipeline.db.destroy()
})

async function save(path: string, title: string, text: string, sourceId = 'bao-a'): Promise<void> {
  const url = `https://${sourceId}.example/${path}`
  const draft = makeDraft({ url, title: redacted(title), text: redacted(text), contentHash: url })
  await pipeline.deps.store.saveItem({ sourceId, draft, visit: visit(url, sourceId) }, now)
}

const stories = () => pipeline.db.selectFrom('item').select(['id', 'story_id', 'copy_of']).orderBy('id').execute()

describe('linking', () => {
  it('is asked for by a new item, in the same transaction', async () => {
    const { deps } = await open()
    await save('1', 'Sạt lở ở Nà Khoang', flood)
    await save('2', 'Cà phê giảm giá', market)
    expect(await deps.queue.take(['link'], 1000, now)).toMatchObject({ kind: 'link' })
    expect(await deps.queue.take(['link'], 1000, now)).toBeNull()
  })

  it('gathers what tells the same event, and knows a copy from an article of its own', async () => {
    const { deps } = await open()
    await save('1', 'Sạt lở ở Nà Khoang', flood)
    await save('2', 'Cà phê giảm giá', market)
    await save('3', 'Nà Khoang bị cô lập', `${flood} Theo ban chỉ huy.`, 'bao-b')
    await save(
      '4',
      'Bản Nà Khoang vẫn cô lập',
      'Đến trưa nay đường vào bản Nà Khoang, xã Mường Lặn vẫn chưa thông, cứu hộ đưa gạo vào bản bằng thuyền.',
      'bao-b',
    )
    expect(await linkStories(deps)).toBe(4)
    expect(await stories()).toEqual([
      { id: 1, story_id: 1, copy_of: null },
      { id: 2, story_id: 2, copy_of: null },
      { id: 3, story_id: 1, copy_of: 1 },
      { id: 4, story_id: 1, copy_of: null },
    ])
    expect(await linkStories(deps)).toBe(0)
  })

  it('goes on with earlier stories after a restart', async () => {
    const { deps, db } = await open()
    await save('1', 'Sạt lở ở Nà Khoang', flood)
    await save('2', 'Cà phê giảm giá', market)
    await linkStories(deps)
    await deps.stories.close()
    await save('3', 'Nà Khoang bị cô lập', `${flood} Theo ban chỉ huy.`, 'bao-b')
    const stories = createStories(await readCommonWords())
    await linkStories({ ...deps, stories })
    await stories.close()
    const row = await db.selectFrom('item').select(['story_id']).where('id', '=', 3).executeTakeFirst()
    expect(row).toEqual({ story_id: 1 })
  })
})
