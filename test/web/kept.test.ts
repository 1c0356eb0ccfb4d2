import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendBack } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

describe('what people wrote', () => {
  let desk: TestDesk
  let web: Web
  let checker: Member
  let editor: Member
  let claim = ''
  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    checker = await person(desk, 'checker', 'Carla')
    editor = await person(desk, 'editor', 'Enzo')
    claim = await story.claim(desk, checker, await story.article(desk, checker))
    await story.proposed(desk, checker, claim)
  })
  afterAll(() => desk.end())

  it('comes back to whoever was signed out while writing it, but for passwords', async () => {
    const form = { rationale: 'Tre ore di <lavoro>', password: 'segretissima', revision: 1 }
    const answer = await web.post(null, `/claims/${claim}/verdict`, form)
    const html = await answer.text()
    expect(answer.status).toBe(401)
    expect(html).toContain('Tre ore di &lt;lavoro&gt;')
    expect(html).not.toContain('segretissima')
  })

  it('in returning a proposal stands before the verdict that is to be mended', async () => {
    const comment = 'Chiedi anche alla ditta'
    await sendBack(desk, editor, await story.read(desk, claim), { comment })
    const words = wordsOf(await (await web.get(checker, `/claims/${claim}`)).text())
    expect(words).toContain('Enzo returned it: Chiedi anche alla ditta')
    await story.proposed(desk, checker, claim)
    expect((await story.read(desk, claim)).working?.reviewer).toBeNull()
  })

  it('is refused where a date is still to come', async () => {
    const form = { ...story.evidenceForm, publishedOn: '2030-01', newId: desk.newId() }
    const answer = await web.post(checker, `/claims/${claim}/evidence`, form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('This date is still to come')
    const search = { place: 'Albo', words: 'ponte', outcome: 'found', searchedOn: '2025-06-04' }
    const later = await web.post(checker, `/claims/${claim}/searches`, {
      ...search,
      newId: desk.newId(),
    })
    expect(later.status).toBe(422)
  })
})
