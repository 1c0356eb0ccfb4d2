import { Hono } from 'hono'
import { readerAddress } from '../../views/article/address.ts'
import type { Chosen } from '../../views/article/place.ts'
import { noneFound, similarList } from '../../views/article/similar.ts'
import { articlePage } from '../../views/article.ts'
import type { Frame, Typed } from '../../views/frame.ts'
import { fieldMessage } from '../../views/parts.ts'
import { takeAppearance, takeFromArticle } from '../desk/appearances.ts'
import { findArticle } from '../desk/articles.ts'
import { chainsAt } from '../desk/attributions.ts'
import { namesOfClaimants } from '../desk/claimants.ts'
import { openArticle, publicOf } from '../desk/reader.ts'
import type { Claim } from '../domain/claim.ts'
import { demand, has } from '../domain/member.ts'
import { id } from '../domain/parse.ts'
import type { FieldError, FieldErrors, Refusal } from '../domain/refusal.ts'
import { asideOn } from './aside-form.ts'
import { asksForChain, chained } from './chain.ts'
import { choiceIn, type Place, placeAsked, placeIn, wrongWith } from './choosing.ts'
import type { Env, Page } from './env.ts'
import { answer, idOf, leadsBack, newIdOf, noticeOf, oneOf, readForm } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'
import { similarIn } from './similar.ts'

export const readerRoutes = new Hono<Env>()

/** What an address or a form asks of the reader: a version, a place in it, a claim on the desk. */
type Asked = Place & {
  version?: string
  claim: string
  /** Whether it shows what became of each sentence. */
  covering: boolean
  /** Whether what is chosen is to be set aside. */
  aside: boolean
}

/** @param given the query of an address, or the fields of a form */
export const askedIn = (given: Typed): Asked => ({
  ...placeAsked(given),
  version: id.safeParse(oneOf(given.version)).data,
  claim: oneOf(given.claim),
  covering: oneOf(given.coverage) !== '',
  aside: oneOf(given.aside) !== '',
})

/** A form that is shown again: which, what was typed, and why it was refused, if it was. */
type Again = { typed?: Typed; refusal?: Refusal; of?: 'claim' | 'aside' }

type Opened = Awaited<ReturnType<typeof openArticle>> & { covering: boolean }
/** What is chosen, for which claim, and what is wrong with it before anything is sent. */
type Picked = { choice: Chosen | null; claim: Claim | null; wrong: FieldError | null }

/** The reader; where something is chosen in it, the form for that stands beside the text. */
export async function reader(c: Page, asked: Asked, again: Again = {}) {
  const { store } = c.get('desk')
  const canTake = has(memberOf(c), 'checker')
  const { covering } = asked
  const opened = { ...(await openArticle(c.get('desk'), idOf(c), asked.version)), covering }
  const choice = choiceIn(opened.sentences, asked)
  const claim = id.safeParse(asked.claim).success ? await store.claims.find(asked.claim) : null
  const wrong = wrongWith(choice, asked)
  const isOfAside = again.of === 'aside'
  const set = { claim: null, choice, asks: asked.aside, again: isOfAside ? again : {} }
  const aside = canTake ? asideOn(c.get('desk'), { ...opened, ...set }) : null
  const formed = canTake && (choice ? !aside : again.typed && !isOfAside)
  const form = formed ? await formOn(c, opened, { choice, claim, wrong }, again) : null
  const frame = await frameOf(c)
  const lost = asked.claim && !claim ? frame.t('claimForm.claim_unknown') : null
  const isNowhere = wrong && !form && (aside === null || aside.all)
  const misplaced = isNowhere ? fieldMessage(frame, wrong) : null
  const problem = lost ?? misplaced ?? problemOf(frame, again.refusal)
  return articlePage(frame, {
    ...opened,
    claim: formed ? claim : null,
    choice,
    form,
    aside,
    canTake,
    problem,
  })
}

