import { citedInVain } from '../../src/domain/citations.ts'
import { correctionKinds } from '../../src/domain/verdict.ts'
import { type ClaimProps, complaint, refusedBy } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import {
  action,
  asking,
  buttonLink,
  type Fields,
  fieldMessage,
  folded,
  note,
  postForm,
  refusalMessage,
  submit,
} from '../parts.ts'
import { changesAgainst } from './changes.ts'
import { lookAtProposal } from './look.ts'
import { unsettled } from './reuse.ts'
import { dissenting, readingFiled, signing, whyTwo } from './second.ts'
import { verdictAsTold, verdictMeta } from './told.ts'

/** A proposed verdict: what the public will read, and the ways on for whoever looks at it. */
export function reading(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { working, moves } = props
  if (!working) return note(t('verdict.hidden_in_review'))
  const vain = citedInVain(working.rationale, props.evidence)
  return html`${verdictMeta(frame, working, props)}${unsettled(frame, working, props)}
<div class="preview" id="rationale"><h3>${t('verdict.preview')}</h3>
${verdictAsTold(frame, working, props)}</div>
${changesAgainst(frame, props)}
${vain ? html`<p class="consequence">${fieldMessage(frame, vain)}</p>` : nothing}
${props.look ? lookAtProposal(frame, working, props) : nothing}
${whyTwo(frame, props)}${dissenting(frame, props)}${readingFiled(frame, props)}
<div class="ways">${moves.read === null ? signing(frame, props) : nothing}${adjudicating(frame, props)}${moves.publish === null ? publishing(frame, props) : whyNot(frame, props)}${
    moves.return === null ? returning(frame, props) : nothing
  }${moves.take_back === null ? takingBack(frame, props) : nothing}</div>`
}

/** The way to the page on which an editor decides between two readings. */
const adjudicating = ({ t }: Frame, { claim, moves }: ClaimProps): Html =>
  moves.adjudicate === null
    ? buttonLink(`/claims/${claim.id}/adjudication`, t('adjudication.open'), 'primary')
    : nothing

/** Whoever cannot publish reads why, who can, and what they can do themselves. */
function whyNot(frame: Frame, { moves, mayWrite, second }: ClaimProps): Html {
  const code = moves.publish
  if (!code || !mayWrite || moves.read === null || moves.adjudicate === null) return nothing
  // The filed reading says already who decides between the two.
  if (second?.state === 'differs') return nothing
  const said =
    second?.state === 'awaits'
      ? refusalMessage(frame, 'unread')
      : moves.take_back === null
        ? frame.t('verdict.author_waits')
        : code === 'forbidden'
          ? frame.t('verdict.editor_publishes')
          : refusalMessage(frame, code)
  return html`<p class="why-not">${said}</p>`
}

/** The one step that cannot be undone says what it does before it is made. */
function publishing(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, working, everPublic, second } = props
  const refused = refusedBy(props, 'publication')
  const isDisputed = Boolean(second?.dissent)
  const form = {
    id: 'publication',
    action: `/claims/${claim.id}/publication`,
    revision: claim.revision,
    hidden: { verdictRevision: working?.revision },
    class: everPublic || isDisputed ? undefined : 'inline',
    guard: true,
    ...refused,
  }
  const ask = {
    id: 'publish',
    label: t('move.publish'),
    consequence: t('verdict.publish_text'),
    tone: 'primary',
    open: refused !== undefined,
  } as const
  return asking(
    ask,
    html`${complaint(frame, refused)}${postForm(
      frame,
      form,
      (fields) => html`
${isDisputed ? fields.area({ name: 'comment', label: t('reading.why_all_the_same'), hint: t('reading.why_all_the_same_hint'), rows: 3, required: true }) : nothing}${everPublic ? correcting(frame, fields, props) : nothing}
<div class="actions">${submit(t('verdict.publish_submit'), { tone: 'primary' })}</div>`,
    )}`,
  )
}

/** What readers of an earlier version are told: what kind of change it is, and why. */
function correcting(frame: Frame, fields: Fields, { claim, working, told }: ClaimProps): Html {
  const { t } = frame
  const isRatedAnew = told !== null && told.rating !== working?.rating
  const kinds = correctionKinds
    .filter((kind) => kind !== 'typo')
    .map((value) => ({
      value,
      label: t(`correction_kind.${value}`),
      ...(isRatedAnew && value === 'clarification'
        ? { disabled: true, hint: t('field.rating_changed') }
        : {}),
    }))
  return html`<p>${t('verdict.corrects')}</p>
${fields.radios({ name: 'correctionKind', label: t('verdict.correction_kind'), choices: kinds, required: true })}
${fields.area({ name: 'correctionReason', label: t('verdict.correction_reason'), hint: t('verdict.correction_reason_hint'), rows: 2, serif: true, lang: claim.language, required: true })}`
}

export function returning(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim } = props
  const refused = refusedBy(props, 'return')
  const form = {
    id: 'returning',
    action: `/claims/${claim.id}/return`,
    revision: claim.revision,
    guard: true,
    ...refused,
  }
  return folded(
    { id: 'return', label: t('move.return'), open: refused !== undefined },
    html`
${complaint(frame, refused)}${postForm(
  frame,
  form,
  (fields) => html`
${fields.area({ name: 'comment', label: t('verdict.comment'), hint: t('verdict.comment_hint'), rows: 3, required: true })}
<div class="actions">${submit(t('verdict.return_submit'))}</div>`,
)}`,
  )
}

const takingBack = (frame: Frame, { claim }: ClaimProps): Html =>
  action(frame, {
    id: 'taking-back',
    action: `/claims/${claim.id}/taking-back`,
    revision: claim.revision,
    label: frame.t('move.take_back'),
  })
