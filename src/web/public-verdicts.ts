import { Hono } from 'hono'
import { publicListPage } from '../../views/public/list.ts'
import { verdictPath } from '../../views/public/parts.ts'
import { verdictPage } from '../../views/public/verdict.ts'
import { withdrawnPage } from '../../views/public/withdrawn.ts'
import { lastTold, lastWord, readTold, shapesOf } from '../desk/public.ts'
import { listTold } from '../desk/public-list.ts'
import type { ToldVersion } from '../desk/told-version.ts'
import { readPublicList, readToldPlace } from '../domain/public-list.ts'
import { Refusal } from '../domain/refusal.ts'
import { claimReview } from '../interchange/claim-review.ts'
import type { Env, Page } from './env.ts'
import { answerKept, KEPT, publicFrame, publicly } from './public.ts'

export const publicRoutes = new Hono<Env>()

publicRoutes.get('/verdicts', publicly, async (c) => {
  const desk = c.get('desk')
  const asked = readPublicList(c.req.query())
  const after = readToldPlace(c.req.query('after'))
  const list = await listTold(desk, { ...asked, after })
  const props = { asked, later: after !== null, ...list, scale: await shapesOf(desk) }
  return answerKept(c, publicListPage(await publicFrame(c), props), await lastWord(desk))
})

/** One version of what was told, as a page. Its own words decide; what came since stands around them. */
async function versionPage(
  c: Page,
  {
    shown,
    present,
    versions,
  }: Record<'shown' | 'present', ToldVersion> & { versions: ToldVersion[] },
) {
  const frame = await publicFrame(c)
  const props = { shown, present, versions, scale: await shapesOf(c.get('desk')) }
  const { told } = shown
  const url = frame.origin + verdictPath(told)
  const { name, url: site } = frame.desk
  const before = versions.map((one) => one.told).filter(({ version }) => version < told.version)
  const publisher = { url, name, home: frame.origin, site }
  const review = told.status === 'published' ? claimReview(told, publisher, before) : null
  const page =
    told.status === 'withdrawn'
      ? withdrawnPage(frame, props)
      : verdictPage(frame, { ...props, review })
  return answerKept(c, page, lastTold(versions))
}

/** Where a verdict moved: its statement was put in other words, and so was its address. */
const moved = (c: Page, to: string) => {
  c.header('Cache-Control', KEPT)
  return c.redirect(to, 301)
}

publicRoutes.get('/verdicts/:address', publicly, async (c) => {
  const claim = await readTold(c.get('desk'), c.req.param('address'))
  const path = verdictPath(claim.present.told)
  if (path !== c.req.path) return moved(c, path)
  return versionPage(c, { ...claim, shown: claim.present })
})

publicRoutes.get('/verdicts/:address/versions/:number', publicly, async (c) => {
  const claim = await readTold(c.get('desk'), c.req.param('address'))
  const { present, versions } = claim
  const number = c.req.param('number')
  const shown = versions.find(({ told }) => String(told.version) === number)
  if (!shown) throw new Refusal('not_found')
  const isPresent = shown.told.id === present.told.id
  const path = verdictPath(present.told, isPresent ? undefined : shown.told.version)
  if (path !== c.req.path) return moved(c, path)
  return versionPage(c, { ...claim, shown })
})
