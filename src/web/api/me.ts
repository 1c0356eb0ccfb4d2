import { OpenAPIHono, z } from '@hono/zod-openapi'
import { endToken, listTokens } from '../../desk/tokens/tokens.ts'
import { roles } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import { scopes } from '../../domain/token.ts'
import type { Env } from '../env.ts'
import { memberOf } from '../frame.ts'
import { list, one } from './answers.ts'
import { defaultHook, readOf } from './guards.ts'
import { listsAll, reads, steps } from './route.ts'

const tag = 'Yourself'

const holder = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role: z
      .enum(roles)
      .openapi({ description: 'The role of the person, whatever the token is for' }),
    admin: z.boolean(),
    scopes: z.array(z.enum(scopes)),
    expiresAt: z.iso.datetime(),
  })
  .openapi('Me')

const token = z
  .object({
    id: z.uuid(),
    revision: z.int(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    madeAt: z.iso.datetime(),
    usedAt: z.iso.datetime().nullable(),
    expiresAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .openapi('Token')

export const me = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    reads({ path: '/me', tag, need: 'viewer', answer: holder, summary: 'Whom the token acts for' }),
    (c) => {
      const by = c.get('holder')
      if (!by) throw new Refusal('unauthenticated')
      const { scopes, expiresAt } = by.token
      return one(c, holder, { ...by.person, admin: by.person.admin === 1, scopes, expiresAt })
    },
  )
  .openapi(
    listsAll({
      path: '/me/tokens',
      tag,
      need: 'viewer',
      item: token,
      summary: 'Your tokens that are in use',
      description: 'They are made on the page of your account, by you and by no program.',
    }),
    async (c) => {
      const member = memberOf(c)
      const there = await listTokens(c.get('desk'), member, member.id)
      return list(
        c,
        token,
        there.map(({ token, ...noted }) => ({ ...token, ...noted })),
      )
    },
  )
  .openapi(
    steps({
      path: '/me/tokens/{id}/revocation',
      tag,
      need: 'viewer',
      answer: token.pick({ id: true, revision: true, revokedAt: true }).openapi('RevokedToken'),
      summary: 'Revoke one of your tokens, such as the one that asks',
    }),
    async (c) => {
      const ended = await endToken(c.get('desk'), memberOf(c), readOf(c))
      return one(c, token.pick({ id: true, revision: true, revokedAt: true }), ended)
    },
  )
