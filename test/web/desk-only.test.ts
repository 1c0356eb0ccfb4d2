import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { riscontro } from '../cli/run.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

/** No id and no hash spells this. */
const SECRET = /xq/i

/** Each field of evidence that stays on the desk, and of the note on any. */
const secretEvidence = {
  kind: 'statement',
  title: 'Appunti XQTITLE',
  publisher: 'XQPUBLISHER',
  url: 'https://xqurl.example.org/segreto',
  locator: 'XQLOCATOR',
  origin: 'XQORIGIN',
  note: 'XQNOTE',
  quote: 'Parole XQQUOTE',
  translation: 'Words XQTRANSLATION',
  visibility: 'desk_only',
  visibilityReason: 'XQREASON',
}
const openEvidence = {
  kind: 'document',
  locator: 'p. 14',
  origin: 'Ufficio tecnico',
  note: 'XQNOTE su una prova pubblica',
}
const secretContact = {
  who: 'XQWHO',
  role: 'XQROLE',
  question: 'XQQUESTION?',
  outcome: 'replied',
  reply: 'XQREPLY',
  repliedOn: '2025-05-21',
  visibility: 'desk_only',
}
const openContact = { outcome: 'replied', reply: 'Meno di due milioni', repliedOn: '2025-05-22' }

