import { OpenAPIHono, z } from '@hono/zod-openapi'
import { findArticle, importArticle, listArticles, redescribeArticle } from '../../desk/articles.ts'
import { takenFrom, textOfVersion, versionsOf } from '../../desk/asked/articles.ts'
import { articleInput, sources } from '../../domain/article.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import {
  articleAnswer,
  asideAnswer,
  listedArticle,
  textAnswer,
  textOf,
  versionAnswer,
} from './answers/article.ts'
import { appearanceAnswer } from './answers/claim.ts'
import { list, made, one, paged } from './answers.ts'
import { articleReading, bringInput, bringing } from './bringing.ts'
import { defaultHook, newIdOf, readOf, sentIn } from './guards.ts'
import { changes, fetches, lists, listsAll, makes, reads } from './route.ts'
import { afterTime, fieldsIn, saying, timePlace } from './saying.ts'

const about = { tag: 'Articles', need: 'checker', answer: articleAnswer } as const
const some = { tag: 'Articles', need: 'viewer' } as const

/** An article as it is confirmed: what was read of it, put right where that is wrong. */
const newArticle = articleInput.extend({
  text: z.string().describe('As it was read'),
  source: z.enum(sources).default('paste'),
  snapshot: z.uuid().nullish().describe('What the reading of it kept'),
  readOutlet: z
    .string()
    .max(200)
    .nullish()
    .describe('What the text says: anything else has a reason'),
  readDate: z.string().max(40).nullish().describe('What the text says: anything else has a reason'),
})

export const articleNow = async (c: Page) =>
  one(c, articleAnswer, await findArticle(c.get('desk'), idOf(c)))

export const articles = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    lists({
      ...{ ...some, path: '/articles', item: listedArticle, query: paged.pick({ after: true }) },
      summary: 'Articles, newest first',
    }),
    async (c) => {
      const { rows, more } = await listArticles(c.get('desk'), afterTime(c))
      const items = rows.map(({ article, claims }) => ({ ...article, claims }))
      return list(c, listedArticle, items, timePlace(more))
    },
  )
  .openapi(
    fetches({
      ...{ ...about, path: '/articles/readings', body: bringInput, answer: articleReading },
      summary: 'Read an article from its address, a text or a file',
      description:
        'Of what is read nothing is kept but a snapshot. Where the desk knows the address, and something else stands there now, the article gets a new version at once.',
    }),
    (c) => bringing(c),
  )
  .openapi(
    makes({
      ...{ ...about, path: '/articles', body: newArticle },
      summary: 'Keep an article as it was read; a text that is there already is that article',
    }),
    async (c) => {
      const member = memberOf(c)
      const { text, source, snapshot } = newArticle
        .pick({ text: true, source: true, snapshot: true })
        .parse(sentIn(c))
      const said = Object.entries(fieldsIn(c)).filter(([, value]) => value !== null)
      const details = Object.fromEntries(said)
      const brought = { newId: newIdOf(c), text, source, snapshot: snapshot ?? null, details }
      const { id } = await importArticle(c.get('desk'), member, brought)
      return made(c, articleAnswer, await findArticle(c.get('desk'), id), `/articles/${id}`)
    },
  )
  .openapi(
    reads({ ...about, path: '/articles/{id}', need: 'viewer', summary: 'One article' }),
    (c) => articleNow(c),
  )
  .openapi(
    changes({
      ...{ ...about, path: '/articles/{id}', body: articleInput.partial() },
      summary: 'Say something else of an article',
    }),
    async (c) => {
      const { id, revision } = readOf(c)
      const said = saying(c, articleInput, await findArticle(c.get('desk'), id))
      await redescribeArticle(c.get('desk'), memberOf(c), id, revision, said)
      return articleNow(c)
    },
  )
  .openapi(
    listsAll({
      ...{ ...some, path: '/articles/{id}/versions', item: versionAnswer },
      summary: 'The versions of its text, oldest first',
    }),
    async (c) => list(c, versionAnswer, await versionsOf(c.get('desk'), idOf(c))),
  )
  .openapi(
    reads({
      ...{ ...about, path: '/articles/{id}/versions/{version}', need: 'viewer' },
      ...{ answer: textAnswer, summary: 'The text of a version, in sentences' },
    }),
    async (c) => {
      const opened = await textOfVersion(c.get('desk'), idOf(c), idOf(c, 'version'))
      return one(c, textAnswer, textOf(opened))
    },
  )
  .openapi(
    listsAll({
      ...{ ...some, path: '/articles/{id}/appearances', item: appearanceAnswer },
      summary: 'What was taken from it, from whichever version',
    }),
    async (c) => {
      const { appearances } = await takenFrom(c.get('desk'), idOf(c))
      return list(c, appearanceAnswer, appearances)
    },
  )
  .openapi(
    listsAll({
      ...{ ...some, path: '/articles/{id}/asides', item: asideAnswer },
      summary: 'Sentences that are set aside in it',
    }),
    async (c) => list(c, asideAnswer, (await takenFrom(c.get('desk'), idOf(c))).asides),
  )
