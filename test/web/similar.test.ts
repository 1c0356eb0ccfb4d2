import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { translator } from '../../views/messages.ts'
import { person } from '../support/desk.ts'
import { browsing, formOf } from './browsing.ts'
import { type Reading, reading, wordsIn } from './reading.ts'

describe('similar claims', () => {
  const t = translator('en')
  let on: Reading
  let claim: string
  beforeEach(async () => {
    on = await reading()
    claim = await on.take(
      'ha riaperto ieri al traffico',
      'Il ponte di Vallechiara ha riaperto al traffico',
    )
  })
  afterEach(() => on.desk.end())
  const asked = 'statement=Riaperto+al+traffico+il+ponte+di+Vallechiara&language=it'
  const htmx = { 'HX-Request': 'true' }

  it('are answered as a fragment while typing, and said by their number', async () => {
    const { start, end } = on.at('dopo tre anni')
    const path = `/articles/${on.article}/similar?${asked}&start=${start}&end=${end}`
    const html = await (await on.web.get(on.carla, path, htmx)).text()
    expect(html).not.toContain('<html')
    const { document } = parseHTML(`<main>${html}</main>`)
    expect(document.querySelector('[role=status]')?.textContent).toBe(
      t('claimForm.similar_count', { count: 1 }),
    )
    expect(document.querySelector('.same')?.getAttribute('hx-get')).toBe(
      `/articles/${on.article}?start=${start}&end=${end}&claim=${claim}`,
    )
    const viewer = await person(on.desk, 'viewer')
    expect(await (await on.web.get(viewer, path, htmx)).text()).not.toContain('class="same"')
  })
  it('lead to the page where they are asked for as one', async () => {
    const answer = await on.web.get(
      on.carla,
      `/articles/${on.article}/similar?${asked}&from=2&to=3`,
    )
    expect(answer.headers.get('location')).toBe(`/articles/${on.article}?from=2&to=3`)
    const open = await on.web.get(on.carla, `/claims/similar?${asked}`)
    expect(open.headers.get('location')).toBe('/claims/new')
  })
  it('are none where nothing is typed, or in a language that nobody speaks', async () => {
    for (const query of ['', 'statement=', `statement=${'x'.repeat(9000)}&language=<b>`]) {
      const answer = await on.web.get(on.carla, `/articles/${on.article}/similar?${query}`, htmx)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain(t('claimForm.similar_count', { count: 0 }))
    }
  })
  it('are looked for without script too, and what was typed is kept', async () => {
    const path = on.address('dopo tre anni')
    const html = await browsing(on.web).read(on.carla, path)
    const form = formOf(html, `/articles/${on.article}/claims`)
    const statement = 'Il ponte di Vallechiara riaperto'
    const typed = { ...form, statement, claimant: 'Una fonte', do: 'similar' }
    const answer = await on.web.post(on.carla, `/articles/${on.article}/claims`, typed)
    expect(answer.status).toBe(200)
    const { document } = parseHTML(await answer.text())
    expect(wordsIn(document.querySelector('#claim-statement'))).toBe(statement)
    expect(document.querySelector('#claim-claimant')?.getAttribute('value')).toBe('Una fonte')
    expect(document.querySelectorAll('#claim-similar .similar-claim')).toHaveLength(1)
    expect(document.querySelector('[role=alert]')).toBeNull()
    expect(document.querySelector('[name=start]')?.getAttribute('value')).toBe(form.start)
  })
  it('are looked for also for a claim that no article carries', async () => {
    const html = await browsing(on.web).read(on.carla, '/claims/new')
    const form = {
      ...formOf(html, '/claims'),
      statement: 'Il ponte di Vallechiara riaperto',
      language: 'it',
    }
    const answer = await on.web.post(on.carla, '/claims', { ...form, do: 'similar' })
    const { document } = parseHTML(await answer.text())
    expect(document.querySelectorAll('#new-claim-similar .similar-claim')).toHaveLength(1)
    expect(document.querySelector('.same')).toBeNull()
    const typing = await on.web.get(on.carla, `/claims/similar?${asked}`, htmx)
    expect(await typing.text()).toContain(`/claims/${claim}`)
  })
})
