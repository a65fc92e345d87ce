import { describe, expect, test } from 'vitest'
import { findChromium } from './browser.ts'
import { setStage } from './stage.ts'
import { items } from './stub-data.ts'

const chromium = findChromium()

describe.skipIf(!chromium)('console', { timeout: 30_000 }, () => {
  const stage = setStage(chromium ?? '')
  const { open, shows } = stage
  const params = () => new URL(stage.page.url()).searchParams
  const found = () => stage.page.getByRole('main').getByRole('status')

  describe('list', () => {
    test('starts at the items, newest first, with a count that is read out', async () => {
      await open('/')
      expect(new URL(stage.page.url()).pathname).toBe('/items')
      await shows(`${items.length} tin, bài`)
      expect(await found().textContent()).toBe(`${items.length} tin, bài`)
      const titles = stage.page.getByRole('region', { name: /mới nhất trước/ }).getByRole('heading', { level: 3 })
      expect(await titles.first().textContent()).toBe(items[0]?.title)
      // Two of the fifty tell what a third tells: they are folded under it.
      expect(await titles.count()).toBe(48)
      await stage.page.getByRole('button', { name: 'Xem thêm' }).click()
      await shows(/Đang hiển thị 100/)
    })

    test('searches as one types and keeps the words in the address', async () => {
      await open('/items')
      await stage.page.getByRole('searchbox').fill('khuyet tat')
      await stage.page.waitForURL(/q=khuyet\+tat/)
      await shows(/^“khuyet tat”$/)
      expect(stage.server.requests).toContain('/api/items?q=khuyet+tat')
      await stage.page.getByRole('button', { name: 'Xóa từ khóa' }).click()
      await stage.page.waitForURL((url) => !url.search)
      await shows(`${items.length} tin, bài`)
    })

    test('filters by convention, article, language, source and time; the address holds all of it', async () => {
      await open('/items')
      const filters = stage.page.getByRole('complementary', { name: 'Bộ lọc' })
      await filters.getByRole('button', { name: /^CRPD/ }).click()
      await filters.getByLabel('Điều khoản, CRPD').selectOption('24')
      await filters.getByRole('button', { name: /^Tiếng Việt/ }).click()
      await filters.getByRole('button', { name: '30 ngày qua' }).click()
      await filters.getByRole('button', { name: /^Báo Vùng Cao/ }).click()
      await stage.page.waitForURL(/source=/)
      expect(Object.fromEntries(params())).toEqual({
        convention: 'crpd',
        article: '24',
        language: 'vi',
        time: '30-days',
        source: 'bao-vung-cao',
      })
      const asked = stage.server.requests.at(-1) ?? ''
      expect(asked).toContain('from=2026-10-23&to=2026-11-21')
      const matching = items.filter(
        ({ language, sourceId, tags }) =>
          language === 'vi' &&
          sourceId === 'bao-vung-cao' &&
          tags.some(({ convention, articles }) => convention === 'crpd' && articles.includes('24')),
      )
      await stage.page.reload()
      await expect.poll(() => found().textContent()).toBe(`${matching.length} tin, bài`)
      await stage.page.goBack()
      await stage.page.waitForURL((url) => !url.searchParams.has('source'))
    })

    test('folds items of one event under the first, and opens them by keyboard', async () => {
      await open('/items')
      const fold = stage.page.getByRole('button', { name: '2 bài khác cùng sự việc' })
      expect(await fold.getAttribute('aria-expanded')).toBe('false')
      await fold.focus()
      await stage.page.keyboard.press('Enter')
      await stage.page.locator('[data-item-id="982"]').getByText('Đăng lại', { exact: true }).waitFor()
      await stage.page.locator('[data-item-id="982"]').getByRole('link').press('Enter')
      await stage.page.getByRole('heading', { name: 'Cùng sự việc' }).waitFor()
      await shows('Bài này đăng lại gần như nguyên văn một bài khác.')
    })

    test('filters by direction, place, outlet region and instrument, each clearly named', async () => {
      await open('/items')
      await stage.page.getByRole('button', { name: /^Phản ánh vấn đề/ }).click()
      await stage.page.waitForURL(/direction=concern/)
      await stage.page.getByRole('region', { name: 'Nói về địa phương' }).getByRole('button').first().click()
      await stage.page.waitForURL(/place=1\d/)
      await stage.page.getByRole('button', { name: /Bỏ lọc: Nói về/ }).click()
      await stage.page.getByRole('region', { name: 'Địa bàn của nguồn' }).getByRole('button').first().click()
      await stage.page.getByRole('button', { name: 'Bỏ lọc: Nguồn ở Việt Nam' }).waitFor()
      await open('/items?instrument=ilo-c155')
      await stage.page.getByRole('button', { name: 'Bỏ lọc: ILO 155' }).waitFor()
    })

    test('takes a range written dd/MM/yyyy, and says when it is none', async () => {
      await open('/items')
      await stage.page.getByRole('button', { name: 'Khoảng khác' }).click()
      await stage.page.getByLabel('Từ ngày', { exact: true }).fill('31/11/2026')
      await stage.page.getByRole('button', { name: 'Áp dụng' }).click()
      await shows('Ghi ngày theo dạng 21/11/2026.')
      await stage.page.getByLabel('Từ ngày', { exact: true }).fill('2/11/2026')
      await stage.page.getByLabel('Đến ngày', { exact: true }).fill('03/11/2026')
      await stage.page.getByRole('button', { name: 'Áp dụng' }).click()
      await stage.page.waitForURL(/from=2026-11-02&to=2026-11-03/)
      await shows('Từ 02/11/2026')
    })

    test('shows the figures of the chart as a table, and never a zero for a day without data', async () => {
      await open('/items')
      await stage.page.getByRole('img', { name: /tổng số 161 tin, bài/ }).waitFor()
      await stage.page.locator('svg path').first().waitFor({ state: 'attached' })
      await stage.page.getByText('Bảng', { exact: true }).click()
      const table = stage.page.getByRole('table')
      expect(await table.getByRole('row', { name: /09\/11\/2026/ }).textContent()).toBe('09/11/2026Không có dữ liệu')
      expect(await table.getByRole('row', { name: /21\/11\/2026/ }).textContent()).toBe('21/11/2026933212' + '11')
      expect(params().get('view')).toBe('table')
    })

    test('says what to do when there is nothing, and nothing that matches', async () => {
      await open('/items?q=khongco&time=this-week')
      await shows('Không có tin, bài nào khớp')
      await stage.page.getByRole('main').getByRole('button', { name: 'Xóa bộ lọc' }).last().click()
      await shows(`${items.length} tin, bài`)
      stage.server.world = { items: [], error: null }
      await open('/items')
      await shows('langnghe crawl')
    })

    test('shows the service’s own words when it fails, and tries again', async () => {
      const body = { error: { code: 'busy', message: 'Kho dữ liệu đang bận', todo: 'Chờ một phút rồi thử lại.' } }
      stage.server.world = { items, error: { path: '/api/items', status: 503, body } }
      await open('/items', { hasFailures: true })
      await shows('Kho dữ liệu đang bận')
      await shows('Chờ một phút rồi thử lại.')
      stage.server.world = { items, error: null }
      await stage.page.getByRole('button', { name: 'Thử lại' }).last().click()
      await shows(`${items.length} tin, bài`)
    })
  })

  describe('keyboard', () => {
    const inFocus = () => stage.page.evaluate('document.activeElement.textContent')

    test('moves, opens, closes and comes back to the same place', async () => {
      await open('/items')
      await shows(`${items.length} tin, bài`)
      await stage.page.keyboard.press('j')
      await stage.page.keyboard.press('ArrowDown')
      await stage.page.keyboard.press('j')
      await stage.page.keyboard.press('k')
      expect(await inFocus()).toBe(items[1]?.title)
      await stage.page.keyboard.press('Enter')
      await stage.page.getByRole('heading', { level: 2, name: items[1]?.title ?? '' }).waitFor()
      await stage.page.keyboard.press('j')
      await stage.page.getByRole('heading', { level: 2, name: items[2]?.title ?? '' }).waitFor()
      expect(params().get('item')).toBe(items[2]?.id)
      await stage.page.keyboard.press('Escape')
      await stage.page.waitForURL((url) => !url.searchParams.has('item'))
      await expect.poll(inFocus).toBe(items[2]?.title)
    })

    test('/ goes to search, ? shows the keys, single characters can be switched off', async () => {
      await open('/items')
      await shows(`${items.length} tin, bài`)
      await stage.page.keyboard.press('/')
      await stage.page.keyboard.type('j?')
      expect(await stage.page.getByRole('searchbox').inputValue()).toBe('j?')
      await stage.page.keyboard.press('Escape')
      await stage.page.keyboard.press('Escape')
      await stage.page.keyboard.press('?')
      await stage.page.getByRole('dialog', { name: 'Phím tắt' }).waitFor()
      await stage.page.getByLabel(/Dùng phím tắt một ký tự/).click()
      await stage.page.keyboard.press('Escape')
      await stage.page.getByRole('dialog').waitFor({ state: 'hidden' })
      await stage.page.keyboard.press('j')
      expect(await inFocus()).not.toBe(items[0]?.title)
    })
  })

  describe('item', () => {
    test('says where, when, why and what changed', async () => {
      await open('/items?item=1000')
      const panel = stage.page.getByRole('complementary', { name: 'Chi tiết tin, bài' })
      await panel.getByText('Đăng 21/11/2026 16:05').waitFor()
      await panel.getByText('Điều 28 Quyền được học hành').waitFor()
      await panel.getByText('Độ tin cậy 94%').waitFor()
      await panel.getByText('tên người').waitFor()
      const original = panel.getByRole('link', { name: 'Mở bài gốc' })
      expect(await original.getAttribute('rel')).toBe('noreferrer noopener')
      await panel.getByRole('link', { name: 'Báo Vùng Cao' }).waitFor()
      await panel.getByText(/Bản 2 thay bản 1/).waitFor()
      expect(await panel.locator('del').first().textContent()).toContain('tại 40 trường')
      expect(await panel.locator('ins').first().textContent()).toContain('tại 42 trường')
      await panel.getByText('lexicon 2026-11-20 a1b2c3').waitFor()
    })

    test('a mark in focus tells rule, article and words, also of two reasons in one place', async () => {
      await open('/items?item=1000')
      await stage.page.getByText('3 căn cứ').click()
      await stage.page.getByRole('button', { name: 'Xem trong bài: trẻ em khuyết tật ở các xã biên giới' }).focus()
      await stage.page.keyboard.press('Enter')
      const tip = stage.page.getByRole('tooltip')
      await tip.waitFor()
      const said = await tip.textContent()
      expect(said).toContain('CRPD · Điều 7')
      expect(said).toContain('CRC · Điều 23')
      expect(said).toContain('trẻ em khuyết tật ở các xã biên giới')
      expect(said).toMatch(/Quy tắc crc-23-\d+ · Trọng số 1,9/)
      await stage.page.keyboard.press('Escape')
      await tip.waitFor({ state: 'hidden' })
      expect(params().get('item')).toBe('1000')
    })

    test('says when the text is the feed’s, and when nothing could be classified', async () => {
      const fromFeed = items.find((item) => item.textOrigin === 'feed')
      await open(`/items?item=${fromFeed?.id}`)
      await shows(/Không tải được trang gốc/)
      const unknown = items.find((item) => !item.classified)
      await open(`/items?item=${unknown?.id}`)
      await shows(/^Chưa phân loại: /)
    })
  })

  test('an item says what it does with the right, where it is about, and why nothing else', async () => {
    await open('/items?item=996')
    const panel = stage.page.getByRole('complementary', { name: 'Chi tiết tin, bài' })
    await panel
      .getByText(/^Hướng nội dung:/)
      .first()
      .waitFor()
    await panel.getByRole('heading', { name: 'Địa phương được nói đến' }).waitFor()
    await panel.getByText('Công ước số 155 của ILO').waitFor()
    await panel.getByText('Vì sao không phải công ước khác?').click()
    await panel.getByText(/cần từ 60/).waitFor()
    await panel.getByText(/chưa thấy: minority/).waitFor()
  })

  describe('sources', () => {
    test('puts those that need somebody first, with what to do and what became of the last round', async () => {
      await open('/sources')
      const rows = stage.page.getByRole('table').getByRole('row')
      await rows.nth(1).waitFor()
      expect(await rows.nth(1).textContent()).toMatch(/Đang lỗi.*Sửa bộ chọn.*18\/11\/2026 09:10/)
      await shows('(1 không tải được trang, 2 không phải bài viết)')
      const steady = stage.page.getByRole('row', { name: /^Báo Mẫu điện tử/ })
      expect(await steady.textContent()).toMatch(/58tuần thường 30 tin/)
      const counted = stage.page.getByRole('row', { name: /#quyentreem/ })
      expect(await counted.textContent()).toMatch(/chỉ đếm.*40 Đã lưu/)
    })
  })

  describe('shell', () => {
    test('speaks both languages and remembers which', async () => {
      await open('/sources')
      await shows('Bài riêng tư chỉ được đếm: 1.284 bài tuần này')
      await stage.page.getByText('EN', { exact: true }).click()
      await shows('Private posts are only counted: 1,284 posts this week')
      await shows(/No links to articles were found/)
      await stage.page.reload()
      await stage.page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor()
      expect(await stage.page.evaluate('document.documentElement.lang')).toBe('en')
      expect(await stage.page.title()).toBe('Sources · Lắng Nghe')
    })

    test('is light or dark as one says, and remembers it', async () => {
      await open('/items')
      await stage.page.getByRole('button', { name: /^Màu giao diện/ }).click()
      await stage.page.getByRole('menuitemradio', { name: 'Tối' }).click()
      await stage.page.reload()
      const scheme = 'document.documentElement.dataset.mantineColorScheme'
      await expect.poll(() => stage.page.evaluate(scheme)).toBe('dark')
    })

    test('has landmarks, a skip link, and a page for addresses that lead nowhere', async () => {
      await open('/items')
      await stage.page.keyboard.press('Tab')
      expect(await stage.page.evaluate('document.activeElement.textContent')).toBe('Đến nội dung chính')
      for (const role of ['banner', 'navigation', 'main', 'search'] as const)
        expect(await stage.page.getByRole(role).count()).toBe(1)
      await stage.page.goto(`${stage.server.origin}/khong-co`)
      await shows('Không có trang này')
    })
  })
})
