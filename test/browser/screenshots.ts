/**
 * Pictures of the pages as people see them, on the example desk: `npm run screenshots` makes the
 * README's own, `npm run screenshots -- FOLDER` every main page there, wide and narrow, light and dark,
 * in both languages.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { playExample } from '../../src/desk/example/play.ts'
import { type Language, languages } from '../../views/messages.ts'
import { type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { launchChromium } from '../support/chromium.ts'

const PICTURES = 'test/browser/pictures'
const widths = [1280, 360] as const

type Sight = { name: string; path: string }

/** The newest claim at a stage with most to see, and the article with most claims. */
async function sights(desk: ServedDesk): Promise<Sight[]> {
  const { articles, claims } = desk.store
  const [article] = (await articles.list(null, 20)).sort((a, b) => b.claims - a.claims)
  const reader = `/articles/${article?.article.id}`
  const taken = await claims.appearancesIn(article?.article.id ?? '')
  const all = await claims.byIds(taken.map(({ claim }) => claim))
  const at = (stage: string) => `/claims/${all.find((one) => one.stage === stage)?.id}`
  return [
    { name: 'queue', path: '/claims' },
    { name: 'reader', path: reader },
    { name: 'taking', path: `${reader}?from=6&to=6` },
    { name: 'claim', path: at('checking') },
    { name: 'verdict', path: at('decided') },
    { name: 'review', path: at('in_review') },
    { name: 'reviews', path: '/review' },
    { name: 'export', path: '/exports' },
    { name: 'record', path: '/record' },
    { name: 'articles', path: '/articles' },
    { name: 'article-new', path: '/articles/new' },
    { name: 'claim-new', path: '/claims/new' },
    { name: 'claimants', path: '/claimants' },
    { name: 'scale', path: '/settings/scale' },
    { name: 'people', path: '/people' },
    { name: 'me', path: '/me' },
    { name: 'public', path: '/verdicts' },
    { name: 'public-corrections', path: '/corrections' },
  ]
}

/** Takes some pages in one language; each file is named after its page and what it was seen at. */
async function take(
  browser: Browser,
  desk: ServedDesk,
  { by, some, language }: { by: string; some: Sight[]; language: Language },
  shoot: (name: string, width: number) => { path: string; dark: boolean; fullPage: boolean }[],
): Promise<void> {
  const person = await desk.store.people.find(by)
  for (const width of widths) {
    const guest = await visitor(browser, { language, width })
    if (person) await signedIn(desk, guest, person, language)
    for (const { name, path } of some) {
      await guest.page.goto(desk.origin + path)
      for (const { path, dark, fullPage } of shoot(name, width)) {
        await guest.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
        await guest.page.screenshot({ path, fullPage })
      }
    }
    await guest.context.close()
  }
}

const desk = await servedDesk('2025-07-10T09:00:00Z')
const browser = await launchChromium()
try {
  const { checker, editor } = await playExample(desk, { active: true })
  const all = await sights(desk)
  const [folder] = process.argv.slice(2)
  mkdirSync(folder ?? PICTURES, { recursive: true })
  if (!folder) {
    const shown = ['queue', 'reader', 'taking', 'claim', 'verdict', 'review', 'export']
    const some = all.filter(({ name }) => shown.includes(name))
    await take(browser, desk, { by: editor, some, language: 'en' }, (name, width) => [
      { path: join(PICTURES, `${name}-${width}.png`), dark: false, fullPage: false },
    ])
  } else {
    for (const language of languages) {
      for (const [by, some] of [
        [checker, all.slice(0, 11)],
        [editor, all.slice(11)],
      ] as const) {
        await take(browser, desk, { by, some, language }, (name, width) =>
          [false, true].map((dark) => ({
            path: join(folder, `${name}-${language}-${width}-${dark ? 'dark' : 'light'}.png`),
            dark,
            fullPage: true,
          })),
        )
      }
    }
  }
} finally {
  await browser.close()
  await desk.end()
}
