import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Desk, type Fetching, openDesk } from '../../src/desk/open.ts'
import { startSession } from '../../src/desk/sessions.ts'
import { foundDesk } from '../../src/domain/desk.ts'
import { record } from '../../src/domain/ledger.ts'
import type { Act, Member, Role } from '../../src/domain/member.ts'
import { newPerson } from '../../src/domain/person.ts'

/** A desk of a test's own, whose clock ticks a second each time it is read. */
export type TestDesk = Desk & { address: string; end: () => Promise<void> }

/**
 * @param address of an empty database; a SQLite file in a folder of its own without
 * @param fetchLoopback whether it may fetch from this machine, as from a test's own server
 * @param from when its clock begins, ISO 8601
 * @param fetching how it fetches: no name but `localhost` is known to it, so that no test asks the world
 */
export async function testDesk(
  address?: string,
  fetchLoopback = false,
  from = '2025-06-01T08:00:00Z',
  fetching: Fetching = {},
): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-test-'))
  const where = address ?? join(folder, 'desk.db')
  let tick = Date.parse(from)
  const now = () => {
    tick += 1000
    return new Date(tick).toISOString()
  }
  const desk = await openDesk(where, {
    now,
    timeZone: 'Europe/Rome',
    fetchLoopback,
    fetching: { resolve: async (name) => (name === 'localhost' ? ['127.0.0.1'] : []), ...fetching },
    files: join(folder, 'files'),
  })
  return {
    ...desk,
    address: where,
    async end() {
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody who works on the desk; the first one founds it. */
export async function person(
  desk: Desk,
  role: Role,
  name: string = role,
  admin = 0,
): Promise<Member> {
  const id = desk.newId()
  const act: Act = { member: { id, role, admin }, at: desk.now() }
  const born = newPerson(id, role, admin, act.at)
  const founded = (await desk.store.desks.find()) ? [] : foundDesk('Test desk', act)
  await desk.store.save([record('person', 'join', act, null, born), ...founded], {
    identity: { person: id, name, email: `${id}@example.org`, passwordHash: 'none' },
  })
  return { id, role, admin }
}

/** The cookie of somebody who is signed in. */
export async function cookieOf(desk: Desk, member: Member): Promise<string> {
  return `session=${await startSession(desk, member.id, 'test')}`
}
