import { OpenAPIHono, z } from '@hono/zod-openapi'
import { deactivate, erase, findPerson, listPeople, rank, reactivate } from '../../desk/people.ts'
import { roles } from '../../domain/member.ts'
import { type Person, rankInput } from '../../domain/person.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { list, one } from './answers.ts'
import { defaultHook, readOf, sentIn } from './guards.ts'
import { changes, listsAll, reads, steps } from './route.ts'

const person = z
  .object({
    id: z.uuid(),
    revision: z.int(),
    name: z.string().nullable().openapi({ description: 'Null where it is erased' }),
    email: z.string().nullable(),
    role: z.enum(roles),
    admin: z.boolean(),
    joinedAt: z.iso.datetime(),
    deactivatedAt: z.iso.datetime().nullable(),
    erasedAt: z.iso.datetime().nullable(),
  })
  .openapi('Person')

type Named = { person: Person; name: string | null; email: string | null }
const said = ({ person, name, email }: Named) => ({
  ...person,
  admin: person.admin === 1,
  name,
  email,
})

async function answered(c: Page) {
  return one(c, person, said(await findPerson(c.get('desk'), memberOf(c), idOf(c))))
}

const about = { tag: 'People', need: 'admin', answer: person } as const

export const people = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({ path: '/people', tag: 'People', need: 'admin', item: person, summary: 'Everybody' }),
    async (c) => {
      const { people } = await listPeople(c.get('desk'), memberOf(c))
      return list(c, person, people.map(said))
    },
  )
  .openapi(reads({ ...about, path: '/people/{id}', summary: 'One person' }), (c) => answered(c))
  .openapi(
    changes({
      ...about,
      path: '/people/{id}',
      body: rankInput,
      summary: 'Give somebody another role, or the admin’s permission',
    }),
    async (c) => {
      await rank(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return answered(c)
    },
  )
  .openapi(
    steps({
      ...about,
      path: '/people/{id}/deactivation',
      summary: 'Close an account, and end its sessions, tokens and feeds',
    }),
    async (c) => {
      await deactivate(c.get('desk'), memberOf(c), readOf(c))
      return answered(c)
    },
  )
  .openapi(
    steps({ ...about, path: '/people/{id}/reactivation', summary: 'Open it again' }),
    async (c) => {
      await reactivate(c.get('desk'), memberOf(c), readOf(c))
      return answered(c)
    },
  )
  .openapi(
    steps({
      ...about,
      path: '/people/{id}/erasure',
      summary: 'Erase somebody’s name and address for good',
    }),
    async (c) => {
      await erase(c.get('desk'), memberOf(c), readOf(c))
      return answered(c)
    },
  )
