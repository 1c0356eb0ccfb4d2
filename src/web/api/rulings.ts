import { OpenAPIHono, z } from '@hono/zod-openapi'
import { listRulings, readRuling, similarToRuling } from '../../desk/rulings/reading.ts'
import { readRulingPlace, rulingPlaceText } from '../../domain/ruling.ts'
import type { Env } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { id, moment, words } from './answers/common.ts'
import { one, paged } from './answers.ts'
import { defaultHook } from './guards.ts'
import { asks, reads } from './route.ts'
import { after } from './saying.ts'
import { alike, hits, similar } from './search.ts'

const line = z.object({
  id,
  key: z.string().describe('What it was imported under'),
  ...{ publisher: z.string().describe('A host'), publisherName: words },
  ...{ url: words, title: words, statement: z.string(), language: z.string() },
  ...{ claimant: words, claimantRole: words, claimedOn: words, reviewedOn: words },
  label: z.string().describe('Its publisher’s own'),
  rating: words.describe('What its label amounts to here'),
  ...{ appearances: z.array(z.string()), links: z.array(z.string()) },
  import: id.describe('Which brought it last'),
  ...{ addedAt: moment, changedAt: moment.nullable() },
})

const rulingAnswer = line
  .extend({
    original: z.string().describe('The record as it was received, as JSON'),
    hash: z.string().describe('SHA-256 of all that was received'),
  })
  .openapi('Ruling')

const found = z
  .object({
    rulings: z.array(line.extend({ hits })),
    ...{ total: z.int(), isLeast: z.boolean().describe('Whether there are more than `total`') },
    next: z.string().nullable(),
  })
  .openapi('FoundRulings')

const query = paged.pick({ after: true }).extend({
  q: z.string().max(500).default('').describe('As in the search box; all where it is empty'),
  publisher: z.string().max(253).optional().describe('A host'),
})

/** How others rated what was said. */
export const rulings = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    asks({
      path: '/rulings',
      ...{ tag: 'Rulings', need: 'viewer', query, answer: found },
      summary: 'What others rated, to be searched; without words the newest first',
    }),
    async (c) => {
      const { q, publisher = '' } = c.req.valid('query')
      const asked = { q, publisher: publisher.trim() || null, place: after(c, readRulingPlace) }
      const { rows, next, count } = await listRulings(c.get('desk'), memberOf(c), asked)
      return one(c, found, {
        rulings: rows.map(({ ruling, rating, hits }) => ({
          ...ruling,
          ...{ rating: rating?.id ?? null, hits },
        })),
        ...{ total: count.rulings, isLeast: count.isLeast },
        next: next && rulingPlaceText(next),
      })
    },
  )
  .openapi(
    reads({
      path: '/rulings/{id}',
      ...{ tag: 'Rulings', need: 'viewer', answer: rulingAnswer },
      summary: 'One of them, with the record as it was received',
    }),
    async (c) => {
      const { ruling, rating } = await readRuling(c.get('desk'), memberOf(c), idOf(c))
      return one(c, rulingAnswer, { ...ruling, rating: rating?.id ?? null })
    },
  )
  .openapi(
    reads({
      path: '/rulings/{id}/similar',
      ...{ tag: 'Rulings', need: 'viewer', answer: similar },
      summary: 'Claims, and what else was rated, that speak of the same thing',
    }),
    async (c) => {
      const [desk, member] = [c.get('desk'), memberOf(c)]
      const { ruling } = await readRuling(desk, member, idOf(c))
      return one(c, similar, alike(await similarToRuling(desk, member, ruling)))
    },
  )
