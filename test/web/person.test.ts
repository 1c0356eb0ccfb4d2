import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import { saveDraft } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

describe('a person’s page', () => {
  let desk: TestDesk
  let web: Web
  const people: Record<'ada' | 'enzo' | 'carla' | 'vito', Member> = Object.create(null)
  let told = ''
  let drafted = ''

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    people.ada = await person(desk, 'editor', 'Ada Amministra', 1)
    people.enzo = await person(desk, 'editor', 'Enzo Editore')
    people.carla = await person(desk, 'checker', 'Carla Controlla')
    people.vito = await person(desk, 'viewer', 'Vito Vede')
    const article = await story.article(desk, people.carla)
    told = await story.published(desk, people.carla, people.enzo, article)
    drafted = await story.claim(desk, people.carla, article, { statement: 'Il ponte è lungo' })
    await giveClaim(desk, people.carla, await story.read(desk, drafted), people.carla.id)
    const claim = await story.read(desk, drafted)
    const sheet = { claim, verdictRevision: 0, newId: desk.newId() }
    await saveDraft(desk, people.carla, sheet, { ...story.verdictForm, conclusion: 'Un segreto' })
  })
  afterAll(() => desk.end())

  const page = async (by: Member, path: string): Promise<string> => {
    const answer = await web.get(by, path)
    const html = await answer.text()
    expect(answer.status, html.slice(0, 500)).toBe(200)
    return html
  }
  const at = ({ id }: Member) => `/people/${id}`

  it('tells who they are and what they decided, and of what', async () => {
    const html = await page(people.vito, at(people.carla))
    const words = wordsOf(html)
    expect(words).toContain('Carla Controlla')
    expect(words).toContain('Checker · joined')
    expect(words).toContain('Carla Controlla added the article Il ponte riapre')
    expect(words).toContain('Carla Controlla took the claim')
    expect(html).toContain(`<a href="/claims/${drafted}" lang="it">Il ponte è lungo</a>`)
    // The address is for admins, as on their page of people.
    expect(html).not.toContain('@example.org')
    expect(await page(people.ada, at(people.carla))).toContain('@example.org')
  })

  it('tells nobody of a version that they may not see', async () => {
    expect(wordsOf(await page(people.vito, at(people.carla)))).not.toMatch(/segreto|saved a draft/)
    expect(wordsOf(await page(people.carla, at(people.carla)))).toContain('Un segreto')
  })

  it('tells who joined and who was given which role to admins, and to themselves', async () => {
    expect(wordsOf(await page(people.vito, at(people.carla)))).not.toContain('joined the desk')
    expect(wordsOf(await page(people.ada, at(people.carla)))).toContain('joined the desk')
    expect(wordsOf(await page(people.carla, at(people.carla)))).toContain('You joined the desk')
  })

  it('can be asked for a kind of thing and a kind of decision', async () => {
    const published = wordsOf(await page(people.vito, `${at(people.enzo)}?how=public`))
    expect(published).toContain('Enzo Editore published the verdict')
    const none = wordsOf(await page(people.vito, `${at(people.enzo)}?what=article`))
    expect(none).toContain('Nothing of this kind is in the history.')
  })

  it('is led to from one’s account, from the people and from every history', async () => {
    expect(await page(people.vito, '/me')).toContain(`href="${at(people.vito)}"`)
    expect(await page(people.ada, '/people')).toContain(`href="${at(people.carla)}"`)
    expect(await page(people.vito, `/claims/${told}`)).toContain(`href="${at(people.carla)}"`)
    expect((await web.get(people.vito, `/people/${desk.newId()}`)).status).toBe(404)
  })

  it('asks an admin in place before it erases a name, and says what stands under it', async () => {
    const html = await page(people.ada, at(people.carla))
    const words = wordsOf(html)
    expect(words).toContain('One published verdict names them')
    expect(words).toContain('Nobody can undo this')
    expect(html).toContain(`action="${at(people.carla)}/erasure"`)
    for (const by of [people.vito, people.enzo]) {
      const seen = await page(by, at(people.carla))
      expect(seen).not.toContain('/erasure')
      const refused = await web.post(by, `${at(people.carla)}/erasure`, { revision: 1 })
      expect(refused.status).toBe(403)
    }
    expect(await page(people.ada, at(people.ada))).not.toContain('/erasure"')
    const own = await web.post(people.ada, `${at(people.ada)}/erasure`, { revision: 1 })
    expect(own.status).toBe(409)
    expect(wordsOf(await own.text())).toContain('Nobody erases their own name')
  })

  it('is somebody’s who has left once the name is erased, as on every other page', async () => {
    const sent = await web.post(people.ada, `${at(people.carla)}/erasure`, { revision: 1 })
    expect(sent.status).toBe(303)
    // The bytes that were published keep it: exports show them.
    const paths = [
      ...[at(people.carla), `${at(people.carla)}?how=words`, '/people', '/review', '/claims'],
      ...[`/claims/${told}`, `/claims/${told}/history`, `/claims/${drafted}`, '/sources'],
      ...['/exports', '/articles'],
    ]
    for (const path of paths) {
      const html = await page(people.ada, path)
      if (path !== '/exports') expect(html, path).not.toContain('Carla Controlla')
    }
    expect(wordsOf(await page(people.ada, at(people.carla)))).toMatch(
      /name erased|The name is erased/,
    )
    expect(wordsOf(await page(people.vito, `/claims/${told}/history`))).toContain(
      'Somebody who has left',
    )
    // Their cookie is worth nothing any more.
    expect((await web.get(people.carla, '/claims')).status).toBe(303)
    expect((await desk.store.verify()).fault).toBeNull()
  })
})
