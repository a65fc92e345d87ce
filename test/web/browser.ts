// The browser that tests of pages run in: the machine's own Chromium, kept from calling anybody.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of an installed Chromium; null, after a line that says so, where there is none. In CI nothing is left out. */
export function findChromium(): string | null {
  const found = places.find((path) => existsSync(path)) ?? null
  if (!found && process.env.CI) throw new Error(`CI needs a Chromium at one of ${places.join(', ')}`)
  if (!found) console.info(`No Chromium at ${places.join(', ')}: tests of pages are left out.`)
  return found
}

export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}
