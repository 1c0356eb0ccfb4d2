import { Hono } from 'hono'
import { contactConflict } from '../../views/contact/conflict.ts'
import { contactPage } from '../../views/contact/page.ts'
import type { Typed } from '../../views/frame.ts'
import { findContact, recordContact, reviseContact } from '../desk/contacts.ts'
import { mergingOf } from '../desk/merging.ts'
import { has } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { idOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'
import { adds, revises } from './grounds.ts'

export const contactRoutes = new Hono<Env>()

adds(contactRoutes, 'contacts', { form: 'contact', notice: 'notice.contact' }, recordContact)

async function page(c: Page, refusal?: Refusal, typed: Typed = {}) {
  const frame = await frameOf(c)
  const { contact, claim } = await findContact(c.get('desk'), idOf(c))
  if (refusal?.code === 'conflict') {
    const merging = await mergingOf(c.get('desk'), 'contact', contact, typed.revision)
    return contactConflict(frame, contact, { typed, ...merging })
  }
  const said = { problem: saidOf(frame, refusal), mayWrite: has(memberOf(c), 'checker') }
  const kept = refusal ? { typed, errors: refusal.fields } : {}
  return contactPage(frame, { contact, claim, ...said, ...kept })
}

revises(contactRoutes, 'contacts', { find: findContact, page, revise: reviseContact })
