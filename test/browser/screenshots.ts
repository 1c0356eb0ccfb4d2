/**
 * Pictures of the pages, as people see them: `npm run screenshots` makes the README's own,
 * `npm run screenshots -- FOLDER` every main page there, wide and narrow, light and dark, in both
 * languages.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { languages } from '../../views/messages.ts'
import { signedIn, visitor } from '../support/browser.ts'
import { launchChromium } from '../support/chromium.ts'
import { type Scene, scene } from './scene.ts'

const pages = ({ article, claim }: Scene): [name: string, path: string][] => [
  ['claims', '/claims'],
  ['claim', `/claims/${claim}`],
  ['claim-new', '/claims/new'],
  ['articles', '/articles'],
  ['article-new', '/articles/new'],
  ['reader', `/articles/${article}`],
  ['reader-choice', `/articles/${article}?from=6&to=7`],
  ['review', '/review'],
  ['exports', '/exports'],
  ['people', '/people'],
  ['me', '/me'],
  ['settings', '/settings'],
]

/** The picture that the README opens with. */
async function readmePicture(browser: Browser, { desk, bruno, claim }: Scene): Promise<void> {
  const guest = await visitor(browser, { width: 1280 })
  await signedIn(desk, guest, bruno)
  await guest.page.goto(`${desk.origin}/claims/${claim}`)
  await guest.page.screenshot({ path: 'test/browser/claim.png' })
  await guest.context.close()
}

async function everyPage(browser: Browser, at: Scene, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const language of languages) {
    for (const width of [1280, 360]) {
      const guest = await visitor(browser, { language, width })
      await signedIn(at.desk, guest, at.anna, language)
      for (const [name, path] of pages(at)) {
        await guest.page.goto(at.desk.origin + path)
        for (const colorScheme of ['light', 'dark'] as const) {
          await guest.page.emulateMedia({ colorScheme })
          const file = `${name}-${language}-${width}-${colorScheme}.png`
          await guest.page.screenshot({ path: join(folder, file), fullPage: true })
        }
      }
      await guest.context.close()
    }
  }
}

const at = await scene()
const browser = await launchChromium()
try {
  const [folder] = process.argv.slice(2)
  await (folder ? everyPage(browser, at, folder) : readmePicture(browser, at))
} finally {
  await browser.close()
  await at.desk.end()
}
