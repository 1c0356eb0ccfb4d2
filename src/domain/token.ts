import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand, has, type Member, type Need, type Role, roles } from './member.ts'
import { needed, parse } from './parse.ts'
import { Refusal } from './refusal.ts'

/** What a token lets a program do. Each but the last holds those before it; `admin` stands beside them. */
export const scopes = ['read', 'write', 'publish', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** A token: it lets a program in as a person. */
export type Token = {
  id: string
  revision: number
  person: string
  scopes: Scope[]
  /** SHA-256 of the token, which is shown once and kept nowhere. */
  tokenHash: string
  expiresAt: string
  revokedAt: string | null
}

/** A token with what its person calls it, and when it was made and last used. */
export type NotedToken = { token: Token; name: string; madeAt: string; usedAt: string | null }

/** What a token begins with, so that whoever finds one lying about knows what it is. */
export const TOKEN_PREFIX = 'rsc_'

/** How long a token can be made to last, in days. */
export const tokenDays = ['7', '30', '90', '365'] as const

/** How many of somebody's tokens can be in use. */
const MOST_TOKENS = 50

/** How far a token can be made to reach; `admin` stands beside. */
export const reaches = ['read', 'write', 'publish'] as const
export type Reach = (typeof reaches)[number]

const tokenInput = z.object({
  name: needed(80),
  scope: z.enum(reaches),
  admin: z.literal('yes').optional(),
  days: z.enum(tokenDays),
})

/** The scope that each need asks for. */
const scopeFor = { viewer: 'read', checker: 'write', editor: 'publish', admin: 'admin' } as const
/** The role that each amounts to. */
export const roleFor = { read: 'viewer', write: 'checker', publish: 'editor' } as const

/** The scope that a token needs for what takes this role. */
export const scopeOf = (need: Need): Scope => scopeFor[need]

/**
 * Who acts by a token: its person, with no more than the token was made for, nor than they may do now.
 * So every verb asks of the token what it asks of a person.
 */
export function memberBy<M extends Member>(person: M, { scopes }: Pick<Token, 'scopes'>): M {
  const granted = scopes.flatMap((one): Role[] => (one === 'admin' ? [] : [roleFor[one]]))
  const role = roles.findLast((one) => granted.includes(one) && has(person, one)) ?? 'viewer'
  return { ...person, role, admin: scopes.includes('admin') ? person.admin : 0 }
}

/**
 * @throws Refusal `scope` where the person could do it, but not by this token; `forbidden` where they
 *   could not either
 */
export function demandScope(member: Member, person: Member, need: Need): void {
  if (has(member, need)) return
  if (has(person, need)) throw new Refusal('scope', { values: { scope: scopeOf(need) } })
  demand(member, need)
}

const upTo = (last: Reach): Scope[] => scopes.slice(0, scopes.indexOf(last) + 1)

/**
 * Makes a token.
 * @param made its id and its hash; for whom it is, and how many of theirs are in use
 * @returns the decision, and the name that they know it by: words of a person, which no entry holds
 * @throws Refusal `invalid`, also for more than the person may do, and for one token too many
 */
export function makeToken(
  made: { id: string; hash: string; person: Member; there: number },
  input: unknown,
  act: Act,
): { change: Change & { after: Token }; name: string } {
  const { person } = made
  const { name, scope, admin, days } = parse(tokenInput, input)
  const beyond = { code: 'beyond_role' as const }
  if (!has(person, roleFor[scope])) throw new Refusal('invalid', { fields: { scope: beyond } })
  if (admin && !person.admin) throw new Refusal('invalid', { fields: { admin: beyond } })
  if (made.there >= MOST_TOKENS) {
    const full = { code: 'too_many' as const, values: { max: MOST_TOKENS } }
    throw new Refusal('invalid', { fields: { name: full } })
  }
  const after: Token = {
    id: made.id,
    revision: 0,
    person: person.id,
    scopes: [...upTo(scope), ...(admin ? (['admin'] as const) : [])],
    tokenHash: made.hash,
    expiresAt: new Date(Date.parse(act.at) + Number(days) * 86_400_000).toISOString(),
    revokedAt: null,
  }
  return { change: record('token', 'make', act, null, after), name }
}

/**
 * Ends a token: its person does, or an admin.
 * @throws Refusal `not_found` for anybody else: whose tokens there are is nobody's business
 */
export function revokeToken(token: Token, act: Act): Change {
  if (token.person !== act.member.id && !has(act.member, 'admin')) throw new Refusal('not_found')
  return record('token', 'revoke', act, token, { ...token, revokedAt: act.at })
}
