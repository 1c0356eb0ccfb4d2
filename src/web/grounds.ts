import type { Hono } from 'hono'
import type { ClaimForm } from '../../views/claim/page.ts'
import type { Typed } from '../../views/frame.ts'
import type { Html } from '../../views/html.ts'
import type { MessageKey } from '../../views/messages.ts'
import { findClaim, type Read } from '../desk/deciding.ts'
import type { Desk } from '../desk/open.ts'
import type { Claim } from '../domain/claim.ts'
import { demand, type Member } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import { claimPageOf } from './claim-page.ts'
import type { Env, Page } from './env.ts'
import {
  answer,
  type Form,
  idOf,
  leadsBack,
  newIdOf,
  noticeOf,
  readForm,
  revisionOf,
} from './form.ts'
import { memberOf } from './frame.ts'

type Add = (
  desk: Desk,
  member: Member,
  claim: string,
  id: string,
  input: Typed,
  sent: Form,
) => Promise<unknown>
type Revise = (desk: Desk, member: Member, read: Read, input: Typed) => Promise<unknown>

/**
 * The form of a claim's page that adds to what it rests on.
 * @param part the section of the page, which the form's address ends with
 */
export function adds(
  routes: Hono<Env>,
  part: string,
  { form, notice }: { form: ClaimForm; notice: MessageKey },
  add: Add,
): void {
  leadsBack(routes, `/claims/:id/${part}`, (id) => `/claims/${id}`)
  routes.post(`/claims/:id/${part}`, async (c) => {
    const member = memberOf(c)
    demand(member, 'checker')
    const sent = await readForm(c)
    const claim = idOf(c)
    const { claim: before } = await findClaim(c.get('desk'), claim)
    return answer(
      c,
      () => add(c.get('desk'), member, claim, newIdOf(sent), sent.fields, sent),
      { to: `/claims/${claim}#${part}`, notice: noticeOf(before, notice) },
      (refusal) => claimPageOf(c, claim, { form, refusal, typed: sent.fields }),
    )
  })
}

type OwnPage = {
  find: (desk: Desk, id: string) => Promise<{ claim: Claim }>
  /** The page, or what two people saved side by side. */
  page: (c: Page, refusal?: Refusal, typed?: Typed) => Promise<Html>
  revise: Revise
}

/** The page of one of the things that a claim rests on: read by everybody, changed by checkers. */
export function revises(routes: Hono<Env>, part: string, { find, page, revise }: OwnPage): void {
  routes.get(`/${part}/:id`, async (c) => {
    demand(memberOf(c), 'viewer')
    return c.html(await page(c))
  })
  routes.post(`/${part}/:id`, async (c) => {
    const desk = c.get('desk')
    const member = memberOf(c)
    demand(member, 'checker')
    const form = await readForm(c)
    const id = idOf(c)
    const { claim } = await find(desk, id)
    return answer(
      c,
      () => revise(desk, member, { id, revision: revisionOf(form) }, form.fields),
      { to: `/claims/${claim.id}#${part}`, notice: noticeOf(claim, 'notice.saved') },
      (refusal) => page(c, refusal, form.fields),
    )
  })
}
