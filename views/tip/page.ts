import type { Claim } from '../../src/domain/claim.ts'
import type { Letter, Tip } from '../../src/domain/tip.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import {
  action,
  alert,
  asking,
  type HistoryEntry,
  heading,
  history,
  langOf,
  type Refused,
  section,
} from '../parts.ts'
import { tipForms } from './forms.ts'
import { letterAsSent } from './letter.ts'

export type TipProps = {
  tip: Tip
  letter: Letter | null
  /** The claim that it speaks of, or that was made of it. */
  claim: Claim | null
  history: HistoryEntry[]
  names: Record<string, string>
  /** Why a form was refused, where no field is to blame. */
  problem?: string | null
  /** A form that was refused. */
  refused?: (Refused & { form: 'taking' | 'dismissal' }) | undefined
}

/** A letter of a reader: what they wrote, and what can be made of it. For checkers. */
export function tipPage(frame: Frame, props: TipProps): Html {
  const { t } = frame
  const { tip, letter, claim, problem } = props
  const title = t(`tip.title_${tip.about}`)
  return page(
    frame,
    { title, width: 'narrow' },
    html`
${heading({ title, lead: html`<span class="stage">${t(`tip.stands_${tip.status}`)}</span>`, back: { href: '/tips', label: t('tip.title') } })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${letterAsSent(frame, tip, letter)}
${claim ? section('claim', t(`tip.claim_${tip.about}`), html`<p><a class="statement" href="/claims/${claim.id}"${langOf(frame, claim.language)}>${claim.statement}</a></p>`) : nothing}
${tip.status === 'new' ? section('deciding', t('tip.decide'), tipForms(frame, props)) : afterwards(frame, tip, letter)}
${section('history', t('tip.history'), history(frame, props.history, { people: props.names }))}`,
  )
}

/** What can still be done with a letter that somebody has decided on. */
function afterwards(frame: Frame, { id, revision, status }: Tip, letter: Letter | null): Html {
  if (!letter) return nothing
  const { t } = frame
  const back = action(frame, {
    ...{ id: 'bring-back', action: `/tips/${id}/bringing-back`, revision },
    label: t('tip.bring_back'),
  })
  const ask = { id: 'erasing', label: t('tip.erase'), consequence: t('tip.erase_text') }
  const erase = action(frame, {
    ...{ id: 'erase', action: `/tips/${id}/erasure`, revision },
    label: t('tip.erase_confirm'),
    tone: 'danger',
  })
  return html`<div class="ways">${status === 'dismissed' ? back : nothing}${asking(ask, erase)}</div>`
}
