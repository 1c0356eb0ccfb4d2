import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import { bringEvidence, reviseEvidence } from '../../src/desk/evidence.ts'
import { saveDraft, withdraw } from '../../src/desk/verdicts.ts'
import { reword } from '../../src/desk/wording.ts'
import type { Member } from '../../src/domain/member.ts'
import { indexWords } from '../../src/matching/indexed.ts'
import type { Asked, Field, Findable } from '../../src/store/words.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'

const one = (text: string, language = 'it') => indexWords(text, language)
const every = (text: string, only?: Field[]): Asked => ({
  all: one(text).map((word) => ({ any: [word], in: only })),
})

/** What every engine must do alike. */
function contract(open: () => Promise<{ address?: string; drop?: () => Promise<void> }>) {
  let desk: TestDesk
  let drop: (() => Promise<void>) | undefined
  let [carla, enzo]: Member[] = []
  let article = ''
  const claims: string[] = []

  beforeAll(async () => {
    const opened = await open()
    drop = opened.drop
    desk = await testDesk(opened.address)
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
    article = await story.article(desk, carla)
    claims.push(await story.published(desk, carla, enzo, article))
    for (const statement of [
      'La sindaca ha inviato 3.000 soldati al confine',
      'La sindaca non ha inviato soldati: nessun convoglio',
      'Perché l’accordo sull’acciaio è saltato',
    ]) {
      const claimant = { claimantKind: 'named', claimant: 'Anna Rudenko' }
      claims.push(await story.claim(desk, carla, article, { statement, ...claimant }))
    }
  }, 60_000)
  afterAll(async () => {
    await desk?.end()
    await drop?.()
  })

  const found = async (asked: Asked, kind: Findable = 'claim') => {
    const { hits } = await desk.store.words.found(asked, { kind, before: null, limit: 10 })
    return hits.map(({ subject }) => (kind === 'claim' ? claims.indexOf(subject) : subject))
  }
  const say = (member: Member | undefined): Member => member ?? expect.fail()

  it.each<[what: string, asked: Asked, found: number[]]>([
    ['a word, newest first', every('soldato'), [2, 1]],
    ['all words that are asked for', every('soldati confine'), [1]],
    ['a word without its accents and its article', every('accordo perche'), [3]],
    ['who claims it', every('rudenko', ['claimant']), [3, 2, 1]],
    ['nothing in a field where it does not stand', every('rudenko', ['statement']), []],
    ['evidence', every('collaudo', ['evidence']), [0]],
    ['the conclusion that the public reads', every('marzo', ['conclusion']), [0]],
    ['the title of an article', every('riapre', ['title']), [3, 2, 1, 0]],
    ['one of two words', { all: [{ any: ['accord', 'convogl'] }] }, [3, 2]],
    ['a beginning', { all: [{ any: [], beginning: 'convo' }] }, [2]],
    ['a phrase', { all: [], phrases: [{ any: [one('ha inviato soldati')] }] }, [2]],
    ['a phrase of idle words', { all: [], phrases: [{ any: [one('non ha')] }] }, [2]],
    ['no phrase across two parts', { all: [], phrases: [{ any: [one('lavori il ponte')] }] }, []],
    ['all but', { ...every('soldati'), none: [{ any: [['confin']] }] }, [1].map(() => 2)],
    ['all but a phrase', { ...every('soldati'), none: [{ any: [one('non ha')] }] }, [1]],
    ['nothing where nothing must be there', { all: [], none: [{ any: [['pont']] }] }, []],
    ['nothing for a word that nobody wrote', every('xyzzy'), []],
  ])('finds %s', async (_, asked, indexes) => {
    expect(await found(asked)).toEqual(indexes)
  })

  it('finds articles by their text and their outlet', async () => {
    expect(await found(every('opposizione'), 'article')).toEqual([article])
    expect(await found(every('gazzetta', ['title']), 'article')).toEqual([article])
  })

  it('says in which field each word stands, the weightiest first', async () => {
    const asked = every('rudenko soldati')
    const { hits } = await desk.store.words.found(asked, { kind: 'claim', before: null, limit: 1 })
    expect(hits[0]?.fields).toEqual(['claimant', 'statement'])
  })

  it('goes on where a page ended', async () => {
    const looked = { kind: 'claim', limit: 2 } as const
    const first = await desk.store.words.found(every('rudenko'), { ...looked, before: null })
    expect(first.hits.map(({ subject }) => claims.indexOf(subject))).toEqual([3, 2])
    const second = await desk.store.words.found(every('rudenko'), { ...looked, before: first.next })
    expect(second.hits.map(({ subject }) => claims.indexOf(subject))).toEqual([1])
    expect(second.next).toBeNull()
  })

  it('knows words that are near in their letters', async () => {
    expect(await desk.store.words.near('confim')).toEqual(['confin'])
    expect(await desk.store.words.near('cosa')).toEqual([])
    expect(await desk.store.words.starting('convo', 5)).toEqual(['convogl'])
  })

  it('fetches claims that may be like a text, those with the rarest words first', async () => {
    const like = async (text: string, letters = false) =>
      (await desk.store.words.candidates(one(text), letters, 10)).map(({ id }) =>
        claims.indexOf(id),
      )
    expect((await like('Migliaia di soldati inviati verso il confine'))[0]).toBe(1)
    expect(await like('aciaio')).toEqual([3])
    expect(await like('xyzzy')).toEqual([])
  })

  it('finds new words and forgets old ones in one step', async () => {
    const before = await story.read(desk, claims[1] ?? '')
    await reword(desk, say(carla), before, {
      ...story.claimForm,
      statement: 'Carri armati al confine',
    })
    expect(await found(every('soldati'))).toEqual([2])
    expect(await found(every('carri'))).toEqual([1])
    expect((await desk.store.words.counts(['3'])).size).toBe(0)
    const id = desk.newId()
    await bringEvidence(desk, say(carla), claims[1] ?? '', id, story.evidenceForm)
    expect(await found(every('collaudo'))).toEqual([1, 0])
    const evidence = await desk.store.claims.evidenceById(id)
    const form = { ...story.evidenceForm, title: 'Una perizia lo smentisce' }
    await reviseEvidence(desk, say(carla), evidence ?? expect.fail(), form)
    expect(await found(every('perizia'))).toEqual([1])
    expect(await found(every('collaudo'))).toEqual([0])
  })

  it('finds no word of a draft, a proposal or a verdict that was withdrawn', async () => {
    await giveClaim(desk, say(carla), await story.read(desk, claims[2] ?? ''), say(carla).id)
    const claim = await story.read(desk, claims[2] ?? '')
    const sheet = { claim, verdictRevision: 0, newId: desk.newId() }
    const form = { ...story.verdictForm, conclusion: 'Segretissimo' }
    await saveDraft(desk, say(carla), sheet, form)
    expect(await found(every('segretissimo'))).toEqual([])
    await story.proposed(desk, say(carla), claims[2] ?? '', { conclusion: 'Segretissimo' })
    expect(await found(every('segretissimo'))).toEqual([])
    const { publicVerdict } = await story.read(desk, claims[0] ?? '')
    await withdraw(desk, say(enzo), publicVerdict ?? expect.fail(), { reason: 'Abbiamo sbagliato' })
    expect(await found(every('marzo', ['conclusion']))).toEqual([])
    expect(await found(every('collaudo'))).toEqual([2, 0])
  })
}

describe('words, on SQLite', () => contract(async () => ({})))
describe.skipIf(postgresMissing)(onPostgres('words'), () =>
  contract(async () => {
    const { url, drop } = await freshPostgresDatabase()
    return { address: url, drop }
  }),
)
