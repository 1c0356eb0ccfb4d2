import type { Appearance } from '../../src/domain/appearance.ts'
import type { Article } from '../../src/domain/article.ts'
import type { Claimant } from '../../src/domain/claimant.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { certain, partialDate } from '../parts.ts'

/** The words of a claim where they stand in an article. */
export type Place = { appearance: Appearance; article: Article; claimant?: Claimant | null }

/** Who claims it, in words: a name, the outlet in its own voice, or nobody we know. */
export function claimedBy({ t }: Frame, { appearance, article, claimant }: Place): string {
  const { claimantKind } = appearance
  const name = claimant?.name ?? appearance.claimant
  if (claimantKind === 'named' && name) return t('claim.by_named', { who: name })
  if (claimantKind !== 'outlet') return t('claim.by_nobody')
  return article.outlet ? t('claim.by_outlet', { who: article.outlet }) : t('claim.by_the_outlet')
}

/** When it was claimed, and how well that is known. */
export const claimedWhen = (frame: Frame, { claimedOn, claimedOnReason }: Appearance): Html =>
  html`${partialDate(frame, claimedOn)}${certain(frame, claimedOn, claimedOnReason)}`

/** The chain through which a claim reached us, claimant first. */
export const chain = ({ t }: Frame, links: readonly string[]): Html =>
  html`<span class="chain"><span class="visually-hidden">${t('claimForm.attribution')}: </span>${links.map(
    (link, i) =>
      html`${i ? html` <span class="arrow" aria-hidden="true">→</span><span class="visually-hidden">, ${t('claim.then')}</span> ` : ''}<span>${link}</span>`,
  )}</span>`
