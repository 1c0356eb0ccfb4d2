import { foundDesk } from '../../../src/domain/desk.ts'
import { type Change, record } from '../../../src/domain/ledger.ts'
import type { Member, Role } from '../../../src/domain/member.ts'
import { type Identity, newPerson } from '../../../src/domain/person.ts'
import { nameAt } from './vocabulary.ts'

/** Who works on the desk: the first one is an editor and its admin. */
export type Staff = { admin: Member; editors: Member[]; checkers: Member[] }

const EDITORS = 4
const CHECKERS = 16

/**
 * Founds the desk.
 * @param at when; ISO 8601, UTC
 */
export function foundWith(newId: () => string, at: string) {
  const changes: Change[] = []
  const identities: Identity[] = []

  function join(role: Role, admin = 0): Member {
    const member: Member = { id: newId(), role, admin }
    const name = nameAt(100_000 + identities.length)
    changes.push(
      record('person', 'join', { member, at }, null, newPerson(member.id, role, admin, at)),
    )
    const email = `${identities.length}@desk.example`
    identities.push({ person: member.id, name, email, passwordHash: 'none' })
    return member
  }

  const admin = join('editor', 1)
  changes.push(...foundDesk('A desk of many claims', { member: admin, at }))
  const staff: Staff = {
    admin,
    editors: Array.from({ length: EDITORS }, () => join('editor')),
    checkers: Array.from({ length: CHECKERS }, () => join('checker')),
  }
  return { staff, changes, identities }
}
