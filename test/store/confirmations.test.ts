import { beforeEach, describe, expect, it } from 'vitest'
import type { Source } from '../../src/model/source.ts'
import { giveWord, isConfirmed, listAwaiting } from '../../src/store/confirmations.ts'
import { applySources, listDueSources, resumeSource } from '../../src/store/sources.ts'
import type { Database } from '../../src/store/tables.ts'
import { makeSource, now, openSample } from './samples.ts'

const later = new Date(now.getTime() + 86_400_000)
const account = (url = 'https://bsky.app/profile/songthanh.example'): Source =>
  makeSource('trung-tam', { kind: 'bluesky', ownership: 'organisation', url })

let db: Database
beforeEach(async () => {
  db = (await openSample()).db
  await applySources(db, [makeSource('bao-a'), account()], now)
})

const isDue = async () => (await listDueSources(db, later)).includes('trung-tam')

describe('an account', () => {
  it('waits, and is seen to wait, until two people have spoken', async () => {
    expect([await isConfirmed(db, account()), await listAwaiting(db), await isDue()]).toEqual([
      false,
      ['trung-tam'],
      false,
    ])
    expect(await giveWord(db, account(), 'Trần Thị Bình', now)).toBe('proposed')
    expect([await isConfirmed(db, account()), await isDue()]).toEqual([false, false])
    expect(await giveWord(db, account(), 'Lê Văn Cường', later)).toBe('confirmed')
    expect([await isConfirmed(db, account()), await listAwaiting(db), await isDue()]).toEqual([true, [], true])
    expect(await giveWord(db, account(), 'Phạm Dung', later)).toBe('already_confirmed')
  })

  it.each([
    'Trần Thị Bình',
    'tran thi binh',
    '  TRẦN  THỊ   BÌNH ',
    'Trần-Thị Bình.',
    'Trần Thị Bình'.normalize('NFD'),
  ])('is not confirmed by the same person as %j', async (again) => {
    await giveWord(db, account(), 'Trần Thị Bình', now)
    expect(await giveWord(db, account(), again, later)).toBe('same_person')
    expect(await isConfirmed(db, account())).toBe(false)
  })

  it('loses its confirmation with its address, and keeps it otherwise', async () => {
    await giveWord(db, account(), 'Bình', now)
    await giveWord(db, account(), 'Cường', now)
    await applySources(db, [{ ...account(), name: 'Tên mới' }], later)
    expect(await isDue()).toBe(true)
    const moved = account('https://bsky.app/profile/ten-khac.example')
    await applySources(db, [moved], later)
    expect([await isConfirmed(db, moved), await isDue()]).toEqual([false, false])
    expect(await giveWord(db, moved, 'Cường', later)).toBe('proposed')
  })

  it('is not let through by lifting the pause', async () => {
    await resumeSource(db, 'trung-tam', now)
    expect(await isConfirmed(db, account())).toBe(false)
  })

  it('leaves who, when and for which address', async () => {
    await giveWord(db, account(), 'Bình', now)
    await giveWord(db, account(), 'Cường', later)
    expect(await db.selectFrom('source_confirmation').selectAll().execute()).toEqual([
      {
        source_id: 'trung-tam',
        address: 'https://bsky.app/profile/songthanh.example',
        proposed_by: 'Bình',
        proposed_on: '2026-11-18',
        confirmed_by: 'Cường',
        confirmed_on: '2026-11-19',
      },
    ])
    const audit = await db.selectFrom('audit').select(['actor', 'action', 'subject', 'details']).execute()
    const details = '{"address":"https://bsky.app/profile/songthanh.example"}'
    expect(audit).toEqual([
      { actor: 'Bình', action: 'source_proposed', subject: 'trung-tam', details },
      { actor: 'Cường', action: 'source_confirmed', subject: 'trung-tam', details },
    ])
  })

  it('takes no word from nobody', async () => {
    await expect(giveWord(db, account(), ' . ', now)).rejects.toThrow(RangeError)
  })
})

it('other sources need nobody’s word', async () => {
  expect(await isConfirmed(db, makeSource('bao-a'))).toBe(true)
  expect(await giveWord(db, makeSource('bao-a'), 'Bình', now)).toBe('no_account')
})
