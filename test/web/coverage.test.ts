import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renewArticle } from '../../src/desk/articles.ts'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { openArticle } from '../../src/desk/reader.ts'
import { languages, translator } from '../../views/messages.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'
import type { Fields } from '../support/web.ts'
import { wordsOf } from '../support/web.ts'
import { browsing, formOf } from './browsing.ts'
import { type Reading, reading, text, wordsIn } from './reading.ts'

describe('what was looked at in an article', () => {
  const t = translator('en')
  let on: Reading
  let path: string
  beforeEach(async () => {
    on = await reading()
    path = `/articles/${on.article}`
  })
  afterEach(() => on.desk.end())

  const opened = () => openArticle(on.desk, on.article)
  const states = async () => (await opened()).coverage.looks.map(({ state }) => state[0]).join('')
  const count = async (state: 'claimed' | 'aside' | 'left') =>
    (await opened()).coverage.counts[state]
  const form = (from: number, to = from) => `${path}?coverage=1&from=${from}&to=${to}&aside=1`
  const setAside = (from: number, to: number, fields: Fields = { reason: 'no_claim' }) =>
    browsing(on.web).send(on.carla, form(from, to), `${path}/asides`, fields)

  it('shows each sentence with its mark and its word, and how many there are of each', async () => {
    await on.take('costata «meno di due milioni')
    await setAside(1, 3)
    const page = await on.dom(`${path}?coverage=1`)
    const looks = [...page.querySelectorAll('.sentence')].map((one) => one.className)
    const of = (state: string) => looks.filter((names) => names.includes(`look-${state}`)).length
    expect([of('aside'), of('claimed'), of('left')]).toEqual([3, 1, looks.length - 4])
    const total = looks.length
    const said = wordsIn(page.querySelector('.coverage-count')) ?? ''
    expect(said).toContain(t('coverage.count', { done: 4, total }))
    for (const [state, n] of Object.entries({ claimed: 1, aside: 3, left: total - 4 })) {
      expect(said).toContain(wordsOf(t(`coverage.count_${state as 'left'}`, { count: n })))
    }
    const label = (n: number) => page.querySelector(`#n${n}`)?.getAttribute('aria-label')
    expect(label(1)).toContain(t('look.aside'))
    expect(label(1)).toContain(t('aside_reason.no_claim'))
    expect(label(4)).toContain(t('look.left'))
    expect(label(5)).toContain(t('look.claimed'))
    expect(page.querySelectorAll('.number svg.seen')).toHaveLength(total)
    expect(page.querySelector('#next-left')?.getAttribute('href')).toBe('#s4')
  })

  it('is asked for by a link, and stays in the address of what is chosen', async () => {
    const plain = await on.dom(path)
    expect(plain.querySelector('.coverage')).toBeNull()
    const way = plain.querySelector('#coverage-way')?.getAttribute('href') ?? ''
    expect(way).toBe(`${path}?coverage=1`)
    const page = await on.dom(way)
    expect(page.querySelector('#n4')?.getAttribute('hx-get')).toContain('coverage=1')
    expect(page.querySelector('#coverage-way')?.getAttribute('href')).toBe(path)
    const chosen = await on.dom(`${path}?coverage=1&from=4&to=4`)
    const cancel = [...chosen.querySelectorAll('#claim-form .actions a')].at(-1)
    expect(cancel?.getAttribute('href')).toBe(way)
  })

  it('sets one sentence aside and goes on to the next that is left', async () => {
    const to = await setAside(4, 4, { reason: 'other', words: 'Lo sanno tutti.' })
    expect(to).toBe(`${path}?coverage=1#s5`)
    const [aside] = await on.desk.store.asides.standingIn(on.article)
    const { sentences } = await opened()
    expect(aside).toMatchObject({ quote: sentences[3]?.text, words: 'Lo sanno tutti.' })
    expect(await states()).toMatch(/^lllal+$/)
    expect((await verifyLedger(on.desk)).fault).toBeNull()
  })
  it('comes round to the first that is left, and says when none is', async () => {
    const total = (await opened()).sentences.length
    expect(await setAside(total, total)).toBe(`${path}?coverage=1#s1`)
    expect(await setAside(1, total)).toBe(`${path}?coverage=1#coverage`)
    const page = await on.dom(`${path}?coverage=1`)
    expect(page.querySelector('.coverage')?.textContent).toContain(t('coverage.none_left'))
  })

  it('sets several aside at once, and leaves what was looked at as it is', async () => {
    await on.take('costata «meno di due milioni')
    await setAside(2, 2, { reason: 'opinion' })
    const page = await on.dom(form(1, 6))
    expect(page.querySelector('.reader-side')?.textContent).toContain(
      t('aside.only_left', { count: 4 }),
    )
    await setAside(1, 6)
    expect(await states()).toMatch(/^aaaacal+$/)
    const asides = await on.desk.store.asides.standingIn(on.article)
    expect(asides.map(({ reason }) => reason).filter((one) => one === 'opinion')).toHaveLength(1)
  })

  it('sets all that is left aside, asked once more with the number', async () => {
    await on.take('costata «meno di due milioni')
    const left = await count('left')
    const html = await browsing(on.web).read(on.carla, `${path}?coverage=1`)
    expect(wordsOf(html)).toContain(t('aside.rest_text', { count: left }))
    const sent = formOf(html, `${path}/asides`)
    const bare = await on.web.post(on.carla, `${path}/asides`, sent)
    expect(bare.status).toBe(422)
    expect(await bare.text()).toContain('<details class="asking quiet" id="rest" open>')
    await setAside(1, 1)
    // One was looked at meanwhile: what is left is shown again, and nothing is set aside.
    const stale = await on.web.post(on.carla, `${path}/asides`, { ...sent, reason: 'no_claim' })
    expect(stale.status).toBe(409)
    expect(await count('left')).toBe(left - 1)
    const again = formOf(await stale.text(), `${path}/asides`)
    const done = await on.web.post(on.carla, `${path}/asides`, { ...again, reason: 'no_claim' })
    expect(done.status).toBe(303)
    expect(await count('left')).toBe(0)
  })

  it('is decided once where the form is sent twice', async () => {
    const sent = { ...formOf(await browsing(on.web).read(on.carla, form(1, 3)), `${path}/asides`) }
    const send = () => on.web.post(on.carla, `${path}/asides`, { ...sent, reason: 'no_claim' })
    const answers = [...(await Promise.all([send(), send()])), await send()]
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await on.desk.store.asides.standingIn(on.article)).toHaveLength(3)
  })

  it('is looked at again where somebody says so, one sentence or several', async () => {
    await setAside(1, 4)
    const page = await on.dom(`${path}?coverage=1&from=2&to=3`)
    expect(wordsIn(page.querySelector('#asides .asides'))).toContain(t('aside_reason.no_claim'))
    expect(page.querySelector('#claim-form')).not.toBeNull()
    const lifting = `${path}/asides/lifting`
    const at = `${path}?coverage=1&from=2&to=3`
    const sent = formOf(await browsing(on.web).read(on.carla, at), lifting)
    const to = await browsing(on.web).send(on.carla, at, lifting)
    expect(to).toBe(`${path}?from=2&to=3&coverage=1#s2`)
    expect(await states()).toMatch(/^allal+$/)
    expect((await on.web.post(on.carla, lifting, sent)).status).toBe(303)
    expect((await verifyLedger(on.desk)).fault).toBeNull()
    expect(await setAside(2, 2, { reason: 'opinion' })).toContain('#s3')
  })

  it('is claimed where a claim is taken after all, and goes on from there', async () => {
    await setAside(5, 5)
    const at = `${path}?coverage=1&from=5&to=5`
    const form = { ...story.claimForm, kind: 'figure' }
    const to = await browsing(on.web).send(on.carla, at, `${path}/claims`, form)
    expect(to).toBe(`${path}?coverage=1`)
    expect(await states()).toMatch(/^llllcl+$/)
  })

  it.each(languages)('says what is wrong with a reason, and keeps the words (%s)', async (lang) => {
    const inIt = { 'accept-language': lang }
    const sent = formOf(await browsing(on.web).read(on.carla, form(2)), `${path}/asides`)
    for (const [fields, said] of [
      [{ words: 'Parole mie' }, ''],
      [{ reason: 'boring', words: 'Parole mie' }, ''],
      [{ reason: 'other', words: '' }, translator(lang)('field.required')],
      [
        { reason: 'other', words: 'x'.repeat(501) },
        translator(lang)('field.too_long', { max: 500 }),
      ],
    ] as const) {
      const answer = await on.web.post(on.carla, `${path}/asides`, { ...sent, ...fields }, inIt)
      const html = await answer.text()
      expect(answer.status).toBe(422)
      expect(wordsOf(html)).toContain(said)
      expect(html).toContain(fields.words)
      expect(html).toContain('id="aside-errors"')
      expect(formOf(html, `${path}/asides`).newId).toBe(sent.newId)
    }
    expect(await count('aside')).toBe(0)
  })

  it('refuses places that are forged, and stores nothing', async () => {
    const sent = formOf(await browsing(on.web).read(on.carla, form(2)), `${path}/asides`)
    const other = await story.article(on.desk, on.carla, 'Un altro articolo. Parla d’altro.')
    const version = (await on.desk.store.articles.find(other))?.version ?? ''
    const forgeries: Fields[] = [
      { start: -1, end: 5 },
      { start: 5, end: 5 },
      { start: 1_000_000, end: 1_000_001 },
      { start: 'x', end: 'y' },
      { version },
      { version: on.desk.newId() },
      { version: 'x' },
      { newId: 'x' },
      { left: 'all' },
      { left: -1 },
    ]
    for (const forged of forgeries) {
      const fields = { ...sent, reason: 'no_claim', ...forged }
      const answer = await on.web.post(on.carla, `${path}/asides`, fields)
      expect([409, 422], JSON.stringify(forged)).toContain(answer.status)
    }
    expect(await count('aside')).toBe(0)
    await setAside(2, 2)
    const [aside] = await on.desk.store.asides.standingIn(on.article)
    const elsewhere = `/articles/${other}/asides/lifting`
    for (const asides of [aside?.id ?? '', on.desk.newId(), 'x', '', `${aside?.id} x`]) {
      expect((await on.web.post(on.carla, elsewhere, { asides })).status).toBe(404)
    }
    expect(await count('aside')).toBe(1)
  })

  it('keeps what was typed for a claim whose place was lost', async () => {
    const sent = formOf(
      await browsing(on.web).read(on.carla, `${path}?coverage=1&from=5&to=5`),
      `${path}/claims`,
    )
    const fields = { ...sent, ...story.claimForm, statement: 'Parole mie', start: 'x' }
    const answer = await on.web.post(on.carla, `${path}/claims`, fields)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Parole mie')
    expect(formOf(html, `${path}/claims`).coverage).toBe('1')
  })
  it('takes in a sentence that is too long for a claim', async () => {
    const long = `${'Una frase che non finisce, '.repeat(250)}mai.`
    const id = await story.article(on.desk, on.carla, `Un titolo\n\n${long}`)
    const at = `/articles/${id}?coverage=1&from=2&to=2&aside=1`
    const page = await on.dom(at)
    expect(page.querySelector('.reader-side [role=alert]')).toBeNull()
    await browsing(on.web).send(on.carla, at, `/articles/${id}/asides`, { reason: 'opinion' })
    expect((await on.desk.store.asides.standingIn(id))[0]?.quote).toBe(long)
  })
  it('takes in so many sentences at once, and says how many', async () => {
    const many = Array.from({ length: 230 }, (_, i) => `Frase numero ${i}.`).join(' ')
    const id = await story.article(on.desk, on.carla, many)
    const action = `/articles/${id}/asides`
    const at = `/articles/${id}?coverage=1&from=1&to=230&aside=1`
    const sent = formOf(await browsing(on.web).read(on.carla, at), action)
    const answer = await on.web.post(on.carla, action, { ...sent, reason: 'opinion' })
    expect(answer.status).toBe(422)
    expect(wordsOf(await answer.text())).toContain(t('field.too_many', { max: 200 }))
    const all = `/articles/${id}?coverage=1`
    expect(wordsOf(await browsing(on.web).read(on.carla, all))).toContain(
      t('aside.rest_next', { count: 200 }),
    )
    await browsing(on.web).send(on.carla, all, action, { reason: 'opinion' })
    await browsing(on.web).send(on.carla, all, action, { reason: 'opinion' })
    expect((await openArticle(on.desk, id)).coverage.counts.aside).toBe(230)
  })

  it('is for a viewer to see, and not to decide', async () => {
    await setAside(2, 2)
    const viewer = await person(on.desk, 'viewer')
    const page = await on.dom(`${path}?coverage=1&from=2&to=2`, viewer)
    expect(page.querySelector('.coverage')).not.toBeNull()
    expect(page.querySelector('#asides')?.textContent).toContain(t('aside_reason.no_claim'))
    for (const tool of ['#lift-form', '#aside-form', '#rest', '.two-ways', '#claim-form']) {
      expect(page.querySelector(tool), tool).toBeNull()
    }
    expect((await on.dom(form(3), viewer)).querySelector('#aside-form')).toBeNull()
  })

  it('is found again in a new version where it only moved, and left where its words changed', async () => {
    const { sentences } = await opened()
    const [changed, moved] = [sentences[5]?.text ?? '', sentences[6]?.text ?? '']
    await setAside(6, 7)
    await on.take('costata «meno di due milioni')
    const newer = text.replace(changed, `${changed.slice(0, -1)}, pare.`)
    await renewArticle(on.desk, on.carla, on.article, {
      text: `Novità.\n\n${newer}`,
      source: 'paste',
    })
    const now = await opened()
    const stateOf = (words: string) =>
      now.coverage.looks[now.sentences.findIndex((one) => one.text === words)]?.state
    expect(stateOf(`${changed.slice(0, -1)}, pare.`)).toBe('left')
    expect(stateOf(moved)).toBe('aside')
    expect(now.coverage.counts).toMatchObject({ claimed: 1, aside: 1 })
    // In the version in which they were set aside they still are.
    const [aside] = await on.desk.store.asides.standingIn(on.article)
    const older = await on.dom(`${path}?coverage=1&version=${aside?.version}`)
    expect(older.querySelectorAll('.look-aside.sentence')).toHaveLength(2)
    expect(older.querySelector('#next-left')).not.toBeNull()
  })

  describe('in the list', () => {
    const row = async (lang = 'en') => {
      const html = await (
        await on.web.get(on.carla, '/articles', { 'accept-language': lang })
      ).text()
      return /<li class="article-row">[\s\S]*?<\/li>/.exec(html)?.[0] ?? ''
    }
    const says = (share: string, lang?: string) =>
      vi.waitFor(async () => expect(wordsOf(await row(lang))).toContain(share), 10_000)

    it('is the share of each article, and is counted anew after each decision', async () => {
      const total = (await opened()).sentences.length
      const share = (done: number) =>
        t('coverage.share', { share: Math.floor((100 * done) / total) })
      await says(share(0))
      await setAside(1, 3)
      await says(share(3))
      await on.take('costata «meno di due milioni')
      await says(share(4))
      await browsing(on.web).send(
        on.carla,
        `${path}?coverage=1&from=2&to=2`,
        `${path}/asides/lifting`,
      )
      await says(share(3))
      await setAside(1, total)
      for (const lang of languages) await says(translator(lang)('coverage.all'), lang)
      await renewArticle(on.desk, on.carla, on.article, {
        text: `${text}\nUn’altra.`,
        source: 'paste',
      })
      await says(t('coverage.share', { share: Math.floor((100 * total) / (total + 1)) }))
    })
    it('is not waited for for ever, and the list says that it is being counted', async () => {
      const heavy = { ...on.desk.heavy }
      on.desk.heavy.run = () => new Promise(() => {})
      const html = await (await on.web.get(on.carla, '/articles')).text()
      expect(wordsOf(html)).toContain(t('coverage.counting'))
      expect(html).toContain('hx-get="/articles"')
      on.desk.heavy.run = () => Promise.reject(new Error('broken'))
      expect((await on.web.get(on.carla, '/articles')).status).toBe(200)
      on.desk.heavy.run = heavy.run
      await says('%')
    })
  })
})
