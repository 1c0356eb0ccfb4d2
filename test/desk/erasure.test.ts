import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import { exportVerdicts } from '../../src/desk/exports.ts'
import { erase, invitePerson, join, rank, reactivate } from '../../src/desk/people.ts'
import { signIn, startSession, whoIs } from '../../src/desk/sessions.ts'
import { publish, withdraw } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import { everyRow } from '../support/rows.ts'
import * as story from '../support/story.ts'

const NAME = 'Ersilia Cancellieri'
const EMAIL = 'ersilia@example.org'
const PASSWORD = 'una parola lunga assai'

/** Somebody who joined as people do, with an address and a password. */
async function joined(desk: TestDesk, admin: Member, role: 'checker' | 'editor', email: string) {
  const invited = await invitePerson(desk, admin, desk.newId(), { role })
  const account = { name: NAME, email, password: PASSWORD }
  const id = await join(desk, invited?.token ?? '', account)
  return { id, role, admin: 0 }
}

const revisionOf = async (desk: TestDesk, { id }: Member) =>
  (await desk.store.people.find(id))?.revision ?? 0

/** A desk on which somebody wrote, read and published, and whose name was then erased. */
async function erased(address?: string) {
  const desk = await testDesk(address)
  const admin = await person(desk, 'editor', 'Ada', 1)
  const other = await person(desk, 'checker', 'Carla')
  const she = await joined(desk, admin, 'editor', EMAIL)
  const article = await story.article(desk, other)
  const written = await story.published(desk, she, admin, article)
  const read = await story.published(desk, other, she, article)
  const waiting = await story.claim(desk, she, article)
  await story.proposed(desk, she, waiting)
  const taken = await story.claim(desk, other, article)
  await giveClaim(desk, she, await story.read(desk, taken), she.id)
  const session = await startSession(desk, she.id, `${NAME}’s browser`)
  await expect(signIn(desk, { email: EMAIL, password: 'wrong' }, '::1', null)).rejects.toThrow()
  await erase(desk, admin, { id: she.id, revision: await revisionOf(desk, she) })
  return { desk, admin, other, she, claims: { written, read, waiting, taken }, session }
}

/** The public versions of a claim, as exports give them out. */
async function told({ desk, admin }: { desk: TestDesk; admin: Member }, claim: string) {
  const text = await new Response(await exportVerdicts(desk, admin, {})).text()
  return verdictExport.parse(JSON.parse(text)).verdicts.filter((one) => one.claimId === claim)
}

async function leavesNoTrace(address?: string) {
  const after = await erased(address)
  const { desk, she, session } = after
  expect((await desk.store.verify()).fault).toBeNull()
  const rows = await everyRow(desk.address)
  const tables = new Set(rows.map(({ table }) => table))
  for (const table of ['ledger', 'people', 'identities', 'publications', 'attempts']) {
    expect(tables, 'what is looked through').toContain(table)
  }
  const holds = (word: string) =>
    new Set(rows.filter(({ row }) => row.includes(word)).map(({ table }) => table))
  expect([...holds(NAME)]).toEqual(['publications'])
  expect([...holds(EMAIL)]).toEqual([])
  expect([...holds(she.id)]).toContain('ledger')
  // Their session is gone with the name, and nothing signs in with the address.
  expect(await whoIs(desk, session)).toBeNull()
  const again = signIn(desk, { email: EMAIL, password: PASSWORD }, '::1', null)
  await expect(again).rejects.toMatchObject({ code: 'bad_credentials' })
  return after
}

describe('erasing a person', () => {
  it('leaves their name in what was published and nowhere else, and the record whole', async () => {
    const { desk } = await leavesNoTrace()
    await desk.close()
    // Nor does the file hold what was erased from it.
    expect(readFileSync(desk.address).includes(EMAIL)).toBe(false)
    await desk.end().catch(() => {})
  })

  it.skipIf(postgresMissing)(
    onPostgres('leaves their name in what was published and nowhere else'),
    async () => {
      const { url, drop } = await freshPostgresDatabase()
      const { desk } = await leavesNoTrace(url)
      await desk.end()
      await drop()
    },
  )

  it('keeps what was told as it was told, also where it is withdrawn afterwards', async () => {
    const after = await erased()
    const { desk, admin, claims } = after
    const [before] = await told(after, claims.written)
    expect(before?.author).toBe(NAME)
    const { publicVerdict } = await story.read(desk, claims.written)
    if (publicVerdict) await withdraw(desk, admin, publicVerdict, { reason: 'Era un errore' })
    const [withdrawn] = await told(after, claims.written)
    expect(withdrawn).toEqual({
      ...before,
      ledger: withdrawn?.ledger,
      status: 'withdrawn',
      withdrawalReason: 'Era un errore',
    })
    expect((await desk.store.verify()).fault).toBeNull()
    await desk.end()
  })

  it('names them in nothing that is published afterwards', async () => {
    const after = await erased()
    const { desk, admin, claims } = after
    await publish(desk, admin, await story.read(desk, claims.waiting), {})
    const [version] = await told(after, claims.waiting)
    expect([version?.author, version?.reviewer]).toEqual(['—', 'Ada'])
    await desk.end()
  })

  it('frees the address for whoever is invited with it', async () => {
    const { desk, admin, she } = await erased()
    const next = await joined(desk, admin, 'checker', EMAIL)
    expect(next.id).not.toBe(she.id)
    expect(await signIn(desk, { email: EMAIL, password: PASSWORD }, '::1', null)).toBeTruthy()
    await desk.end()
  })

  it('is done once, by another admin, and cannot be undone', async () => {
    const { desk, admin, other, she } = await erased()
    const revision = await revisionOf(desk, she)
    const read = { id: she.id, revision }
    // The same form again finds its work done.
    await erase(desk, admin, { id: she.id, revision: revision - 1 })
    expect(await revisionOf(desk, she)).toBe(revision)
    await expect(erase(desk, admin, read)).rejects.toMatchObject({ code: 'not_found' })
    await expect(reactivate(desk, admin, read)).rejects.toMatchObject({ code: 'not_found' })
    const role = rank(desk, admin, read, { role: 'viewer' })
    await expect(role).rejects.toMatchObject({ code: 'not_found' })
    const mine = { id: admin.id, revision: await revisionOf(desk, admin) }
    await expect(erase(desk, admin, mine)).rejects.toMatchObject({ code: 'oneself' })
    const theirs = { id: admin.id, revision: mine.revision }
    await expect(erase(desk, other, theirs)).rejects.toMatchObject({ code: 'forbidden' })
    const stale = { id: other.id, revision: 99 }
    await expect(erase(desk, admin, stale)).rejects.toMatchObject({ code: 'conflict' })
    await desk.end()
  })
})