/** The form for what is chosen, with what the desk knows already. */
async function formOn(c: Page, opened: Opened, picked: Picked, again: Again) {
  const { article, version, sentences, covering } = opened
  const { choice, claim, wrong } = picked
  const { refusal } = again
  const suggestions = choice ? chainsAt(article, sentences, choice) : []
  const typed = again.typed && chained(again.typed, suggestions)
  const desk = c.get('desk')
  const quote = choice ? Array.from(version.body).slice(choice.start, choice.end).join('') : ''
  const given = { statement: oneOf(typed?.statement) || quote, language: oneOf(typed?.language) }
  // An id that is taken, or none, is made anew.
  const sent = (name: string) => id.safeParse(oneOf(typed?.[name])).data
  const idFor = (name: string) => (refusal?.code !== 'conflict' && sent(name)) || desk.newId()
  return {
    ...{ article, version, covering, choice, quote, claim, typed, suggestions },
    newId: idFor('newId'),
    appearanceId: idFor('appearanceId'),
    claimants: await namesOfClaimants(desk),
    told: claim ? await publicOf(desk, claim.id) : null,
    similar: claim ? noneFound : await similarIn(c, given, article.language),
    errors: { ...(wrong && { excerpt: wrong }), ...shownErrors(refusal) },
  }
}

/** What the form carries unseen has no field to stand beside. */
const unseen = new Set(['id', 'claim'])

const shownErrors = (refusal: Refusal | undefined): FieldErrors =>
  Object.fromEntries(Object.entries(refusal?.fields ?? {}).filter(([name]) => !unseen.has(name)))

/** A claim that takes no more appearances says so itself; a form that came back broken is made anew. */
function problemOf(frame: Frame, refusal: Refusal | undefined): string | null {
  if (refusal?.code === 'wrong_stage') return null
  const broken = refusal?.code === 'conflict' || refusal?.fields.id
  return broken ? frame.t('claimForm.again') : saidOf(frame, refusal)
}

readerRoutes.get('/articles/:id', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await reader(c, askedIn(c.req.query())))
})

leadsBack(readerRoutes, '/articles/:id/claims', (article) => `/articles/${article}`)
leadsBack(readerRoutes, '/articles/:id/appearances', (article) => `/articles/${article}`)

/** Where the words stand that a form takes. */
export const placeOf = (c: Page, asked: Asked, typed: Typed) => ({
  ...{ article: idOf(c), version: oneOf(typed.version) },
  ...placeIn(asked),
})

readerRoutes.post('/articles/:id/claims', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const typed = form.fields
  const asked = { ...askedIn(typed), claim: '' }
  const looks = oneOf(typed.do) === 'similar' || asksForChain(typed)
  if (looks) return c.html(await reader(c, asked, { typed }))
  const at = placeOf(c, asked, typed)
  // Who goes through a text goes on in it.
  const onwards = `/articles/${at.article}?coverage=1`
  return answer(
    c,
    () => {
      const ids = { id: newIdOf(form), appearanceId: newIdOf(form, 'appearanceId') }
      return takeFromArticle(c.get('desk'), member, at, { ...ids, input: typed })
    },
    { to: asked.covering ? onwards : `/claims/${oneOf(typed.newId)}`, notice: 'notice.open' },
    (refusal) => reader(c, asked, { typed, refusal }),
  )
})

readerRoutes.post('/articles/:id/appearances', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const typed = form.fields
  const asked = askedIn(typed)
  const { claim } = asked
  if (asksForChain(typed)) return c.html(await reader(c, asked, { typed }))
  const at = placeOf(c, asked, typed)
  const before = id.safeParse(claim).success ? await desk.store.claims.find(claim) : null
  const said = 'notice.appearance_added'
  return answer(
    c,
    () => takeAppearance(desk, member, at, { claim, newId: newIdOf(form), input: typed }),
    { to: `/claims/${claim}#appearances`, notice: before ? noticeOf(before, said) : said },
    (refusal) => reader(c, asked, { typed, refusal }),
  )
})

/** What is similar, for whoever is typing; asked for as a page, it is the reader. */
readerRoutes.get('/articles/:id/similar', async (c) => {
  const member = memberOf(c)
  demand(member, 'viewer')
  const article = await findArticle(c.get('desk'), idOf(c))
  const given = c.req.query()
  const { version = article.version, words, sentences } = askedIn(given)
  const choice = words ? { ...words, from: 0, to: 0, whole: false } : sentences
  const shown = { article, version: { id: version } }
  if (!c.req.header('HX-Request')) {
    return c.redirect(readerAddress({ ...shown, claim: null }, choice), 303)
  }
  const similar = await similarIn(c, given, article.language)
  const takes = choice && has(member, 'checker')
  const same = (claim: { id: string }) => readerAddress({ ...shown, claim }, choice)
  return c.html(similarList(await frameOf(c), { similar, same: takes ? same : null }))
})
