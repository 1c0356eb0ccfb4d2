import { OpenAPIHono, z } from '@hono/zod-openapi'
import { takeAppearance, takeFromArticle } from '../../desk/appearances.ts'
import { liftAsides, setAsides } from '../../desk/asides.ts'
import { takenFrom } from '../../desk/asked/articles.ts'
import { claimAsked } from '../../desk/asked/claims.ts'
import { known } from '../../desk/deciding.ts'
import { appearanceInput } from '../../domain/appearance.ts'
import { asideInput, MOST_ASIDES } from '../../domain/aside.ts'
import { openInput } from '../../domain/claim.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { asideAnswer } from './answers/article.ts'
import { appearanceAnswer, claimAnswer, claimOf } from './answers/claim.ts'
import { all, id } from './answers/common.ts'
import { made } from './answers.ts'
import { defaultHook, newIdOf, sentIn } from './guards.ts'
import { makes } from './route.ts'
import { fieldsIn } from './saying.ts'

const about = { tag: 'Articles', need: 'checker' } as const

/** Where words stand in a version of an article, in code points. */
const place = z.object({
  version: z.uuid(),
  start: z.int().min(0),
  end: z.int().min(1).describe('The code point after the last'),
})

const aside = asideInput.extend({
  ...place.partial({ start: true, end: true }).shape,
  left: z.int().min(0).nullish().describe('Instead of a place: all that nobody looked at, so many'),
})

const placeIn = (c: Page) => ({ article: idOf(c), ...place.parse(sentIn(c)) })

const asidesNow = async (c: Page) => ({ items: (await takenFrom(c.get('desk'), idOf(c))).asides })

/** What is taken from an article, or left there. */
export const taking = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    makes({
      ...{ ...about, path: '/articles/{id}/claims', answer: claimAnswer },
      body: openInput.extend({ ...appearanceInput.shape, ...place.shape }),
      summary: 'Take words of an article as a claim',
    }),
    async (c) => {
      const newId = newIdOf(c)
      const form = { id: newId, appearanceId: c.get('desk').newId(), input: sentIn(c) }
      await takeFromArticle(c.get('desk'), memberOf(c), placeIn(c), form)
      const { claim, names } = await claimAsked(c.get('desk'), newId)
      return made(c, claimAnswer, claimOf(claim, names), `/claims/${newId}`)
    },
  )
  .openapi(
    makes({
      ...{ ...about, path: '/articles/{id}/appearances', answer: appearanceAnswer },
      body: appearanceInput.extend({ claim: z.uuid(), ...place.shape }),
      summary: 'Take words of an article as one more appearance of a claim',
    }),
    async (c) => {
      const newId = newIdOf(c)
      const form = { claim: String(fieldsIn(c).claim), newId, input: sentIn(c) }
      await takeAppearance(c.get('desk'), memberOf(c), placeIn(c), form)
      const there = known(await c.get('desk').store.claims.appearance(newId))
      return made(c, appearanceAnswer, there, `/appearances/${newId}`)
    },
  )
  .openapi(
    makes({
      ...{ ...about, path: '/articles/{id}/asides', body: aside, answer: all(asideAnswer) },
      summary: 'Set sentences aside: nothing is to be taken from them',
    }),
    async (c) => {
      const { version, start, end, left } = aside
        .pick({ version: true, start: true, end: true, left: true })
        .parse(sentIn(c))
      const at = { article: idOf(c), version }
      const where =
        typeof left === 'number' ? { ...at, left } : { ...at, start: start ?? -1, end: end ?? -1 }
      const form = { newId: newIdOf(c), input: sentIn(c) }
      await setAsides(c.get('desk'), memberOf(c), where, form)
      return made(c, all(asideAnswer), await asidesNow(c), `/articles/${at.article}/asides`)
    },
  )
  .openapi(
    makes({
      ...{ ...about, path: '/articles/{id}/asides/lifting', answer: all(asideAnswer) },
      body: z.object({ asides: z.array(id).min(1).max(MOST_ASIDES) }),
      summary: 'Look at sentences again that were set aside',
    }),
    async (c) => {
      const asides = z.array(id).parse(fieldsIn(c).asides)
      await liftAsides(c.get('desk'), memberOf(c), idOf(c), asides)
      return made(c, all(asideAnswer), await asidesNow(c), `/articles/${idOf(c)}/asides`)
    },
  )
