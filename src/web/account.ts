import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { joinPage, mePage, passwordPage, signInPage, welcomePage } from '../../views/account.ts'
import type { Typed } from '../../views/frame.ts'
import { isLanguage } from '../../views/messages.ts'
import { refusalMessage } from '../../views/parts.ts'
import { openPasswordLink, setPasswordByLink } from '../desk/accounts/password-links.ts'
import { playExample } from '../desk/example/play.ts'
import { findInvitation, isEmptyDesk, isWelcome, join, welcome } from '../desk/people.ts'
import {
  changePassword,
  endSession,
  listSessions,
  signIn,
  signInByLink,
  startSession,
} from '../desk/sessions.ts'
import { demandOpen } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { clientOf } from './client.ts'
import type { Env, Page } from './env.ts'
import { answer, idOf, oneOf, readForm } from './form.ts'
import { done, frameOf, memberOf } from './frame.ts'
import { dropSession, giveSession } from './session.ts'

export const accountRoutes = new Hono<Env>()

/** A path on this desk, as a browser reads it; anything else leads to the queue. */
function safeNext(next: string): string {
  const read = next.startsWith('/') ? URL.parse(next, 'http://desk') : null
  if (read?.host !== 'desk' || read.pathname.startsWith('//')) return '/claims'
  return read.pathname + read.search + read.hash
}

/** What is shown of a refused account form: never a password. */
const kept = ({ password: _, current: __, ...typed }: Typed): Typed => typed

const agentOf = (c: Page): string | null => c.req.header('user-agent') ?? null

accountRoutes.get('/welcome', async (c) => {
  const key = c.req.query('key') ?? ''
  if (!(await isEmptyDesk(c.get('desk'))) || !isWelcome(c.get('desk'), key))
    throw new Refusal('bad_link')
  return c.html(welcomePage(await frameOf(c), { key }))
})

accountRoutes.post('/welcome', async (c) => {
  const { fields } = await readForm(c)
  const key = oneOf(fields.key)
  const carryOut = async () => {
    const person = await welcome(c.get('desk'), key, fields)
    giveSession(c, await startSession(c.get('desk'), person, agentOf(c)))
    if (example) await playExample(c.get('desk'), { active: false })
  }
  const example = oneOf(fields.example) === 'yes'
  const to = example ? '/claims' : '/articles'
  return answer(c, carryOut, { to, notice: 'notice.welcome' }, async (refusal) => {
    if (refusal.code === 'bad_link') throw refusal
    return welcomePage(await frameOf(c), { key, typed: kept(fields), errors: refusal.fields })
  })
})

accountRoutes.get('/signin', async (c) => {
  const next = safeNext(c.req.query('next') ?? '')
  if (c.get('viewer')) return c.redirect(next, 303)
  const frame = await frameOf(c)
  const isNew = await isEmptyDesk(c.get('desk'))
  const problem = isNew ? frame.t('signin.empty') : null
  return c.html(signInPage(frame, { next, problem }))
})

accountRoutes.post('/signin', async (c) => {
  const { fields } = await readForm(c)
  const next = safeNext(oneOf(fields.next))
  const carryOut = async () =>
    giveSession(c, await signIn(c.get('desk'), fields, clientOf(c), agentOf(c)))
  return answer(c, carryOut, { to: next, notice: 'notice.signed_in' }, async (refusal) => {
    const frame = await frameOf(c)
    const onField = refusal.code === 'invalid'
    const problem = onField ? null : refusalMessage(frame, refusal.code, refusal.values)
    return signInPage(frame, { next, typed: kept(fields), errors: refusal.fields, problem })
  })
})

accountRoutes.get('/signin/:token', async (c) => {
  giveSession(c, await signInByLink(c.get('desk'), c.req.param('token'), agentOf(c)))
  return done(c, '/claims', 'notice.signed_in')
})

accountRoutes.post('/signout', async (c) => {
  const session = c.get('session')
  if (session) await endSession(c.get('desk'), memberOf(c), session)
  dropSession(c)
  return done(c, '/signin', 'notice.signed_out')
})

accountRoutes.get('/join/:token', async (c) => {
  const desk = c.get('desk')
  const token = c.req.param('token')
  const { role, expiresAt } = demandOpen(await findInvitation(desk, token), desk.now())
  return c.html(joinPage(await frameOf(c), { token, role, expiresAt }))
})

accountRoutes.post('/join/:token', async (c) => {
  const desk = c.get('desk')
  const token = c.req.param('token')
  const { fields } = await readForm(c)
  const { role, expiresAt } = demandOpen(await findInvitation(desk, token), desk.now())
  const carryOut = async () => {
    const person = await join(desk, token, fields)
    giveSession(c, await startSession(desk, person, agentOf(c)))
  }
  return answer(c, carryOut, { to: '/claims', notice: 'notice.joined' }, async (refusal) => {
    if (refusal.code === 'bad_link') throw refusal
    const typed = kept(fields)
    return joinPage(await frameOf(c), { token, role, expiresAt, typed, errors: refusal.fields })
  })
})

accountRoutes.get('/password/:token', async (c) => {
  const token = c.req.param('token')
  const link = await openPasswordLink(c.get('desk'), token)
  return c.html(passwordPage(await frameOf(c), { token, ...link }))
})

accountRoutes.post('/password/:token', async (c) => {
  const desk = c.get('desk')
  const token = c.req.param('token')
  const { fields } = await readForm(c)
  const link = await openPasswordLink(desk, token)
  const carryOut = async () => {
    const person = await setPasswordByLink(desk, token, fields)
    giveSession(c, await startSession(desk, person, agentOf(c)))
  }
  const then = { to: '/claims', notice: 'notice.password_set' } as const
  return answer(c, carryOut, then, async (refusal) => {
    if (refusal.code === 'bad_link') throw refusal
    return passwordPage(await frameOf(c), { token, ...link, errors: refusal.fields })
  })
})

async function me(c: Page, refusal: Refusal | null = null) {
  const desk = c.get('desk')
  const member = memberOf(c)
  const frame = await frameOf(c)
  const identity = await desk.store.people.identity(member.id)
  const sessions = (await listSessions(desk, member)).map(({ id, agent, startedAt, seenAt }) => ({
    id,
    agent,
    createdAt: startedAt,
    seenAt,
    current: id === c.get('session'),
  }))
  const aside = refusal && refusal.code !== 'invalid'
  const problem = aside ? refusalMessage(frame, refusal.code, refusal.values) : null
  return mePage(frame, { email: identity?.email ?? '', sessions, errors: refusal?.fields, problem })
}

accountRoutes.get('/me', async (c) => c.html(await me(c)))

accountRoutes.post('/me/password', async (c) => {
  const member = memberOf(c)
  const { fields } = await readForm(c)
  const change = () => changePassword(c.get('desk'), member, c.get('session') ?? '', fields)
  return answer(c, change, { to: '/me', notice: 'notice.password' }, (refusal) => me(c, refusal))
})

accountRoutes.post('/me/sessions/:id/revocation', async (c) => {
  await endSession(c.get('desk'), memberOf(c), idOf(c))
  return done(c, '/me', 'notice.session_ended')
})

accountRoutes.post('/language', async (c) => {
  const { fields } = await readForm(c)
  const lang = oneOf(fields.lang)
  if (isLanguage(lang)) {
    setCookie(c, 'language', lang, { path: '/', maxAge: 31_536_000, sameSite: 'Lax' })
  }
  return c.redirect(safeNext(oneOf(fields.next)), 303)
})
