import type { Claim } from '../../src/domain/claim.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { SealedEntry } from '../../src/domain/ledger.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { Reading } from '../../src/domain/reading.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import {
  alert,
  heading,
  langOf,
  personName,
  postForm,
  type Refused,
  stanceMark,
  submit,
} from '../parts.ts'
import { readingSaid, withoutEvidence } from './second.ts'

export type DisputeProps = Refused & {
  claim: Claim
  first: Verdict
  second: Reading
  evidence: Evidence[]
  /** The claim's life, newest first. */
  history: SealedEntry[]
  scale: Rating[]
  /** What people are called, by their id. */
  names: Record<string, string>
  problem?: string | null
}

/** A proposal and the blind reading that differs from it, side by side, for an editor to decide. */
export function disputePage(frame: Frame, props: DisputeProps): Html {
  const { t } = frame
  const { claim, problem } = props
  const isOwn = props.first.rating === props.second.rating
  const back = { href: `/claims/${claim.id}#verdict`, label: t('adjudication.back') }
  const title = html`<span${langOf(frame, claim.language)}>${claim.statement}</span>`
  return page(
    frame,
    { title: t('adjudication.title'), width: 'wide' },
    html`
${heading({ title, back, lead: t(isOwn ? 'reading_state.own' : 'adjudication.lead') })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
<div class="side-by-side">${sides(frame, props)}</div>
${sources(frame, props)}
${deciding(frame, props)}`,
  )
}

function sides(frame: Frame, props: DisputeProps): Html {
  const { t } = frame
  const { claim, first, second, scale, names } = props
  const side = (id: string, title: string, who: string, body: Html) =>
    html`<section class="side" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
<p class="note">${personName(frame, { people: names }, who)}</p>
${body}</section>`
  const conclusion = html`<p class="conclusion"${langOf(frame, claim.language)}>${first.conclusion}</p>`
  const on = { scale, claim }
  return html`${side('first', t('adjudication.first'), first.author, readingSaid(frame, first, on, conclusion))}
${side('second', t('adjudication.second'), second.reader, html`${readingSaid(frame, second, on)}${withoutEvidence(frame, second, props)}`)}`
}

/** What the numbers in the two rationales stand for. */
function sources(frame: Frame, { evidence, claim }: DisputeProps): Html {
  if (evidence.length === 0) return nothing
  const row = (one: Evidence) =>
    html`<li><span class="evidence-number">[${one.number}]</span> <a href="/evidence/${one.id}">${one.title}</a> <span class="note">${stanceMark(frame, one.stance)}</span></li>`
  return html`<section class="section" aria-labelledby="sources-title"><h2 id="sources-title">${frame.t('claim.evidence')}</h2>
<ul class="rows" role="list">${evidence.map(row)}</ul>
<p class="whole-claim"><a href="/claims/${claim.id}">${frame.t('adjudication.whole_claim')}</a></p></section>`
}

function deciding(frame: Frame, props: DisputeProps): Html {
  const { t } = frame
  const { claim, typed, errors } = props
  const form = {
    id: 'adjudication',
    action: `/claims/${claim.id}/adjudication`,
    revision: claim.revision,
    guard: true,
    typed,
    errors,
  }
  const choices = (['first', 'second'] as const).map((value) => ({
    value,
    label: t(`adjudication.${value}_stands`),
    hint: t(`adjudication.${value}_hint`),
  }))
  return postForm(
    frame,
    form,
    (fields) => html`
${fields.radios({ name: 'outcome', label: t('adjudication.outcome'), choices, required: true })}
${fields.area({ name: 'reason', label: t('adjudication.reason'), hint: t('adjudication.reason_hint'), rows: 3, required: true })}
<div class="actions">${submit(t('adjudication.decide'), { tone: 'primary' })}</div>`,
  )
}
