import { OpenAPIHono, z } from '@hono/zod-openapi'
import { findClaim } from '../../desk/deciding.ts'
import { languageTyped } from '../../desk/figures.ts'
import { listQueue } from '../../desk/queue.ts'
import { type Found, similarTo, similarToClaim } from '../../desk/similar.ts'
import { hitFields } from '../../domain/hit.ts'
import { language } from '../../domain/parse.ts'
import { readQueue } from '../../domain/queue.ts'
import { listPlaceText, readListPlace } from '../../domain/search-place.ts'
import { stages } from '../../domain/stage.ts'
import type { Env } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { one, paged } from './answers.ts'
import { defaultHook } from './guards.ts'
import { asks, reads } from './route.ts'

const said = { id: z.uuid(), statement: z.string(), language: z.string(), stage: z.enum(stages) }

export const hits = z.array(
  z.object({
    field: z.enum(hitFields),
    number: z.int().nullable(),
    language: z.string().nullable(),
    pieces: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
  }),
)

const found = z
  .object({
    claims: z.array(z.object({ ...said, hits })),
    articles: z.array(z.object({ id: z.uuid(), title: z.string(), language: z.string(), hits })),
    total: z.int(),
    isLeast: z.boolean().openapi({ description: 'Whether there are more than `total`' }),
    next: z.string().nullable(),
  })
  .openapi('Found')

const sign = z.object({
  sign: z.enum(['figure', 'date', 'place', 'name', 'negation']),
  ours: z.string(),
  theirs: z.string(),
})

const likeness = {
  score: z.number().min(0).max(1),
  warns: z.boolean().openapi({
    description: 'Almost the same words, and another figure, date, place, name or negation',
  }),
  words: z.array(z.string()),
  agree: z.array(sign),
  differ: z.array(sign),
}

export const similar = z
  .object({
    claims: z.array(
      z.object({
        ...said,
        ...likeness,
        rating: z.string().nullable().openapi({ description: 'Of its public verdict' }),
      }),
    ),
    rulings: z.array(
      z.object({
        id: z.uuid(),
        key: z.string().openapi({ description: 'What it was imported under' }),
        publisher: z.string(),
        url: z.string().nullable(),
        statement: z.string(),
        language: z.string(),
        label: z.string().openapi({ description: 'Its publisher’s own' }),
        reviewedOn: z.string().nullable(),
        ...likeness,
        rating: z.string().nullable().openapi({ description: 'What its label amounts to here' }),
      }),
    ),
  })
  .openapi('Similar')

export const alike = ({ claims, rulings }: Found) => ({
  claims: claims.map(({ claim, likeness, told }) => ({
    ...claim,
    ...likeness,
    rating: told?.rating?.id ?? null,
  })),
  rulings: rulings.map(({ ruling, likeness, rating }) => ({
    ...ruling,
    ...likeness,
    rating: rating?.id ?? null,
  })),
})

const tag = 'Search'

export const search = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    asks({
      path: '/search',
      tag,
      need: 'viewer',
      query: z.object({ q: z.string().min(1).max(500), after: paged.shape.after }),
      answer: found,
      summary: 'Claims and articles that say something, as the search box finds them',
    }),
    async (c) => {
      const queue = readQueue({ q: c.req.valid('query').q })
      const at = readListPlace(queue, c.req.valid('query').after)
      const { rows, next, search, total } = await listQueue(c.get('desk'), memberOf(c), queue, at)
      return one(c, found, {
        claims: rows.map(({ claim, hits }) => ({ ...claim, hits })),
        articles: (search?.articles.found ?? []).map(({ article, hits }) => ({ ...article, hits })),
        total,
        isLeast: search?.isLeast ?? false,
        next: next && listPlaceText(next),
      })
    },
  )
  .openapi(
    asks({
      path: '/similar',
      tag,
      need: 'viewer',
      query: z.object({ text: z.string().min(1).max(2000), language: language.optional() }),
      answer: similar,
      summary:
        'Claims, and what others rated, that speak of the same thing as a text, most alike first, and why',
    }),
    async (c) => {
      const { text, language } = c.req.valid('query')
      const written = languageTyped(text, language ?? 'en')
      const found = await similarTo(c.get('desk'), memberOf(c), text, written, { limit: 10 })
      return one(c, similar, alike(found))
    },
  )
  .openapi(
    reads({
      path: '/claims/{id}/similar',
      tag,
      need: 'viewer',
      answer: similar,
      summary:
        'Other claims, and what others rated, that speak of the same thing as one on the desk',
    }),
    async (c) => {
      const { claim } = await findClaim(c.get('desk'), idOf(c))
      return one(c, similar, alike(await similarToClaim(c.get('desk'), memberOf(c), claim)))
    },
  )
