import { rm } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findChromium, openBrowser } from './browser.ts'
import { buildConsole } from './build-console.ts'
import { contrastAudit } from './contrast-audit.ts'
import { items } from './stub-data.ts'
import { type StubServer, startStubServer } from './stub-server.ts'

const chromium = findChromium()
const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

describe.skipIf(!chromium)('console', { timeout: 30_000 }, () => {
  let folder: string
  let server: StubServer
  let browser: Browser
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    folder = await buildConsole()
    server = await startStubServer(folder)
    browser = await openBrowser(chromium ?? '')
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    if (folder) await rm(folder, { recursive: true })
  })
  beforeEach(() => {
    server.world = { items, error: null }
    server.requests.length = 0
    complaints = []
  })
  afterEach(async () => {
    await page.context().close()
    expect(complaints).toEqual([])
  })

  /** A fresh browser profile; whatever the page complains of, or asks of another host, fails the test. */
  async function open(path: string, more: { size?: typeof desk; scheme?: 'light' | 'dark'; errors?: boolean } = {}) {
    const context = await browser.newContext({
      viewport: more.size ?? desk,
      colorScheme: more.scheme ?? 'light',
      reducedMotion: 'reduce',
    })
    page = await context.newPage()
    if (!more.errors)
      page.on('console', (line) => {
        if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text())
      })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) complaints.push(`asked ${request.url()}`)
    })
    await page.goto(server.origin + path)
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
  }

  const params = () => new URL(page.url()).searchParams
  const found = () => page.getByRole('main').getByRole('status')
  const shows = (text: string | RegExp) => page.getByText(text).first().waitFor()

  describe('list', () => {
    test('starts at the items, newest first, with a count that is read out', async () => {
      await open('/')
      expect(new URL(page.url()).pathname).toBe('/items')
      await shows(`${items.length} tin, bài`)
      expect(await found().textContent()).toBe(`${items.length} tin, bài`)
      const titles = page.getByRole('region', { name: /mới nhất trước/ }).getByRole('heading', { level: 3 })
      expect(await titles.first().textContent()).toBe(items[0]?.title)
      expect(await titles.count()).toBe(50)
      await page.getByRole('button', { name: 'Xem thêm' }).click()
      await shows(/Đang hiển thị 100/)
    })

    test('searches as one types and keeps the words in the address', async () => {
      await open('/items')
      await page.getByRole('searchbox').fill('khuyet tat')
      await page.waitForURL(/q=khuyet\+tat/)
      await shows(/^“khuyet tat”$/)
      expect(server.requests).toContain('/api/items?q=khuyet+tat')
      await page.getByRole('button', { name: 'Xóa từ khóa' }).click()
      await page.waitForURL((url) => !url.search)
      await shows(`${items.length} tin, bài`)
    })

    test('filters by convention, article, language, source and time; the address holds all of it', async () => {
      await open('/items')
      const filters = page.getByRole('complementary', { name: 'Bộ lọc' })
      await filters.getByRole('button', { name: /^CRPD/ }).click()
      await filters.getByLabel('Điều khoản, CRPD').selectOption('24')
      await filters.getByRole('button', { name: /^Tiếng Việt/ }).click()
      await filters.getByRole('button', { name: '30 ngày qua' }).click()
      await filters.getByRole('button', { name: /^Báo Vùng Cao/ }).click()
      await page.waitForURL(/source=/)
      expect(Object.fromEntries(params())).toEqual({
        convention: 'crpd',
        article: '24',
        language: 'vi',
        time: '30-days',
        source: 'bao-vung-cao',
      })
      const asked = server.requests.at(-1) ?? ''
      expect(asked).toContain('from=2026-10-23&to=2026-11-21')
      const count = await found().textContent()
      await page.reload()
      await shows('Xóa bộ lọc')
      await expect.poll(() => found().textContent()).toBe(count)
      await page.goBack()
      await page.waitForURL((url) => !url.searchParams.has('source'))
    })

    test('takes a range written dd/MM/yyyy, and says when it is none', async () => {
      await open('/items')
      await page.getByRole('button', { name: 'Khoảng khác' }).click()
      await page.getByLabel('Từ ngày', { exact: true }).fill('31/11/2026')
      await page.getByRole('button', { name: 'Áp dụng' }).click()
      await shows('Ghi ngày theo dạng 21/11/2026.')
      await page.getByLabel('Từ ngày', { exact: true }).fill('2/11/2026')
      await page.getByLabel('Đến ngày', { exact: true }).fill('03/11/2026')
      await page.getByRole('button', { name: 'Áp dụng' }).click()
      await page.waitForURL(/from=2026-11-02&to=2026-11-03/)
      await shows('Từ 02/11/2026')
    })

    test('shows the figures of the chart as a table, and never a zero for a day without data', async () => {
      await open('/items')
      await page.getByRole('img', { name: /tổng số 161 tin, bài/ }).waitFor()
      await page.locator('svg path').first().waitFor({ state: 'attached' })
      await page.getByText('Bảng', { exact: true }).click()
      const table = page.getByRole('table')
      expect(await table.getByRole('row', { name: /09\/11\/2026/ }).textContent()).toBe('09/11/2026Không có dữ liệu')
      expect(await table.getByRole('row', { name: /21\/11\/2026/ }).textContent()).toBe('21/11/2026933212' + '11')
      expect(params().get('view')).toBe('table')
    })

    test('says what to do when there is nothing, and nothing that matches', async () => {
      await open('/items?q=khongco&time=this-week')
      await shows('Không có tin, bài nào khớp')
      await page.getByRole('main').getByRole('button', { name: 'Xóa bộ lọc' }).last().click()
      await shows(`${items.length} tin, bài`)
      await page.context().close()
      server.world = { items: [], error: null }
      await open('/items')
      await shows('langnghe crawl')
    })

    test('shows the service’s own words when it fails, and tries again', async () => {
      const body = { error: { code: 'busy', message: 'Kho dữ liệu đang bận', todo: 'Chờ một phút rồi thử lại.' } }
      server.world = { items, error: { path: '/api/items', status: 503, body } }
      await open('/items', { errors: true })
      await shows('Kho dữ liệu đang bận')
      await shows('Chờ một phút rồi thử lại.')
      server.world = { items, error: null }
      await page.getByRole('button', { name: 'Thử lại' }).last().click()
      await shows(`${items.length} tin, bài`)
    })
  })

  describe('keyboard', () => {
    const inFocus = () => page.evaluate('document.activeElement.textContent')

    test('moves, opens, closes and comes back to the same place', async () => {
      await open('/items')
      await shows(`${items.length} tin, bài`)
      await page.keyboard.press('j')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      expect(await inFocus()).toBe(items[1]?.title)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 2, name: items[1]?.title ?? '' }).waitFor()
      await page.keyboard.press('j')
      await page.getByRole('heading', { level: 2, name: items[2]?.title ?? '' }).waitFor()
      expect(params().get('item')).toBe(items[2]?.id)
      await page.keyboard.press('Escape')
      await page.waitForURL((url) => !url.searchParams.has('item'))
      await expect.poll(inFocus).toBe(items[2]?.title)
    })

    test('/ goes to search, ? shows the keys, single characters can be switched off', async () => {
      await open('/items')
      await shows(`${items.length} tin, bài`)
      await page.keyboard.press('/')
      await page.keyboard.type('j?')
      expect(await page.getByRole('searchbox').inputValue()).toBe('j?')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor()
      await page.getByLabel(/Dùng phím tắt một ký tự/).click()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.keyboard.press('j')
      expect(await inFocus()).not.toBe(items[0]?.title)
    })
  })

  describe('item', () => {
    test('says where, when, why and what changed', async () => {
      await open('/items?item=1000')
      const panel = page.getByRole('complementary', { name: 'Chi tiết tin, bài' })
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
      await page.getByText('3 căn cứ').click()
      await page.getByRole('button', { name: 'Xem trong bài: trẻ em khuyết tật ở các xã biên giới' }).focus()
      await page.keyboard.press('Enter')
      const tip = page.getByRole('tooltip')
      await tip.waitFor()
      const said = await tip.textContent()
      expect(said).toContain('CRPD · Điều 7')
      expect(said).toContain('CRC · Điều 23')
      expect(said).toContain('trẻ em khuyết tật ở các xã biên giới')
      expect(said).toMatch(/Quy tắc crc-23-\d+ · Trọng số 1,9/)
      await page.keyboard.press('Escape')
      await tip.waitFor({ state: 'hidden' })
      expect(params().get('item')).toBe('1000')
    })

    test('says when the text is the feed’s, and when nothing could be classified', async () => {
      const fromFeed = items.find((item) => item.textOrigin === 'feed')
      await open(`/items?item=${fromFeed?.id}`)
      await shows(/Không tải được trang gốc/)
      await page.context().close()
      const unknown = items.find((item) => !item.classified)
      await open(`/items?item=${unknown?.id}`)
      await shows(/^Chưa phân loại: /)
    })
  })

  describe('sources', () => {
    test('puts those that need somebody first, with what to do and what became of the last round', async () => {
      await open('/sources')
      const rows = page.getByRole('table').getByRole('row')
      await rows.nth(1).waitFor()
      expect(await rows.nth(1).textContent()).toMatch(/Đang lỗi.*Sửa bộ chọn.*18\/11\/2026 09:10/)
      await shows('(1 không tải được trang, 2 không phải bài viết)')
      const counted = page.getByRole('row', { name: /#quyentreem/ })
      expect(await counted.textContent()).toMatch(/chỉ đếm.*40 Đã lưu/)
    })
  })

  describe('shell', () => {
    test('speaks both languages and remembers which', async () => {
      await open('/sources')
      await shows('Bài riêng tư chỉ được đếm: 1.284 bài tuần này')
      await page.getByText('EN', { exact: true }).click()
      await shows('Private posts are only counted: 1,284 posts this week')
      await shows(/No links to articles were found/)
      await page.reload()
      await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor()
      expect(await page.evaluate('document.documentElement.lang')).toBe('en')
      expect(await page.title()).toBe('Sources · Lắng Nghe')
    })

    test('is light or dark as one says, and remembers it', async () => {
      await open('/items')
      await page.getByRole('button', { name: /^Màu giao diện/ }).click()
      await page.getByRole('menuitemradio', { name: 'Tối' }).click()
      await page.reload()
      const scheme = 'document.documentElement.dataset.mantineColorScheme'
      await expect.poll(() => page.evaluate(scheme)).toBe('dark')
    })

    test('has landmarks, a skip link, and a page for addresses that lead nowhere', async () => {
      await open('/items')
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Đến nội dung chính')
      for (const role of ['banner', 'navigation', 'main', 'search'] as const)
        expect(await page.getByRole(role).count()).toBe(1)
      await page.goto(`${server.origin}/khong-co`)
      await shows('Không có trang này')
    })
  })

  test('the audit of contrast sees what cannot be read', async () => {
    await open('/sources')
    await page.evaluate(`document.querySelector('h1').style.color = '#999'`)
    expect(await page.evaluate(contrastAudit)).toHaveLength(1)
  })

  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    test.each(['/items', '/items?item=1000&convention=crc', '/items?view=table', '/sources'])(
      '%s: text has contrast AA, controls have names',
      async (path) => {
        await open(path, { scheme })
        await shows(/Đang lỗi|tin, bài$/)
        await page.waitForLoadState('networkidle')
        expect(await page.evaluate(contrastAudit)).toEqual([])
        const unnamed = /- (?:button|link|textbox|searchbox|combobox|radio|switch)(?::|$| \[)/gm
        expect((await page.locator('body').ariaSnapshot()).match(unnamed)).toBeNull()
      },
    )
  })

  describe('phone', () => {
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    const small = `[...document.querySelectorAll('a, button, input, select, summary')].filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      return element.checkVisibility() && element.tabIndex >= 0 && width > 1 && (width < 24 || height < 24)
        && !element.closest('p, h3, th, li > a, .mantine-SegmentedControl-root')
    }).map((element) => element.outerHTML.slice(0, 120))`

    test.each(['/items', '/items?item=1000', '/items?view=table', '/sources'])('%s fits', async (path) => {
      await open(path, { size: phone })
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate(overflow)).toBe(0)
      expect(await page.evaluate(small)).toEqual([])
    })

    test('opens an item over the whole screen, and the filters on demand', async () => {
      await open('/items', { size: phone })
      await page.getByRole('link', { name: items[0]?.title ?? '' }).click()
      const dialog = page.getByRole('dialog', { name: 'Chi tiết tin, bài' })
      expect(await dialog.boundingBox()).toMatchObject({ x: 0, width: phone.width })
      await dialog.getByRole('button', { name: 'Đóng' }).click()
      await dialog.waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: 'Bộ lọc' }).click()
      await page.getByRole('dialog').getByRole('button', { name: /^CAT/ }).click()
      await page.getByRole('button', { name: 'Xem kết quả' }).click()
      await page.getByRole('button', { name: 'Bộ lọc (1)' }).waitFor()
      expect(params().get('convention')).toBe('cat')
    })
  })
})
