import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAppearance } from '../../src/domain/appearance.ts'
import { addArticle } from '../../src/domain/article.ts'
import { type Aside, liftAside, setSentenceAside } from '../../src/domain/aside.ts'
import { excerptAt } from '../../src/domain/excerpt.ts'
import { openClaim } from '../../src/domain/work.ts'
import { sha256 } from '../../src/store/seal.ts'
import * as who from '../domain/people.ts'
import { onPostgres, postgresMissing } from '../support/postgres.ts'
import { type Opened, onServer, onSqlite } from './opened.ts'

const by = who.act(who.author)

/** What every engine must do alike. */
function contract(open: () => Promise<Opened>) {
  let on: Opened
  beforeAll(async () => {
    on = await open()
    for (const name of ['one', 'two']) {
      const text = `Una frase, ${name}. Un’altra. Una terza.`
      const hash = sha256(text)
      const ids = { article: name, version: `${name} 1` }
      const kept = { text: hash, key: hash, source: 'paste', snapshot: null } as const
      const changes = addArticle(ids, kept, { title: name, language: 'it' }, by)
      await on.store.save(changes, { texts: [{ hash, text }] })
    }
  })
  afterAll(() => on.end())

  const excerpt = (start: number) =>
    excerptAt('Una frase, one. Un’altra. Una terza.', start, start + 9)
  const set = (id: string, start: number) => {
    const at = { article: 'one', version: 'one 1', excerpt: excerpt(start) }
    return setSentenceAside(id, at, { reason: 'opinion', words: '' }, by)
  }
  const known = async (id: string): Promise<Aside> => {
    const found = await on.store.asides.find(id)
    if (!found) throw new Error('not saved')
    return found
  }

  it('keeps what was set aside, in the order of the text, until it is lifted', async () => {
    const { asides, save } = on.store
    await save([set('b', 16), set('a', 26), set('c', 0)])
    expect((await asides.standingIn('one')).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    await save([liftAside(await known('b'), by)])
    expect((await asides.standingIn('one')).map(({ id }) => id)).toEqual(['c', 'a'])
    expect(await asides.standingIn('two')).toEqual([])
    expect((await asides.byIds(['a', 'b', 'x'])).map(({ id }) => id).sort()).toEqual(['a', 'b'])
    expect(await known('b')).toMatchObject({ liftedAt: by.at, quote: 'Un’altra.' })
    expect(await asides.find('x')).toBeNull()
  })

  it('tallies what coverage depends on, for each article', async () => {
    const { asides, save } = on.store
    const said = { claimantKind: 'unknown' }
    const claim = { statement: 'Una frase', language: 'it', kind: 'said' }
    const at = { claim: 'claim', article: 'one', version: 'one 1', excerpt: excerpt(0) }
    await save([
      openClaim('claim', claim, 'appearance', by),
      ...addAppearance('appearance', at, said, { known: null, newId: 'claimant' }, by),
    ])
    const tallies = (await asides.tallies(['one', 'two', 'none'])).sort((a, b) =>
      a.article < b.article ? -1 : 1,
    )
    const fresh = { language: 'it', appearances: 0, asides: 0, standing: 0 }
    expect(tallies).toEqual([
      { ...fresh, article: 'one', version: 'one 1', appearances: 1, asides: 3, standing: 2 },
      { ...fresh, article: 'two', version: 'two 1' },
    ])
    expect(await asides.tallies([])).toEqual([])
  })
}

describe('what is set aside, on SQLite', () => contract(onSqlite))
describe.skipIf(postgresMissing)(onPostgres('what is set aside'), () => contract(onServer))
