import type { Hono } from 'hono'
import { z } from 'zod'
import type { Typed } from '../../views/frame.ts'
import type { Html } from '../../views/html.ts'
import type { MessageKey } from '../../views/messages.ts'
import type { Read } from '../desk/deciding.ts'
import type { Desk } from '../desk/open.ts'
import type { Claim } from '../domain/claim.ts'
import { demand, type Member, type Role } from '../domain/member.ts'
import { id, parse, revision } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import { fieldsIn } from './body.ts'
import type { Env, Page } from './env.ts'
import { sayWhen, statusOf, wantsJson } from './errors.ts'
import { done, memberOf } from './frame.ts'

/** A form as it was sent: texts, lists of texts, and files apart. */
export type Form = { fields: Record<string, string | string[]>; files: Record<string, File> }

/**
 * Reads a posted form.
 * @throws Refusal `invalid` where the body is no form; `too_large` where it has too many fields
 */
export async function readForm(c: Page): Promise<Form> {
  // No prototype: a field may be called `__proto__` or `constructor`.
  const form: Form = { fields: Object.create(null), files: Object.create(null) }
  for (const [name, value] of await fieldsIn(c)) {
    const there = form.fields[name]
    if (value instanceof File) form.files[name] = value
    else form.fields[name] = there === undefined ? value : [there, value].flat()
  }
  return form
}

export const oneOf = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? ''

/** The id in the path. @throws Refusal `not_found` where it is none */
export function idOf(c: Page, name = 'id'): string {
  const read = id.safeParse(c.req.param(name))
  if (!read.success) throw new Refusal('not_found')
  return read.data
}

/** An id out of whatever was pasted: the id, or an address that ends with it. */
export const idIn = (text: string): string =>
  /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i.exec(text)?.[0] ?? text

const hidden = z.object({ id, revision })

/** The id that a form was given for what it makes. @throws Refusal `invalid` */
export const newIdOf = ({ fields }: Form, name = 'newId'): string =>
  parse(hidden.pick({ id: true }), { id: fields[name] }).id

/** The revision that the person read. @throws Refusal `invalid` */
export const revisionOf = (
  { fields }: { fields: Partial<Form['fields']> },
  name = 'revision',
): number => parse(hidden.pick({ revision: true }), { revision: fields[name] }).revision

/** These are no answer to a form, but to whoever sent it. */
const elsewhere = new Set(['unauthenticated', 'forbidden', 'not_found', 'cross_site'])

/**
 * Carries a form out; where it clashed with another at the same moment, once more on what that one
 * left. The same form sent twice finds its work done; one on an older revision is refused again.
 */
async function settled(carryOut: () => Promise<unknown>): Promise<void> {
  try {
    await carryOut()
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'conflict')) throw error
    await carryOut()
  }
}

/** Carries a form out. @returns why it was refused, where that is for whoever sent it to put right */
export async function carriedOut(
  c: Page,
  carryOut: () => Promise<unknown>,
): Promise<Refusal | null> {
  try {
    await settled(carryOut)
    return null
  } catch (error) {
    if (!(error instanceof Refusal) || elsewhere.has(error.code) || wantsJson(c)) throw error
    sayWhen(c, error)
    return error
  }
}

/**
 * Answers a form: carries it out and sends the person on, or shows the page again with what was
 * typed and why it was refused.
 * @param then where to go, and what to say there
 * @param again the page for a refused form
 */
export async function answer(
  c: Page,
  carryOut: () => Promise<unknown>,
  then: { to: string; notice: MessageKey },
  again: (refusal: Refusal) => Promise<Html> | Html,
) {
  const refusal = await carriedOut(c, carryOut)
  if (refusal) return c.html(await again(refusal), statusOf[refusal.code])
  return done(c, then.to, then.notice)
}

/** A place in a list, as links carry it. */
export function cursorOf(c: Page) {
  const [at, last] = (c.req.query('after') ?? '').split('~')
  const read = z.object({ at: z.iso.datetime(), id }).safeParse({ at, id: last })
  return read.success ? read.data : null
}

/** What to say of a change to what a claim rests on: under review it sends the proposal back. */
export const noticeOf = (claim: Claim, otherwise: MessageKey): MessageKey =>
  claim.stage === 'in_review' ? 'notice.unsettle' : otherwise

/** A refused form leaves its address behind: asked for as a page, it leads to the one it stands on. */
export function leadsBack(routes: Hono<Env>, path: string, to: (id: string) => string): void {
  routes.get(path, (c) => c.redirect(to(encodeURIComponent(c.req.param('id') ?? '')), 303))
}

/** What a form decides upon what its address names, as it was read. */
export type Verb = (
  desk: Desk,
  member: Member,
  read: Read,
  fields: Typed,
  form: Form,
) => Promise<unknown>

/** Who may decide it, where it leads from the id in the address, and what is said there. */
type Decision = { role: Role; to: (id: string) => string; notice: MessageKey }

/**
 * Answers a form that decides upon what its address names.
 * @param again the page for a refused form
 */
export async function decide(
  c: Page,
  { role, to, notice }: Decision,
  verb: Verb,
  again: (refusal: Refusal, typed: Typed) => Promise<Html>,
) {
  const member = memberOf(c)
  demand(member, role)
  const form = await readForm(c)
  const id = idOf(c)
  const read = { id, revision: revisionOf(form) }
  return answer(
    c,
    () => verb(c.get('desk'), member, read, form.fields, form),
    { to: to(id), notice },
    (refusal) => again(refusal, form.fields),
  )
}

/** The same for a form that stands on another page, to which its address leads back. */
export function decides(
  routes: Hono<Env>,
  path: string,
  decision: Decision,
  verb: Verb,
  again: (c: Page, refusal: Refusal, typed: Typed) => Promise<Html>,
): void {
  leadsBack(routes, path, decision.to)
  routes.post(path, (c) => decide(c, decision, verb, (refusal, typed) => again(c, refusal, typed)))
}
