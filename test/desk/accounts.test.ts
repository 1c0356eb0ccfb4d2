import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createAccount,
  findAccount,
  linkFor,
  listAccounts,
  resetPassword,
} from '../../src/desk/accounts/accounts.ts'
import { openPasswordLink, setPasswordByLink } from '../../src/desk/accounts/password-links.ts'
import { deactivate, isEmptyDesk, welcome } from '../../src/desk/people.ts'
import { signIn, startSession, whoIs } from '../../src/desk/sessions.ts'
import { type Member, terminal } from '../../src/domain/member.ts'
import { PASSWORD_LINK_HOURS } from '../../src/domain/person.ts'
import { refused } from '../domain/refusals.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'

const ada = { name: 'Ada', email: 'Ada@Example.org', desk: 'La Voce' }
const bo = { name: 'Bo', email: 'bo@example.org', role: 'editor' }
const password = 'quattro parole in fila'

describe('accounts from a terminal', () => {
  let desk: TestDesk
  let ahead = 0
  beforeEach(async () => {
    ahead = 0
    const own = await testDesk()
    desk = { ...own, now: () => new Date(Date.parse(own.now()) + ahead).toISOString() }
  })
  afterEach(() => desk.end())

  const signedIn = (email: string, word: string) =>
    signIn(desk, { email, password: word }, '127.0.0.1', null)

  it('the first one founds the desk, and takes the welcome link’s place', async () => {
    const key = desk.welcomeKey ?? ''
    expect(await isEmptyDesk(desk)).toBe(true)
    const nameless = await refused(createAccount(desk, terminal, { ...ada, desk: '' }, password))
    expect(nameless.fields).toEqual({ desk: { code: 'required' } })
    const made = await createAccount(desk, terminal, ada, password)
    expect(made).toMatchObject({ email: 'ada@example.org', first: true, link: null })
    expect(await listAccounts(desk, terminal)).toMatchObject([
      { id: made.id, name: 'Ada', role: 'editor', admin: true, deactivatedAt: null },
    ])
    expect((await desk.store.desks.find())?.name).toBe('La Voce')
    expect(await isEmptyDesk(desk)).toBe(false)
    expect((await refused(welcome(desk, key, { ...ada, password }))).code).toBe('bad_link')
    expect(await whoIs(desk, await signedIn('ada@example.org', password))).not.toBeNull()
    const [entry] = await desk.store.ledger.ofSubject('person', made.id, 1)
    expect(entry).toMatchObject({ actor: 'terminal', verb: 'create' })
  })

  it('are let in by a link that works once, and not for ever', async () => {
    await createAccount(desk, terminal, ada, password)
    const { id, link } = await createAccount(desk, terminal, bo, null)
    const token = link?.token ?? ''
    expect(await openPasswordLink(desk, token)).toMatchObject({ id, email: bo.email })
    expect((await refused(setPasswordByLink(desk, token, { password: 'short' }))).code).toBe(
      'invalid',
    )
    await setPasswordByLink(desk, token, { password })
    expect((await refused(setPasswordByLink(desk, token, { password }))).code).toBe('bad_link')
    await signedIn(bo.email, password)
    const person = await findAccount(desk, terminal, bo.email)
    const older = await linkFor(desk, terminal, person)
    const again = await linkFor(desk, terminal, await findAccount(desk, terminal, id))
    expect((await refused(openPasswordLink(desk, older.token))).code).toBe('bad_link')
    ahead = PASSWORD_LINK_HOURS * 3_600_000 + 60_000
    expect((await refused(openPasswordLink(desk, again.token))).code).toBe('bad_link')
    const kept = JSON.stringify(await desk.store.ledger.ofSubject('person', id, 10))
    for (const one of [token, older.token, again.token, bo.email]) expect(kept).not.toContain(one)
  })

  it('with another password, nobody is in by the one before, nor by a link', async () => {
    await createAccount(desk, terminal, ada, password)
    const { id, link } = await createAccount(desk, terminal, bo, null)
    const session = await startSession(desk, id, null)
    const person = await findAccount(desk, terminal, bo.email)
    await resetPassword(desk, terminal, person, password)
    expect(await whoIs(desk, session)).toBeNull()
    expect((await refused(openPasswordLink(desk, link?.token ?? ''))).code).toBe('bad_link')
    await signedIn(bo.email, password)
  })

  it('that are closed are let in by nothing, and only admins see to any of this', async () => {
    await createAccount(desk, terminal, ada, password)
    const { id, link } = await createAccount(desk, terminal, bo, null)
    await deactivate(desk, terminal, await findAccount(desk, terminal, id))
    const closed = await findAccount(desk, terminal, id)
    expect((await refused(openPasswordLink(desk, link?.token ?? ''))).code).toBe('bad_link')
    expect((await refused(linkFor(desk, terminal, closed))).code).toBe('not_found')
    const editor: Member = { id: 'e', role: 'editor', admin: 0 }
    for (const one of [
      createAccount(desk, editor, bo, null),
      listAccounts(desk, editor),
      findAccount(desk, editor, id),
      linkFor(desk, editor, closed),
    ]) {
      expect((await refused(one)).code).toBe('forbidden')
    }
    const twice = await refused(createAccount(desk, terminal, bo, null))
    expect(twice.fields).toEqual({ email: { code: 'taken' } })
    expect((await refused(findAccount(desk, terminal, 'who@example.org'))).code).toBe('not_found')
  })
})
