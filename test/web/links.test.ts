import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'

describe('linked claims on a page', () => {
  let desk: TestDesk
  let web: Web
  let carla: Member
  let vito: Member
  let own: string
  let other: string
  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    carla = await person(desk, 'checker', 'Carla')
    vito = await person(desk, 'viewer', 'Vito')
    const article = await story.article(desk, carla)
    own = await story.claim(desk, carla, article)
    other = await story.claim(desk, carla, article, {
      statement: 'Riaperto il ponte di Vallechiara, dopo tre anni di lavori',
    })
  })
  afterAll(() => desk.end())

  const page = async (by: Member, id: string) => (await web.get(by, `/claims/${id}`)).text()
  const section = (html: string): string =>
    /<section[^>]*id="links"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
  const send = async (fields: Fields) => {
    const form = formOf(await page(carla, own), `/claims/${own}/links`)
    return web.post(carla, `/claims/${own}/links`, { ...form, ...fields })
  }

  it('are none at first, and a viewer is not asked for any', async () => {
    expect(wordsOf(section(await page(carla, own)))).toContain('Not linked to any other claim')
    expect(section(await page(vito, own))).toBe('')
  })

  it('say what is wrong beside its field, and keep what was typed', async () => {
    const answer = await send({ other: 'nowhere', sense: 'updates', why: 'Later words' })
    expect(answer.status).toBe(422)
    const html = section(await answer.text())
    expect(html).toMatch(/id="new-link-other-error"/)
    expect(html).toContain('value="Later words"')
    const itself = await send({ other: own, sense: 'same_as', why: 'So' })
    expect(wordsOf(await itself.text())).toContain('This is the same claim')
  })

  it('are chosen from what the page of similar claims leads to, or by their address', async () => {
    const begun = `${own}?link=${other}&sense=same_as`
    const alike = await (await web.get(carla, `/claims/${own}/similar`)).text()
    expect(alike).toContain(`href="/claims/${begun.replace('&', '&amp;')}#add-link"`)
    const html = await page(carla, begun)
    expect(section(html)).toMatch(new RegExp(`name="likely" value="${other}"`))
    const answer = await send({
      other: `http://desk.test/claims/${other}#verdict`,
      sense: 'narrower_than',
      why: 'Solo ieri',
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/claims/${own}#links`)
    const shown = wordsOf(section(await page(vito, own)))
    expect(shown).toContain('narrower than Riaperto il ponte di Vallechiara')
    expect(shown).toContain('Solo ieri')
    expect(shown).toContain('Carla')
    expect(wordsOf(section(await page(vito, other)))).toContain(
      'wider than Il ponte di Vallechiara',
    )
  })

  it('are told in the history of both', async () => {
    for (const [id, words] of [
      [own, 'narrower than Riaperto il ponte di Vallechiara, dopo tre anni di lavori'],
      [other, 'wider than Il ponte di Vallechiara'],
    ] as const) {
      const history = wordsOf(await (await web.get(vito, `/claims/${id}/history`)).text())
      expect(history).toContain('linked it to another claim')
      expect(history).toContain(words)
    }
  })

  it('end from either page, and lead back to it', async () => {
    const [made] = await desk.store.links.standing([own])
    const path = `/links/${made?.id}/ending`
    const form = formOf(await page(carla, other), path)
    expect((await web.post(vito, path, form)).status).toBe(403)
    const answer = await web.post(carla, path, { ...form, comment: 'Un altro ponte' })
    expect(answer.headers.get('location')).toBe(`/claims/${other}#links`)
    expect(section(await page(vito, own))).toBe('')
    const again = await web.post(carla, path, { ...form, comment: 'Un altro ponte' })
    expect(again.status).toBe(303)
    const back = await web.get(vito, path)
    expect(back.headers.get('location')).toBe(`/claims/${own}`)
  })
})
