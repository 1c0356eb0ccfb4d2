import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redescribeArticle } from '../../src/desk/articles.ts'
import { giveClaim } from '../../src/desk/claims.ts'
import { bringEvidence, reviseEvidence } from '../../src/desk/evidence.ts'
import type { Desk } from '../../src/desk/open.ts'
import { saveDraft } from '../../src/desk/verdicts.ts'
import { reword } from '../../src/desk/wording.ts'
import { record } from '../../src/domain/ledger.ts'
import type { Member } from '../../src/domain/member.ts'
import type { Reading } from '../../src/domain/reading.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { browsing, formOf } from './browsing.ts'

/** Saves a draft of the verdict on a claim. */
async function drafted(desk: Desk, by: Member, id: string, conclusion: string) {
  const claim = await story.read(desk, id)
  const sheet = { claim, verdictRevision: claim.working?.revision ?? 0, newId: desk.newId() }
  await saveDraft(desk, by, sheet, { ...story.verdictForm, conclusion })
}

const worded = (desk: Desk, by: Member, id: string, statement: string) =>
  story.read(desk, id).then((read) => reword(desk, by, read, { ...story.claimForm, statement }))

describe('histories', () => {
  let desk: TestDesk
  let web: Web
  let carla: Member
  let enzo: Member
  let vito: Member
  let article = ''
  let told = ''
  let claim = ''
  let evidence = ''
  let draft = ''

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    enzo = await person(desk, 'editor', 'Enzo Editore')
    carla = await person(desk, 'checker', 'Carla Controlla')
    vito = await person(desk, 'viewer', 'Vito Vede')
    article = await story.article(desk, carla)
    told = await story.published(desk, carla, enzo, article)
    claim = await story.claim(desk, carla, article, {
      statement: 'Il ponte ha riaperto dopo tre anni',
    })
    await giveClaim(desk, carla, await story.read(desk, claim), carla.id)
    evidence = desk.newId()
    await bringEvidence(desk, carla, claim, evidence, { ...story.evidenceForm, url: '' })
    await worded(desk, enzo, claim, 'Il ponte ha riaperto dopo quattro anni')
    for (const end of ['subito.', 'presto, dopo', 'presto, dopo anni.']) {
      await drafted(desk, carla, claim, `Il ponte ha riaperto ${end}`)
    }
    draft = (await story.read(desk, claim)).working?.id ?? ''
  })
  afterAll(() => desk.end())

  const page = async (by: Member, path: string): Promise<string> => {
    const answer = await web.get(by, path)
    const html = await answer.text()
    expect(answer.status, html.slice(0, 500)).toBe(200)
    return html
  }

  it('tell who changed what, and how the words changed', async () => {
    const html = await page(vito, `/claims/${claim}/history`)
    expect(html).toContain(`<a class="who" href="/people/${enzo.id}">Enzo Editore</a>`)
    expect(html).toMatch(/<del class="difference"[^>]*>tre<\/del>/)
    expect(html).toMatch(/<ins class="difference"[^>]*>quattro<\/ins>/)
    const words = wordsOf(html)
    expect(words).toContain('Enzo Editore reworded the claim')
    expect(words).toContain('Stage Inbox → became Checking')
    expect(words).toContain('[1] Verbale di collaudo')
    // No field goes by its name in the record, and nothing by its id.
    expect(words).not.toMatch(/setAside|leadAppearance|stageSince|[\da-f]{8}-[\da-f]{4}-/)
  })

  it('tell the saves of a draft as one, with all that they changed', async () => {
    const words = wordsOf(await page(carla, `/verdicts/${draft}/history`))
    expect(words).toContain('3 saves since')
    expect(words).toContain('Il ponte ha riaperto presto, dopo anni.')
    expect(words.match(/saved a draft/g)).toHaveLength(1)
  })

  it('hide a version at work from a viewer, in every page of its history', async () => {
    const html = await page(vito, `/claims/${claim}/history`)
    expect(wordsOf(html)).not.toMatch(/saved a draft|presto/)
    expect(html).not.toContain('value="verdict"')
    for (const path of ['', '/compare?a=1&b=3']) {
      const answer = await web.get(vito, `/verdicts/${draft}/history${path}`)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('presto')
    }
  })

  it('can be asked for one person, one kind of thing, one kind of decision', async () => {
    const path = `/claims/${claim}/history`
    const by = wordsOf(await page(vito, `${path}?who=${enzo.id}`))
    expect(by).toContain('reworded the claim')
    expect(by).not.toContain('added evidence')
    const of = wordsOf(await page(vito, `${path}?what=evidence`))
    expect(of).toContain('added evidence')
    expect(of).not.toContain('reworded the claim')
    const how = wordsOf(await page(vito, `${path}?how=work`))
    expect(how).toContain('took the claim')
    expect(how).not.toContain('added evidence')
    expect(wordsOf(await page(vito, `${path}?how=public`))).toContain('Nothing of this kind')
    expect(wordsOf(await page(vito, `${path}?who=%00&what=elephant&before=x`))).toContain(
      'took the claim',
    )
  })

  it('go on where a page ends', async () => {
    for (let i = 0; i < 45; i++) await worded(desk, enzo, claim, `Il ponte riapre: ${i}`)
    const first = await page(vito, `/claims/${claim}/history`)
    const older = /href="([^"]+)" hx-swap="outerMorph show:top">Older/.exec(first)?.[1] ?? ''
    expect(older).toContain('before=')
    const second = wordsOf(await page(vito, older.replaceAll('&amp;', '&')))
    expect(second).toContain('opened the claim')
    expect(wordsOf(first)).not.toContain('opened the claim')
    await worded(desk, enzo, claim, 'Il ponte ha riaperto dopo quattro anni')
  })

  it('lay any two versions side by side', async () => {
    const { claim: now } = await story.read(desk, claim)
    const html = await page(vito, `/claims/${claim}/history/compare?a=${now.revision}&b=1`)
    expect(wordsOf(html)).toContain(`Version 1 beside version ${now.revision}`)
    expect(html).toMatch(/<del class="difference"[^>]*>tre<\/del>/)
    expect(html).toMatch(/<ins class="difference"[^>]*>quattro<\/ins>/)
    expect(wordsOf(html)).toContain('Il ponte ha riaperto dopo')
    for (const asked of ['a=1&b=999', 'a=0&b=1', 'a=x', '']) {
      const answer = await web.get(vito, `/claims/${claim}/history/compare?${asked}`)
      expect(answer.status).toBe(404)
    }
  })

  it('restore an earlier wording, once, as a new version that says so', async () => {
    const { claim: now } = await story.read(desk, claim)
    const path = `/claims/${claim}/history/restoration`
    const form = { restore: 1, fields: 'statement', why: 'Era giusto', revision: now.revision }
    for (const _ of ['once', 'twice']) expect((await web.post(carla, path, form)).status).toBe(303)
    const after = (await story.read(desk, claim)).claim
    expect([after.statement, after.revision]).toEqual([
      'Il ponte ha riaperto dopo tre anni',
      now.revision + 1,
    ])
    const words = wordsOf(await page(vito, `/claims/${claim}/history`))
    expect(words).toContain(
      'Carla Controlla restored an earlier wording of the claim as in version 1',
    )
    expect(words).toContain('Era giusto')
    const stale = await web.post(carla, path, { ...form, restore: 3, revision: now.revision })
    expect(stale.status).toBe(409)
    expect((await desk.store.verify()).fault).toBeNull()
  })

  it('are compared and restored by the forms of their pages, as they stand there', async () => {
    const { read, send } = browsing(web)
    await worded(desk, enzo, claim, 'Il ponte ha riaperto dopo cinque anni')
    const path = `/claims/${claim}/history`
    const chosen = formOf(await read(carla, path), `${path}/compare`, 'get')
    const { revision } = (await story.read(desk, claim)).claim
    // The newest two are chosen from the start.
    expect(chosen).toEqual({ a: String(revision - 1), b: String(revision) })
    const pair = `${path}/compare?${new URLSearchParams({ a: '1', b: String(revision) })}`
    expect(await send(carla, pair, `${path}/restoration`)).toBe(path)
    const restored = (await story.read(desk, claim)).claim
    expect(restored.statement).toBe('Il ponte ha riaperto dopo tre anni')
    expect((await desk.store.ledger.ofSubject('claim', claim, 1))[0]?.comment).toBe('#1')
  })

  it('restore the details of an article, what was said of evidence, and words of a draft', async () => {
    const there = await desk.store.articles.find(article)
    const details = { title: 'Un altro titolo', language: 'it' }
    await redescribeArticle(desk, carla, article, there?.revision ?? 0, details)
    const item = await desk.store.claims.evidenceById(evidence)
    const other = { ...story.evidenceForm, url: '', title: 'Un altro verbale' }
    await reviseEvidence(desk, carla, { id: evidence, revision: item?.revision ?? 0 }, other)
    const { working } = await story.read(desk, claim)
    const forms = [
      ['articles', article, 'title', (there?.revision ?? 0) + 1],
      ['evidence', evidence, 'title', (item?.revision ?? 0) + 1],
      ['verdicts', draft, 'conclusion', working?.revision ?? 0],
    ] as const
    for (const [folder, id, fields, revision] of forms) {
      const form = { restore: 1, fields, revision }
      const sent = await web.post(enzo, `/${folder}/${id}/history/restoration`, form)
      expect(sent.status, await sent.text()).toBe(303)
      expect(wordsOf(await page(enzo, `/${folder}/${id}/history`))).toContain('as in version 1')
    }
    expect((await desk.store.articles.find(article))?.title).toBe('Il ponte riapre')
    expect((await desk.store.claims.evidenceById(evidence))?.title).toBe('Verbale di collaudo')
    const written = (await story.read(desk, claim)).working
    expect(written?.conclusion).toBe('Il ponte ha riaperto subito.')
    // Whoever restores words of a draft has written a part of it.
    expect(written?.writers).toContain(enzo.id)
    expect((await desk.store.verify()).fault).toBeNull()
  })

  it('restore nothing of what was published, nor of a decided claim, and say why', async () => {
    const { publicVerdict, claim: decided } = await story.read(desk, told)
    const at = `/verdicts/${publicVerdict?.id}/history`
    const form = { restore: 1, fields: 'conclusion', revision: publicVerdict?.revision ?? 0 }
    const refused = await web.post(enzo, `${at}/restoration`, form)
    expect(refused.status).toBe(409)
    expect(wordsOf(await refused.text())).toContain('What was published is never edited')
    const claimed = await web.post(enzo, `/claims/${told}/history/restoration`, {
      ...{ restore: 1, fields: 'kind', revision: decided.revision },
    })
    // Nothing of its words changed since: there is nothing to do, and nothing is done.
    expect(claimed.status).toBe(303)
    expect((await story.read(desk, told)).claim.revision).toBe(decided.revision)
    expect(wordsOf(await page(enzo, `/claims/${told}/history/compare?a=1&b=2`))).toContain(
      'The claim is not being checked',
    )
  })

  it('restore nothing for a viewer, and nothing that nobody chose', async () => {
    const { claim: now } = await story.read(desk, claim)
    const path = `/claims/${claim}/history/restoration`
    const form = { restore: 2, revision: now.revision }
    expect((await web.post(vito, path, { ...form, fields: 'statement' })).status).toBe(403)
    expect((await web.post(carla, path, form)).status).toBe(422)
    expect((await web.post(carla, path, { ...form, fields: 'stage' })).status).toBe(422)
    expect((await web.post(carla, path, { ...form, restore: 999, fields: 'kind' })).status).toBe(
      404,
    )
    expect(wordsOf(await page(vito, `/claims/${claim}/history/compare?a=1&b=4`))).not.toContain(
      'Restore',
    )
  })

  it('tell the life of an article with what was taken from it', async () => {
    const words = wordsOf(await page(vito, `/articles/${article}/history`))
    expect(words).toContain('added the article')
    expect(words).toContain('added an appearance')
  })
})

