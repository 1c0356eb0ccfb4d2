import { Hono } from 'hono'
import { appearancePage, editClaimPage, newClaimPage } from '../../views/claim/edit.ts'
import type { ClaimForm } from '../../views/claim/page.ts'
import { claimsPage, type Who } from '../../views/claims.ts'
import { appearanceConflict, claimConflict } from '../../views/conflicts.ts'
import type { Typed } from '../../views/frame.ts'
import type { MessageKey } from '../../views/messages.ts'
import {
  bringBack,
  describeAppearance,
  findAppearance,
  giveBack,
  giveClaim,
  openWithoutArticle,
  type Read,
  reword,
  setAside,
} from '../desk/claims.ts'
import { findClaim } from '../desk/deciding.ts'
import type { Desk } from '../desk/open.ts'
import { listClaims } from '../desk/reading.ts'
import { demand, type Member } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import { stages } from '../domain/stage.ts'
import { claimPageOf } from './claim-page.ts'
import type { Env, Page } from './env.ts'
import { answer, cursorOf, idOf, leadsBack, newIdOf, oneOf, readForm, revisionOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const claimRoutes = new Hono<Env>()

claimRoutes.get('/claims', async (c) => {
  const member = memberOf(c)
  demand(member, 'viewer')
  const stage = stages.find((one) => one === c.req.query('stage')) ?? null
  const asked = c.req.query('who')
  const who: Who = asked === 'mine' || asked === 'nobody' ? asked : 'all'
  const assignee = who === 'mine' ? member.id : who === 'nobody' ? who : null
  const found = await listClaims(c.get('desk'), member, { stage, assignee }, cursorOf(c))
  const query = new URLSearchParams({ ...(stage && { stage }), ...(who !== 'all' && { who }) })
  if (found.more) query.set('after', `${found.more.at}~${found.more.id}`)
  const older = found.more && `/claims?${query}`
  const props = { ...found, filter: { stage, who }, older, canOpen: member.role !== 'viewer' }
  return c.html(claimsPage(await frameOf(c), props))
})

claimRoutes.get('/claims/new', async (c) => {
  demand(memberOf(c), 'checker')
  return c.html(newClaimPage(await frameOf(c), { newId: c.get('desk').newId() }))
})

claimRoutes.post('/claims', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const newId = newIdOf(form)
  return answer(
    c,
    () => openWithoutArticle(c.get('desk'), member, newId, form.fields),
    { to: `/claims/${newId}`, notice: 'notice.open' },
    async ({ fields }) =>
      newClaimPage(await frameOf(c), { newId, typed: form.fields, errors: fields }),
  )
})

claimRoutes.get('/claims/:id', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await claimPageOf(c, idOf(c)))
})

type Verb = (desk: Desk, member: Member, read: Read, fields: Typed) => Promise<unknown>

/** A form of the claim's page that moves it on. */
function moves(path: string, form: ClaimForm, notice: MessageKey, verb: Verb): void {
  leadsBack(claimRoutes, `/claims/:id/${path}`, (id) => `/claims/${id}`)
  claimRoutes.post(`/claims/:id/${path}`, async (c) => {
    const member = memberOf(c)
    demand(member, 'checker')
    const sent = await readForm(c)
    const id = idOf(c)
    const read = { id, revision: revisionOf(sent) }
    return answer(
      c,
      () => verb(c.get('desk'), member, read, sent.fields),
      { to: `/claims/${id}`, notice },
      (refusal) => claimPageOf(c, id, { form, refusal, typed: sent.fields }),
    )
  })
}

/** A claim's id, out of whatever was pasted: the id, or an address that ends with it. */
const idIn = (text: string): string =>
  /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i.exec(text)?.[0] ?? text

moves('assignment', 'assignment', 'notice.assign', (desk, member, read, { to }) =>
  giveClaim(desk, member, read, oneOf(to)),
)
moves('release', 'assignment', 'notice.release', giveBack)
moves('bringing-back', 'assignment', 'notice.bring_back', bringBack)
moves('setting-aside', 'set_aside', 'notice.set_aside', (desk, member, read, fields) =>
  setAside(desk, member, read, { ...fields, duplicateOf: idIn(oneOf(fields.duplicateOf)) }),
)

async function editPage(c: Page, refusal?: Refusal, typed: Typed = {}) {
  const frame = await frameOf(c)
  const { claim } = await findClaim(c.get('desk'), idOf(c))
  if (refusal?.code === 'conflict') return claimConflict(frame, claim, typed)
  const kept = refusal ? { typed, errors: refusal.fields } : {}
  return editClaimPage(frame, { claim, problem: saidOf(frame, refusal), ...kept })
}

claimRoutes.get('/claims/:id/edit', async (c) => {
  demand(memberOf(c), 'checker')
  return c.html(await editPage(c))
})

claimRoutes.post('/claims/:id/edit', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const id = idOf(c)
  return answer(
    c,
    () => reword(c.get('desk'), member, { id, revision: revisionOf(form) }, form.fields),
    { to: `/claims/${id}`, notice: 'notice.reword' },
    (refusal) => editPage(c, refusal, form.fields),
  )
})

async function appearance(c: Page, refusal?: Refusal, typed: Typed = {}) {
  const frame = await frameOf(c)
  const found = await findAppearance(c.get('desk'), idOf(c))
  if (refusal?.code === 'conflict') return appearanceConflict(frame, found.appearance, typed)
  const kept = refusal ? { typed, errors: refusal.fields } : {}
  return appearancePage(frame, { ...found, problem: saidOf(frame, refusal), ...kept })
}

claimRoutes.get('/appearances/:id', async (c) => {
  demand(memberOf(c), 'checker')
  return c.html(await appearance(c))
})

claimRoutes.post('/appearances/:id', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const read = { id: idOf(c), revision: revisionOf(form) }
  const { claim } = await findAppearance(desk, read.id)
  return answer(
    c,
    () => describeAppearance(desk, member, read, form.fields),
    { to: `/claims/${claim.id}#appearances`, notice: 'notice.appearance' },
    (refusal) => appearance(c, refusal, form.fields),
  )
})
