import { noMomentPage, notYetPage } from '../../views/claim/as-of.ts'
import { claimPage } from '../../views/claim/page.ts'
import { readClaimAsOf } from '../desk/as-of.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Page } from './env.ts'
import { statusOf, wantsJson } from './errors.ts'
import { frameOf, memberOf } from './frame.ts'

/** Nothing is made on a page of what is past. */
const noIds = { verdict: '', reading: '', evidence: '', search: '', contact: '', link: '' }

/**
 * A claim's page as it stood at a moment. A moment that cannot be read is said beside its field.
 * @param asOf the moment, as the address has it
 */
export async function claimAsOf(c: Page, id: string, asOf: string) {
  try {
    const asked = await readClaimAsOf(c.get('desk'), memberOf(c), id, asOf)
    const frame = await frameOf(c)
    const { moment } = asked
    if ('since' in asked) {
      if (wantsJson(c)) throw new Refusal('not_found')
      return c.html(notYetPage(frame, id, moment, asked.since), statusOf.not_found)
    }
    return c.html(claimPage(frame, { ...asked.read, ids: noIds, mayWrite: false, asOf: moment }))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid' || wantsJson(c)) throw error
    const page = noMomentPage(await frameOf(c), id, { asOf, errors: error.fields })
    return c.html(page, statusOf.invalid)
  }
}
