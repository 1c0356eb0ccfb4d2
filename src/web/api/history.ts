import { OpenAPIHono, z } from '@hono/zod-openapi'
import { readHistory } from '../../desk/history.ts'
import { kinds } from '../../domain/ledger.ts'
import { Refusal } from '../../domain/refusal.ts'
import { decisionKinds, readAsked } from '../../domain/story.ts'
import type { Env } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { list, paged } from './answers.ts'
import { defaultHook } from './guards.ts'
import { lists } from './route.ts'

const value = z.union([z.string(), z.number(), z.array(z.string())]).nullable()

const entry = z
  .object({
    seq: z.int().openapi({ description: 'Its place in the ledger' }),
    at: z.iso.datetime(),
    actor: z.string().openapi({ description: 'The id of a person; terminal, schedule or reader' }),
    actorName: z.string().nullable(),
    kind: z.enum(kinds),
    verb: z.string(),
    subject: z.string(),
    claim: z.string().nullable(),
    revision: z.int(),
    comment: z.string().nullable(),
    saves: z.int().openapi({ description: 'Of a burst of saves of a draft, how many' }),
    changes: z.array(z.object({ field: z.string(), before: value, after: value })),
  })
  .openapi('Decision')

const storied = ['claim', 'article', 'evidence', 'verdict'] as const

export const history = new OpenAPIHono<Env>({ defaultHook }).openapi(
  lists({
    path: '/history/{of}/{id}',
    tag: 'History',
    need: 'viewer',
    item: entry,
    choices: { of: storied },
    query: paged.pick({ after: true }).extend({
      who: z.string().max(60).optional(),
      what: z.enum(kinds).optional(),
      how: z.enum(decisionKinds).optional(),
    }),
    summary: 'What was decided on a claim with its parts, an article, evidence or a verdict',
    description: 'Newest first, as far as you may see it.',
  }),
  async (c) => {
    const of = storied.find((one) => one === c.req.param('of'))
    if (!of) throw new Refusal('not_found')
    const { after, ...which } = c.req.valid('query')
    const asked = readAsked({ ...which, before: after })
    const read = await readHistory(c.get('desk'), memberOf(c), { of, id: idOf(c) }, asked)
    const items = read.acts.flatMap(({ entries }) =>
      entries.toReversed().map(({ told, ...one }) => ({
        ...one,
        actorName: read.calling.people[one.actor] ?? null,
        changes: told.map(({ field, before, after }) => ({ field, before, after })),
      })),
    )
    return list(c, entry, items, read.older === null ? null : String(read.older))
  },
)
