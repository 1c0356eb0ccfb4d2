import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { type Language, languages } from '../../views/messages.ts'
import { type ServedDesk, servedDesk, signedIn, type Visitor, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import { emptySights, type Sight, sights } from './pages.ts'
import { type World, world } from './world.ts'

/** Refused forms, and pages that are not there or not for everybody, are among what is seen here. */
const expected = [401, 403, 404, 409, 410, 422]
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe.skipIf(!chromiumPath)(inBrowser('every page'), () => {
  let browser: Browser
  let full: World
  let empty: ServedDesk
  let fresh: ServedDesk
  beforeAll(async () => {
    browser = await launchChromium()
    full = await world()
    empty = await servedDesk()
    fresh = await servedDesk()
  })
  afterAll(async () => {
    await browser?.close()
    for (const desk of [full?.desk, empty, fresh]) await desk?.end()
  })

  test.each(languages)(
    'is accessible, fits its window and breaks no rule, in light and dark (%s)',
    async (language) => {
      const found: string[] = []
      const welcome = { name: 'welcome', by: null, path: `/welcome?key=${fresh.welcomeKey}` }
      found.push(...(await seeAll(fresh, [welcome], language)))
      const founder = await person(empty, 'editor', 'Prima', 1)
      found.push(...(await seeAll(empty, emptySights(founder), language)))
      found.push(...(await seeAll(full.desk, sights(full), language)))
      expect(found).toEqual([])
    },
    150_000,
  )

  /** Sees each with one browser a person. @returns what is wrong with them */
  async function seeAll(desk: ServedDesk, all: Sight[], language: Language): Promise<string[]> {
    const found: string[] = []
    const visitors = new Map<Member | null, Visitor>()
    for (const sight of all) {
      const seen = visitors.get(sight.by) ?? (await visitor(browser, { language, expected }))
      if (sight.by && !visitors.has(sight.by)) await signedIn(desk, seen, sight.by, language)
      visitors.set(sight.by, seen)
      const { page, complaints } = seen
      await page.goto(desk.origin + sight.path)
      await sight.then?.(page)
      const wrong = [...(await look(page)), ...complaints.splice(0)]
      found.push(...wrong.map((one) => `${sight.name}: ${one}`))
      // What was typed to see it would hold the page back.
      await page.close()
      seen.page = await seen.context.newPage()
    }
    for (const { context } of visitors.values()) await context.close()
    return found
  }
})

/** Looks at a page at its widest and its narrowest, in light and dark. */
async function look(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    if (over > 0) found.push(`${over} px too wide at ${width}`)
    const colorScheme = width === 1280 ? 'light' : 'dark'
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
    for (const { id, nodes } of violations) {
      const [node] = nodes
      found.push(
        `${id} (${colorScheme}, ${nodes.length}): ${node?.html.slice(0, 160)} ${node?.failureSummary?.replaceAll('\n', ' ')}`,
      )
    }
  }
  return found
}
