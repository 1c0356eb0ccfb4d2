import type { Claim } from '../../src/domain/claim.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { canWork } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import { alert, heading, keptWords, note, postForm, type Refused, submit } from '../parts.ts'
import { evidenceFields } from './fields.ts'
import { evidenceItem } from './item.ts'
import { unsettles } from './section.ts'

export type EvidenceProps = Refused & {
  evidence: Evidence
  claim: Claim
  /** Whether the viewer's role writes at all. */
  mayWrite: boolean
  /** Why the form was refused, where no field is to blame. */
  problem?: string | null
}

/** One piece of evidence: changed by whoever works on its claim, else as it stands. */
export function evidencePage(frame: Frame, props: EvidenceProps): Html {
  const { t } = frame
  const { evidence, claim, problem } = props
  const title = t('evidence.page_title', { number: evidence.number })
  const back = { href: `/claims/${claim.id}#evidence`, label: claim.statement }
  const body = canWork(props)
    ? editing(frame, props)
    : html`<ol class="evidence-list" role="list">${evidenceItem(frame, evidence)}</ol>
${props.mayWrite ? note(t('evidence.closed')) : nothing}`
  return page(
    frame,
    { title: `${title}: ${evidence.title}`, width: 'narrow' },
    html`
${heading({ title, back })}
${problem ? alert(html`<p>${problem}</p>${canWork(props) ? nothing : keptWords(frame, props.typed)}`) : nothing}${body}`,
  )
}

function editing(frame: Frame, props: EvidenceProps): Html {
  const { t } = frame
  const { evidence, claim, typed, errors } = props
  const form = {
    id: 'edit-evidence',
    action: `/evidence/${evidence.id}`,
    revision: evidence.revision,
    guard: true,
    typed,
    errors,
  }
  return html`${unsettles(frame, claim.stage)}
${postForm(
  frame,
  form,
  (fields) => html`
${evidenceFields(frame, fields, evidence)}
<div class="actions">${submit(t('form.save'), { tone: 'primary' })}</div>`,
)}`
}
