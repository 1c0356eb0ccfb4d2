import { Hono } from 'hono'
import { verdictInWords } from '../../../views/public/feed.ts'
import { lastWord, settledAt } from '../../desk/public.ts'
import { listTold } from '../../desk/public-list.ts'
import { readToldPlace, toldPlaceText } from '../../domain/public-list.ts'
import type { Env, Page } from '../env.ts'
import { answerKept, publicFrame, publicly } from '../public.ts'
import { feedForms, formNames } from './form.ts'

export const verdictFeedRoutes = new Hono<Env>()

/** What is published, newest first, under one address in each form. */
async function verdictFeed(c: Page, id: string) {
  const desk = c.get('desk')
  const frame = await publicFrame(c)
  const after = readToldPlace(c.req.query('after'))
  const { found, next } = await listTold(desk, { q: '', rating: null, after })
  const at = (place: typeof next) =>
    place ? `${id}?${new URLSearchParams({ after: toldPlaceText(place) })}` : id
  return {
    id,
    self: at(after),
    next: next && at(next),
    home: `${frame.origin}/verdicts`,
    title: frame.t('public.verdicts_feed_title', { desk: frame.desk.name }),
    author: frame.desk.name,
    language: frame.lang,
    updated: (await lastWord(desk)) ?? (await settledAt(desk)) ?? frame.now,
    entries: found.map(({ told }) => ({
      ...verdictInWords(frame, told),
      // A new version of it is the same entry, updated.
      id: `urn:uuid:${told.claimId}`,
      published: told.version === 1 ? told.publishedAt : null,
      updated: told.publishedAt,
      category: told.rating.id,
    })),
  }
}

for (const name of formNames) {
  const path = `/verdicts/feed.${name}`
  const { type, write } = feedForms[name]
  verdictFeedRoutes.get(path, publicly, async (c) => {
    const { origin } = await publicFrame(c)
    const feed = await verdictFeed(c, origin + path)
    return answerKept(c, write(feed), await lastWord(c.get('desk')), type)
  })
}
