import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringEvidence } from '../../src/desk/evidence.ts'
import type { Desk } from '../../src/desk/open.ts'
import { proofsOf } from '../../src/desk/proofs.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'

/** A long text: about 200,000 characters of sentences, each of which stands there once. */
const report = Array.from(
  { length: 2500 },
  (_, i) => `Il capitolo ${i} del bilancio prevede lavori per ${i * 7} milioni di euro.`,
).join('\n')

describe('the proofs of a claim’s quotes', () => {
  let desk: TestDesk
  let carla: Member
  let claim: string
  const read: string[] = []
  /** The desk, which tells what texts are read. */
  let watched: Desk

  beforeAll(async () => {
    desk = await testDesk()
    carla = await person(desk, 'checker', 'Carla')
    claim = await story.claim(desk, carla, await story.article(desk, carla))
    for (let i = 0; i < 20; i++) {
      const quote = i < 18 ? `prevede lavori per ${i * 700} milioni` : `Capitolo ignoto numero ${i}`
      const form = { ...story.evidenceForm, url: '', quote, quoteReason: 'Letto altrove' }
      const given = { text: i % 2 ? report : `${report}\nSeconda copia.` }
      await bringEvidence(desk, carla, claim, desk.newId(), form, { given })
    }
    const { snapshots } = desk.store
    const texts = (hashes: string[]) => {
      read.push(...hashes)
      return snapshots.texts(hashes)
    }
    watched = { ...desk, store: { ...desk.store, snapshots: { ...snapshots, texts } } }
  })
  afterAll(() => desk.end())

  it('read each text once, and none where every quote was proved before', async () => {
    const evidence = await desk.store.claims.evidence([claim])
    const first = await proofsOf(watched, evidence)
    expect(read).toHaveLength(2)
    expect(new Set(read).size).toBe(2)
    expect(evidence.map(({ id }) => first[id]?.status).slice(0, 18)).toEqual(
      Array(18).fill('exact'),
    )
    expect(await proofsOf(watched, evidence)).toEqual(first)
    expect(read).toHaveLength(2)
  })

  it('are made anew for other words', async () => {
    const [one] = await desk.store.claims.evidence([claim])
    if (!one) throw new Error('no evidence')
    const other = { ...one, quote: 'Il capitolo 12 del bilancio', quoteStart: null, quoteEnd: null }
    expect((await proofsOf(watched, [one]))[one.id]?.status).toBe('exact')
    expect((await proofsOf(watched, [other]))[one.id]?.places[0]?.after).toMatch(/^ prevede/)
  })
})
