import type { Rating } from '../../src/domain/rating.ts'
import type { RulingLine } from '../../src/domain/ruling.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, type Part } from '../html.ts'
import { outside, partialDate, ratingMark } from '../parts.ts'

/** Who rated it: its name where one is given, else its address. */
export const publisherOf = ({ publisher, publisherName }: RulingLine): string =>
  publisherName?.trim() || publisher

/** No more of what a record says in one place is shown in a line, in characters. */
const IN_A_LINE = 120

/** The beginning of a text that may be as long as its publisher likes. */
export function beginningOf(text: string, most = IN_A_LINE): string {
  const points = Array.from(text)
  return points.length > most ? `${points.slice(0, most).join('').trimEnd()}…` : text
}

/** How somebody rated it, and when, as plain text. */
export const ratedText = (frame: Frame, ruling: RulingLine): string =>
  sentence(frame, ruling, beginningOf(publisherOf(ruling)), beginningOf(ruling.label))

function sentence({ t }: Frame, ruling: RulingLine, publisher: string, label: string): string {
  const year = ruling.reviewedOn?.match(/^\d{4}(?!\d)/)?.[0]
  return year
    ? t('ruling.rated', { publisher, label, year })
    : t('ruling.rated_once', { publisher, label })
}

/** Where the publisher and the label stand in the sentence: no message has these. */
const places = ['\u2460', '\u2461'] as const

/** The same, its label set apart. What others wrote runs in its own direction. */
export function rated(frame: Frame, ruling: RulingLine): Html {
  const parts: Record<string, Part> = {
    [places[0]]: html`<bdi>${beginningOf(publisherOf(ruling))}</bdi>`,
    [places[1]]: html`<em class="ruling-label"><bdi>${beginningOf(ruling.label)}</bdi></em>`,
  }
  const said = sentence(frame, ruling, ...places).split(/([\u2460\u2461])/)
  return html`<span class="ruling-said">${said.map((text) => parts[text] ?? text)}</span>`
}

/** A date as a record has it; as it stands there where it is none. */
export function dayIn(frame: Frame, date: string): Part {
  const isDate = /^\d{4}(-\d\d){0,2}$/.test(date) && !Number.isNaN(Date.parse(date))
  return isDate ? partialDate(frame, date) : beginningOf(date)
}

/** What it amounts to here, who said what was rated, when it was rated, and the way to where that stands. */
export function rulingFacts(frame: Frame, ruling: RulingLine, rating: Rating | null): Html {
  const { t } = frame
  const { claimant, claimedOn, reviewedOn, url } = ruling
  const speaker = claimant ? beginningOf(claimant) : null
  return joined([
    rating ? html`${t('ruling.amounts')} ${ratingMark(frame, rating)}` : null,
    speaker ? html`${t('ruling.said_by')} <bdi>${speaker}</bdi>` : null,
    claimedOn ? dayIn(frame, claimedOn) : null,
    reviewedOn ? html`${t('ruling.reviewed')} ${dayIn(frame, reviewedOn)}` : null,
    url ? outside(url, t('ruling.original')) : null,
  ])
}
