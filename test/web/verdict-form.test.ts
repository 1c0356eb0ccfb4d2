import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import { bringEvidence } from '../../src/desk/evidence.ts'
import { propose, publish, reopen, saveDraft, sendBack, withdraw } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { browsing, formOf, formTag } from './browsing.ts'

const byItself = { 'HX-Request': 'true' }
const italian = { 'accept-language': 'it' }

let desk: TestDesk
let web: Web
let anna: Member
let bruno: Member
let article = ''
/** A claim that Anna checks, with evidence [1] and, for the desk only, [2]. */
let claim = ''
let path = ''

beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  anna = await person(desk, 'checker', 'Anna')
  bruno = await person(desk, 'editor', 'Bruno')
  article = await story.article(desk, anna)
})
afterAll(() => desk.end())
beforeEach(async () => {
  claim = await story.claim(desk, anna, article)
  path = `/claims/${claim}/verdict`
  await giveClaim(desk, anna, await story.read(desk, claim), anna.id)
  await bringEvidence(desk, anna, claim, desk.newId(), story.evidenceForm)
  const inside = { ...story.evidenceForm, visibility: 'desk_only', visibilityReason: 'A source' }
  await bringEvidence(desk, anna, claim, desk.newId(), inside)
})

/** The verdict's form as it stands on the page, with some fields filled in. */
async function filled(by: Member, fields: Fields = {}): Promise<Fields> {
  const html = await browsing(web).read(by, `/claims/${claim}`)
  return { ...formOf(html, path), ...fields }
}
const working = async () => (await story.read(desk, claim)).working
const saveItself = (by: Member, form: Fields, more: Record<string, string> = {}) =>
  web.post(by, path, { ...form, do: 'autosave' }, { ...byItself, ...more })
const valueIn = (html: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1]

describe('a draft that saves itself', () => {
  it('is answered with what its form needs for the next save, and with no page', async () => {
    const form = await filled(anna, { conclusion: 'Ha ria' })
    const first = await saveItself(anna, form)
    const html = await first.text()
    expect(first.status).toBe(200)
    expect(html).not.toContain('<main')
    expect(wordsOf(html)).toMatch(/Saved at \d\d:\d\d/)
    expect(valueIn(html, 'data-revision')).toBe('1')
    expect(valueIn(html, 'data-new-id')).toBe(form.newId)
    expect(valueIn(html, 'data-lacks')).toBe('rating rationale')

    const next = { ...form, verdictRevision: 1, conclusion: 'Ha riaperto', rationale: '**Sì**' }
    const second = await (await saveItself(anna, next)).text()
    expect(valueIn(second, 'data-revision')).toBe('2')
    expect(second).toContain('<strong>Sì</strong>')
    expect(await working()).toMatchObject({ conclusion: 'Ha riaperto', rationale: '**Sì**' })
  })

  it('says so in Italian', async () => {
    const answer = await saveItself(anna, await filled(anna, { conclusion: 'Sì' }), italian)
    expect(wordsOf(await answer.text())).toMatch(/Salvato alle \d\d:\d\d/)
  })

  it('leaves no trace where nothing differs, also where its answer was lost on the way', async () => {
    const form = await filled(anna, { conclusion: 'Ha riaperto' })
    await saveItself(anna, form)
    const again = await saveItself(anna, form)
    expect(again.status).toBe(200)
    expect(valueIn(await again.text(), 'data-revision')).toBe('1')
    expect((await working())?.revision).toBe(1)
  })

  it('is saved as by hand for whoever sends it without the page’s script', async () => {
    const form = await filled(anna, { conclusion: 'Ha riaperto', do: 'autosave' })
    expect((await web.post(anna, path, form)).status).toBe(303)
    expect((await working())?.conclusion).toBe('Ha riaperto')
  })

  it('says beside the field what cannot be saved, and saves nothing', async () => {
    const form = await filled(anna, { conclusion: 'Ha riaperto', holdsOn: '2024-13' })
    const answer = await saveItself(anna, form)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(valueIn(html, 'data-state')).toBe('refused')
    expect(html).toMatch(
      /id="draft-holdsOn-error" data-of="draft-holdsOn">This date cannot be read/,
    )
    expect(wordsOf(html)).toContain('Not saved yet')
    expect(await working()).toBeNull()
  })

  it('stops where somebody saved since; by hand both versions are shown', async () => {
    const [hers, his] = [await filled(anna), await filled(bruno)]
    await saveItself(anna, { ...hers, conclusion: 'Le parole di Anna' })
    const mine = { ...his, conclusion: 'Le parole di Bruno' }
    const answer = await saveItself(bruno, mine)
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(valueIn(html, 'data-state')).toBe('stopped')
    expect(wordsOf(html)).toContain('Save to compare')
    expect((await working())?.conclusion).toBe('Le parole di Anna')

    const byHand = await web.post(bruno, path, { ...mine, do: 'save' })
    const page = wordsOf(await byHand.text())
    expect(byHand.status).toBe(409)
    expect(page).toContain('Le parole di Anna')
    expect(page).toContain('Le parole di Bruno')
  })

  it('stops where the claim has moved on, and says where it stands', async () => {
    const form = await filled(anna, { conclusion: 'Ha riaperto' })
    await story.proposed(desk, anna, claim)
    const answer = await saveItself(anna, form)
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(valueIn(html, 'data-state')).toBe('stopped')
    expect(wordsOf(html)).toContain('In review')
  })

  it('is nothing for viewers, nor for whoever was signed out meanwhile', async () => {
    const form = await filled(anna, { conclusion: 'Ha riaperto' })
    expect((await saveItself(await person(desk, 'viewer'), form)).status).toBe(403)
    const answer = await web.post(null, path, { ...form, do: 'autosave' }, byItself)
    expect(answer.status).toBe(401)
    expect(await answer.text()).not.toContain('saved-draft')
    expect(await working()).toBeNull()
  })

  it('is one line of the history, which a hundred saves do not push off the page', async () => {
    await story.proposed(desk, anna, claim)
    await sendBack(desk, bruno, await story.read(desk, claim), { comment: 'Chiedi alla ditta' })
    for (let i = 0; i < 205; i++) {
      const read = await story.read(desk, claim)
      const verdictRevision = read.working?.revision ?? 0
      const sheet = { claim: read, verdictRevision, newId: desk.newId() }
      await saveDraft(desk, anna, sheet, { ...story.verdictForm, conclusion: `Parola ${i}` })
    }
    const words = wordsOf(await browsing(web).read(anna, `/claims/${claim}`))
    expect(words.match(/You saved a draft/g)).toHaveLength(1)
    expect(words).toContain('Bruno returned it: Chiedi alla ditta')
    expect(words).toContain('You opened the claim')
  })
})

