import { OpenAPIHono } from '@hono/zod-openapi'
import { describeAppearance, findAppearance } from '../../desk/appearances.ts'
import { appearanceInput } from '../../domain/appearance.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { appearanceAnswer } from './answers/claim.ts'
import { one } from './answers.ts'
import { defaultHook, readOf } from './guards.ts'
import { changes, reads } from './route.ts'
import { saying } from './saying.ts'

const about = { tag: 'Claims', path: '/appearances/{id}', answer: appearanceAnswer } as const

const found = async (c: Page) => (await findAppearance(c.get('desk'), idOf(c))).appearance

export const appearances = new OpenAPIHono<Env>({ defaultHook })
  .openapi(reads({ ...about, need: 'viewer', summary: 'One appearance of a claim' }), async (c) =>
    one(c, appearanceAnswer, await found(c)),
  )
  .openapi(
    changes({
      ...{ ...about, need: 'checker', body: appearanceInput.partial() },
      summary: 'Say who claims it there, through whom, and when',
    }),
    async (c) => {
      const said = saying(c, appearanceInput, await found(c))
      await describeAppearance(c.get('desk'), memberOf(c), readOf(c), said)
      return one(c, appearanceAnswer, await found(c))
    },
  )
