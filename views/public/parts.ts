import { toldPath } from '../../src/domain/slug.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { inReadersLanguage, langOf, languageName, ratingShape } from '../parts.ts'
import type { Shapes, ToldAppearance, ToldRating, ToldVerdict } from './props.ts'

/** The path of a verdict, and of one version of it. */
export const verdictPath = toldPath

/** A rating as it was told: its shape, where the desk still draws one, and its word. */
export function toldRating({ lang }: Frame, { id, labels }: ToldRating, shapes: Shapes): Html {
  const drawn = shapes.find((one) => one.id === id)
  return html`<span class="rating">${drawn ? html`${ratingShape(drawn)} ` : nothing}<span>${labels[lang]}</span></span>`
}

/** Words in a language and a direction of their own. */
export const inTongue = (frame: Frame, language: string | null): Html =>
  html`${langOf(frame, language)} dir="auto"`

/** The statement as this reader understands it best. */
export const statementOf = (frame: Frame, { claim }: ToldVerdict) =>
  inReadersLanguage(frame, {
    language: claim.language,
    text: claim.statement,
    ...claim.translations,
  })

/** The one sentence, likewise. */
export const conclusionOf = (
  frame: Frame,
  { claim, conclusion, conclusionTranslations }: ToldVerdict,
) =>
  inReadersLanguage(frame, {
    language: claim.language,
    text: conclusion,
    ...conclusionTranslations,
  })

/** What words were translated from, where they were. */
export const originalOf = (
  frame: Frame,
  { original }: { original: string | null },
  language: string,
): Html =>
  original
    ? html`<p class="note original">${languageName(frame, language)}: <span lang="${language}" dir="auto">${original}</span></p>`
    : nothing

/** Who claims it, in words: a name, the outlet in its own voice, or nobody we know. */
export function toldClaimant({ t }: Frame, { claimant, article }: ToldAppearance): string {
  const { kind, name } = claimant
  if (kind === 'named' && name) return t('claim.by_named', { who: name })
  if (kind !== 'outlet') return t('claim.by_nobody')
  const outlet = name ?? article.outlet
  return outlet ? t('claim.by_outlet', { who: outlet }) : t('claim.by_the_outlet')
}

/** The first place where it is claimed, or nothing where none was told. */
export const firstPlace = ({ appearances }: ToldVerdict): ToldAppearance | null =>
  appearances
    .filter(({ checked }) => checked)
    .toSorted((a, b) => ((a.claimedOn ?? '9') < (b.claimedOn ?? '9') ? -1 : 0))
    .at(0) ?? null

/** The way to the rest of a list, and back to its beginning. */
export function publicPager(
  { t }: Frame,
  pages: { first?: string | null; older?: string | null },
): Html {
  if (!pages.first && !pages.older) return nothing
  const link = (href: string, label: Part) => html`<a href="${href}">${label}</a>`
  return html`<nav class="pager" aria-label="${t('pager.label')}">${
    pages.first ? link(pages.first, html`‹ ${t('public.newest')}`) : nothing
  }${pages.older ? link(pages.older, html`${t('pager.older')} ›`) : nothing}</nav>`
}
