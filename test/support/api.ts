import { hc } from 'hono/client'
import type { Desk } from '../../src/desk/open.ts'
import { createToken } from '../../src/desk/tokens/tokens.ts'
import type { Member } from '../../src/domain/member.ts'
import type { Api } from '../../src/web/api/api.ts'
import type { Web } from './web.ts'

const api = 'http://desk.test/api/v1'

/** A token of somebody's, with as much in it as they may do themselves. */
export async function tokenFor(desk: Desk, { admin, ...member }: Member, scope?: string) {
  const most = { viewer: 'read', checker: 'write', editor: 'publish' }[member.role]
  const input = { name: 'test', scope: scope ?? most, days: '30', ...(admin && { admin: 'yes' }) }
  const token = await createToken(desk, { ...member, admin }, member.id, desk.newId(), input)
  return token ?? ''
}

/** The typed client, asking the application without a server. */
export const clientOf = (web: Web, token: string) =>
  hc<Api>(api, {
    headers: { authorization: `Bearer ${token}` },
    fetch: (input: string | URL | Request, init?: RequestInit) =>
      web.app.request(input instanceof URL ? input.href : input, init),
  })

/** Headers of a request that is sent once. */
export const key = () => ({ 'Idempotency-Key': crypto.randomUUID() })

/** Headers of a change to a revision that was read. */
export const match = (revision: number) => ({ 'If-Match': `"${revision}"` })