describe('what is for the desk only', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let carla: Member
  let enzo: Member
  let vito: Member
  let claim: string
  /** Everything that was ever for the public, by where it was seen. */
  const seen = new Map<string, string>()

  /** The verdict on a claim's page, as the public reads it. */
  const toldIn = (html: string): string =>
    /<section class="section" id="verdict"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''

  /** Looks at a verdict while it is written: shown by the form, and as the form saves itself. */
  async function lookWhileWriting() {
    const action = `/claims/${claim}/verdict`
    const form = formOf(await life.read(carla, `/claims/${claim}`), action)
    const draft = { ...form, ...story.verdictForm }
    const shown = await web.post(carla, action, { ...draft, do: 'preview' })
    seen.set('the preview of a draft', toldIn(await shown.text()))
    const htmx = { 'hx-request': 'true' }
    const saved = await web.post(carla, action, { ...draft, do: 'autosave' }, htmx)
    seen.set('a draft that saves itself', await saved.text())
  }

  /** Looks at all that leaves, as it leaves now. */
  async function look(when: string) {
    seen.set(`${when}: the export`, await (await web.get(vito, '/exports/verdicts.json')).text())
    seen.set(`${when}: its preview`, await life.read(vito, '/exports'))
    for (const by of [enzo, carla, vito]) {
      const page = await life.read(by, `/claims/${claim}`)
      seen.set(`${when}: the verdict, for a ${by.role}`, toldIn(page))
    }
    const moved = (await web.get(null, `/verdicts/${claim}`)).headers.get('location')
    const address = moved ?? `/verdicts/${claim}`
    const paths = [
      address,
      `${address}/versions/1`,
      '/verdicts',
      '/corrections',
      '/corrections.atom',
      '/corrections.json',
      '/verdicts/feed.atom',
      '/verdicts/feed.json',
    ]
    for (const path of paths) {
      const answer = await web.get(null, path)
      // The version that stands now is read at the verdict's own address.
      if (answer.status !== 301) seen.set(`${when}: ${path}, for the public`, await answer.text())
    }
    const kept = (await desk.store.verdicts.of([claim])).map(({ id }) =>
      desk.store.verdicts.lastPublication(id),
    )
    seen.set(`${when}: what is kept as told`, (await Promise.all(kept)).join('\n'))
  }

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    life = lifeOn(web)
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
    vito = await person(desk, 'viewer', 'Vito')
    claim = await story.claim(desk, carla, await story.article(desk, carla))
    await life.work(carla, claim)
    await life.bring(carla, claim, openEvidence)
    await life.bring(carla, claim, secretEvidence)
    await life.bring(carla, claim, secretEvidence)
    const [, , third] = await desk.store.claims.evidence([claim])
    const piece = `/evidence/${third?.id}`
    await life.send(carla, piece, piece, { rank: 'deprecated', rankReason: 'XQRANKREASON' })
    await life.ask(carla, claim, openContact)
    await life.ask(carla, claim, secretContact)
    await life.ask(carla, claim, { ...secretContact, visibility: 'public' })
    const one = `/contacts/${(await desk.store.claims.contacts(claim)).at(-1)?.id}`
    await life.send(carla, one, one, { visibility: 'desk_only' })
    await look('before a verdict')
    await lookWhileWriting()

    await life.write(carla, claim, 'propose')
    await look('proposed')
    await life.publish(enzo, claim)
    await look('published')
    await life.public(enzo, claim, 'typo', {
      conclusion: story.verdictForm.conclusion.replace('riaperto', 'riapertto'),
    })
    await life.reopen(enzo, claim, { underCorrection: 'yes' })
    await look('reopened')
    await life.write(carla, claim, 'propose', { rating: 'mostly_true' })
    await life.publish(enzo, claim, { correctionKind: 'update', correctionReason: 'Novità' })
    await look('corrected')
    await life.public(enzo, claim, 'withdrawal', { reason: 'La fonte si è ritrattata.' })
    await look('withdrawn')
    const terminal = await riscontro(desk.address, ['export', 'verdicts'])
    seen.set('the terminal', terminal.out)
  })
  afterAll(() => desk.end())

  it('leaves in no page for the public, no export, no preview, and not from the terminal', () => {
    expect(seen.size).toBeGreaterThan(30)
    const empty = [...seen].flatMap(([where, text]) => (text ? [] : [where]))
    expect(empty).toEqual(
      ['before a verdict', 'proposed'].map((at) => `${at}: what is kept as told`),
    )
    for (const [where, whole] of seen) {
      // A signature in base64 may spell anything.
      const text = whole.replace(/[\w+/]{86}==/g, '')
      const at = text.search(SECRET)
      expect(at < 0 ? '' : text.slice(at - 80, at + 40), where).toBe('')
    }
  })

  it('is looked for where the rest of the same verdict does leave', () => {
    for (const at of ['the export', 'its preview', 'what is kept as told']) {
      expect(seen.get(`published: ${at}`), at).toContain('Ufficio tecnico')
      expect(seen.get(`published: ${at}`), at).toContain('Meno di due milioni')
    }
    const verdicts = ['editor', 'checker', 'viewer'].map((one) => `the verdict, for a ${one}`)
    const drafts = ['the preview of a draft', 'a draft that saves itself']
    for (const at of [...verdicts.map((one) => `published: ${one}`), ...drafts]) {
      const verdict = seen.get(at)
      expect(verdict).toContain('Ufficio tecnico')
      expect(verdict).toContain('Meno di due milioni')
    }
    expect(seen.get('proposed: the verdict, for a editor')).toContain('p. 14')
    const document = verdictExport.parse(JSON.parse(seen.get('the terminal') ?? ''))
    expect(document.verdicts.map(({ status }) => status)).toEqual([
      'superseded',
      'superseded',
      'withdrawn',
    ])
    for (const { evidence, contacts } of document.verdicts) {
      expect(evidence).toMatchObject([
        { number: 1, kind: 'document', locator: 'p. 14', origin: 'Ufficio tecnico' },
      ])
      expect(evidence[0]).not.toHaveProperty('note')
      expect(contacts).toEqual([
        {
          who: 'Comune di Vallechiara',
          role: 'ufficio stampa',
          way: 'email',
          askedOn: '2025-05-20',
          question: 'Quanto è costato il ponte?',
          ...openContact,
        },
      ])
    }
  })

  it('is on the desk for whoever works there, and marked', async () => {
    const html = await life.read(vito, `/claims/${claim}`)
    for (const word of ['XQTITLE', 'XQORIGIN', 'XQLOCATOR', 'XQNOTE', 'XQWHO', 'XQREPLY']) {
      expect(html).toContain(word)
    }
    expect(html.match(/mark-desk/g)).toHaveLength(7)
  })
})
