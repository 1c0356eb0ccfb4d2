import type { Claim } from '../../src/domain/claim.ts'
import { isRequired, type OutgoingRule, type Shortfall } from '../../src/domain/look/outgoing.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'

/** Where on the desk it is put right, of what a checker can put right. */
const placeOf = (rule: OutgoingRule, { id }: Pick<Claim, 'id'>): string | null => {
  if (rule.startsWith('statement')) return `/claims/${id}/edit`
  return rule === 'appearance' ? '#appearances' : null
}

/**
 * What programs that read verdicts would miss of this one: what keeps it from them altogether first, then
 * what is only recommended. It asks for no word: nothing of it is wrong with the verdict.
 */
export function outgoingList(
  { t }: Frame,
  shortfalls: Shortfall[],
  claim: Pick<Claim, 'id'>,
): Html {
  if (shortfalls.length === 0) return nothing
  const row = ({ rule, values }: Shortfall) => {
    const said = t(`outgoing.${rule}`, values)
    const place = placeOf(rule, claim)
    const words = place ? html`<a href="${place}">${said}</a>` : html`${said}`
    const held = isRequired(rule) ? html`<strong>${t('outgoing.held_back')}</strong> ` : nothing
    return html`<li>${held}${words}</li>`
  }
  return html`<div class="scrutiny-out"><p><strong>${t('outgoing.title')}</strong></p>
<ul>${shortfalls.map(row)}</ul></div>`
}
