import { Hono } from 'hono'
import type { Typed } from '../../views/frame.ts'
import { refusalMessage } from '../../views/parts.ts'
import { invitedPage, type PeopleProps, peoplePage, settingsPage } from '../../views/people.ts'
import { personPage } from '../../views/person.ts'
import {
  deactivate,
  erase,
  invitePerson,
  listPeople,
  nameDesk,
  rank,
  reactivate,
  withdrawInvitation,
} from '../desk/people.ts'
import { readPerson } from '../desk/person-work.ts'
import { demand } from '../domain/member.ts'
import { parse } from '../domain/parse.ts'
import { rankInput } from '../domain/person.ts'
import { Refusal } from '../domain/refusal.ts'
import { readAsked } from '../domain/story.ts'
import type { Env, Page } from './env.ts'
import { answer, idOf, leadsBack, newIdOf, readForm, revisionOf } from './form.ts'
import { done, frameOf, memberOf, originOf, saidOf } from './frame.ts'

export const peopleRoutes = new Hono<Env>()

async function people(c: Page, refusal?: Refusal, form = '', typed: Typed = {}) {
  const desk = c.get('desk')
  const { people, invitations } = await listPeople(desk, memberOf(c))
  const frame = await frameOf(c)
  const onField = refusal?.code === 'invalid'
  const refused: PeopleProps['refused'] = onField
    ? { form, typed, errors: refusal.fields }
    : undefined
  return peoplePage(frame, {
    people: people.map(({ person, name, email }) => ({ ...person, name, email })),
    invitations,
    newId: desk.newId(),
    problem: refusal && !onField ? refusalMessage(frame, refusal.code, refusal.values) : null,
    refused,
  })
}

peopleRoutes.get('/people', async (c) => c.html(await people(c)))

leadsBack(peopleRoutes, '/people/invitations', () => '/people')
peopleRoutes.post('/people/invitations', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  const form = await readForm(c)
  try {
    const invited = await invitePerson(desk, member, newIdOf(form), form.fields)
    if (!invited) return done(c, '/people', 'notice.unchanged')
    const { role } = parse(rankInput, form.fields)
    const link = `${originOf(c)}/join/${invited.token}`
    const { expiresAt } = invited
    return c.html(invitedPage(await frameOf(c), { link, role, expiresAt }))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
    return c.html(await people(c, error, 'invite', form.fields), 422)
  }
})

peopleRoutes.post('/people/invitations/:id/revocation', async (c) => {
  await withdrawInvitation(c.get('desk'), memberOf(c), idOf(c))
  return done(c, '/people', 'notice.invitation_revoked')
})

peopleRoutes.post('/people/:id/rank', async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const form = await readForm(c)
  const id = idOf(c)
  const then = { to: '/people', notice: 'notice.ranked' } as const
  const carryOut = () =>
    rank(c.get('desk'), member, { id, revision: revisionOf(form) }, form.fields)
  return answer(c, carryOut, then, (refusal) => people(c, refusal, id, form.fields))
})

async function onePerson(c: Page, refusal?: Refusal) {
  const read = await readPerson(c.get('desk'), memberOf(c), idOf(c), readAsked(c.req.query()))
  const frame = await frameOf(c)
  return personPage(frame, { ...read, problem: saidOf(frame, refusal) })
}

peopleRoutes.get('/people/:id', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await onePerson(c))
})

leadsBack(peopleRoutes, '/people/:id/erasure', (id) => `/people/${id}`)
peopleRoutes.post('/people/:id/erasure', async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const form = await readForm(c)
  const id = idOf(c)
  const then = { to: `/people/${id}`, notice: 'notice.erased' } as const
  const carryOut = () => erase(c.get('desk'), member, { id, revision: revisionOf(form) })
  return answer(c, carryOut, then, (refusal) => onePerson(c, refusal))
})

peopleRoutes.post('/people/:id/deactivation', async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const form = await readForm(c)
  const then = { to: '/people', notice: 'notice.deactivated' } as const
  const carryOut = () =>
    deactivate(c.get('desk'), member, { id: idOf(c), revision: revisionOf(form) })
  return answer(c, carryOut, then, (refusal) => people(c, refusal))
})

peopleRoutes.post('/people/:id/reactivation', async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const form = await readForm(c)
  const then = { to: '/people', notice: 'notice.reactivated' } as const
  const carryOut = () =>
    reactivate(c.get('desk'), member, { id: idOf(c), revision: revisionOf(form) })
  return answer(c, carryOut, then, (refusal) => people(c, refusal))
})

async function settings(c: Page, refusal?: Refusal, typed?: Typed) {
  const desk = await c.get('desk').store.desks.find()
  if (!desk) throw new Refusal('not_found')
  const frame = await frameOf(c)
  const stale = refusal?.code === 'conflict'
  const problem = stale ? refusalMessage(frame, 'conflict', refusal.values) : null
  const theirs = stale ? desk : undefined
  return settingsPage(frame, { desk, theirs, typed, errors: refusal?.fields, problem })
}

peopleRoutes.get('/settings', async (c) => {
  demand(memberOf(c), 'admin')
  return c.html(await settings(c))
})

peopleRoutes.post('/settings', async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const form = await readForm(c)
  const carryOut = () => nameDesk(c.get('desk'), member, revisionOf(form), form.fields)
  const then = { to: '/settings', notice: 'notice.saved' } as const
  return answer(c, carryOut, then, (refusal) => settings(c, refusal, form.fields))
})
