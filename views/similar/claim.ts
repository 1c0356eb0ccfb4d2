import type { Claim } from '../../src/domain/claim.ts'
import type { Sense } from '../../src/domain/linking.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { page } from '../layout.ts'
import { heading, langOf, section } from '../parts.ts'
import { similarRulings } from '../rulings/similar.ts'
import { similarItem } from './item.ts'
import type { Found, Similar, SimilarRuling } from './props.ts'

export type SimilarToProps = {
  claim: Claim
  similar: Found
  /** How the claim stands to those that it is linked to, by their ids. */
  linked: ReadonlyMap<string, Sense>
  /** What this viewer may do with the claim now. */
  may: { link: boolean; setAside: boolean; addEvidence: boolean }
}

const at = (claim: string): string => `/claims/${claim}/similar`

/** On the page of a claim: with script they are looked for once the page is there; else a link leads to them. */
export function similarSection({ t }: Frame, { id }: Claim): Html {
  const path = at(id)
  const way = html`<p class="note"><a href="${path}">${t('similar.look')}</a></p>`
  return section(
    'similar',
    t('similar.title'),
    html`<div class="similar-found" id="similar-of-${id}" data-later="${path}" hx-get="${path}" hx-trigger="load" hx-swap="innerHTML">${way}</div>`,
  )
}

/** How many there are, and which. */
export function similarToClaim(frame: Frame, props: SimilarToProps): Html {
  const { t } = frame
  const { claims, rulings } = props.similar
  const ways = (one: Similar) => waysOn(frame, props, one)
  const row = (one: Similar) => similarItem(frame, `similar-${one.claim.id}`, one, ways)
  const list = html`<ul class="rows" role="list">${claims.map(row)}</ul>`
  const asEvidence = (one: SimilarRuling) => evidenceOf(frame, props, one)
  return html`<p class="similar-title">${t('claimForm.similar_count', { count: claims.length })}</p>${claims.length > 0 ? list : nothing}${similarRulings(frame, 'similar', rulings, asEvidence)}`
}

/** How somebody else rated it becomes evidence like any other: a form that a person reads and sends. */
function evidenceOf(
  { t }: Frame,
  { claim, may }: SimilarToProps,
  { ruling, said }: SimilarRuling,
): Part {
  if (!may.addEvidence) return null
  const path = `/claims/${claim.id}?ruling=${ruling.id}#add-evidence`
  return html`<p class="note"><a href="${path}">${t('ruling.as_evidence')}<span class="visually-hidden">: ${said.text}</span></a></p>`
}

/** What can be done with the two. Where they say different things, neither is a duplicate. */
function waysOn({ t }: Frame, { claim, may, linked: links }: SimilarToProps, one: Similar): Part {
  const other = one.claim.id
  const known = links.get(other)
  if (known) {
    const said = t('similar.linked', { sense: t(`link.${known}`) })
    return html`<p class="note">${said}</p>`
  }
  const way = (query: string, place: string, label: string) =>
    html`<a href="/claims/${claim.id}?${query}#${place}">${label}<span class="visually-hidden">: ${one.claim.statement}</span></a>`
  const linked = (sense: 'same_as' | 'updates' | 'contradicts') =>
    may.link && way(`link=${other}&sense=${sense}`, 'add-link', t(`similar.link_${sense}`))
  if (one.likeness.warns) return line([linked('updates'), linked('contradicts')])
  const canSetAside = may.setAside && one.claim.stage !== 'set_aside'
  return line([
    linked('same_as'),
    canSetAside && way(`duplicateOf=${other}`, 'set-aside', t('similar.duplicate')),
  ])
}

const line = (parts: (Html | false)[]): Part =>
  parts.some(Boolean) && html`<p class="note">${joined(parts)}</p>`

/** The same as a page of its own. */
export function similarPage(frame: Frame, props: SimilarToProps): Html {
  const { t } = frame
  const { claim } = props
  const back = { href: `/claims/${claim.id}`, label: t('similar.back') }
  const lead = html`<span${langOf(frame, claim.language)}>${claim.statement}</span>`
  return page(
    frame,
    { title: t('similar.title') },
    html`
${heading({ title: t('similar.title'), back, lead })}
<div class="similar-found">${similarToClaim(frame, props)}</div>`,
  )
}
