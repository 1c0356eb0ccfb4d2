import { OpenAPIHono, z } from '@hono/zod-openapi'
import { groundsOn } from '../../desk/asked/claims.ts'
import { findContact, recordContact, reviseContact } from '../../desk/contacts.ts'
import { contactInput } from '../../domain/contact.ts'
import { visibilities } from '../../domain/evidence.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { contactAnswer } from './answers/ground.ts'
import { list, made, one } from './answers.ts'
import { defaultHook, newIdOf, readOf, sentIn } from './guards.ts'
import { changes, listsAll, makes, reads } from './route.ts'
import { saying } from './saying.ts'

const about = { tag: 'Contacts', need: 'checker', answer: contactAnswer } as const

/** What is left out stays as it is: nothing stands in for it. */
const amended = contactInput.extend({ visibility: z.enum(visibilities) }).partial()

const found = async (c: Page, id = idOf(c)) => (await findContact(c.get('desk'), id)).contact

/** Who was asked, and the reply or the silence. */
export const contacts = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({
      ...{ ...about, path: '/claims/{id}/contacts', need: 'viewer', item: contactAnswer },
      summary: 'Who was asked about a claim, and what came of it',
    }),
    async (c) => list(c, contactAnswer, (await groundsOn(c.get('desk'), idOf(c))).contacts),
  )
  .openapi(
    makes({
      ...{ ...about, path: '/claims/{id}/contacts', body: contactInput },
      summary: 'Record who was asked',
    }),
    async (c) => {
      const newId = newIdOf(c)
      await recordContact(c.get('desk'), memberOf(c), idOf(c), newId, sentIn(c))
      return made(c, contactAnswer, await found(c, newId), `/contacts/${newId}`)
    },
  )
  .openapi(
    reads({ ...about, path: '/contacts/{id}', need: 'viewer', summary: 'One contact' }),
    async (c) => one(c, contactAnswer, await found(c)),
  )
  .openapi(
    changes({
      ...{ ...about, path: '/contacts/{id}', body: amended },
      summary: 'Say that the reply came, or something else of it',
    }),
    async (c) => {
      const said = saying(c, contactInput, await found(c))
      await reviseContact(c.get('desk'), memberOf(c), readOf(c), said)
      return one(c, contactAnswer, await found(c))
    },
  )
