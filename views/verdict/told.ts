import type { Contact } from '../../src/domain/contact.ts'
import { type Evidence, isPublic, isUsable } from '../../src/domain/evidence.ts'
import { type Made, madeBy } from '../../src/domain/origins.ts'
import type { SearchRecord } from '../../src/domain/search-record.ts'
import { publicStatuses } from '../../src/domain/status.ts'
import type { Verdict, Written } from '../../src/domain/verdict.ts'
import type { ClaimProps } from '../claim/props.ts'
import { namesOf } from '../claim/props.ts'
import { contactItem } from '../contact/item.ts'
import { kindWord, quotation, whence } from '../evidence/item.ts'
import { type Proofs, type Proved, proofLine } from '../evidence/proof.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { isMessageKey } from '../messages.ts'
import {
  inReadersLanguage,
  langOf,
  languageName,
  markdown,
  outside,
  partialDate,
  personName,
  ratingMark,
  stanceMark,
  statusLabel,
  when,
} from '../parts.ts'
import { searchList } from '../search/item.ts'
import { datesAsTold, outdatedSince } from './dates.ts'
import { takenFrom } from './reuse.ts'

/** What a verdict stands on, as the public is shown it. */
export type Ground = Pick<
  ClaimProps,
  'claim' | 'appearances' | 'scale' | 'evidence' | 'proofs' | 'searches' | 'contacts'
>

/**
 * A verdict as the public reads it: rating, one sentence, why, the date it holds for, the
 * sources, the searches and who was asked, without what stays on the desk.
 */
export function verdictAsTold(frame: Frame, verdict: Written, props: Ground): Html {
  const { t } = frame
  const { claim, appearances, scale, evidence, proofs, searches, contacts } = props
  const rating = scale.find(({ id }) => id === verdict.rating)
  const lang = langOf(frame, claim.language)
  const misleads = verdict.reasons.filter((reason) => reason !== 'outdated_since')
  const reasons = misleads.map((reason) => reasonWord(frame, reason))
  return html`<div class="told">
<p class="told-rating">${rating ? ratingMark(frame, rating) : t('rating.none')}</p>
${conclusion(frame, verdict, claim.language)}${outdatedSince(frame, verdict)}
${reasons.length ? html`<p class="reasons">${joined(reasons)}</p>` : nothing}
<div${lang}>${markdown(verdict.rationale)}</div>
${datesAsTold(frame, verdict)}
${sources(frame, evidence.filter(isPublic), proofs, madeBy(claim, appearances))}
${searched(frame, searches)}
${asked(frame, contacts.filter(isPublic))}
</div>`
}

/** The one sentence, in the reader's language where there is one; what it was translated from beneath. */
function conclusion(frame: Frame, verdict: Written, language: string): Html {
  const { conclusion: text, conclusionEn: en, conclusionIt: it } = verdict
  if (!text && !en && !it) return nothing
  const said = inReadersLanguage(frame, { language, text, en, it })
  const original = said.original
    ? html`<p class="note original">${languageName(frame, language)}: <span lang="${language}">${said.original}</span></p>`
    : nothing
  return html`<p class="conclusion"${langOf(frame, said.lang)}>${said.text}</p>${original}`
}

/** A reason in words; one that the desk no longer knows stays as it was recorded. */
function reasonWord({ t }: Frame, reason: string): string {
  const key = `reason.${reason}`
  return isMessageKey(key) ? t(key) : reason
}

/** The sources that count, by number; apart from them those that no longer do, and why. */
function sources(frame: Frame, evidence: Evidence[], proofs: Proofs, made: Made): Html {
  const { t } = frame
  if (evidence.length === 0) return nothing
  const list = (some: Evidence[]) =>
    html`<ol role="list">${some.map((one) => source(frame, one, made, proofs[one.id]))}</ol>`
  const counting = evidence.filter(isUsable)
  const out = evidence.filter((one) => !isUsable(one))
  const rest = html`<p class="note">${t('verdict.sources_out', { count: out.length })}</p>${list(out)}`
  return html`<details class="sources"><summary>${t('verdict.sources', { count: counting.length })}</summary>${list(counting)}${out.length ? rest : nothing}</details>`
}

function source(frame: Frame, one: Evidence, made: Made, proof: Proved | undefined): Html {
  const { number, title, url, publisher, publishedOn, stance, rankReason } = one
  const about = [
    stanceMark(frame, stance),
    kindWord(frame, one),
    publisher,
    publishedOn && partialDate(frame, publishedOn),
  ]
  const out = isUsable(one)
    ? nothing
    : html`<p class="mark"><strong>${frame.t('rank.deprecated')}</strong> · ${rankReason}</p>`
  return html`<li><span class="evidence-number">[${number}]</span> <div><p>${url ? outside(url, title) : title}</p><p class="note">${joined(about)}</p>${out}${quotation(frame, one)}${proof ? proofLine(frame, one, proof) : nothing}${whence(frame, one, made)}</div></li>`
}

/** Where the desk looked, and what came of it, nothing included. */
const searched = (frame: Frame, searches: SearchRecord[]): Html =>
  searches.length
    ? html`<details class="told-searches"><summary>${frame.t('verdict.searches', { count: searches.length })}</summary>${searchList(frame, searches)}</details>`
    : nothing

/** Who was asked, and the reply or the silence. */
const asked = (frame: Frame, contacts: Contact[]): Html =>
  contacts.length
    ? html`<div class="told-contacts"><p><strong>${frame.t('verdict.contacts')}</strong></p><ul class="contacts" role="list">${contacts.map((one) => contactItem(frame, one))}</ul></div>`
    : nothing

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
    status === 'published' && verdict.recheckOn
      ? html`${t('verdict.planned_for')} ${partialDate(frame, verdict.recheckOn)}`
      : null,
    takenFrom(frame, verdict, props),
    isMended ? t('verdict.mended_by', { who: name(verdict.author) }) : null,
    isMended && verdict.reviewer
      ? t('verdict.mend_read_by', { who: name(verdict.reviewer) })
      : null,
    html`<a href="/verdicts/${verdict.id}/history">${t('claim.history')}</a>`,
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
      ? html`<p class="mark mark-correction"><strong>${t('verdict.under_correction')}</strong> · ${t('verdict.marked')} ${when(frame, underCorrectionSince)}</p>`
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
