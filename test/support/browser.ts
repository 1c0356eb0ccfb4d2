import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { pino } from 'pino'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { Member } from '../../src/domain/member.ts'
import { createApp } from '../../src/web/app.ts'
import type { Language } from '../../views/messages.ts'
import { cookieOf, type TestDesk, testDesk } from './desk.ts'

/** A desk of a test's own that a browser can reach, on a port of its own. */
export type ServedDesk = TestDesk & { origin: string }

/**
 * @param from when its clock begins, ISO 8601
 * @param fetchLoopback whether it may fetch from this machine
 * @returns the desk; its `end` stops the server too
 */
export async function servedDesk(from?: string, fetchLoopback = false): Promise<ServedDesk> {
  return served(await testDesk(undefined, fetchLoopback, from))
}

/** A desk that is there already, where a browser can reach it. */
export async function served(desk: TestDesk): Promise<ServedDesk> {
  const config = { origin: null, timeZone: 'Europe/Rome', publicPages: true, trustProxy: false }
  const { fetch } = createApp(desk, config, pino({ level: 'silent' }))
  const server = createAdaptorServer({ fetch })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    ...desk,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async end() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await desk.end()
    },
  }
}

export type Visit = {
  language?: Language
  javaScript?: boolean
  width?: number
  /** Answers that belong to the test, such as the 422 of a form that is to be refused. */
  expected?: number[]
}

/** Somebody at a browser of their own: `complaints` is what went wrong in it, and should be none. */
export type Visitor = { page: Page; context: BrowserContext; complaints: string[] }

export async function visitor(browser: Browser, visit: Visit = {}): Promise<Visitor> {
  const { language = 'en', javaScript = true, width = 1280, expected = [] } = visit
  const context = await browser.newContext({
    locale: language === 'it' ? 'it-IT' : 'en-GB',
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(15_000)
  const complaints = listen(context, expected)
  return { page: await context.newPage(), context, complaints }
}

/** Hears everything a browser complains about: scripts, the security policy, answers, dialogs. */
function listen(context: BrowserContext, expected: number[]): string[] {
  const complaints: string[] = []
  const isExpected = (text: string) =>
    expected.some((status) => text.includes(`status of ${status}`))
  context.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) {
      complaints.push(`console: ${message.text()} (${message.location().url})`)
    }
  })
  context.on('weberror', (error) => complaints.push(`script: ${error.error().message}`))
  context.on('response', (response) => {
    if (response.status() < 400 || expected.includes(response.status())) return
    complaints.push(`${response.status()}: ${response.request().method()} ${response.url()}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // A download is no page, and a page that is left does not wait for the rest of itself.
    if (why !== 'net::ERR_ABORTED') complaints.push(`${why}: ${request.method()} ${request.url()}`)
  })
  context.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.type()} ${dialog.message()}`)
    dialog.dismiss().catch(() => {})
  })
  return complaints
}

/** Signs somebody in at their browser, in this language, without the page for it. */
export async function signedIn(
  desk: ServedDesk,
  { context }: Visitor,
  member: Member,
  language: Language = 'en',
): Promise<void> {
  const [name = '', value = ''] = (await cookieOf(desk, member)).split('=')
  await context.addCookies([
    { name, value, url: desk.origin },
    { name: 'language', value: language, url: desk.origin },
  ])
}

/** What is written into a form: by the name of the field. */
export type Values = Record<string, string | string[]>

/** Fills a form as a person does, whatever its fields are: texts, lists, one of a few, any of a few. */
export async function fill(form: Locator, values: Values): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = form.locator(`[name="${name}"]:not([type=hidden])`)
    const kind = await field.first().evaluate((one) => one.getAttribute('type') ?? one.localName)
    if (kind === 'radio' || kind === 'checkbox') {
      for (const one of [value].flat()) await field.and(form.locator(`[value="${one}"]`)).check()
    } else if (kind === 'select') await field.selectOption(value)
    else if (kind === 'file') await field.setInputFiles(value)
    else for (const [i, one] of [value].flat().entries()) await field.nth(i).fill(one)
  }
}

/** Says why one goes on with what the look before signing finds, where it finds anything. */
export async function goOn(page: Page): Promise<void> {
  const look = page.locator('#look')
  if ((await look.locator('.scrutiny-list').count()) === 0) return
  if ((await look.getAttribute('open')) === null) await look.locator('summary').click()
  await look.locator('[name=findingsWord]').fill('Il verbale basta, e nessuno lo contesta.')
}
