import { Hono } from 'hono'
import { articleDetailsPage, articlePage, type Choice } from '../../views/article.ts'
import { articlesPage, confirmArticlePage, newArticlePage } from '../../views/articles.ts'
import type { Typed } from '../../views/frame.ts'
import { fieldMessage } from '../../views/parts.ts'
import {
  findArticle,
  importArticle,
  listArticles,
  openArticle,
  redescribeArticle,
  renewArticle,
} from '../desk/articles.ts'
import { takeFromArticle } from '../desk/claims.ts'
import { readArticle } from '../desk/incoming.ts'
import { similarClaims } from '../desk/similar.ts'
import { sources } from '../domain/article.ts'
import { excerptPlace } from '../domain/excerpt.ts'
import { demand, has } from '../domain/member.ts'
import { parse } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { statusOf, wantsJson } from './errors.ts'
import {
  answer,
  cursorOf,
  type Form,
  idOf,
  leadsBack,
  newIdOf,
  oneOf,
  readForm,
  revisionOf,
} from './form.ts'
import { done, frameOf, memberOf, saidOf } from './frame.ts'

export const articleRoutes = new Hono<Env>()

articleRoutes.get('/articles', async (c) => {
  demand(memberOf(c), 'viewer')
  const { rows, more } = await listArticles(c.get('desk'), cursorOf(c))
  const older = more && `/articles?after=${more.at}~${more.id}`
  return c.html(articlesPage(await frameOf(c), { rows, older }))
})

articleRoutes.get('/articles/new', async (c) => {
  demand(memberOf(c), 'checker')
  return c.html(newArticlePage(await frameOf(c), {}))
})

type Field = 'address' | 'text' | 'file'

/** What was sent, and in which field: an address before a text, a text before a file. */
async function incomingOf({ fields, files }: Form) {
  const [address, text] = [oneOf(fields.address).trim(), oneOf(fields.text)]
  const field: Field = address ? 'address' : text.trim() || !files.file?.size ? 'text' : 'file'
  if (field === 'address') return { field, source: 'url', given: { address } } as const
  if (field === 'text' || !files.file) return { field, source: 'paste', given: { text } } as const
  const { file } = files
  const contentType = file.type.startsWith('text/plain') ? null : file.type
  return { field, source: 'upload', given: { bytes: await file.bytes(), contentType } } as const
}

leadsBack(articleRoutes, '/articles/readings', () => '/articles/new')
articleRoutes.post('/articles/readings', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const { field, source, given } = await incomingOf(form)
  try {
    const { reading, there, changed } = await readArticle(desk, member, given)
    if (there) return done(c, `/articles/${there}`, 'notice.article_known')
    if (changed) {
      await renewArticle(desk, member, changed.id, { text: reading.text, source })
      return done(c, `/articles/${changed.id}`, 'notice.article_renewed')
    }
    const sentenceCount = reading.sentences.length
    const props = { newId: desk.newId(), source, text: reading.text, reading, sentenceCount }
    return c.html(confirmArticlePage(await frameOf(c), props))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'forbidden' || wantsJson(c)) throw error
    return c.html(await refusedReading(c, form.fields, field, error), statusOf[error.code])
  }
})

/** The page on which an article comes in, with what was wrong with it beside its field. */
async function refusedReading(c: Page, typed: Typed, field: Field, refusal: Refusal) {
  const frame = await frameOf(c)
  const { code, fields } = refusal
  const wrong = code === 'too_large' || code === 'binary' ? { code } : fields.text
  const errors = wrong ? { [field]: wrong } : fields
  const problem = wrong ? null : saidOf(frame, refusal)
  return newArticlePage(frame, { typed, errors, problem })
}