describe('a look at the verdict, without script', () => {
  const look = async (fields: Fields, more: Record<string, string> = {}) => {
    const answer = await web.post(
      anna,
      path,
      { ...(await filled(anna, fields)), do: 'preview' },
      more,
    )
    return { status: answer.status, html: await answer.text() }
  }
  const shown = (html: string) =>
    /id="draft-preview-body">([\s\S]*?)<\/details>\s*<div class="missing"/.exec(html)?.[1] ?? ''

  it('shows it as the public will read it, keeps what is typed, and saves nothing', async () => {
    const typed = { conclusion: 'Ha «riaperto»', rationale: '**Sì**, dice [1].', holdsOn: '2024-0' }
    const { status, html } = await look({ ...typed, rating: 'false', reasons: ['satire'] })
    expect(status).toBe(200)
    expect(html).toMatch(/<details class="draft-preview" id="draft-preview" open>/)
    expect(shown(html)).toContain('<strong>Sì</strong>, dice [1].')
    expect(wordsOf(shown(html))).toContain('False')
    expect(formOf(html, path)).toMatchObject({ ...typed, rating: 'false', reasons: 'satire' })
    expect(formTag(html, path)).toContain('data-guard="unsaved"')
    expect(await working()).toBeNull()
  })

  it('says in Italian that there is nothing yet to read', async () => {
    const { html } = await look({}, italian)
    expect(wordsOf(shown(html))).toContain('Non c’è ancora scritto nulla.')
  })

  it('lets no mark-up, script or address of another kind through', async () => {
    const hostile = [
      '<script>alert(1)</script> <img src=x onerror=alert(1)> <b onclick="x()">grasso</b>',
      '![pixel](https://tracker.example/p.png)',
      '[clic](javascript:alert(1)) [dati](data:text/html,x) <javascript:alert(1)>',
      '<iframe srcdoc="<script>x</script>"></iframe>',
      '[a]: javascript:alert(1)\n\n[a] &lt;script&gt;',
      '`<script>` **<svg onload=x>**',
      '# titolo\n\n<style>*{display:none}</style>',
    ].join('\n\n')
    for (const page of [
      shown((await look({ rationale: hostile })).html),
      await (await saveItself(anna, await filled(anna, { rationale: hostile }))).text(),
    ]) {
      const html = /<div class="prose">([\s\S]*?)<\/div>/.exec(page)?.[1] ?? ''
      expect(html).toContain('&lt;script&gt;alert(1)')
      expect(html).not.toMatch(/<(script|img|b|svg|iframe|style|h1|h2)\b/)
      expect(html).not.toMatch(/(href|src)="?(javascript|data):/)
      expect(html).not.toMatch(/<[^>]+\son\w+=/)
    }
  })

  it('warns of sources that readers will not find', async () => {
    const nowhere = await look({ rationale: 'Vedi [7] e [2].' })
    expect(wordsOf(shown(nowhere.html))).toContain(
      'It cites [7], but no evidence of this claim has',
    )
    const inside = await look({ rationale: 'Vedi [2].' })
    expect(wordsOf(shown(inside.html))).toContain('It cites [2], which is for the desk only')
    expect(shown((await look({ rationale: 'Vedi [1].' })).html)).not.toContain('consequence')
  })

  it('gives back what was typed where the form has no place on the page any more', async () => {
    const form = await filled(anna, { rationale: 'Tre ore di lavoro', do: 'preview' })
    await story.proposed(desk, anna, claim)
    const words = wordsOf(await (await web.post(anna, path, form)).text())
    expect(words).toContain('Tre ore di lavoro')
    expect((await working())?.rationale).toBe(story.verdictForm.rationale)
  })
})

describe('a proposal', () => {
  const put = async (rationale: string, more: Record<string, string> = {}) =>
    web.post(
      anna,
      path,
      { ...(await filled(anna, { ...story.verdictForm, rationale })), do: 'propose' },
      more,
    )

  it('is refused beside the reasons where they cite what readers will not find', async () => {
    const vain = await put('Vedi [4].')
    expect(vain.status).toBe(422)
    expect(await vain.text()).toMatch(/id="draft-rationale-error">It cites \[4\]/)
    const inside = await put('Vedi [1] e [2].', italian)
    expect(inside.status).toBe(422)
    expect(await inside.text()).toMatch(/id="draft-rationale-error">Cita \[2\], che è riservata/)
    expect(await working()).toBeNull()
    expect((await put('Vedi [1].')).status).toBe(303)
  })

  it('says what it does before it is published, and does it in one step more', async () => {
    await story.proposed(desk, anna, claim)
    const page = await browsing(web).read(bruno, `/claims/${claim}`)
    expect(page).toMatch(/<details class="asking primary" id="publish">/)
    expect(wordsOf(page)).toContain('It is public at once, as it stands above')
    const action = `/claims/${claim}/publication`
    expect(await browsing(web).send(bruno, `/claims/${claim}`, action)).toContain('#verdict')
  })

  it('with another rating does not pass for a clarification, and the page says why', async () => {
    const id = await story.published(desk, anna, bruno, article)
    await reopen(desk, anna, await story.read(desk, id), {})
    await story.proposed(desk, anna, id, { rating: 'false' })
    const page = await browsing(web).read(bruno, `/claims/${id}`)
    const action = `/claims/${id}/publication`
    expect(formTag(page, action)).toMatch(/value="clarification" disabled/)
    const form = { ...formOf(page, action), correctionKind: 'clarification', correctionReason: 'x' }
    const answer = await web.post(bruno, action, form)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('id="publication-correctionKind-error"')
    expect(wordsOf(html)).toContain('Choose correction or update.')
    expect((await story.read(desk, id)).claim.stage).toBe('in_review')
  })
})

describe('a claim that is checked again', () => {
  it('tells a checker who can keep its verdict, and the queue what is drafted', async () => {
    const id = await story.published(desk, anna, bruno, article)
    await reopen(desk, anna, await story.read(desk, id), {})
    const { read, send } = browsing(web)
    const page = await read(anna, `/claims/${id}`)
    expect(wordsOf(page)).toContain('An editor can also keep the verdict as it is.')
    expect(wordsOf(page)).not.toContain('Your role does not allow this')
    const draft = { ...story.verdictForm, rating: 'mixed', do: 'save' }
    await send(anna, `/claims/${id}`, `/claims/${id}/verdict`, draft)
    const queue = wordsOf(await read(anna, '/claims?stage=checking'))
    expect(queue).toContain('Draft: Mixed')
    expect(queue).not.toContain('Proposed:')
  })
})

describe('a verdict that was taken back', () => {
  it('is told as withdrawn in the queue, until there is another one', async () => {
    const id = await story.published(desk, anna, bruno, article)
    const row = async () => {
      const queue = await browsing(web).read(anna, '/claims?stage=decided')
      return (
        new RegExp(`<li class="queue-row" id="claim-${id}">[\\s\\S]*?</li>`).exec(queue)?.[0] ?? ''
      )
    }
    expect(await row()).not.toContain('status-withdrawn')
    const { publicVerdict } = await story.read(desk, id)
    if (publicVerdict) await withdraw(desk, bruno, publicVerdict, { reason: 'A forged source' })
    expect(wordsOf(await row())).toContain('Withdrawn')
    await reopen(desk, anna, await story.read(desk, id), {})
    await story.proposed(desk, anna, id)
    const again = { correctionKind: 'update', correctionReason: 'Another source' }
    await publish(desk, bruno, await story.read(desk, id), again)
    expect(await row()).not.toContain('status-withdrawn')
  })
})

describe('the words in both languages', () => {
  const conclusionEn = 'The bridge reopened on 11 March 2024.'
  const statementEn = 'The Vallechiara bridge reopened'

  it('are asked for in the language that the claim is not in', async () => {
    const form = await filled(anna)
    expect(form).toHaveProperty('conclusionEn')
    expect(form).not.toHaveProperty('conclusionIt')
  })

  it('are told in the reader’s, with the original beneath', async () => {
    const fields = await filled(anna, { ...story.verdictForm, conclusionEn })
    await web.post(anna, path, { ...fields, do: 'save' })
    expect(await working()).toMatchObject({ conclusionEn, conclusionIt: null })
    const read = await story.read(desk, claim)
    const sheet = { claim: read, verdictRevision: 1, newId: desk.newId() }
    await propose(desk, anna, sheet, { ...story.verdictForm, conclusionEn })
    const english = await browsing(web).read(bruno, `/claims/${claim}`)
    expect(english).toContain(`<p class="conclusion">${conclusionEn}</p>`)
    expect(wordsOf(english)).toContain(`Italian: ${story.verdictForm.conclusion}`)
    const inItalian = await (await web.get(bruno, `/claims/${claim}`, italian)).text()
    expect(inItalian).toContain(`<p class="conclusion">${story.verdictForm.conclusion}</p>`)
    expect(inItalian).not.toContain(conclusionEn)
  })

  it('are mended where a typo slipped in, also in what goes out', async () => {
    await story.proposed(desk, anna, claim, {
      conclusionEn: 'The bridge reopenned on 11 March 2024.',
    })
    await publish(desk, bruno, await story.read(desk, claim), {})
    const { publicVerdict } = await story.read(desk, claim)
    const action = `/verdicts/${publicVerdict?.id}/typo`
    await browsing(web).send(bruno, `/claims/${claim}`, action, { conclusionEn })
    const { publicVerdict: mended } = await story.read(desk, claim)
    expect(mended).toMatchObject({ conclusionEn, conclusion: story.verdictForm.conclusion })
    const told = await desk.store.verdicts.lastPublication(mended?.id ?? '')
    expect(JSON.parse(told ?? '{}').conclusionTranslations).toEqual({ en: conclusionEn, it: null })
    const words = wordsOf(await browsing(web).read(anna, `/claims/${claim}`))
    expect(words).toContain('reopenned → reopened')
  })

  it('stand under the statement, and are kept when it is reworded', async () => {
    const edit = `/claims/${claim}/edit`
    await browsing(web).send(anna, edit, edit, { statementEn, statementIt: 'di troppo' })
    expect((await story.read(desk, claim)).claim).toMatchObject({ statementEn, statementIt: null })
    const english = await browsing(web).read(anna, `/claims/${claim}`)
    expect(english).toContain(`<span class="statement-translated">${statementEn}</span>`)
    const inItalian = await (await web.get(anna, `/claims/${claim}`, italian)).text()
    expect(inItalian).not.toContain(statementEn)
    await browsing(web).send(anna, edit, edit, { kind: 'figure' })
    expect((await story.read(desk, claim)).claim).toMatchObject({ statementEn, kind: 'figure' })
  })
})
