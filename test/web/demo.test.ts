// The whole product as a newcomer meets it: the demo as a child process, its console in a real browser.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plantedIdentifiers, plantedNames } from '../../examples/sample-week/serve.ts'
import { makeInstallation } from '../installation.ts'
import { readZip } from '../reports/zip.ts'
import { findChromium, openBrowser } from './browser.ts'

const chromium = findChromium()

describe.skipIf(chromium === null)('the demo in a browser', () => {
  let installation: Awaited<ReturnType<typeof makeInstallation>>
  let demo: ReturnType<typeof installation.start>
  let printed = ''
  let browser: Browser
  let page: Page
  let address: string

  beforeAll(async () => {
    installation = await makeInstallation(
      'sources:\n  - { id: bao-a, name: A, kind: feed, url: "https://a.example/rss", ownership: newsroom, language: vi }\n',
    )
    demo = installation.start('demo')
    address = await new Promise<string>((resolve, reject) => {
      const read = (text: Buffer) => {
        printed += text.toString()
        const found = /http:\/\/127\.0\.0\.1:\d+\/\n/.exec(printed)
        if (found) resolve(found[0].trim())
      }
      demo.stdout?.on('data', read)
      demo.stderr?.on('data', read)
      demo.on('exit', () => reject(new Error(`the demo ended: ${printed.slice(-2000)}`)))
    })
    browser = await openBrowser(chromium ?? '')
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    demo.removeAllListeners('exit')
    demo.kill('SIGKILL')
    await installation.remove()
  })

  const shows = (text: string | RegExp) => page.getByText(text).first().waitFor()

  it('ends with a table of what was collected, what was not, and why', () => {
    expect(printed).toMatch(/Báo Sông Thanh +\d+ +1 +0/)
    expect(printed).toMatch(/Thẻ công khai #nhanquyen +0 +0 +25/)
    expect(printed).toMatch(/trang báo đã gỡ bỏ vĩnh viễn \(410\)/)
    for (const name of ['ICCPR', 'ICESCR', 'CEDAW', 'ICERD', 'CRC', 'CRPD', 'CAT'])
      expect(printed).toMatch(new RegExp(`^${name} .* [1-9]\\d*$`, 'm'))
  })

  it('shows tagged items, narrows them by convention and finds them without diacritics', async () => {
    await page.goto(address)
    await shows(/^1\d\d tin, bài$/)
    await page.goto(`${address}items?convention=crc`)
    await shows(/^\d\d tin, bài$/)
    await page.goto(`${address}items?q=nuoc%20sach`)
    await shows(/Thôn Láng Cóc hết cảnh mua nước/)
  })

  it('marks in the text why an item is tagged, and keeps the history of an edited one', async () => {
    await page.goto(`${address}items?q=nuoc%20sach`)
    // Two outlets tell of the same tap: the second is folded under the first.
    await page
      .getByRole('button', { name: /cùng sự việc/ })
      .first()
      .click()
    await page.getByText('Mười một năm gánh nước').first().click()
    await page.locator('mark').first().waitFor()
    await shows(/214/)
  })

  it('says in English too which sources fail and what to do', async () => {
    await page.goto(`${address}sources`)
    await shows(/Trang báo đã gỡ bỏ vĩnh viễn/)
    await page.getByText('EN', { exact: true }).click()
    await shows(/The site says that it is gone for good/)
  })

  it('has left no planted identifier or byline in any file, nor in what it printed', async () => {
    const identifiers = plantedIdentifiers()
    const found: string[] = []
    const look = (where: string, bytes: Uint8Array) => {
      const text = Buffer.from(bytes)
      for (const each of [...identifiers, ...plantedNames()]) if (text.includes(each)) found.push(`${where}: ${each}`)
    }
    look('printed', Buffer.from(printed))
    for (const entry of await readdir(installation.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.parentPath.includes('/config')) continue
      const bytes = await readFile(join(entry.parentPath, entry.name))
      const parts = /\.(docx|xlsx)$/.test(entry.name) ? [...readZip(bytes).values()] : [bytes]
      for (const part of parts) look(entry.name, part)
    }
    expect(found).toEqual([])
  })
})
