import { OpenAPIHono, z } from '@hono/zod-openapi'
import { linkAsked, linksOn } from '../../desk/asked/claims.ts'
import { link, unlink } from '../../desk/linking.ts'
import { endInput, linkInput } from '../../domain/linking.ts'
import type { Env } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { linkAnswer, linkedClaim, linkedOf } from './answers/ground.ts'
import { list, made, one } from './answers.ts'
import { defaultHook, newIdOf, readOf, sentIn } from './guards.ts'
import { listsAll, makes, moves, reads } from './route.ts'
import { fieldsIn, idIn } from './saying.ts'

const about = { tag: 'Links', need: 'checker', answer: linkAnswer } as const

/** How claims stand to each other. */
export const links = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({
      ...{ ...about, path: '/claims/{id}/links', need: 'viewer', item: linkedClaim },
      summary: 'How a claim stands to others',
    }),
    async (c) => {
      const { links, names } = await linksOn(c.get('desk'), idOf(c))
      return list(
        c,
        linkedClaim,
        links.map((one) => linkedOf(one, names)),
      )
    },
  )
  .openapi(
    makes({
      ...{ ...about, path: '/claims/{id}/links', body: linkInput.extend({ other: z.uuid() }) },
      summary: 'Say how a claim stands to another one',
    }),
    async (c) => {
      const newId = newIdOf(c)
      const input = { ...fieldsIn(c), other: idIn(c, 'other') }
      await link(c.get('desk'), memberOf(c), idOf(c), newId, input)
      return made(c, linkAnswer, await linkAsked(c.get('desk'), newId), `/links/${newId}`)
    },
  )
  .openapi(
    reads({ ...about, path: '/links/{id}', need: 'viewer', summary: 'One link' }),
    async (c) => one(c, linkAnswer, await linkAsked(c.get('desk'), idOf(c))),
  )
  .openapi(
    moves({
      ...{ ...about, path: '/links/{id}/ending', body: endInput },
      summary: 'End a link: it holds no more',
    }),
    async (c) => {
      await unlink(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return one(c, linkAnswer, await linkAsked(c.get('desk'), idOf(c)))
    },
  )
