import { OpenAPIHono, z } from '@hono/zod-openapi'
import { decideLabel, listPublishers, readLabel, readPublisher } from '../../desk/imports/labels.ts'
import { labelInput } from '../../domain/label.ts'
import { parse } from '../../domain/parse.ts'
import type { Env, Page } from '../env.ts'
import { memberOf } from '../frame.ts'
import { labelAnswer, openedPublisher, publisherAnswer } from './answers/import.ts'
import { list, one, paged } from './answers.ts'
import { defaultHook, newIdOf, sentIn } from './guards.ts'
import { lists, moves, reads } from './route.ts'

const siteOf = (c: Page): string => c.req.param('site') ?? ''

type Row = Awaited<ReturnType<typeof readLabel>>
const said = ({ used, label, suggested }: Row) => ({
  ...used,
  revision: label?.revision ?? 0,
  meaning: label?.meaning ?? 'open',
  rating: label?.rating ?? null,
  suggested,
})

const decision = labelInput.extend({
  label: z.string().min(1).max(5000).describe('As the publisher writes it'),
})

/** Whose rulings there are, and what their labels amount to here. */
export const publishers = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    lists({
      path: '/publishers',
      ...{ tag: 'Publishers', need: 'viewer', item: publisherAnswer },
      query: paged.pick({ after: true }),
      summary: 'Whose rulings there are, by their hosts',
    }),
    async (c) => {
      const { after = '' } = c.req.valid('query')
      const { rows, more } = await listPublishers(c.get('desk'), memberOf(c), after)
      return list(c, publisherAnswer, rows, more)
    },
  )
  .openapi(
    reads({
      ...{ tag: 'Publishers', need: 'viewer', answer: openedPublisher },
      path: '/publishers/{site}',
      summary: 'A publisher’s labels, and what each amounts to on the desk’s scale',
    }),
    async (c) => {
      const read = await readPublisher(c.get('desk'), memberOf(c), siteOf(c))
      return one(c, openedPublisher, { ...read, labels: read.rows.map(said) })
    },
  )
  .openapi(
    moves({
      ...{ tag: 'Publishers', need: 'editor', answer: labelAnswer, body: decision },
      path: '/publishers/{site}/labels',
      summary: 'Say what a label amounts to; all rulings with it do so at once',
      description: 'The revision is that of the label: `"0"` where nobody said anything of it.',
    }),
    async (c) => {
      const [desk, member, site] = [c.get('desk'), memberOf(c), siteOf(c)]
      const { label } = parse(decision, sentIn(c))
      const read = { newId: newIdOf(c), label, revision: c.get('revision') ?? 0 }
      await decideLabel(desk, member, site, read, sentIn(c))
      return one(c, labelAnswer, said(await readLabel(desk, member, site, label)))
    },
  )
