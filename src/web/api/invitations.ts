import { OpenAPIHono, z } from '@hono/zod-openapi'
import { invitePerson, listPeople, readInvitation, withdrawInvitation } from '../../desk/people.ts'
import { roles } from '../../domain/member.ts'
import { type Invitation, rankInput } from '../../domain/person.ts'
import type { Env } from '../env.ts'
import { memberOf, originOf } from '../frame.ts'
import { list, made, one } from './answers.ts'
import { defaultHook, newIdOf, readOf, sentIn } from './guards.ts'
import { listsAll, makes, steps } from './route.ts'

const invitation = z
  .object({
    id: z.uuid(),
    revision: z.int(),
    role: z.enum(roles),
    admin: z.boolean(),
    status: z.enum(['open', 'accepted', 'revoked']),
    expiresAt: z.iso.datetime(),
  })
  .openapi('Invitation')

const withLink = invitation
  .extend({
    link: z.string().nullable().openapi({
      description: 'Said once: null where the same request comes again',
    }),
  })
  .openapi('NewInvitation')

const said = (one: Invitation) => ({ ...one, admin: one.admin === 1 })
const about = { tag: 'People', need: 'admin' } as const

export const invitations = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({
      ...about,
      path: '/invitations',
      item: invitation,
      summary: 'The invitations that are open',
    }),
    async (c) => {
      const { invitations } = await listPeople(c.get('desk'), memberOf(c))
      return list(c, invitation, invitations.map(said))
    },
  )
  .openapi(
    makes({
      ...about,
      path: '/invitations',
      body: rankInput,
      answer: withLink,
      summary: 'Invite somebody, by a link that works once',
      tellsSecret: true,
    }),
    async (c) => {
      const [desk, member, id] = [c.get('desk'), memberOf(c), newIdOf(c)]
      const invited = await invitePerson(desk, member, id, sentIn(c))
      const link = invited && `${originOf(c)}/join/${invited.token}`
      const there = await readInvitation(desk, member, id)
      return made(c, withLink, { ...said(there), link }, '/invitations')
    },
  )
  .openapi(
    steps({
      ...about,
      path: '/invitations/{id}/revocation',
      answer: invitation,
      summary: 'Take an invitation back',
    }),
    async (c) => {
      const [desk, member, read] = [c.get('desk'), memberOf(c), readOf(c)]
      await withdrawInvitation(desk, member, read.id, read.revision)
      return one(c, invitation, said(await readInvitation(desk, member, read.id)))
    },
  )
