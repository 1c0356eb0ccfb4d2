import { setAsideReasons } from '../../src/domain/claim.ts'
import { has } from '../../src/domain/member.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import {
  action,
  type Fields,
  folded,
  langOf,
  note,
  personName,
  postForm,
  refusalMessage,
  stageLabel,
  submit,
  when,
} from '../parts.ts'
import { planning } from './planning.ts'
import { type ClaimProps, complaint, namesOf, refusedBy } from './props.ts'

/** Whose work the claim is, since when, and where it can go from here. */
export function steps(frame: Frame, props: ClaimProps): Html {
  const { moves, claim } = props
  const why = moves.take === 'not_yours' ? note(refusalMessage(frame, 'not_yours')) : nothing
  return html`<div class="steps" id="steps"><p class="holder">${holder(frame, props)}</p>
<div class="ways">${take(frame, props)}${release(frame, props)}${assign(frame, props)}${planning(frame, props)}${setAside(frame, props)}${bringBack(frame, props)}${reopen(frame, props)}</div>
${claim.assignee === frame.viewer?.id ? nothing : why}</div>`
}

function holder(frame: Frame, props: ClaimProps): Html {
  const { t, viewer } = frame
  const { claim, second } = props
  const since = html`${t('claim.last_move')} ${when(frame, claim.stageSince)}`
  if (claim.stage === 'set_aside') return setAsideWords(frame, props)
  if (claim.stage === 'decided') return html`${t('claim.decided')} ${when(frame, claim.stageSince)}`
  if (claim.stage === 'in_review') {
    const waits = second?.state === 'differs' ? t('claim.waits_decision') : t('claim.waits')
    return html`${joined([waits, since])}`
  }
  const who = personName(frame, namesOf(props), claim.assignee)
  const held = claim.assignee === viewer?.id ? t('claim.with_you') : t('claim.with', { who })
  return html`${joined([claim.assignee ? held : t('claim.with_nobody'), since])}`
}

function setAsideWords(frame: Frame, { claim, duplicateOf }: ClaimProps): Html {
  const reason = claim.setAsideReason ? frame.t(`set_aside_reason.${claim.setAsideReason}`) : null
  const survivor = duplicateOf
    ? html`<a href="/claims/${duplicateOf.id}">${duplicateOf.statement}</a>`
    : null
  return html`${joined([reason, claim.setAsideWords, survivor, when(frame, claim.stageSince)])}`
}

const at = ({ claim }: ClaimProps, path: string) => ({
  id: path,
  revision: claim.revision,
  action: `/claims/${claim.id}/${path}`,
})

/** The first step, and the one button of a claim that nobody works on. */
function take(frame: Frame, props: ClaimProps): Html {
  const { claim, moves } = props
  const me = frame.viewer?.id
  if (moves.take !== null || !me || claim.assignee === me) return nothing
  const form = { ...at(props, 'assignment'), id: 'take', hidden: { to: me } }
  const tone = claim.stage === 'inbox' ? 'primary' : 'plain'
  return action(frame, { ...form, label: frame.t('move.take'), tone })
}

function release(frame: Frame, props: ClaimProps): Html {
  const { claim, moves } = props
  if (moves.release !== null || !claim.assignee) return nothing
  return action(frame, { ...at(props, 'release'), label: frame.t('move.release'), tone: 'quiet' })
}

function assign(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, moves, colleagues } = props
  const refused = refusedBy(props, 'assignment')
  const move = claim.assignee ? 'reassign' : 'assign'
  const others = colleagues.filter(({ id }) => id !== claim.assignee)
  if (moves[move] !== null || others.length === 0) return nothing
  const form = { ...at(props, 'assignment'), ...refused }
  const choices = others.map(({ id, name }) => ({ value: id, label: name }))
  const label = t(`move.${move}`)
  return folded(
    { id: 'assign', label, tone: 'quiet', open: refused !== undefined },
    html`
${complaint(frame, refused)}${postForm(
  frame,
  form,
  (fields) => html`
${fields.select({ name: 'to', label: t('claim.assign_to'), choices, empty: t('claim.choose'), required: true })}
<div class="actions">${submit(label)}</div>`,
)}`,
  )
}

function setAside(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { moves, begun } = props
  if (moves.set_aside !== null) return nothing
  const refused = refusedBy(props, 'set_aside')
  const open = refused !== undefined || Boolean(begun?.duplicateOf)
  const reason = begun?.duplicateOf ? 'duplicate' : null
  const form = { ...at(props, 'setting-aside'), guard: true, ...refused }
  const choices = setAsideReasons.map((value) => ({ value, label: t(`set_aside_reason.${value}`) }))
  return folded(
    { id: 'set-aside', label: t('move.set_aside'), tone: 'quiet', open },
    html`
${note(t('claim.set_aside_text'))}${complaint(frame, refused)}
${postForm(
  frame,
  form,
  (fields) => html`
<div class="reveals reveals-duplicate">
${fields.radios({ name: 'reason', label: t('claim.set_aside_reason'), value: reason, choices, required: true })}
<div class="revealed">${survivors(frame, fields, props)}</div>
</div>
${fields.text({ name: 'words', label: t('claim.set_aside_words'), hint: t('claim.set_aside_words_hint') })}
<div class="actions">${submit(t('move.set_aside'))}</div>`,
)}`,
  )
}

/** The claim that it repeats: one that was chosen already, or any other by its address. */
function survivors(frame: Frame, fields: Fields, { chosen, begun, claim: own }: ClaimProps): Html {
  const { t } = frame
  const options = { label: t('claim.duplicate_of'), hint: t('claim.duplicate_of_hint') }
  const likely = chosen.filter(({ stage }) => stage !== 'set_aside')
  const choices = likely.map((claim) => ({
    value: claim.id,
    label: html`<span${langOf(frame, claim.language)}>${claim.statement}</span> ${stageLabel(frame, claim.stage)}`,
  }))
  const repeats = begun?.duplicateOf
  const isThere = likely.some(({ id }) => id === repeats)
  const shown = choices.length
    ? fields.radios({
        ...{ name: 'likely', label: t('claim.duplicate_likely'), choices, unmarked: true },
        value: repeats,
      })
    : nothing
  const other = isThere ? null : repeats
  return html`${shown}${fields.text({ name: 'duplicateOf', ...options, value: other, unmarked: true })}
${note(html`<a href="/claims/${own.id}/similar">${t('similar.look')}</a>`)}`
}

function bringBack(frame: Frame, props: ClaimProps): Html {
  if (props.moves.bring_back !== null) return nothing
  return action(frame, { ...at(props, 'bringing-back'), label: frame.t('move.bring_back') })
}

function reopen(frame: Frame, props: ClaimProps): Html {
  const { t, viewer } = frame
  const { moves, told } = props
  if (moves.reopen !== null) return nothing
  const refused = refusedBy(props, 'reopening')
  const form = { ...at(props, 'reopening'), ...refused }
  const canMark = told !== null && viewer !== null && has(viewer, 'editor')
  return folded(
    { id: 'reopen', label: t('move.reopen'), open: refused !== undefined },
    html`
${note(told ? t('claim.reopen_text') : t('claim.reopen_withdrawn'))}${complaint(frame, refused)}
${postForm(
  frame,
  form,
  (fields) => html`
${canMark ? fields.check({ name: 'underCorrection', label: t('claim.under_correction'), hint: t('claim.under_correction_hint') }) : nothing}
<div class="actions">${submit(t('claim.reopen_submit'))}</div>`,
)}`,
  )
}
