import { type ClaimForm, claimPage } from '../../views/claim/page.ts'
import type { Typed } from '../../views/frame.ts'
import { readClaim } from '../desk/reading.ts'
import { has } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Page } from './env.ts'
import { frameOf, memberOf } from './frame.ts'

/** A form of the page that was refused. */
export type RefusedOn = { form: ClaimForm; refusal: Refusal; typed: Typed }

/** A claim's page, with a refused form on it where there is one. */
export async function claimPageOf(c: Page, id: string, refused?: RefusedOn) {
  const desk = c.get('desk')
  const member = memberOf(c)
  const props = await readClaim(desk, member, id)
  const ids = { verdict: desk.newId(), evidence: desk.newId(), search: desk.newId() }
  return claimPage(await frameOf(c), {
    ...props,
    ids,
    mayWrite: has(member, 'checker'),
    ...(refused && {
      refused: {
        form: refused.form,
        typed: refused.typed,
        errors: refused.refusal.fields,
        code: refused.refusal.code,
        values: refused.refusal.values,
      },
    }),
  })
}
