import { moves } from '../../src/domain/stage.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import { type ClaimProps, namesOf } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { note, personName, section } from '../parts.ts'
import { verdictForm } from './form.ts'
import { keeping, mending } from './mending.ts'
import { reading, returning } from './reading.ts'
import { blindReading, readingFiled, whyTwo } from './second.ts'
import { earlierVersions, lastTold, verdictAsTold, verdictMeta, verdictNotices } from './told.ts'

/** What the desk concludes: written, read by a colleague, or told to the public. */
export function verdictSection(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  return section(
    'verdict',
    t('verdict.title'),
    html`${atWork(frame, props)}${earlierVersions(frame, props)}`,
  )
}

function atWork(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { stage } = props.claim
  const told = toldBlock(frame, props)
  if (stage === 'in_review') {
    const isBlind = props.workingHidden && props.mayWrite
    const read = isBlind ? unseen(frame, props) : reading(frame, props)
    return html`${foldedTold(frame, props, told)}${read}`
  }
  if (stage === 'checking') {
    return html`${foldedTold(frame, props, told)}${writing(frame, props)}${life(frame, props)}${keeping(frame, props)}`
  }
  return told ?? note(stage === 'set_aside' ? t('verdict.none') : t('verdict.not_yet'))
}

/** A proposal is judged by claim and evidence alone, or goes back where these are not fit for it. */
const unseen = (frame: Frame, props: ClaimProps): Html =>
  html`${blindReading(frame, props)}${props.moves.return === null ? html`<div class="ways">${returning(frame, props)}</div>` : nothing}`

/** Why a colleague sent the proposal back, before anything else is written on it. */
function returned(frame: Frame, props: ClaimProps): Html {
  const last = props.history.find(({ kind, verb }) => kind === 'claim' && verb in moves)
  if (last?.verb !== 'return' || !last.comment) return nothing
  const who = personName(frame, namesOf(props), last.actor)
  return html`<div class="consequence" id="returned"><p><strong>${frame.t('verdict.returned', { who })}</strong></p><div class="plain-text">${last.comment}</div></div>`
}

function writing(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  if (props.workingHidden) return note(t(props.mayWrite ? 'reading.hidden' : 'verdict.hidden'))
  if (props.mayWrite) {
    return html`${returned(frame, props)}${whyTwo(frame, props)}${readingFiled(frame, props)}${verdictForm(frame, props)}`
  }
  if (!props.working) return note(t('verdict.not_written'))
  return html`${returned(frame, props)}${whyTwo(frame, props)}${readingFiled(frame, props)}${verdictMeta(frame, props.working, props)}
<div class="preview" id="rationale">${verdictAsTold(frame, props.working, props)}</div>`
}

/** The way to what became of the draft so far. */
const life = ({ t }: Frame, { working }: ClaimProps): Html =>
  working
    ? html`<p class="note to-history"><a href="/verdicts/${working.id}/history">${t('told.of_draft')}</a></p>`
    : nothing

/** What the public reads, and what can be done about it. */
function toldBlock(frame: Frame, props: ClaimProps): Html | null {
  const told = lastTold(props)
  if (!told) return null
  return html`${verdictMeta(frame, told, props)}${inPublic(frame, told)}
${verdictNotices(frame, told, props.claim.language)}
${verdictAsTold(frame, told, props)}
${mending(frame, told, props)}`
}

/** The way to the page that the public reads, where there is one: it has other styles, and no script. */
const inPublic = ({ t, publicPages }: Frame, told: Verdict): Html =>
  publicPages
    ? html`<p class="note"><a href="/verdicts/${told.slug ?? told.claim}" hx-boost="false">${t('verdict.in_public')}</a></p>`
    : nothing

/** While a new version is made, the public one steps back: it is there, folded. */
function foldedTold(frame: Frame, props: ClaimProps, told: Html | null): Html {
  const { t } = frame
  if (!told) return nothing
  const open = ['typo', 'withdrawal'].includes(props.refused?.form ?? '') || props.awaitsReader
  const name = props.told ? t('verdict.public_now') : t('verdict.withdrawn_last')
  return html`<details class="public-now" id="public-now"${open ? html` open` : ''}><summary>${name}</summary>
${told}</details>`
}
