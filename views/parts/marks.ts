import type { LookState } from '../../src/domain/coverage.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Rating, Shape } from '../../src/domain/rating.ts'
import type { Stage } from '../../src/domain/stage.ts'
import type { Status } from '../../src/domain/status.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'

const ring = html`<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>`
const pie = (path: string) => html`${ring}<path d="${path}" fill="currentColor"/>`

/** A rating is never colour alone: each has a shape of its own, drawn on a 16 × 16 ground. */
const drawings: Record<Shape, Html> = {
  full: html`<circle cx="8" cy="8" r="7" fill="currentColor"/>`,
  three_quarters: pie('M8 8V1.75A6.25 6.25 0 1 1 1.75 8z'),
  half: pie('M8 1.75a6.25 6.25 0 0 1 0 12.5z'),
  quarter: pie('M8 8V1.75A6.25 6.25 0 0 1 14.25 8z'),
  empty: ring,
  question: html`<path d="M5 5.6C5 3.8 6.3 2.7 8.1 2.7s3 1.1 3 2.7c0 2.3-3 2.5-3 4.7" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"/><circle cx="8.1" cy="13.1" r="1.1" fill="currentColor"/>`,
  slash: html`${ring}<path d="M3.7 12.3l8.6-8.6" stroke="currentColor" stroke-width="1.5"/>`,
}

/** The shape of a rating alone, for where its word stands beside it. */
export const ratingShape = ({ shape, tone }: Pick<Rating, 'shape' | 'tone'>): Html =>
  html`<svg class="shape tone-${tone}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${drawings[shape]}</svg>`

/** The label of a rating in the reader's language. */
export const ratingLabel = ({ lang }: Frame, { labelEn, labelIt }: Rating): string =>
  lang === 'it' ? labelIt : labelEn

/** A rating: shape and word. */
export const ratingMark = (frame: Frame, rating: Rating): Html =>
  html`<span class="rating">${ratingShape(rating)} <span>${ratingLabel(frame, rating)}</span></span>`

/** Where the work stands, in small capitals. */
export const stageLabel = ({ t }: Frame, stage: Stage): Html =>
  html`<span class="stage stage-${stage}">${t(`stage.${stage}`)}</span>`

/** Where a verdict version stands towards the public. */
export const statusLabel = ({ t }: Frame, status: Status): Html =>
  html`<span class="stage status-${status}">${t(`status.${status}`)}</span>`

/** Plus, minus and circle, on 16 × 16; drawn, because fonts draw them at different heights. */
export const stanceDrawing: Record<Evidence['stance'], Html> = {
  supports: html`<path d="M8 3v10M3 8h10" stroke="currentColor" stroke-width="1.8"/>`,
  refutes: html`<path d="M3 8h10" stroke="currentColor" stroke-width="1.8"/>`,
  context: html`<circle cx="8" cy="8" r="3" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
}

/** The sign of a stance alone, for where its word stands beside it. */
export const stanceSign = (stance: Evidence['stance']): Html =>
  html`<svg class="shape stance-${stance}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${stanceDrawing[stance]}</svg>`

/** A stance: sign and word. */
export const stanceMark = ({ t }: Frame, stance: Evidence['stance']): Html =>
  html`<span class="stance">${stanceSign(stance)} <span>${t(`stance.${stance}`)}</span></span>`

/** How much evidence stands on each side: ＋2 －1. */
export const stanceCount = (
  frame: Frame,
  { supports, refutes }: { supports: number; refutes: number },
): Html =>
  html`<span class="stances"><span title="${frame.t('stance.supports')}">${stanceSign('supports')}<span class="visually-hidden">${frame.t('stance.supports')}: </span>${supports}</span> <span title="${frame.t('stance.refutes')}">${stanceSign('refutes')}<span class="visually-hidden">${frame.t('stance.refutes')}: </span>${refutes}</span></span>`

/** Full where a claim was taken, a dash where it was set aside, hollow where nobody looked yet. */
const looks: Record<LookState, Html> = {
  claimed: html`<circle cx="8" cy="8" r="4.5" fill="currentColor"/>`,
  aside: html`<path d="M3.5 8h9" stroke="currentColor" stroke-width="2"/>`,
  left: html`<circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" stroke-width="1.75"/>`,
}

/** What became of a sentence, for where its word stands beside it. */
export const lookShape = (state: LookState): Html =>
  html`<svg class="shape seen" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${looks[state]}</svg>`
