import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bringEvidence, retakeEvidence } from '../../src/desk/evidence.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

const minutes = `Verbale di collaudo del ponte.

La commissione ha visitato il ponte lunedì. Si autorizza la “riapertura” al traffico. I lavori sono costati meno di due milioni di euro 🎉.

La commissione ha visitato il ponte venerdì. Nessuno ha fatto domande.
`
const said = 'Si autorizza la “riapertura” al traffico.'
const twice = 'La commissione ha visitato il ponte'
const changed = 'I lavori sono costati più di nove milioni di euro'
const nowhere = 'Gli elefanti attraversano il fiume all’alba'

describe('a quote and the text that was kept of its source', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let carla: Member
  let enzo: Member
  let vito: Member
  let article: string
  let claim: string
  const page = () => `/claims/${claim}`

  /** Adds evidence whose source was pasted. @returns the evidence as it is kept */
  async function bring(form: Fields, text = minutes) {
    const id = desk.newId()
    const input = { ...story.evidenceForm, url: '', quote: '', ...form }
    await bringEvidence(desk, carla, claim, id, input, { given: { text } })
    return now(id)
  }
  async function now(id: string) {
    const evidence = await desk.store.claims.evidenceById(id)
    if (!evidence) throw new Error('no such evidence')
    return evidence
  }
  /** What the claim’s page says of its evidence. */
  async function item(by: Member): Promise<string> {
    const html = await life.read(by, page())
    return wordsOf(/<ol class="evidence-list"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '')
  }

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    life = lifeOn(web)
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
    vito = await person(desk, 'viewer', 'Vito')
    article = await story.article(desk, carla)
  })
  beforeEach(async () => {
    claim = await story.claim(desk, carla, article)
    await life.work(carla, claim)
  })
  afterAll(() => desk.end())

  it('is exact where it stands there, in the source’s own characters, with what stands around', async () => {
    const { quote } = await bring({ quote: 'Si autorizza la "riapertura" al traffico.' })
    expect(quote).toBe(said)
    expect(await item(vito)).toContain(`visitato il ponte lunedì. ${said} I lavori sono costati`)
    expect(await item(vito)).toContain('exact read it in the kept text')
  })

  it('is read on a page of its own, of which a text of very many lines makes no longer one', async () => {
    const { id } = await bring({}, `${said}\n${'a\n'.repeat(400_000)}`)
    const from = performance.now()
    const html = await life.read(vito, `/evidence/${id}/passage`)
    expect(performance.now() - from).toBeLessThan(5000)
    expect(html.length).toBeLessThan(10_000_000)
    expect(wordsOf(html)).toContain('The text is longer than a page can show')
  })

  it('is refused where it is not there, until somebody says why', async () => {
    const { id } = await bring({})
    const form = formOf(await life.read(carla, `/evidence/${id}`), `/evidence/${id}`)
    const refused = await web.post(carla, `/evidence/${id}`, { ...form, quote: changed })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(wordsOf(html)).toContain('the nearest passage reads: “I lavori sono costati')
    const again = formOf(html, `/evidence/${id}`)
    expect(again).toMatchObject({ quote: changed, quoteReason: '' })
    const reason = 'Detto a voce alla presentazione'
    const saved = await web.post(carla, `/evidence/${id}`, { ...again, quoteReason: reason })
    expect(saved.status).toBe(303)
    expect(await now(id)).toMatchObject({ quote: changed, quoteReason: reason, quoteStart: null })
    expect(await item(vito)).toContain('changed : Detto a voce alla presentazione')
    const shown = await life.read(carla, `/evidence/${id}`)
    expect(wordsOf(shown)).toContain('The kept text reads:')
    expect(shown).toMatch(
      /<del class="difference"[^>]*>più<\/del> ?<ins class="difference"[^>]*>meno/,
    )
  })

  it('is refused on new evidence, too, and what was typed and given stays in the form', async () => {
    const form = { ...story.evidenceForm, url: '', sourceText: minutes, quote: changed }
    const sent = { ...formOf(await life.read(carla, page()), `${page()}/evidence`), ...form }
    const refused = await web.post(carla, `${page()}/evidence`, sent)
    expect(refused.status).toBe(422)
    const again = formOf(await refused.text(), `${page()}/evidence`)
    expect(again).toMatchObject({ quote: changed, sourceText: minutes, quoteReason: '' })
    const mended = { ...again, quote: said }
    expect((await web.post(carla, `${page()}/evidence`, mended)).status).toBe(303)
    expect(await item(vito)).toContain('exact')
    expect((await web.post(carla, `${page()}/evidence`, mended)).status).toBe(303)
    expect(await desk.store.claims.evidence([claim])).toHaveLength(1)
    const typed = { ...mended, quote: 'Si autorizza la "riapertura" al traffico.' }
    expect((await web.post(carla, `${page()}/evidence`, typed)).status).toBe(303)
  })

  it('that nothing resembles is marked with its reason on the desk, in review and in public', async () => {
    await bring({ quote: nowhere, quoteReason: 'Si sente nella registrazione' })
    const mark = 'not in the kept text : Si sente nella registrazione'
    expect(await item(vito)).toContain(mark)
    await life.write(carla, claim, 'propose')
    const review = await life.read(enzo, page())
    const told = /<div class="told">[\s\S]*?<\/details>/.exec(review)?.[0] ?? ''
    expect(wordsOf(told)).toContain(mark)
    await life.publish(enzo, claim)
    const [evidence] = (await exported()).evidence
    expect(evidence).toMatchObject({
      ...{ proof: 'gone', quoteReason: 'Si sente nella registrazione', quote: nowhere },
      snapshot: { url: null, status: null, text: expect.stringMatching(/^[\da-f]{64}$/) },
    })
    expect(Object.keys(evidence.snapshot).sort()).toEqual(
      ['bytes', 'status', 'takenAt', 'text', 'url', 'warc'].sort(),
    )
  })

  /** The verdict on the claim as the export tells it. */
  async function exported() {
    const answer = await web.get(enzo, '/exports/verdicts.json')
    const { verdicts } = JSON.parse(await answer.text())
    return verdicts.find((one: { claimId: string }) => one.claimId === claim)
  }

  it('is told with its proof, and desk-only evidence with nothing at all', async () => {
    await bring({ quote: said })
    const secret = { visibility: 'desk_only', visibilityReason: 'Senza nome' }
    await bring({ ...secret, quote: nowhere, quoteReason: 'Segreto' })
    await life.bring(carla, claim, { url: '' })
    await life.write(carla, claim, 'propose')
    await life.publish(enzo, claim)
    const { evidence } = await exported()
    const proofs = evidence.map((one: { proof: string }) => one.proof)
    expect(proofs).toEqual(['exact', 'no_snapshot'])
    expect(evidence[1].snapshot).toBeNull()
    expect(JSON.stringify(evidence)).not.toContain('Segreto')
  })

  it('is marked where no text was kept', async () => {
    await life.bring(carla, claim, { url: '' })
    expect(await item(vito)).toContain('no snapshot')
    const { id } = (await desk.store.claims.evidence([claim]))[0] ?? { id: '' }
    expect(wordsOf(await life.read(carla, `/evidence/${id}/passage`))).toContain('No text was kept')
  })

  it('is taken by the number of its sentence, without script', async () => {
    const { id } = await bring({})
    const passage = `/evidence/${id}/passage`
    expect(await item(carla)).toContain('Now quote it')
    expect(await item(vito)).not.toContain('Now quote it')
    const text = await life.read(carla, passage)
    const number = /href="([^"]*)#s3"/.exec(text)?.[1] ?? ''
    expect(number).toContain('from=3')
    const chosen = await life.read(carla, number)
    const words = wordsOf(/<figure[\s\S]*?<\/figure>/.exec(chosen)?.[0] ?? '')
    expect(words).toContain(`lunedì. ${said} I lavori`)
    const form = formOf(chosen, passage)
    expect(form).toMatchObject({ quoteLanguage: 'it', translation: '' })
    const fields = { translation: 'It may reopen.' }
    expect(await life.send(carla, number, passage, fields)).toBe(`${page()}#evidence-1`)
    expect(await now(id)).toMatchObject({ quote: said, translation: 'It may reopen.' })
    const again = await life.read(vito, passage)
    expect(again).toContain(`<mark class="quoted-words" id="quote">${said}</mark>`)
    expect(wordsOf(again)).toContain('Quoted now sentence 3')
    expect(wordsOf(await life.read(carla, page()))).toContain('You quoted evidence')
  })

  it('is taken from several sentences, and from any words by their place', async () => {
    const { id } = await bring({})
    const passage = `/evidence/${id}/passage`
    await life.send(carla, `${passage}?from=3&to=4`, passage)
    expect((await now(id)).quote).toBe(
      `${said} I lavori sono costati meno di due milioni di euro 🎉.`,
    )
    const words = 'due milioni di euro 🎉'
    const start = Array.from(minutes.slice(0, minutes.indexOf(words))).length
    const end = start + Array.from(words).length
    await life.send(carla, `${passage}?start=${start - 1}&end=${end}`, passage)
    expect(await now(id)).toMatchObject({ quote: words, quoteStart: start, quoteEnd: end })
  })

  it('that stands there more than once is shown at each place, and one is chosen without script', async () => {
    const { id, quoteStart } = await bring({ quote: twice })
    expect(quoteStart).toBeNull()
    expect(await item(carla)).toContain('ambiguous choose which')
    const html = await life.read(carla, `/evidence/${id}`)
    const places = /<ol class="proof-places">[\s\S]*?<\/ol>/.exec(html)?.[0] ?? ''
    expect(wordsOf(places)).toMatch(/il ponte lunedì.*This one.*il ponte venerdì.*This one/)
    const second = formOf(places.slice(places.indexOf('venerdì')), `/evidence/${id}/passage`)
    await web.post(carla, `/evidence/${id}/passage`, second)
    const start = Array.from(minutes.slice(0, minutes.lastIndexOf(twice))).length
    expect(await now(id)).toMatchObject({ quote: twice, quoteStart: start, quoteLanguage: 'it' })
    expect(await item(vito)).toContain('exact')
    const form = formOf(await life.read(carla, `/evidence/${id}`), `/evidence/${id}`)
    await web.post(carla, `/evidence/${id}`, { ...form, locator: 'p. 2' })
    expect(await now(id)).toMatchObject({ locator: 'p. 2', quoteStart: start })
  })

  it('refuses a place that is not in the text, and says so beside the words', async () => {
    const { id, revision } = await bring({})
    const passage = `/evidence/${id}/passage`
    const places: Fields[] = [
      { start: 5, end: 99_999 },
      { start: 9, end: 9 },
      { start: -4, end: 3 },
      {},
    ]
    for (const place of places) {
      const answer = await web.post(carla, passage, { ...place, revision })
      expect(answer.status).toBe(422)
      expect(wordsOf(await answer.text())).toContain('These words are not in this text')
    }
    const asked = await web.get(carla, `${passage}?start=5&end=99999`)
    expect(wordsOf(await asked.text())).toContain('These words are not in this text')
    expect((await now(id)).quote).toBeNull()
  })

  it('is not overwritten by a form on what a colleague has changed since', async () => {
    const { id } = await bring({})
    const passage = `/evidence/${id}/passage`
    const form = formOf(await life.read(carla, `${passage}?from=3&to=3`), passage)
    await life.send(enzo, `${passage}?from=4&to=4`, passage)
    const late = await web.post(carla, passage, { ...form, translation: 'Mine' })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(wordsOf(html)).toContain('Somebody changed this evidence in between')
    const again = formOf(html, passage)
    expect(again).toMatchObject({ translation: 'Mine', start: form.start })
    expect((await web.post(carla, passage, again)).status).toBe(303)
    expect((await now(id)).quote).toBe(said)
  })

  it('with one reason of mine and one of a colleague shows both, to be merged', async () => {
    const { id } = await bring({ quote: nowhere, quoteReason: 'Si sente nella registrazione' })
    const path = `/evidence/${id}`
    const form = formOf(await life.read(carla, path), path)
    await life.send(enzo, path, path, { quoteReason: 'È nel fascicolo, a pagina 3' })
    const late = await web.post(carla, path, { ...form, quoteReason: 'È nel video' })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(wordsOf(html)).toContain('È nel fascicolo, a pagina 3')
    expect(formOf(html, path)).toMatchObject({ quoteReason: 'È nel video', quote: nowhere })
  })

  it('sends back what a colleague is reading, and stays as it is on a decided claim', async () => {
    const { id } = await bring({ quote: said })
    const passage = `/evidence/${id}/passage`
    await life.write(carla, claim, 'propose')
    const chosen = await life.read(carla, `${passage}?from=4&to=4`)
    expect(wordsOf(chosen)).toContain('colleague is reading')
    await life.send(carla, `${passage}?from=4&to=4`, passage)
    expect((await story.read(desk, claim)).claim.stage).toBe('checking')
    await life.write(carla, claim, 'propose')
    await life.publish(enzo, claim)
    const closed = await life.read(carla, `${passage}?from=3&to=3`)
    expect(closed).not.toContain('id="quote-form"')
    expect(wordsOf(closed)).toContain('its quotes stay as they are')
    const { revision } = await now(id)
    const sent = await web.post(carla, passage, { start: 0, end: 7, revision })
    expect(sent.status).toBe(409)
  })

  it('is nobody’s to take who only reads', async () => {
    const { id, revision } = await bring({})
    const passage = `/evidence/${id}/passage`
    const html = await life.read(vito, `${passage}?from=3&to=3`)
    expect(html).not.toContain('id="quote-form"')
    expect(html).not.toContain('data-take')
    expect((await web.post(vito, passage, { start: 0, end: 7, revision })).status).toBe(403)
  })

  it('that a later snapshot has not got is kept, marked, and asked after', async () => {
    const { id, revision } = await bring({ quote: said })
    await retakeEvidence(desk, carla, { id, revision }, { text: 'Pagina non trovata.' })
    expect(await now(id)).toMatchObject({ quote: said, quoteReason: null })
    expect(await item(carla)).toContain('not in the kept text say why, or quote anew')
    const form = formOf(await life.read(carla, `/evidence/${id}`), `/evidence/${id}`)
    expect(form).toMatchObject({ quote: said, quoteReason: '' })
    const { revision: then } = await now(id)
    await retakeEvidence(desk, carla, { id, revision: then }, { text: minutes })
    expect(await item(carla)).toContain('exact')
  })

  it('shows hostile text as text', async () => {
    const hostile = `Prima. <script>alert("x")</script> & "detto" 'così' <img src=x onerror=y>. Dopo.`
    const { id } = await bring({}, hostile)
    const passage = `/evidence/${id}/passage`
    for (const path of [passage, `${passage}?start=7&end=60`]) {
      const html = await life.read(carla, path)
      expect(html).not.toContain('<script>alert')
      expect(html).not.toContain('<img src=x')
    }
    await life.send(carla, `${passage}?start=7&end=60`, passage)
    const reason = { quoteReason: '"><b>x</b>', quote: '</q><i>no</i> words like these anywhere' }
    await bring({ ...reason }, hostile)
    const html = await life.read(carla, page())
    expect(html).not.toMatch(/<script>alert|<img src=x|<b>x|<i>no/)
  })
})
