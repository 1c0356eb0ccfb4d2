import { pino } from 'pino'
import type { Desk } from '../../src/desk/open.ts'
import type { Member } from '../../src/domain/member.ts'
import { createApp } from '../../src/web/app.ts'
import type { Setting } from '../../src/web/env.ts'
import { cookieOf } from './desk.ts'

const origin = 'http://desk.test'
export type Fields = Record<string, string | number | string[]>

/**
 * The desk's application, asked without a server, by somebody who is signed in or by nobody.
 * @param setting what is set otherwise than it is for most tests
 */
export function webOf(desk: Desk, setting: Partial<Setting> = {}) {
  const config = {
    origin: null,
    timeZone: 'Europe/Rome',
    publicPages: true,
    trustProxy: false,
    ...setting,
  }
  const app = createApp(desk, config, pino({ level: 'silent' }))
  const cookies = new Map<string, string>()

  async function headers(by: Member | null, more: Record<string, string> = {}): Promise<Headers> {
    const made = new Headers({ origin, 'accept-language': 'en', ...more })
    if (by) {
      const cookie = cookies.get(by.id) ?? (await cookieOf(desk, by))
      cookies.set(by.id, cookie)
      made.set('cookie', cookie)
    }
    return made
  }

  return {
    app,
    async get(
      by: Member | null,
      path: string,
      more: Record<string, string> = {},
    ): Promise<Response> {
      return app.request(origin + path, { headers: await headers(by, more) })
    },
    async post(
      by: Member | null,
      path: string,
      fields: Fields,
      more: Record<string, string> = {},
    ): Promise<Response> {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) {
        for (const one of [value].flat()) body.append(name, String(one))
      }
      return app.request(origin + path, { method: 'POST', body, headers: await headers(by, more) })
    },
    async upload(
      by: Member | null,
      path: string,
      body: FormData | string,
      more: Record<string, string> = {},
    ): Promise<Response> {
      return app.request(origin + path, { method: 'POST', body, headers: await headers(by, more) })
    },
  }
}

export type Web = ReturnType<typeof webOf>

/** What a page says, without its marks and with its entities read. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}
