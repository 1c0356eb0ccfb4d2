import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const named = process.env.RISCONTRO_TEST_CHROMIUM

/** The machine's own Chromium, or the one that `RISCONTRO_TEST_CHROMIUM` names. */
export const chromiumPath = named ?? places.find((place) => existsSync(place))

if (!chromiumPath && process.env.RISCONTRO_TEST_EVERYTHING) {
  throw new Error('a Chromium must be installed here, and none was found')
}

/**
 * The name for a group of tests in a browser, which says why they are skipped where they are:
 * `describe.skipIf(!chromiumPath)(inBrowser('the journey'), …)`.
 */
export function inBrowser(what: string): string {
  return chromiumPath
    ? `${what}, in Chromium`
    : `${what}, in Chromium (none was found: install it, or name it in RISCONTRO_TEST_CHROMIUM)`
}

/** Starts Chromium without a window; whoever starts it closes it. It talks to nobody on its own. */
export async function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error('no Chromium was found')
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
