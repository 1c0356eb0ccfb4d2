import { Hono } from 'hono'
import { articlesFoundPage } from '../../views/article/found.ts'
import { articleDetailsPage } from '../../views/article.ts'
import { articlesPage, confirmArticlePage, newArticlePage } from '../../views/articles.ts'
import type { Typed } from '../../views/frame.ts'
import {
  findArticle,
  importArticle,
  listArticles,
  redescribeArticle,
  renewArticle,
} from '../desk/articles.ts'
import { readArticle } from '../desk/incoming.ts'
import { findArticles } from '../desk/searching.ts'
import { sharesOf } from '../desk/shares.ts'
import { keepArrived, saveArrived } from '../desk/snapshots.ts'
import { sources } from '../domain/article.ts'
import { type Act, demand } from '../domain/member.ts'
import { searched } from '../domain/queue.ts'
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
import { kindOfFile } from './given.ts'

export const articleRoutes = new Hono<Env>()

/** How long the list waits for what is counted beside it, in milliseconds. */
const PATIENCE = 300

articleRoutes.get('/articles', async (c) => {
  demand(memberOf(c), 'viewer')
  const desk = c.get('desk')
  const q = searched.parse(c.req.query('q'))
  if (q) return c.html(await foundArticles(c, q))
  const { rows, more } = await listArticles(desk, cursorOf(c))
  const ids = rows.map(({ article }) => article.id)
  const shares = await sharesOf(desk, ids, PATIENCE)
  const older = more && `/articles?after=${more.at}~${more.id}`
  return c.html(articlesPage(await frameOf(c), { rows, older, shares }))
})

/** Articles that say what is searched for, newest first. */
async function foundArticles(c: Page, q: string) {
  const before = Number(/^\d{1,15}$/.exec(c.req.query('before') ?? '')?.[0]) || null
  const { found, next } = await findArticles(c.get('desk'), memberOf(c), q, before)
  const query = new URLSearchParams({ q, ...(next && { before: String(next) }) })
  const older = next === null ? null : `/articles?${query}`
  return articlesFoundPage(await frameOf(c), { q, found, older })
}

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
  const given = { bytes: await file.bytes(), contentType: kindOfFile(file) }
  return { field, source: 'upload', given } as const
}

leadsBack(articleRoutes, '/articles/readings', () => '/articles/new')
articleRoutes.post('/articles/readings', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const { field, source, given } = await incomingOf(form)
  try {
    const { arrived, reading, there, changed } = await readArticle(desk, member, given)
    if (there) return done(c, `/articles/${there}`, 'notice.article_known')
    if (changed) {
      const take = (act: Act) => keepArrived(desk, act, arrived)
      await renewArticle(desk, member, changed.id, { text: reading.text, source, take })
      return done(c, `/articles/${changed.id}`, 'notice.article_renewed')
    }
    const sentenceCount = reading.sentences.length
    // A text that was pasted travels in the form itself.
    const snapshot = source === 'paste' ? null : await saveArrived(desk, member, arrived)
    const { text } = reading
    const props = { newId: desk.newId(), source, snapshot, text, reading, sentenceCount }
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
  if (field === 'text' && !oneOf(typed.text).trim()) {
    return newArticlePage(frame, { typed, problem: frame.t('article.nothing_given') })
  }
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
  const snapshot = oneOf(fields.snapshot) || null
  try {
    const article = { newId, text, source, snapshot, details: fields }
    const { id, isNew } = await importArticle(desk, member, article)
    return done(c, `/articles/${id}`, isNew ? 'notice.article_added' : 'notice.article_known')
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
    if (error.fields.text || error.fields.snapshot) throw error
    if (wantsJson(c)) throw error
    const { reading } = await readArticle(desk, member, { text })
    const sentenceCount = reading.sentences.length
    const props = { newId, source, snapshot, text: reading.text, reading, sentenceCount } as const
    const page = confirmArticlePage(await frameOf(c), {
      ...props,
      typed: fields,
      errors: error.fields,
    })
    return c.html(page, statusOf[error.code])
  }
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
