import { OpenAPIHono, z } from '@hono/zod-openapi'
import { known } from '../../desk/deciding.ts'
import { amend, define, readScale, restore, retire } from '../../desk/scale.ts'
import { newRatingInput, ratingInput, readRating, shapes, tones } from '../../domain/rating.ts'
import type { Env, Page } from '../env.ts'
import { memberOf } from '../frame.ts'
import { list, made, one } from './answers.ts'
import { defaultHook, sentIn } from './guards.ts'
import { changes, listsAll, makes, reads, steps } from './route.ts'

const rating = z
  .object({
    id: z.string(),
    revision: z.int(),
    number: z.int().nullable().openapi({ description: '5 (true) to 1 (false)' }),
    labelEn: z.string(),
    labelIt: z.string(),
    meaningEn: z.string().nullable(),
    meaningIt: z.string().nullable(),
    shape: z.enum(shapes),
    tone: z.enum(tones),
    retiredAt: z.iso.datetime().nullable(),
  })
  .openapi('Rating')

/** A rating's id is a word, such as `mostly_true`. */
const readOf = (c: Page) => ({ id: c.req.param('id') ?? '', revision: c.get('revision') ?? 0 })

async function found(c: Page, id: string) {
  const scale = await readScale(c.get('desk'), memberOf(c))
  return known(scale.find((one) => one.id === id) ?? null)
}

const about = { tag: 'Ratings', need: 'admin', answer: rating } as const

export const ratings = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({
      ...{ tag: 'Ratings', need: 'viewer', item: rating },
      path: '/ratings',
      summary: 'The rating scale in its order, retired ratings included',
    }),
    async (c) => list(c, rating, await readScale(c.get('desk'), memberOf(c))),
  )
  .openapi(
    reads({ ...about, path: '/ratings/{id}', need: 'viewer', summary: 'One rating' }),
    async (c) => one(c, rating, await found(c, readOf(c).id)),
  )
  .openapi(
    makes({
      ...about,
      path: '/ratings',
      body: newRatingInput,
      summary: 'Put one more rating on the scale',
    }),
    async (c) => {
      await define(c.get('desk'), memberOf(c), sentIn(c))
      const { id } = readRating(sentIn(c))
      return made(c, rating, await found(c, id), `/ratings/${id}`)
    },
  )
  .openapi(
    changes({
      ...about,
      path: '/ratings/{id}',
      body: ratingInput,
      summary: 'Say another thing with a rating, or the same better',
    }),
    async (c) => {
      await amend(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return one(c, rating, await found(c, readOf(c).id))
    },
  )
  .openapi(
    steps({ ...about, path: '/ratings/{id}/retirement', summary: 'Take a rating out of use' }),
    async (c) => {
      await retire(c.get('desk'), memberOf(c), readOf(c))
      return one(c, rating, await found(c, readOf(c).id))
    },
  )
  .openapi(
    steps({ ...about, path: '/ratings/{id}/restoration', summary: 'Put it back into use' }),
    async (c) => {
      await restore(c.get('desk'), memberOf(c), readOf(c))
      return one(c, rating, await found(c, readOf(c).id))
    },
  )
