import type { Member } from '../../src/domain/member.ts'
import { contactForm, evidenceForm, verdictForm } from '../support/story.ts'
import type { Fields, Web } from '../support/web.ts'
import { browsing, formOf, idIn } from './browsing.ts'

/** The desk's main job, as people do it: each step a form of a page, sent as it stands there. */
export function lifeOn(web: Web) {
  const { read, send } = browsing(web)
  const page = (claim: string) => `/claims/${claim}`

  return {
    read,
    send,

    /** Pastes a text, and confirms what was read from it. @returns the article's id */
    async article(by: Member, text: string, details: Fields = {}): Promise<string> {
      const reading = await web.post(by, '/articles/readings', { text })
      const form = formOf(await reading.text(), '/articles')
      const kept = await web.post(by, '/articles', { ...form, ...details })
      return idIn(kept.headers.get('location') ?? '')
    },

    /** Takes sentences of an article as a claim. @returns its id */
    async take(by: Member, article: string, from: number, to: number, fields: Fields = {}) {
      const reader = `/articles/${article}?from=${from}&to=${to}`
      const given = { kind: 'happened', claimantKind: 'outlet', ...fields }
      return idIn(await send(by, reader, `/articles/${article}/claims`, given))
    },

    work: (by: Member, claim: string) => send(by, page(claim), `/claims/${claim}/assignment`),

    bring: (by: Member, claim: string, fields: Fields = {}) =>
      send(by, page(claim), `/claims/${claim}/evidence`, { ...evidenceForm, ...fields }),

    search: (by: Member, claim: string, fields: Fields) =>
      send(by, page(claim), `/claims/${claim}/searches`, fields),

    ask: (by: Member, claim: string, fields: Fields = {}) =>
      send(by, page(claim), `/claims/${claim}/contacts`, { ...contactForm, ...fields }),

    write: (by: Member, claim: string, step: 'save' | 'propose', fields: Fields = {}) =>
      send(by, page(claim), `/claims/${claim}/verdict`, { ...verdictForm, ...fields, do: step }),

    publish: (by: Member, claim: string, fields: Fields = {}) =>
      send(by, page(claim), `/claims/${claim}/publication`, fields),

    reopen: (by: Member, claim: string, fields: Fields = {}) =>
      send(by, page(claim), `/claims/${claim}/reopening`, fields),

    /** A form of what is public: `withdrawal`, `typo` or `reading`. */
    async public(by: Member, claim: string, verb: string, fields: Fields = {}) {
      const html = await read(by, page(claim))
      const action = new RegExp(`/verdicts/[\\da-f-]{36}/${verb}`).exec(html)?.[0]
      if (!action) throw new Error(`no form for ${verb}`)
      return send(by, page(claim), action, fields)
    },
  }
}

export type Life = ReturnType<typeof lifeOn>
