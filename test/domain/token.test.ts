import { describe, expect, it } from 'vitest'
import { type Act, type Member, type Role, roles } from '../../src/domain/member.ts'
import {
  demandScope,
  makeToken,
  memberBy,
  reaches,
  revokeToken,
  roleFor,
  type Scope,
} from '../../src/domain/token.ts'
import { refusalOf } from './refusals.ts'

const at = '2025-06-01T08:00:00.000Z'
const member = (role: Role, admin = 0): Member => ({ id: `a ${role}`, role, admin })
const act = (by: Member): Act => ({ member: by, at })
const form = { name: 'Newsletter', scope: 'read', days: '30' }
const make = (person: Member, input: object = {}, there = 0) =>
  makeToken({ id: 't', hash: 'h', person, there }, { ...form, ...input }, act(person))

describe('a token', () => {
  it('holds every scope below the one it is made for, and lasts as long as it is made to', () => {
    const { change, name } = make(member('editor', 1), { scope: 'publish', admin: 'yes' })
    const expiresAt = '2025-07-01T08:00:00.000Z'
    const scopes = ['read', 'write', 'publish', 'admin']
    expect(change.after).toMatchObject({ scopes, expiresAt, revokedAt: null })
    expect(name).toBe('Newsletter')
    expect(JSON.stringify(change)).not.toContain('Newsletter')
    expect(make(member('checker'), { scope: 'write' }).change.after.scopes).toEqual([
      'read',
      'write',
    ])
  })

  it('lets nobody do more than their role and its scopes both allow, whatever they are', () => {
    for (const role of roles) {
      for (const reach of reaches) {
        const scopes: Scope[] = reaches.slice(0, reaches.indexOf(reach) + 1)
        const by = memberBy(member(role, 1), { scopes })
        const least = Math.min(roles.indexOf(role), roles.indexOf(roleFor[reach]))
        expect(by).toEqual({ ...member(role, 0), role: roles[least] })
        const admin = memberBy(member(role, 0), { scopes: [...scopes, 'admin'] })
        expect(admin.admin).toBe(0)
      }
    }
  })

  it('is not made for more than the person may do, and not without an end', () => {
    expect(refusalOf(() => make(member('viewer'), { scope: 'write' })).fields).toEqual({
      scope: { code: 'beyond_role' },
    })
    expect(refusalOf(() => make(member('editor'), { admin: 'yes' })).fields).toEqual({
      admin: { code: 'beyond_role' },
    })
    expect(refusalOf(() => make(member('viewer'), { days: '' })).fields).toEqual({
      days: { code: 'unknown_choice' },
    })
    expect(refusalOf(() => make(member('viewer'), {}, 50)).fields).toMatchObject({
      name: { code: 'too_many' },
    })
  })

  it('is told apart from its person: what they may and it may not takes another scope', () => {
    const person = member('editor')
    const by = memberBy(person, { scopes: ['read'] })
    expect(refusalOf(() => demandScope(by, person, 'editor'))).toMatchObject({
      code: 'scope',
      values: { scope: 'publish' },
    })
    expect(refusalOf(() => demandScope(by, person, 'admin')).code).toBe('forbidden')
    expect(() => demandScope(by, person, 'viewer')).not.toThrow()
  })

  it('is ended by its person or an admin, and is nobody else’s business', () => {
    const token = make(member('checker')).change.after
    expect(revokeToken(token, act(member('checker'))).after).toMatchObject({ revokedAt: at })
    expect(revokeToken(token, act(member('viewer', 1))).after).toMatchObject({ revokedAt: at })
    expect(refusalOf(() => revokeToken(token, act(member('editor')))).code).toBe('not_found')
  })
})
