import type { PublicFrame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { outside, partialDate, quoted, section } from '../parts.ts'
import { inTongue, toldClaimant } from './parts.ts'
import type { ToldAppearance, ToldVerdict } from './props.ts'

/** Where we looked, and what came of it, nothing included. */
export function searchesTold(frame: PublicFrame, { searches }: ToldVerdict): Html {
  const { t } = frame
  if (searches.length === 0) return nothing
  const row = ({ place, words, searchedOn, outcome, note }: ToldVerdict['searches'][number]) => {
    const sought = /["“”„«»]/.test(words) ? words : quoted(frame, words)
    const about = [
      html`<strong>${t(`outcome.${outcome}`)}</strong>`,
      partialDate(frame, searchedOn),
    ]
    return html`<li><p dir="auto">${place}: ${sought}</p><p class="note">${joined(about)}</p>${note ? html`<p dir="auto">${note}</p>` : nothing}</li>`
  }
  return section(
    'searches',
    t('public.searches'),
    html`<ul class="grounds-told" role="list">${searches.map(row)}</ul>`,
  )
}

/** Who was asked, and the reply or the silence. */
export function contactsTold(frame: PublicFrame, { contacts }: ToldVerdict): Html {
  const { t } = frame
  if (contacts.length === 0) return nothing
  const row = (one: ToldVerdict['contacts'][number]) => {
    const { who, role, way, askedOn, question, outcome, reply, repliedOn } = one
    const about = [
      t(`way.${way}`),
      askedOn && html`${t('contact.asked')} ${partialDate(frame, askedOn)}`,
      html`<strong>${t(`reply.${outcome}`)}</strong>${repliedOn ? html`, ${partialDate(frame, repliedOn)}` : nothing}`,
    ]
    return html`<li><p dir="auto"><strong>${who}</strong>${role ? html`, ${role}` : nothing}</p><p class="note">${joined(about)}</p>
<p class="asked-words" dir="auto"><span class="visually-hidden">${t('contact.question')}: </span>${question}</p>
${reply ? html`<blockquote class="quotation"><p dir="auto"><span class="visually-hidden">${t('contact.reply')}: </span><q>${reply}</q></p></blockquote>` : nothing}</li>`
  }
  return section(
    'contacts',
    t('public.contacts'),
    html`<ul class="grounds-told" role="list">${contacts.map(row)}</ul>`,
  )
}

/** The exact words in each article, who claims them there, and through whom they came. */
export function appearancesTold(frame: PublicFrame, { appearances }: ToldVerdict): Html {
  const { t } = frame
  if (appearances.length === 0) return nothing
  return section(
    'appearances',
    t('public.appearances'),
    html`<ul class="grounds-told" role="list">${appearances.map((one) => appearance(frame, one))}</ul>`,
  )
}

function appearance(frame: PublicFrame, one: ToldAppearance): Html {
  const { t } = frame
  const { quote, attribution, claimant, article } = one
  const chain =
    attribution.length > 1
      ? html`<p class="note"><span class="visually-hidden">${t('claimForm.attribution')}: </span>${joined(
          attribution.map((link) => html`<span dir="auto">${link}</span>`),
          html` <span class="arrow" aria-hidden="true">→</span><span class="visually-hidden">, ${t('claim.then')}</span> `,
        )}</p>`
      : nothing
  const source = html`<span${inTongue(frame, article.language)}>${article.url ? outside(article.url, article.title) : article.title}</span>`
  const about = [
    source,
    article.outlet && html`<span dir="auto">${article.outlet}</span>`,
    article.date && partialDate(frame, article.date),
  ]
  return html`<li><blockquote class="quotation"><p${inTongue(frame, article.language)}><q>${quote}</q></p></blockquote>
<p class="who-claims"><span dir="auto">${joined([toldClaimant(frame, one), claimant.role], ', ')}</span>, ${saidOn(frame, one)}</p>${chain}
<p class="note">${joined(about)}</p></li>`
}

/** When it was claimed, and whether that is the desk’s own finding. */
export const saidOn = (
  frame: PublicFrame,
  { claimedOn, claimedOnCertainty }: ToldAppearance,
): Html =>
  html`${partialDate(frame, claimedOn)}${claimedOnCertainty === 'inferred' ? html` (${frame.t('certainty.inferred')})` : nothing}`
