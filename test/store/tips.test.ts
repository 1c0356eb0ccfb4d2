import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reader } from '../../src/domain/member.ts'
import { dismissTip, eraseLetter, receiveTip, type Tip } from '../../src/domain/tip.ts'
import * as who from '../domain/people.ts'
import { refused } from '../domain/refusals.ts'
import { onPostgres, postgresMissing } from '../support/postgres.ts'
import { type Opened, onServer, onSqlite } from './opened.ts'

function contract(open: () => Promise<Opened>) {
  let on: Opened
  beforeAll(async () => {
    on = await open()
  })
  afterAll(() => on.end())

  const letter = (tip: string) => ({ tip, words: `Words of ${tip}`, url: null, contact: 'a@b.it' })
  async function receive(id: string, at: string): Promise<Tip> {
    const change = receiveTip(id, null, who.act(reader, at))
    await on.store.save([change], { letters: [{ keep: letter(id) }] })
    const tip = await on.store.tips.find(id)
    if (!tip) throw new Error('it was not kept')
    return tip
  }
  const at = (second: number) => `2025-06-01T10:00:0${second}.000Z`

  it('lists letters newest first, page by page, also where they came at one moment', async () => {
    for (const [id, second] of [
      ['a', 1],
      ['b', 1],
      ['c', 2],
      ['d', 2],
      ['e', 3],
    ] as const) {
      await receive(id, at(second))
    }
    const seen: string[] = []
    for (let after: { at: string; id: string } | null = null; ; ) {
      const page = await on.store.tips.list('new', after, 2)
      seen.push(...page.map(({ tip }) => tip.id))
      const last = page.at(-1)
      if (!last) break
      after = { at: last.tip.receivedAt, id: last.tip.id }
    }
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a'])
    expect(await on.store.tips.countNew()).toBe(5)
  })

  it('forgets how to reach a reader, and then what they wrote, with the decision or not at all', async () => {
    const tip = await receive('f', at(4))
    const by = who.act(who.author)
    const dismissed = dismissTip(tip, {}, by)
    await on.store.save([dismissed], { letters: [{ forget: 'contact', tip: 'f' }] })
    expect(await on.store.tips.letter('f')).toEqual({ ...letter('f'), contact: null })
    const late = on.store.save([dismissed], { letters: [{ forget: 'everything', tip: 'f' }] })
    expect((await refused(late)).code).toBe('conflict')
    expect(await on.store.tips.letter('f')).not.toBeNull()
    const now = await on.store.tips.find('f')
    if (!now) throw new Error('it is gone')
    const erased = eraseLetter(now, letter('f'), by)
    await on.store.save([erased], { letters: [{ forget: 'everything', tip: 'f' }] })
    expect(await on.store.tips.letter('f')).toBeNull()
    expect(await on.store.tips.list('dismissed', null, 9)).toMatchObject([{ letter: null }])
    expect((await on.store.verify()).fault).toBeNull()
  })

  it('counts attempts of one kind without forgetting those of another', async () => {
    const { people } = on.store
    expect(await people.attempt('letters all 1', 2, at(1), at(0))).toBe(true)
    expect(await people.attempt('pair x', 5, at(9), at(8))).toBe(true)
    expect(await people.attempt('letter y', 5, at(9), at(8))).toBe(true)
    expect(await people.attempt('letters all 1', 2, at(9), at(0))).toBe(true)
    expect(await people.attempt('letters all 1', 2, at(9), at(0))).toBe(false)
  })
}

describe('letters of readers, on SQLite', () => contract(onSqlite))
describe.skipIf(postgresMissing)(onPostgres('letters of readers'), () => contract(onServer))
