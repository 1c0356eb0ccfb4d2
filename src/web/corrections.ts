import { Hono } from 'hono'
import { changeInWords, correctionsPage } from '../../views/public/corrections.ts'
import { lastWord, listChanges, settledAt, shapesOf } from '../desk/public.ts'
import { readChangesAsked } from '../domain/public-list.ts'
import { idOfHash } from '../interchange/feed.ts'
import type { Env, Page } from './env.ts'
import { feedForms, formNames } from './feeds/form.ts'
import { answerKept, publicFrame, publicly } from './public.ts'

export const correctionRoutes = new Hono<Env>()

correctionRoutes.get('/corrections', publicly, async (c) => {
  const desk = c.get('desk')
  const asked = readChangesAsked(c.req.query())
  const list = await listChanges(desk, asked)
  const props = { asked, ...list, scale: await shapesOf(desk) }
  return answerKept(c, correctionsPage(await publicFrame(c), props), await lastWord(desk))
})

/** The same as a feed, under one address in each form. */
async function changesFeed(c: Page, id: string) {
  const desk = c.get('desk')
  const frame = await publicFrame(c)
  const { before } = readChangesAsked(c.req.query())
  const { changes, next } = await listChanges(desk, { kind: null, before })
  const at = (place: number | null) => (place ? `${id}?before=${place}` : id)
  return {
    id,
    self: at(before),
    next: next === null ? null : at(next),
    home: `${frame.origin}/corrections`,
    title: frame.t('public.feed_title', { desk: frame.desk.name }),
    author: frame.desk.name,
    language: frame.lang,
    updated: changes[0]?.at ?? (await settledAt(desk)) ?? frame.now,
    entries: changes.map((one) => ({
      ...changeInWords(frame, one),
      id: idOfHash(one.hash),
      published: one.at,
      updated: one.at,
      category: one.kind,
    })),
  }
}

for (const name of formNames) {
  const path = `/corrections.${name}`
  const { type, write } = feedForms[name]
  correctionRoutes.get(path, publicly, async (c) => {
    const { origin } = await publicFrame(c)
    const feed = await changesFeed(c, origin + path)
    return answerKept(c, write(feed), await lastWord(c.get('desk')), type)
  })
}
