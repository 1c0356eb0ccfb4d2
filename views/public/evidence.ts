import type { PublicFrame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { exactDay, languageName, outside, partialDate, section, stanceMark } from '../parts.ts'
import { inTongue } from './parts.ts'
import type { ToldEvidence, ToldVerdict } from './props.ts'

/** What the verdict stands on, by number; apart from it what no longer counts, and why. */
export function evidenceTold(frame: PublicFrame, told: ToldVerdict): Html {
  const { t } = frame
  const { evidence } = told
  if (evidence.length === 0) return nothing
  const list = (some: ToldEvidence[]) =>
    html`<ol class="sources-told" role="list">${some.map((one) => item(frame, one, told))}</ol>`
  const counting = evidence.filter(({ rank }) => rank !== 'deprecated')
  const out = evidence.filter(({ rank }) => rank === 'deprecated')
  const rest = html`<h3>${t('verdict.sources_out', { count: out.length })}</h3>${list(out)}`
  return section(
    'evidence',
    t('public.evidence'),
    html`${counting.length ? list(counting) : nothing}${out.length ? rest : nothing}`,
  )
}

function item(frame: PublicFrame, one: ToldEvidence, told: ToldVerdict): Html {
  const { t } = frame
  const { number, title, url, publisher, publishedOn, stance, kind, interest, rank } = one
  const about = [
    stanceMark(frame, stance),
    kind && t(`evidence_kind.${kind}`),
    publisher && html`<span dir="auto">${publisher}</span>`,
    publishedOn && partialDate(frame, publishedOn),
    interest === 'unknown' ? null : t(`interest.${interest}`),
  ]
  const out =
    rank === 'deprecated'
      ? html`<p class="mark"><strong>${t('rank.deprecated')}</strong>${one.rankReason ? html` · ${one.rankReason}` : nothing}</p>`
      : nothing
  return html`<li id="evidence-${number}"><span class="evidence-number">[${number}]</span><div class="source-body">
<p class="source-title" dir="auto">${url ? outside(url, title) : title}</p>
<p class="note">${joined(about)}</p>${out}${quoted(frame, one)}${provenance(frame, one, told)}
</div></li>`
}

/** The exact words, where in the source they stand, and ours, said to be ours. */
function quoted(frame: PublicFrame, one: ToldEvidence): Html {
  const { t } = frame
  const { quote, quoteLanguage, translation, locator } = one
  const place = locator
    ? html`<p class="note"><span class="visually-hidden">${t('evidence.locator')}: </span>${locator}</p>`
    : nothing
  if (!quote) return place
  const ours = quoteLanguage
    ? t('evidence.our_translation_of', { language: languageName(frame, quoteLanguage) })
    : t('evidence.our_translation')
  return html`
<blockquote class="quotation"><p${inTongue(frame, quoteLanguage)}><q>${quote}</q></p></blockquote>
${translation ? html`<p class="in-ours" dir="auto">${translation} <span class="note">(${ours})</span></p>` : nothing}${place}${proof(frame, one)}`
}

/** Whether anybody can find the quote in what was kept of its source. */
function proof(frame: PublicFrame, { proof, quoteReason, snapshot }: ToldEvidence): Html {
  if (!proof || proof === 'no_quote') return nothing
  const { t } = frame
  const isThere = proof === 'exact' || proof === 'moved'
  const reason = quoteReason && !isThere ? html`: <span dir="auto">${quoteReason}</span>` : nothing
  const kept = snapshot
    ? html` · ${t('public.copy_kept')} ${exactDay(frame, snapshot.takenAt)}`
    : nothing
  return html`<p class="note proof-told">${isThere ? '✓ ' : ''}${t(`public.proof_${proof}`)}${reason}${kept}</p>`
}

/** Where it ultimately comes from; and whether that is whoever makes the claim. */
function provenance({ t }: PublicFrame, one: ToldEvidence, { claim }: ToldVerdict): Html {
  const { origin, originIsClaimant, stance } = one
  const from = origin ? html`<p class="note">${t('evidence.comes_from', { origin })}</p>` : nothing
  if (!originIsClaimant) return from
  const shows = claim.kind === 'said' && stance !== 'supports' ? null : claim.kind
  return html`${from}<p class="mark mark-claimant"><strong>${t('evidence.claimants_words')}</strong>${shows ? html`: ${t('evidence.claimants_show', { kind: shows })}` : nothing}</p>`
}