describe('the history of what is read blind', () => {
  const secret = 'Un segreto del verdetto'
  let desk: TestDesk
  let web: Web
  let writer: Member
  let reader: Member
  let claim = ''
  let version: Verdict

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    writer = await person(desk, 'checker', 'Carla')
    reader = await person(desk, 'editor', 'Enzo')
    const article = await story.article(desk, writer)
    claim = await story.claim(desk, writer, article)
    await giveClaim(desk, writer, await story.read(desk, claim), writer.id)
    await drafted(desk, writer, claim, secret)
    const { working } = await story.read(desk, claim)
    if (!working) throw new Error('nothing was written')
    const act = { member: writer, at: desk.now() }
    const blind: Verdict = { ...working, mode: 'blind', rationale: secret }
    const made = record('verdict', 'draft', act, working, blind, { claim, comment: secret })
    await desk.store.save([made])
    version = made.after
  })
  afterAll(() => desk.end())

  const paths = () => [
    ...[`/claims/${claim}/history`, `/claims/${claim}/history?what=verdict`],
    ...[`/claims/${claim}/history?how=words&who=${writer.id}`, `/people/${writer.id}`],
    ...[`/people/${writer.id}?what=verdict`, `/claims/${claim}/history/compare?a=1&b=2`],
  ]
  const own = () => [
    ...[`/verdicts/${version.id}/history`, `/verdicts/${version.id}/history/compare?a=1&b=2`],
  ]

  it('is hidden from a reader everywhere, and nothing of it can be restored', async () => {
    for (const path of paths()) {
      const answer = await web.get(reader, path)
      expect(answer.status, path).toBe(200)
      const html = await answer.text()
      expect(html, path).not.toContain('segreto')
      expect(html, path).not.toContain(version.id)
    }
    for (const path of own()) expect((await web.get(reader, path)).status, path).toBe(404)
    const form = { restore: 1, fields: 'rationale', revision: version.revision }
    const path = `/verdicts/${version.id}/history/restoration`
    const refused = await web.post(reader, path, form)
    expect(refused.status).toBe(404)
    expect(await refused.text()).not.toContain('segreto')
  })

  it('is open to whoever wrote it', async () => {
    for (const path of own()) {
      expect(await (await web.get(writer, path)).text(), path).toContain('segreto')
    }
    expect(await (await web.get(writer, `/people/${writer.id}`)).text()).toContain('segreto')
  })

  it('is open to its reader once they have filed a reading of their own', async () => {
    const reading: Reading = {
      ...{ id: desk.newId(), revision: 0, claim, verdict: version.id, reader: reader.id },
      ...{ mode: 'blind', rating: 'false', rationale: 'Non è così', against: 'true' },
      ...{ filedAt: desk.now(), outcome: null, adjudicator: null },
      ...{ adjudicatedAt: null, adjudication: null },
    }
    const act = { member: reader, at: desk.now() }
    await desk.store.save([record('reading', 'file', act, null, reading, { claim })])
    for (const path of own()) {
      expect(await (await web.get(reader, path)).text(), path).toContain('segreto')
    }
    const viewer = await person(desk, 'viewer', 'Vito')
    for (const path of [...paths(), `/people/${reader.id}`]) {
      const html = await (await web.get(viewer, path)).text()
      expect(html, path).not.toMatch(/segreto|Non è così/)
    }
  })
})
