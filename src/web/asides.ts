import { Hono } from 'hono'
import { readerAddress } from '../../views/article/address.ts'
import { liftAsides, setAsides } from '../desk/asides.ts'
import { openArticle } from '../desk/reader.ts'
import { nextLeft, touchedBy } from '../domain/coverage.ts'
import { demand } from '../domain/member.ts'
import type { Env, Page } from './env.ts'
import { statusOf } from './errors.ts'
import { carriedOut, idOf, leadsBack, newIdOf, oneOf, readForm } from './form.ts'
import { done, memberOf } from './frame.ts'
import { askedIn, placeOf, reader } from './reader.ts'

export const asideRoutes = new Hono<Env>()

const inCoverage = (article: string): string => `/articles/${article}?coverage=1`
leadsBack(asideRoutes, '/articles/:id/asides', inCoverage)
leadsBack(asideRoutes, '/articles/:id/asides/lifting', inCoverage)

/** The reader at the next sentence that is left after a place. */
async function goOn(c: Page, version: string | undefined, place: { start: number; end: number }) {
  const opened = await openArticle(c.get('desk'), idOf(c), version)
  const last = touchedBy(opened.sentences, place).at(-1) ?? -1
  const next = nextLeft(opened.coverage, last + 1)
  const path = readerAddress({ ...opened, claim: null, covering: true }, null)
  return `${path}#${next ? `s${next}` : 'coverage'}`
}

asideRoutes.post('/articles/:id/asides', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const typed = form.fields
  const left = Number(oneOf(typed.left))
  const isAll = oneOf(typed.left) !== ''
  const asked = { ...askedIn(typed), covering: true, aside: !isAll, claim: '' }
  const at = placeOf(c, asked, typed)
  let isNew = false
  const refusal = await carriedOut(c, async () => {
    const place = isAll ? { article: at.article, version: at.version, left } : at
    isNew = await setAsides(desk, member, place, { newId: newIdOf(form), input: typed })
  })
  if (refusal)
    return c.html(await reader(c, asked, { typed, refusal, of: 'aside' }), statusOf[refusal.code])
  const to = await goOn(c, asked.version, isAll ? { start: 0, end: 0 } : at)
  return done(c, to, isNew ? 'notice.aside_set' : 'notice.unchanged')
})

asideRoutes.post('/articles/:id/asides/lifting', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const { fields } = await readForm(c)
  const { version, sentences } = askedIn(fields)
  const article = idOf(c)
  const ids = oneOf(fields.asides).split(' ')
  const refusal = await carriedOut(c, () => liftAsides(desk, member, article, ids))
  const asked = { ...askedIn(fields), words: null, covering: true, aside: false }
  if (refusal) return c.html(await reader(c, asked, { refusal }), statusOf[refusal.code])
  const opened = await openArticle(desk, article, version)
  const path = readerAddress({ ...opened, claim: null, covering: true }, sentences)
  return done(c, `${path}#s${sentences?.from ?? 1}`, 'notice.aside_lifted')
})
