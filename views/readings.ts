import type { Rating } from '../src/domain/rating.ts'
import type { Frame } from './frame.ts'
import { type Html, html, nothing } from './html.ts'
import { page } from './layout.ts'
import { emptyState, heading, note, ratingMark } from './parts.ts'

/** How many blind readings with the rating `second` met a proposal with the rating `first`. */
type Pair = { first: string; second: string; readings: number }

export type AgreementProps = { pairs: Pair[]; scale: Rating[] }

/** How often a proposal and its blind reading agree, for each pair of ratings. */
export function agreementPage(frame: Frame, { pairs, scale }: AgreementProps): Html {
  const { t } = frame
  const sum = (some: Pair[]) => some.reduce((total, { readings }) => total + readings, 0)
  const count = sum(pairs)
  const agreed = sum(pairs.filter(({ first, second }) => first === second))
  const back = { href: '/review', label: t('review.title') }
  const share = new Intl.NumberFormat(frame.lang, { style: 'percent' }).format(agreed / count)
  return page(
    frame,
    { title: t('readings.title') },
    html`
${heading({ title: t('readings.title'), lead: t('readings.lead'), back })}
${
  count === 0
    ? emptyState(t('readings.empty'))
    : html`<p class="agreement-total">${t('readings.agreed', { agreed, count, share })}</p>
${matrix(frame, pairs, scale)}`
}`,
  )
}

/** First ratings down, second ones across; where both are the same they agreed. */
function matrix(frame: Frame, pairs: Pair[], scale: Rating[]): Html {
  const { t } = frame
  const occurs = (id: string) => pairs.some(({ first, second }) => first === id || second === id)
  const shown = scale.filter(({ id, retiredAt }) => !retiredAt || occurs(id))
  const many = (first: string, second: string) =>
    pairs.find((one) => one.first === first && one.second === second)?.readings ?? 0
  const cell = (first: string, second: string) => {
    const count = many(first, second)
    const words = count ? html`${count}` : html`<span class="none">0</span>`
    return first === second
      ? html`<td class="agreed">${words}<span class="visually-hidden"> ${t('readings.same')}</span></td>`
      : html`<td>${words}</td>`
  }
  const row = (first: Rating) =>
    html`<tr><th scope="row">${ratingMark(frame, first)}</th>${shown.map(({ id }) => cell(first.id, id))}</tr>`
  return html`<div class="agreement-scroll" tabindex="0" role="region" aria-labelledby="agreement-caption"><table class="agreement">
<caption id="agreement-caption"><span>${t('readings.caption')}</span></caption>
<thead><tr><th scope="col">${t('readings.corner')}</th>${shown.map((one) => html`<th scope="col">${ratingMark(frame, one)}</th>`)}</tr></thead>
<tbody>${shown.map(row)}</tbody>
</table></div>${scale.length > shown.length ? note(t('readings.retired_left_out')) : nothing}`
}
