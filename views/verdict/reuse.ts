import { isUnsettled } from '../../src/domain/original.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import { type ClaimProps, complaint, refusedBy, type Taken } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { action, langOf, partialDate, postForm, ratingMark, submit, when } from '../parts.ts'

const toClaim = (frame: Frame, { claim }: Pick<Taken, 'claim'>): Html =>
  html`<a href="/claims/${claim.id}#verdict"${langOf(frame, claim.language)}>${claim.statement}</a>`

/** Whence a version was taken over. */
export function takenFrom(frame: Frame, { id }: Verdict, { originals }: ClaimProps): Html | null {
  const { t } = frame
  const original = originals[id]
  if (!original) return null
  const version = t('verdict.version', { number: original.taken.number })
  return html`${t('reuse.from')} ${toClaim(frame, original)}, ${version}`
}

/** What is public on a claim that is the same, to be taken over in one step where nothing is written yet. */
export function reusing(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, reusable, working, ids, scale } = props
  if (reusable.length === 0) return nothing
  const one = ({ claim: of, told }: ClaimProps['reusable'][number]) => {
    const rating = scale.find(({ id }) => id === told.rating)
    const about = joined([
      rating ? ratingMark(frame, rating) : null,
      told.holdsOn && html`${t('verdict.holds_on')} ${partialDate(frame, told.holdsOn)}`,
      told.underCorrectionSince ? t('verdict.under_correction') : null,
    ])
    const step = action(frame, {
      id: `reuse-${told.id}`,
      action: `/claims/${claim.id}/reuse`,
      newId: ids.verdict,
      revision: claim.revision,
      hidden: { verdictRevision: working?.revision ?? 0, from: told.id },
      label: t('reuse.submit'),
      about: of.statement,
    })
    return html`<li><p><a class="statement" href="/claims/${of.id}#verdict"${langOf(frame, of.language)}>${of.statement}</a></p><p class="note">${about}</p>${step}</li>`
  }
  return html`<div class="reusable" id="reusable"><p><strong>${t('reuse.offered')}</strong> ${t('reuse.offered_text')}</p>
${complaint(frame, refusedBy(props, 'reuse'))}<ul class="links" role="list">${reusable.map(one)}</ul></div>`
}

/** What became of the verdict that one took over, where that is to be looked at. */
export const becameOf = (frame: Frame, original: Taken): Html => {
  const { state, since } = original
  if (!state) return nothing
  return joined([frame.t(`reuse.${state}`), since && when(frame, since), toClaim(frame, original)])
}

/** Over a verdict whose original stands no longer as it did: what became of that, and the step that settles it. */
export function unsettled(frame: Frame, verdict: Verdict, props: ClaimProps): Html {
  const { t } = frame
  const { claim, originals, mayWrite, moves, asOf } = props
  const original = originals[verdict.id]
  if (asOf || !original?.state) return nothing
  if (verdict.status === 'published' && !isUnsettled(verdict, claim.stageSince, original)) {
    return nothing
  }
  const mark = html`<p><strong>${t('reuse.look_again')}</strong> ${becameOf(frame, original)}</p>`
  const ways =
    mayWrite && verdict.status === 'published'
      ? html`${standing(frame, verdict, original, props)}${moves.reopen === null ? html`<p class="note"><a href="#reopen">${t('reuse.reopen')}</a></p>` : nothing}`
      : nothing
  return html`<div class="mark mark-correction" id="unsettled">${mark}${ways}</div>`
}

/** The form of whoever looked: it stands, and why. */
export function standing(
  frame: Frame,
  verdict: Verdict,
  original: Taken,
  { refused, back }: Partial<Pick<ClaimProps, 'refused'>> & { back?: string },
): Html {
  const { t } = frame
  const own = refused?.form === 'original' ? refused : undefined
  const form = {
    id: back ? `stand-${verdict.id}` : 'stand',
    action: `/verdicts/${verdict.id}/original`,
    revision: verdict.revision,
    hidden: { seen: original.key, back },
    class: 'due-form',
    label: t('reuse.stands'),
    ...own,
  }
  return html`${complaint(frame, own)}${postForm(
    frame,
    form,
    (fields) => html`
${fields.text({ name: 'comment', label: t('reuse.stands_why'), required: true })}
<div class="actions">${submit(t('reuse.stands'))}</div>`,
  )}`
}
