import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Frame, Viewer } from '../../views/frame.ts'
import {
  isLanguage,
  isMessageKey,
  type Language,
  type MessageKey,
  translator,
} from '../../views/messages.ts'
import { refusalMessage } from '../../views/parts.ts'
import { waitingFor } from '../desk/waiting.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Page } from './env.ts'

const NOTICE = 'notice'

/** What a page is made with: language, person, time, and what was just done. */
export async function frameOf(c: Page): Promise<Frame> {
  const desk = c.get('desk')
  const lang = languageOf(c)
  const viewer = c.get('viewer')
  const [present, counts] = await Promise.all([
    desk.store.desks.find(),
    viewer ? waitingFor(desk, viewer) : null,
  ])
  return {
    lang,
    t: translator(lang),
    now: desk.now(),
    timeZone: c.get('config').timeZone,
    path: pathOf(c),
    viewer,
    desk: { name: present?.name ?? 'Riscontro' },
    publicPages: c.get('config').publicPages,
    counts,
    ...takeNotice(c),
  }
}

/** The language of whoever asks: as they chose it, else as their browser prefers it. */
export function languageOf(c: Page): Language {
  const language = c.get('language')
  return isLanguage(language) ? language : 'en'
}

/** Where this page can be asked for again: of a refused form, the page that it stood on. */
function pathOf(c: Page): string {
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method === 'GET') return pathname + search
  const from = c.req.header('referer')
  const page = from && URL.canParse(from) ? new URL(from) : null
  return page?.origin === originOf(c) ? page.pathname + page.search : '/'
}

/** Said once: the cookie goes with the page that says it. */
function takeNotice(c: Page): Pick<Frame, 'notice' | 'place'> {
  const said = getCookie(c, NOTICE)
  if (!said) return { notice: null }
  deleteCookie(c, NOTICE, { path: '/' })
  const [key = '', place = ''] = said.split('#')
  const notice = key.startsWith('notice.') && isMessageKey(key) ? key : null
  return { notice, place: /^[\w-]+$/.test(place) ? place : null }
}

/**
 * Sends a person on after what they did, and has the next page say so. A script that follows never
 * sees the place in an address: the page names it too.
 */
export function done(c: Page, to: string, notice: MessageKey) {
  const [, place] = to.split('#')
  setCookie(c, NOTICE, place ? `${notice}#${place}` : notice, {
    path: '/',
    maxAge: 60,
    httpOnly: true,
    sameSite: 'Lax',
  })
  return c.redirect(to, 303)
}

/** Whether a script asks for a part of a page that it has, and not for a page. */
export function asksForPart(c: Page): boolean {
  const isWhole = c.req.header('HX-Request-Type') === 'full'
  const isRestored = c.req.header('HX-History-Restore-Request') !== undefined
  return c.req.header('HX-Request') !== undefined && !isWhole && !isRestored
}

/** Whoever is signed in. @throws Refusal `unauthenticated` */
export function memberOf(c: Page): Viewer {
  const viewer = c.get('viewer')
  if (!viewer) throw new Refusal('unauthenticated')
  return viewer
}

/** Where the desk is reached: as configured, else as it was asked for. */
export const originOf = (c: Page): string => c.get('config').origin ?? new URL(c.req.url).origin

/** Why a form was refused, where none of its fields is to blame: those speak for themselves. */
export function saidOf(frame: Frame, refusal: Refusal | undefined): string | null {
  if (!refusal || Object.keys(refusal.fields).length > 0) return null
  return refusalMessage(frame, refusal.code, refusal.values)
}
