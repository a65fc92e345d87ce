// Colours that can be read, controls that have names, and pages that fit a phone.
import { describe, expect, test } from 'vitest'
import { findChromium } from './browser.ts'
import { contrastAudit } from './contrast-audit.ts'
import { phone, setStage } from './stage.ts'
import { items } from './stub-data.ts'

const chromium = findChromium()

describe.skipIf(!chromium)('console', { timeout: 30_000 }, () => {
  const stage = setStage(chromium ?? '')
  const { open, shows } = stage

  test('the audit of contrast sees what cannot be read', async () => {
    await open('/sources')
    await shows(/Đang lỗi/)
    await stage.page.evaluate(`document.querySelector('h1').style.color = '#999'`)
    expect(await stage.page.evaluate(contrastAudit)).toHaveLength(1)
  })

  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    test.each(['/items', '/items?item=1000&convention=crc', '/items?view=table', '/sources'])(
      '%s: text has contrast AA, controls have names',
      async (path) => {
        await open(path, { scheme })
        await shows(/Đang lỗi|tin, bài$/)
        await stage.page.waitForLoadState('networkidle')
        expect(await stage.page.evaluate(contrastAudit)).toEqual([])
        const unnamed = /- (?:button|link|textbox|searchbox|combobox|radio|switch)(?::|$| \[)/gm
        expect((await stage.page.locator('body').ariaSnapshot()).match(unnamed)).toBeNull()
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
      await stage.page.waitForLoadState('networkidle')
      expect(await stage.page.evaluate(overflow)).toBe(0)
      expect(await stage.page.evaluate(small)).toEqual([])
    })

    test('opens an item over the whole screen, and the filters on demand', async () => {
      await open('/items', { size: phone })
      await stage.page.getByRole('link', { name: items[0]?.title ?? '' }).click()
      const dialog = stage.page.getByRole('dialog', { name: 'Chi tiết tin, bài' })
      expect(await dialog.boundingBox()).toMatchObject({ x: 0, width: phone.width })
      await dialog.getByRole('button', { name: 'Đóng' }).click()
      await dialog.waitFor({ state: 'hidden' })
      await stage.page.getByRole('button', { name: 'Bộ lọc' }).click()
      await stage.page.getByRole('dialog').getByRole('button', { name: /^CAT/ }).click()
      await stage.page.getByRole('button', { name: 'Xem kết quả' }).click()
      await stage.page.getByRole('button', { name: 'Bộ lọc (1)' }).waitFor()
      expect(new URL(stage.page.url()).searchParams.get('convention')).toBe('cat')
    })
  })
})
