import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeAppearance } from '../../src/desk/appearances.ts'
import { languages, translator } from '../../views/messages.ts'
import { wordsOf } from '../support/web.ts'
import { browsing, formOf } from './browsing.ts'
import { type Reading, reading, wordsIn } from './reading.ts'

type Form = Record<string, string | string[]>

describe('the chain of an attribution, in its form', () => {
  let on: Reading
  const words = 'i costi sono raddoppiati'
  const links = ['opposizione', 'Gazzetta della Valle']
  beforeEach(async () => {
    on = await reading()
  })
  afterEach(() => on.desk.end())

  const action = () => `/articles/${on.article}/claims`
  const written = (document: ReturnType<typeof parseHTML>['document']) =>
    [...document.querySelectorAll('.chain-links input')].map((one) => one.getAttribute('value'))
  const suggested = (document: ReturnType<typeof parseHTML>['document']) =>
    [...document.querySelectorAll('.chain-suggestions li')].map((one) => wordsIn(one))
  const opened = async () =>
    formOf(await browsing(on.web).read(on.carla, on.address(words)), action())
  /** The page that comes back from a form that only asks; nothing is saved. */
  async function asked(path: string, form: Form, headers: Record<string, string> = {}) {
    const before = await on.desk.store.verdicts.cursor()
    const answer = await on.web.post(on.carla, path, form, headers)
    const html = await answer.text()
    expect(answer.status, wordsOf(html)).toBe(200)
    expect(await on.desk.store.verdicts.cursor()).toBe(before)
    return { document: parseHTML(html).document, html }
  }

  it('has a row a link, with empty ones to write in', async () => {
    const page = await on.dom(on.address(words))
    expect(written(page)).toEqual(['', '', ''])
    const names = [...page.querySelectorAll('.chain-links input')].map((one) =>
      one.getAttribute('aria-label'),
    )
    expect(names).toEqual(['Link 1', 'Link 2', 'Link 3'])
    // Enter in a field sends the form: its first button is none of the chain’s.
    const first = page.querySelector('#claim-form button[type=submit]')
    expect(first?.getAttribute('class')).toBe('default-submit')
    expect(first?.hasAttribute('name')).toBe(false)
  })
  it.each(languages)('stands over what the text says, with its words (%s)', async (lang) => {
    const inIt = { 'accept-language': lang }
    const html = await (await on.web.get(on.carla, on.address(words), inIt)).text()
    const { document } = parseHTML(html)
    expect(suggested(document)).toHaveLength(1)
    expect(suggested(document)[0]).toMatch(/Secondo l’opposizione\s.*opposizione\s+→, .*Gazzetta/s)
    expect(wordsOf(html)).toContain(translator(lang)('chain.text_says'))
  })
  it('suggests nothing where the text names nobody', async () => {
    expect(suggested(await on.dom(on.address('dopo tre anni di lavori')))).toHaveLength(1)
    expect(suggested(await on.dom(on.address('ha pubblicato il bilancio')))).toEqual([])
  })
  it.each<Record<string, string>>([{}, { 'hx-request': 'true', 'hx-boosted': 'true' }])(
    'is filled in by a button, and nothing else is lost (%o)',
    async (headers) => {
      const typed = {
        ...(await opened()),
        statement: 'Parole mie',
        topics: 'ponti',
        kind: 'figure',
        claimedOn: '2024-03',
      }
      const { document } = await asked(action(), { ...typed, do: 'chain-0' }, headers)
      expect(written(document)).toEqual([...links, ''])
      expect(document.querySelector('#claim-claimant')?.getAttribute('value')).toBe('opposizione')
      const now = formOf(String(document), action())
      const kept = ['statement', 'topics', 'kind', 'claimedOn', 'newId', 'start', 'end', 'language']
      for (const name of kept) expect(now[name], name).toEqual(typed[name as keyof typeof typed])
      expect(document.querySelector('[role=alert]')).toBeNull()
    },
  )
  it('leaves whoever is named as the claimant already', async () => {
    const named = { claimantKind: 'named', claimant: 'Il capogruppo' }
    const form = { ...(await opened()), ...named, do: 'chain-0' }
    const { document } = await asked(action(), form)
    expect(written(document)).toEqual([...links, ''])
    expect(document.querySelector('#claim-claimant')?.getAttribute('value')).toBe('Il capogruppo')
  })
  it('gets one more link, and closes up where a row was emptied', async () => {
    const form = { ...(await opened()), attribution: ['A', '', 'B', 'C'] }
    const more = await asked(action(), { ...form, do: 'link' })
    expect(written(more.document)).toEqual(['A', 'B', 'C', '', ''])
    const again = { ...form, attribution: ['A', 'B', 'C', '', ''], do: 'link' }
    expect(written((await asked(action(), again)).document)).toEqual(['A', 'B', 'C', '', '', ''])
    const all = Array.from({ length: 12 }, (_, i) => `L${i}`)
    const full = await asked(action(), { ...form, attribution: all, do: 'link' })
    expect(written(full.document)).toEqual(all)
  })
  it('does nothing with a button that there is not', async () => {
    const form = { ...(await opened()), attribution: ['A', 'B'], do: 'chain-9' }
    expect(written((await asked(action(), form)).document)).toEqual(['A', 'B', ''])
  })
  it('is kept as its links: from rows, and from arrows or lines as before', async () => {
    const id = await on.take(words)
    const [place] = await on.desk.store.claims.appearances([id])
    const path = `/appearances/${place?.id}`
    const { send } = browsing(on.web)
    for (const attribution of [
      ['', ' A ', 'B', '', 'C', ''],
      'A → B -> C',
      'A\r\nB\n\nC',
      ['A → B', 'C'],
    ]) {
      await send(on.carla, path, path, { attribution: [] })
      await send(on.carla, path, path, { attribution })
      const [now] = await on.desk.store.claims.appearances([id])
      expect(now?.attribution, String(attribution)).toEqual(['A', 'B', 'C'])
    }
    await send(on.carla, path, path, { attribution: ['', '', ''] })
    expect((await on.desk.store.claims.appearances([id]))[0]?.attribution).toEqual([])
  })
  it('is refused beside its rows where it is too long, and keeps them', async () => {
    const form = { ...(await opened()), kind: 'happened', claimantKind: 'outlet' }
    for (const [attribution, said] of [
      [['A', 'x'.repeat(201)], 'Use at most 200 characters'],
      [Array.from({ length: 13 }, (_, i) => `L${i}`), 'At most 12'],
      [['a\0b'], 'invisible character'],
    ] as const) {
      const answer = await on.web.post(on.carla, action(), {
        ...form,
        attribution: [...attribution],
      })
      const { document } = parseHTML(await answer.text())
      expect(answer.status).toBe(422)
      expect(wordsIn(document.querySelector('#claim-attribution-error'))).toContain(said)
      const link = document.querySelector('#claim-errors a')?.getAttribute('href')
      expect(document.querySelector(link ?? '')?.getAttribute('name')).toBe('attribution')
      expect(written(document).length).toBeGreaterThanOrEqual(attribution.length)
    }
  })
  it('of an appearance goes on from the revision that was read', async () => {
    const id = await on.take(words)
    const [place] = await on.desk.store.claims.appearances([id])
    if (!place) throw new Error('no appearance')
    const path = `/appearances/${place.id}`
    const form = formOf(await browsing(on.web).read(on.carla, path), path)
    const other = { claimantKind: 'outlet', attribution: ['X'] }
    await describeAppearance(on.desk, on.carla, place, other)
    const { document, html } = await asked(path, { ...form, claimedOn: '2024', do: 'chain-0' })
    expect(written(document)).toEqual([...links, ''])
    expect(formOf(html, path)).toMatchObject({ revision: form.revision, claimedOn: '2024' })
    const late = await on.web.post(on.carla, path, formOf(html, path))
    expect(late.status).toBe(409)
    const merged = formOf(await late.text(), path)
    expect(merged.attribution).toBe('opposizione → Gazzetta della Valle')
    const done = await on.web.post(on.carla, path, { ...merged, claimantKind: 'outlet' })
    expect(done.status).toBe(303)
    expect((await on.desk.store.claims.appearances([id]))[0]?.attribution).toEqual(links)
  })
  it('is drawn with arrows, and read aloud, on the claim and beside the text', async () => {
    const id = await on.take(words)
    const [place] = await on.desk.store.claims.appearances([id])
    const path = `/appearances/${place?.id}`
    await browsing(on.web).send(on.carla, path, path, { attribution: links })
    for (const page of [`/claims/${id}`, `/articles/${on.article}`]) {
      const shown = (await on.dom(page)).querySelector('.chain')
      expect(wordsIn(shown)).toMatch(
        /^How it reached the article: opposizione →, then Gazzetta della Valle$/,
      )
      expect(shown?.querySelector('.arrow')?.getAttribute('aria-hidden')).toBe('true')
    }
  })
})
