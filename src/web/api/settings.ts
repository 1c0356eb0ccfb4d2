import { OpenAPIHono, z } from '@hono/zod-openapi'
import { known } from '../../desk/deciding.ts'
import { nameDesk } from '../../desk/people.ts'
import { readSettings, setReading } from '../../desk/second-reading.ts'
import { saveTexts } from '../../desk/texts.ts'
import { deskInput, readingInput, textsInput } from '../../domain/desk.ts'
import { readingModes } from '../../domain/reading.ts'
import type { Env, Page } from '../env.ts'
import { memberOf } from '../frame.ts'
import { one } from './answers.ts'
import { defaultHook, sentIn } from './guards.ts'
import { changes, reads } from './route.ts'

const text = z.string().nullable().openapi({
  description: 'In Markdown; null is what comes with the program',
})

const settings = z
  .object({
    revision: z.int(),
    name: z.string(),
    url: z.string().nullable(),
    reading: z.enum(readingModes).openapi({
      description: 'How a proposal is read before it is published',
    }),
    blindTopics: z.array(z.string()),
    twoReaderTopics: z.array(z.string()),
    methodologyEn: text,
    methodologyIt: text,
    scaleEn: text,
    scaleIt: text,
  })
  .openapi('Settings')

async function answered(c: Page) {
  const { desk } = await readSettings(c.get('desk'), memberOf(c))
  return one(c, settings, {
    ...known(desk),
    reading: desk.reading ?? 'one_editor',
    blindTopics: desk.blindTopics ?? [],
    twoReaderTopics: desk.twoReaderTopics ?? [],
  })
}

const revisionOf = (c: Page): number => c.get('revision') ?? 0
const about = { tag: 'Settings', need: 'admin', answer: settings } as const

export const deskSettings = new OpenAPIHono<Env>({ defaultHook })
  .openapi(reads({ ...about, path: '/settings', summary: 'How the desk is set up' }), (c) =>
    answered(c),
  )
  .openapi(
    changes({
      ...about,
      path: '/settings',
      body: deskInput,
      summary: 'Name the desk, and say where readers find it',
    }),
    async (c) => {
      await nameDesk(c.get('desk'), memberOf(c), revisionOf(c), sentIn(c))
      return answered(c)
    },
  )
  .openapi(
    changes({
      ...about,
      path: '/settings/reading',
      body: readingInput,
      summary: 'Say how proposals are read before they are published',
    }),
    async (c) => {
      await setReading(c.get('desk'), memberOf(c), revisionOf(c), sentIn(c))
      return answered(c)
    },
  )
  .openapi(
    changes({
      ...about,
      path: '/settings/texts',
      body: textsInput,
      summary: 'Say in public how the desk works, and what its scale is for',
    }),
    async (c) => {
      await saveTexts(c.get('desk'), memberOf(c), revisionOf(c), sentIn(c))
      return answered(c)
    },
  )
