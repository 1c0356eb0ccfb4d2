import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readClaimAsOf } from '../../src/desk/as-of.ts'
import { readHistory } from '../../src/desk/history.ts'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { link, unlink } from '../../src/desk/linking.ts'
import { readClaim } from '../../src/desk/reading.ts'
import type { Member } from '../../src/domain/member.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { readAsked } from '../../src/domain/story.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'

/** What became of something: nothing wrong, or the code it was refused with. */
const outcome = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  )

function contract(open: () => Promise<{ desk: TestDesk; end: () => Promise<unknown> }>) {
  let desk: TestDesk
  let end: () => Promise<unknown>
  let carla: Member
  let enzo: Member
  let article: string
  beforeAll(async () => {
    ;({ desk, end } = await open())
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
    article = await story.article(desk, carla)
  })
  afterAll(() => end())

  const claims = (count: number) =>
    Promise.all(Array.from({ length: count }, () => story.claim(desk, carla, article)))
  const tie = (claim = '', sense = '', other = '', by = carla, id = desk.newId()) =>
    link(desk, by, claim, id, { sense, other, why: 'Dice lo stesso' })

  it('is shown on both claims, with the other one’s public rating', async () => {
    const [own = ''] = await claims(1)
    const other = await story.published(desk, carla, enzo, article)
    await tie(own, 'narrower_than', other)
    const [from, back] = await Promise.all([own, other].map((id) => readClaim(desk, enzo, id)))
    expect(from?.links).toMatchObject([
      { sense: 'narrower_than', claim: { id: other }, told: { rating: 'true' }, by: carla.id },
    ])
    expect(back?.links).toMatchObject([
      { sense: 'wider_than', claim: { id: own }, told: null, by: carla.id },
    ])
  })

  it('is told in the lives of both claims, as is that it ended', async () => {
    const [own = '', other = '', third = ''] = await claims(3)
    await tie(own, 'same_as', other)
    await tie(third, 'updates', other)
    const [made] = await desk.store.links.standing([own])
    if (!made) throw new Error('there is no link')
    await unlink(desk, enzo, made, { comment: 'Un altro ponte' })
    expect(await desk.store.links.standing([own])).toEqual([])
    const told = async (id: string) => {
      const { acts } = await readHistory(desk, enzo, { of: 'claim', id }, readAsked({}))
      const { history } = await readClaim(desk, enzo, id)
      const ties = acts.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'link')
      expect(history.filter(({ kind }) => kind === 'link').map(({ seq }) => seq)).toEqual(
        ties.map(({ seq }) => seq),
      )
      return ties.map(({ verb, actor, comment }) => [verb, actor, comment])
    }
    const ended = ['unlink', enzo.id, 'Un altro ponte']
    expect(await told(own)).toEqual([ended, ['link', carla.id, null]])
    expect(await told(other)).toEqual([ended, ['link', carla.id, null], ['link', carla.id, null]])
    expect(await told(third)).toEqual([['link', carla.id, null]])
  })

  it('stands in the past as it stood', async () => {
    const [own = '', other = ''] = await claims(2)
    const before = desk.now()
    await tie(own, 'contradicts', other)
    const during = desk.now()
    const [made] = await desk.store.links.standing([own])
    if (made) await unlink(desk, carla, made, {})
    const at = async (moment: string) => {
      const asked = await readClaimAsOf(desk, enzo, other, moment)
      return 'read' in asked ? asked.read.links.map(({ sense, claim }) => [sense, claim.id]) : null
    }
    expect(await at(before)).toEqual([])
    expect(await at(during)).toEqual([['contradicts', own]])
    expect(await at(desk.now())).toEqual([])
  })

  it('closes no circle, though each of its links is made at the same moment as the others', async () => {
    for (let round = 0; round < 4; round++) {
      const ring = await claims(4)
      const all = ring.map((one, i) => outcome(tie(one, 'narrower_than', ring[(i + 1) % 4])))
      const outcomes = await Promise.all(all)
      expect(outcomes).toContain('done')
      // One that comes late already reads what the others made.
      expect(outcomes.filter((one) => !['done', 'conflict', 'invalid'].includes(one))).toEqual([])
      // Whoever tries once more reads it in any case.
      const again: string[] = []
      for (const [i, one] of ring.entries()) {
        again.push(await outcome(tie(one, 'narrower_than', ring[(i + 1) % 4])))
      }
      const ties = await desk.store.links.around(ring)
      expect(ties.length).toBe(3)
      expect(again.filter((code) => code === 'invalid').length).toBeGreaterThan(0)
    }
  })

  it('is made once by a form that is sent twice at the same moment, and not of another form', async () => {
    const [own = '', other = '', third = ''] = await claims(3)
    const id = desk.newId()
    const twice = [
      tie(own, 'wider_than', other, carla, id),
      tie(own, 'wider_than', other, carla, id),
    ]
    await Promise.all(twice)
    await tie(own, 'wider_than', other, carla, id)
    expect((await desk.store.links.standing([own])).length).toBe(1)
    expect(await outcome(tie(own, 'wider_than', third, carla, id))).toBe('conflict')
  })

  it('leaves a ledger that folds to its rows', async () => {
    expect((await verifyLedger(desk)).fault).toBeNull()
  })
}

describe('a link between claims, on SQLite', () => {
  contract(async () => {
    const desk = await testDesk()
    return { desk, end: desk.end }
  })
})

describe.skipIf(postgresMissing)(onPostgres('a link between claims'), () => {
  contract(async () => {
    const { url, drop } = await freshPostgresDatabase()
    const desk = await testDesk(url)
    return { desk, end: () => desk.end().then(drop) }
  })
})
