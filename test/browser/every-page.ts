import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import type { Language } from '../../views/messages.ts'
import { type ServedDesk, servedDesk, signedIn, type Visitor, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import { emptySights, type Sight, sights } from './pages.ts'
import { type World, world } from './world.ts'

/** Refused forms, and pages that are not there or not for everybody, are among what is seen here. */
const expected = [401, 403, 404, 409, 410, 422]
/** What a colour or a width can break; the rest is the same in both. */
const visual = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
]
/** What words can break; how a page is built is the same in each language, and looked at in one. */
const worded = [
  'html-has-lang',
  'html-lang-valid',
  'valid-lang',
  'document-title',
  'label',
  'label-content-name-mismatch',
  'button-name',
  'link-name',
  'image-alt',
  'svg-img-alt',
  'duplicate-id-aria',
  'landmark-unique',
]
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Looks at every page of a desk in one language; a file each, so that they are looked at side by side. */
export function everyPage(language: Language): void {
  describe.skipIf(!chromiumPath)(inBrowser(`every page in ${language}`), () => seen(language))
}

function seen(language: Language): void {
  let browser: Browser
  let full: World
  let empty: ServedDesk
  let fresh: ServedDesk
  let founder: Member
  beforeAll(async () => {
    browser = await launchChromium()
    full = await world()
    empty = await servedDesk()
    fresh = await servedDesk()
    founder = await person(empty, 'editor', 'Prima', 1)
  })
  afterAll(async () => {
    await browser?.close()
    for (const desk of [full?.desk, empty, fresh]) await desk?.end()
  })

  test('is accessible, fits its window and breaks no rule, in light and dark', async () => {
    const found: string[] = []
    const welcome = { name: 'welcome', by: null, path: `/welcome?key=${fresh.welcomeKey}` }
    found.push(...(await seeAll(fresh, [welcome], language)))
    found.push(...(await seeAll(empty, emptySights(founder), language)))
    found.push(...(await seeAll(full.desk, sights(full), language)))
    expect(found).toEqual([])
  }, 600_000)

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
      await sight.act?.(page)
      const rules = language === 'en' ? standards : [...visual, ...worded]
      const wrong = [...(await faults(page, rules)), ...complaints.splice(0)]
      found.push(...wrong.map((one) => `${sight.name}: ${one}`))
      if (!sight.act) continue
      // What was typed to see it would hold the page back.
      await page.close()
      seen.page = await seen.context.newPage()
    }
    for (const { context } of visitors.values()) await context.close()
    return found
  }
}

/** Looks at a page at its widest in light, by these rules, and at its narrowest in dark. */
export async function faults(page: Page, rules: readonly string[] = standards): Promise<string[]> {
  const found: string[] = []
  const lights = [
    { width: 1280, colorScheme: 'light', runOnly: rules, source: {} },
    // Axe is in the page by now, and half of its time went into getting there.
    { width: 360, colorScheme: 'dark', runOnly: visual, source: { axeSource: ';' } },
  ] as const
  for (const { width, colorScheme, runOnly, source } of lights) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    // What follows the window is in its place once that was drawn.
    await page.evaluate(
      'new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))',
    )
    const over = await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)
    if (over > 0) found.push(`${over} px too wide at ${width}`)
    // Without frames axe needs no page of its own for its answer: the other half.
    const axe = new AxeBuilder({ page, ...source }).setLegacyMode()
    axe.options({ runOnly: [...runOnly], resultTypes: ['violations'] })
    for (const { id, nodes } of (await axe.analyze()).violations) {
      const what = nodes.map(
        ({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`,
      )
      found.push(`${id} (${colorScheme}, ${width} px): ${what[0]} (${nodes.length})`)
    }
  }
  return found
}
