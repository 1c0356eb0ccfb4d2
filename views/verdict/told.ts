import { type Evidence, isPublic, isUsable } from '../../src/domain/evidence.ts'
import { publicStatuses } from '../../src/domain/status.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { ClaimProps } from '../claim/props.ts'
import { namesOf } from '../claim/props.ts'
import { quotation } from '../evidence/item.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { isMessageKey } from '../messages.ts'
import {
  langOf,
  markdown,
  outside,
  partialDate,
  personName,
  ratingMark,
  stanceMark,
  statusLabel,
  when,
} from '../parts.ts'

/**
 * A verdict as the public reads it: rating, one sentence, why, the date it holds for, and the
 * sources, without those that stay on the desk.
 */
export function verdictAsTold(frame: Frame, verdict: Verdict, props: ClaimProps): Html {
  const { t } = frame
  const { claim, scale, evidence } = props
  const rating = scale.find(({ id }) => id === verdict.rating)
  const lang = langOf(frame, claim.language)
  const reasons = verdict.reasons.map((reason) => reasonWord(frame, reason))
  return html`<div class="told">
<p class="told-rating">${rating ? ratingMark(frame, rating) : t('rating.none')}</p>
<p class="conclusion"${lang}>${verdict.conclusion}</p>
${reasons.length ? html`<p class="reasons">${joined(reasons)}</p>` : nothing}
<div${lang}>${markdown(verdict.rationale)}</div>
${verdict.holdsOn ? html`<p class="note">${t('verdict.holds_on')} ${partialDate(frame, verdict.holdsOn)}</p>` : nothing}
${sources(frame, evidence.filter(isPublic))}
</div>`
}

/** A reason in words; one that the desk no longer knows stays as it was recorded. */
function reasonWord({ t }: Frame, reason: string): string {
  const key = `reason.${reason}`
  return isMessageKey(key) ? t(key) : reason
}

function sources(frame: Frame, evidence: Evidence[]): Html {
  const { t } = frame
  if (evidence.length === 0) return nothing
  const source = (one: Evidence) => {
    const { number, title, url, publisher, publishedOn, stance } = one
    const out = isUsable(one) ? null : t('rank.deprecated')
    const about = [
      stanceMark(frame, stance),
      publisher,
      publishedOn && partialDate(frame, publishedOn),
      out,
    ]
    return html`<li><span class="evidence-number">[${number}]</span> <div><p>${url ? outside(url, title) : title}</p><p class="note">${joined(about)}</p>${quotation(frame, one)}</div></li>`
  }
  return html`<details class="sources"><summary>${t('verdict.sources', { count: evidence.length })}</summary><ol role="list">${evidence.map(source)}</ol></details>`
}

/** The sources that a rationale cites and readers will not find: kept inside, or not there. */
export function citedInVain({ rationale }: Verdict, evidence: Evidence[]): number[] {
  const known = new Set(evidence.filter(isPublic).map(({ number }) => number))
  const cited = Array.from(rationale.matchAll(/\[(\d{1,4})\](?!\()/g), ([, digits]) =>
    Number(digits),
  )
  return [...new Set(cited)].filter((number) => !known.has(number))
}

/** The version whose typo was mended: its writer and its reader are still those of the verdict. */
const mendedVersion = ({ number, ...verdict }: Verdict, { versions }: ClaimProps) =>
  versions.findLast(
    (one) =>
      one.number < number && one.correctionKind !== 'typo' && publicStatuses.includes(one.status),
  ) ?? verdict

/** Which version, where it stands, since when, and whose work it is. */
export function verdictMeta(frame: Frame, verdict: Verdict, props: ClaimProps): Html {
  const { t } = frame
  const name = (id: string) => personName(frame, namesOf(props), id)
  const { number, status, publishedAt } = verdict
  const isMended = verdict.correctionKind === 'typo'
  const { author, reviewer } = isMended ? mendedVersion(verdict, props) : verdict
  const parts = [
    statusLabel(frame, status),
    t('verdict.version', { number }),
    publishedAt ? when(frame, publishedAt) : null,
    t('verdict.written_by', { who: name(author) }),
    reviewer ? t('verdict.read_by', { who: name(reviewer) }) : null,
    isMended ? t('verdict.mended_by', { who: name(verdict.author) }) : null,
    isMended && verdict.reviewer
      ? t('verdict.mend_read_by', { who: name(verdict.reviewer) })
      : null,
  ]
  return html`<p class="note verdict-meta">${joined(parts)}</p>`
}

/** What the public is told about a version beyond its words: corrections, withdrawal, doubts. */
export function verdictNotices(frame: Frame, verdict: Verdict, claimLanguage: string): Html {
  const { t } = frame
  const { correctionKind, correctionReason, withdrawalReason, underCorrectionSince } = verdict
  const lang = langOf(frame, claimLanguage)
  return html`${
    underCorrectionSince
      ? html`<p class="mark mark-correction"><strong>${t('verdict.under_correction')}</strong> · ${t('verdict.since')} ${when(frame, underCorrectionSince)}</p>`
      : nothing
  }${
    withdrawalReason
      ? html`<p class="mark mark-withdrawn"><strong>${t('status.withdrawn')}</strong> · <span${lang}>${withdrawalReason}</span></p>`
      : nothing
  }${
    correctionKind
      ? html`<p class="mark mark-changed"><strong>${t(`correction_name.${correctionKind}`)}</strong>${correctionReason ? html` · <span${lang}>${correctionReason}</span>` : nothing}</p>`
      : nothing
  }`
}

/** What is public now; where nothing is, what was withdrawn last. */
export const lastTold = ({ told, versions }: ClaimProps): Verdict | null =>
  told ?? versions.findLast(({ status }) => status === 'withdrawn') ?? null

/** Every version that the public ever read, but the one shown above, newest first. */
export function earlierVersions(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const shown = lastTold(props)?.id
  const others = props.versions.filter(
    ({ id, status }) => publicStatuses.includes(status) && id !== shown,
  )
  if (others.length === 0) return nothing
  const row = (verdict: Verdict) => html`<li>
${verdictMeta(frame, verdict, props)}
${verdictNotices(frame, verdict, props.claim.language)}
${verdictAsTold(frame, verdict, props)}
</li>`
  return html`<details class="versions" id="versions"><summary>${t('verdict.earlier', { count: others.length })}</summary>
<ol role="list">${others.toReversed().map(row)}</ol></details>`
}