articleRoutes.post('/articles', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  const form = await readForm(c)
  const { fields } = form
  demand(member, 'checker')
  const newId = newIdOf(form)
  const source = sources.find((one) => one === oneOf(fields.source)) ?? 'paste'
  const text = oneOf(fields.text)
  try {
    const { id, isNew } = await importArticle(desk, member, {
      newId,
      text,
      source,
      details: fields,
    })
    return done(c, `/articles/${id}`, isNew ? 'notice.article_added' : 'notice.article_known')
  } catch (error) {
    if (!(error instanceof Refusal) || error.fields.text || error.code !== 'invalid') throw error
    if (wantsJson(c)) throw error
    const { reading } = await readArticle(desk, member, { text })
    const sentenceCount = reading.sentences.length
    const props = { newId, source, text: reading.text, reading, sentenceCount } as const
    const page = confirmArticlePage(await frameOf(c), {
      ...props,
      typed: fields,
      errors: error.fields,
    })
    return c.html(page, statusOf[error.code])
  }
})

/** The sentences that the address chooses, first and last. */
function choiceOf(c: Page): Choice | null {
  const [from, to] = [Number(c.req.query('from')), Number(c.req.query('to') ?? c.req.query('from'))]
  return Number.isInteger(from) && Number.isInteger(to) && from > 0 && to >= from
    ? { from, to }
    : null
}

/** The reader; with sentences chosen, the form for their claim stands beside the text. */
async function reader(c: Page, chosen: Choice | null, refusal?: Refusal, typed?: Typed) {
  const desk = c.get('desk')
  const frame = await frameOf(c)
  const opened = await openArticle(desk, idOf(c))
  const { article, version, sentences } = opened
  const canTake = has(memberOf(c), 'checker')
  const first = chosen && sentences[chosen.from - 1]
  const last = chosen && sentences[Math.min(chosen.to, sentences.length) - 1]
  const choice = first && last ? { from: first.number, to: last.number } : null
  const place = refusal?.fields.excerpt
  const problem = place ? fieldMessage(frame, place) : saidOf(frame, refusal)
  const quote = first && last && Array.from(version.body).slice(first.start, last.end).join('')
  const said = (typed && oneOf(typed.statement)) || quote
  const similar =
    said && canTake ? await similarClaims(desk, memberOf(c), said, article.language) : []
  const form =
    first && last && quote && canTake
      ? {
          ...{ from: first.number, to: last.number, start: first.start, end: last.end },
          quote,
          similar,
          newId: oneOf(typed?.newId) || desk.newId(),
          appearanceId: oneOf(typed?.appearanceId) || desk.newId(),
          ...{ article, versionId: version.id, typed, errors: refusal?.fields },
        }
      : null
  return articlePage(frame, { ...opened, choice, form, canTake, problem })
}

articleRoutes.get('/articles/:id', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await reader(c, choiceOf(c)))
})

leadsBack(articleRoutes, '/articles/:id/claims', (id) => `/articles/${id}`)
articleRoutes.post('/articles/:id/claims', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const { fields } = form
  const at = parse(excerptPlace, fields)
  const id = newIdOf(form)
  const appearanceId = newIdOf(form, 'appearanceId')
  const place = {
    article: idOf(c),
    version: newIdOf(form, 'version'),
    start: at.start,
    end: at.end,
  }
  return answer(
    c,
    () => takeFromArticle(desk, member, place, { id, appearanceId, input: fields }),
    { to: `/claims/${id}`, notice: 'notice.open' },
    (refusal) => reader(c, { from: at.from, to: at.to }, refusal, fields),
  )
})

async function details(c: Page, refusal?: Refusal, typed?: Typed) {
  const frame = await frameOf(c)
  const article = await findArticle(c.get('desk'), idOf(c))
  const stale = refusal?.code === 'conflict'
  const problem = saidOf(frame, refusal)
  const theirs = stale ? article : null
  return articleDetailsPage(frame, { article, theirs, problem, typed, errors: refusal?.fields })
}

articleRoutes.get('/articles/:id/details', async (c) => {
  demand(memberOf(c), 'checker')
  return c.html(await details(c))
})

articleRoutes.post('/articles/:id/details', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const id = idOf(c)
  const carryOut = () => redescribeArticle(c.get('desk'), member, id, revisionOf(form), form.fields)
  const then = { to: `/articles/${id}`, notice: 'notice.saved' } as const
  return answer(c, carryOut, then, (refusal) => details(c, refusal, form.fields))
})
