import {
  type Counts,
  type Coverage,
  type Look,
  type LookState,
  lookStates,
  nextLeft,
  shareOf,
  totalOf,
} from '../../src/domain/coverage.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { lookShape } from '../parts.ts'
import { readerAddress, type Shown } from './address.ts'
import type { Chosen } from './place.ts'

/** What became of a sentence, in words: with the reason where it was set aside. */
export function lookWords({ t }: Frame, { state, asides }: Look): string {
  const [aside] = asides
  const said = aside
    ? ` (${[t(`aside_reason.${aside.reason}`), aside.words].filter(Boolean).join(': ')})`
    : ''
  return t(`look.${state}`) + said
}

/** The share of an article that was looked at: in words, with a small picture. */
export function share({ t }: Frame, counts: Counts): Html {
  const said =
    counts.left === 0 ? t('coverage.all') : t('coverage.share', { share: shareOf(counts) })
  const runs = lookStates.map((state) => ({ state, length: counts[state] }))
  return html`<span class="share">${picture(runs, totalOf(counts), 0)}<span>${said}</span></span>`
}

type Run = { state: LookState; length: number }

/** Sentences side by side that are alike; with few of them, each on its own. */
function runsOf(looks: readonly Look[], each: boolean): Run[] {
  const runs: Run[] = []
  for (const { state } of looks) {
    const last = runs.at(-1)
    if (last?.state === state && !each) last.length += 1
    else runs.push({ state, length: 1 })
  }
  return runs
}

/** So many sentences stand apart from each other in the picture; so many runs are drawn at most. */
const APART = 80
const MOST_RUNS = 400

/** Full, a bar in the middle, or hollow: what stands beside says the same in words. */
function picture(runs: readonly Run[], total: number, gap: number): Html {
  let at = 0
  const shapes = runs.map(({ state, length }) => {
    const [x, width] = [at + gap / 2, length - gap]
    at += length
    return length > 0 ? html`<rect class="look-${state}" x="${x}" width="${width}"/>` : nothing
  })
  return html`<svg class="looks" viewBox="0 0 ${total} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${shapes}</svg>`
}

/** The whole text from left to right, as far as that can be drawn. */
function strip({ looks, counts }: Coverage): Html {
  const isFew = looks.length <= APART
  const runs = runsOf(looks, isFew)
  if (runs.length <= MOST_RUNS) return picture(runs, looks.length, isFew ? 0.2 : 0)
  return picture(
    lookStates.map((state) => ({ state, length: counts[state] })),
    looks.length,
    0,
  )
}

type BarProps = Shown & { coverage: Coverage; choice: Chosen | null; canTake: boolean }

/** How much of the text was looked at, and the way to what is left; where that is not shown, a link to it. */
export function coverageBar(frame: Frame, props: BarProps): Html {
  const { t } = frame
  const { coverage, covering, canTake } = props
  const { counts } = coverage
  const total = totalOf(counts)
  const other = readerAddress({ ...props, covering: !covering }, props.choice)
  const way = (label: string) =>
    html`<a id="coverage-way" href="${other}" hx-get="${other}" hx-target="body" hx-push-url="true">${label}</a>`
  if (!covering) {
    return html`<p class="coverage-off note">${joined([share(frame, counts), way(t('coverage.show'))])}</p>`
  }
  const left = counts.left
  const said = t('coverage.said', { number: '{number}', left })
  const keys = html`<p class="note with-script coverage-keys">${t(canTake ? 'coverage.keys' : 'coverage.keys_viewer')}</p>`
  return html`<section class="coverage" id="coverage" aria-label="${t('coverage.title')}" data-leaves data-said="${said}" data-none="${t('coverage.none_left')}">
${strip(coverage)}
<p class="coverage-count"><strong>${t('coverage.count', { done: total - left, total })}</strong> <span>${lookStates.map((state) => tally(frame, state, counts))}</span></p>
<p class="coverage-ways">${joined([next(frame, props), way(t('coverage.hide'))])}</p>
${left > 0 ? keys : nothing}
<p class="visually-hidden" role="status" id="coverage-said"></p></section>`
}

const tally = ({ t }: Frame, state: LookState, counts: Counts): Html =>
  html`<span class="tally look-${state}">${lookShape(state)} ${t(`coverage.count_${state}`, { count: counts[state] })}</span> `

function next({ t }: Frame, { coverage, choice }: BarProps): Part {
  const number = nextLeft(coverage, choice?.to ?? 0)
  if (number === null) return html`<span>${t('coverage.none_left')}</span>`
  return html`<a id="next-left" href="#s${number}">${t('coverage.next', { number })}</a>`
}
