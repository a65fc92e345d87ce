import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PostDraft } from '../../src/model/item.ts'
import { dayMs } from '../../src/rules/day.ts'
import { keyLifeMs, readPostKeys } from '../../src/store/post-keys.ts'
import { countPost, countPosts, forgetPosts } from '../../src/store/posts.ts'
import { makeDraft, now, openSample } from './samples.ts'

const after = (days: number): Date => new Date(now.getTime() + days * dayMs)
const draft: PostDraft = {
  day: '2026-11-17',
  language: 'vi',
  judgement: makeDraft({ conventions: ['crc', 'cescr'] }).judgement,
}
const save = (secretKey: string) => ({
  ...{ source: { id: 'mxh', region: 'vn' }, week: '2026-W47', draft, secretKey },
  flagged: null,
})
const keyFile = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'langnghe-')), 'keys', 'posts.json')

describe('private posts', () => {
  it('are counted once each, by week, region and convention, and leave no text, link or language', async () => {
    const { db } = await openSample()
    const { keys } = await readPostKeys(await keyFile(), now)
    const outcomes = []
    for (const key of ['https://mxh.example/@x/1', 'https://mxh.example/@x/2', 'https://mxh.example/@x/1'])
      outcomes.push((await countPost(db, keys, save(key))).reason)
    expect(outcomes).toEqual(['counted', 'counted', 'already_counted'])
    expect(await countPosts(db, '2026-W47')).toBe(2)
    const rows = await db.selectFrom('post_count').select(['convention', 'count']).orderBy('convention').execute()
    expect(rows).toEqual([
      { convention: 'all', count: 2 },
      { convention: 'cescr', count: 2 },
      { convention: 'crc', count: 2 },
    ])
    expect(await db.selectFrom('item').select('id').execute()).toEqual([])
    expect(JSON.stringify(await db.selectFrom('seen_post').selectAll().execute())).not.toContain('mxh')
  })

  it('are counted with one key, however many sources find none at once', async () => {
    const file = await keyFile()
    const reads = await Promise.all([1, 2, 3].map(() => readPostKeys(file, now)))
    expect(new Set(reads.map(({ keys }) => keys[0]?.id)).size).toBe(1)
  })

  it('are known by a key that nobody else can read, that lives 90 days, and whose change counts nothing twice', async () => {
    const file = await keyFile()
    const { db } = await openSample()
    const first = await readPostKeys(file, now)
    expect((await stat(file)).mode & 0o077).toBe(0)
    await countPost(db, first.keys, save('post'))

    const overlap = await readPostKeys(file, after(84))
    expect([overlap.replaced, overlap.keys.length]).toEqual([true, 2])
    expect((await countPost(db, overlap.keys, save('post'))).result).toBe('duplicate')

    const later = await readPostKeys(file, new Date(now.getTime() + keyLifeMs))
    expect(later.keys.map(({ id }) => id)).toEqual([overlap.keys[0]?.id])
    expect(await readFile(file, 'utf8')).not.toContain(first.keys[0]?.secret)
    expect(await forgetPosts(db, later.keys)).toBe(1)
  })
})
