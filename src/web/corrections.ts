import { Hono } from 'hono'
import { changeInWords, correctionsPage } from '../../views/public/corrections.ts'
import { lastWord, listChanges, settledAt, shapesOf } from '../desk/public.ts'
import { readChangesAsked } from '../domain/public-list.ts'
import { atomOf } from '../interchange/atom.ts'
import type { Env } from './env.ts'
import { answerKept, publicFrame, publicly } from './public.ts'

export const correctionRoutes = new Hono<Env>()

correctionRoutes.get('/corrections', publicly, async (c) => {
  const desk = c.get('desk')
  const asked = readChangesAsked(c.req.query())
  const list = await listChanges(desk, asked)
  const props = { asked, ...list, scale: await shapesOf(desk) }
  return answerKept(c, correctionsPage(await publicFrame(c), props), await lastWord(desk))
})

correctionRoutes.get('/corrections.atom', publicly, async (c) => {
  const desk = c.get('desk')
  const frame = await publicFrame(c)
  const { changes } = await listChanges(desk, { kind: null, before: null })
  const last = changes[0]?.at ?? null
  const feed = atomOf({
    self: `${frame.origin}/corrections.atom`,
    home: `${frame.origin}/corrections`,
    title: frame.t('public.feed_title', { desk: frame.desk.name }),
    author: frame.desk.name,
    language: frame.lang,
    updated: last ?? (await settledAt(desk)) ?? frame.now,
    entries: changes.map((one) => ({
      ...changeInWords(frame, one),
      hash: one.hash,
      updated: one.at,
      category: one.kind,
    })),
  })
  return answerKept(c, feed, await lastWord(desk), 'application/atom+xml; charset=UTF-8')
})
