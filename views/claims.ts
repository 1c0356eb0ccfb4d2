import type { Claim } from '../src/domain/claim.ts'
import type { Rating } from '../src/domain/rating.ts'
import { type Stage, stages } from '../src/domain/stage.ts'
import type { Verdict } from '../src/domain/verdict.ts'
import { claimedBy, claimedWhen, type Place } from './claim/claimant.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing, type Part } from './html.ts'
import { page } from './layout.ts'
import {
  buttonLink,
  emptyState,
  heading,
  langOf,
  languageName,
  number,
  pager,
  ratingMark,
  stageLabel,
  stanceCount,
  when,
} from './parts.ts'

export type QueueRow = {
  claim: Claim
  /** Where it was taken from first. */
  lead: Place | null
  appearances: number
  supports: number
  refutes: number
  /** What the public reads. */
  told: Verdict | null
  /** The version at work, where this viewer may see it. */
  proposed: Verdict | null
  /** The name of whoever works on it. */
  assignee: string | null
}

export type Who = 'all' | 'mine' | 'nobody'

export type QueueProps = {
  rows: QueueRow[]
  counts: Record<Stage, number>
  filter: { stage: Stage | null; who: Who }
  /** The address of the next page of the list. */
  older: string | null
  /** Whether the viewer's role opens claims. */
  canOpen: boolean
  scale: Rating[]
}

/** The queue: what there is to check, by stage and by whose work it is. */
export function claimsPage(frame: Frame, props: QueueProps): Html {
  const { t } = frame
  const { rows, canOpen, older } = props
  const actions = html`${buttonLink('/articles', t('claims.take'), 'primary')}${buttonLink('/claims/new', t('claims.new'))}`
  return page(
    frame,
    { title: t('claims.title') },
    html`
${heading({ title: t('claims.title'), ...(canOpen && { actions }) })}
${filters(frame, props)}
${rows.length ? html`<ul class="rows queue">${rows.map((row) => queueRow(frame, row, props))}</ul>` : empty(frame, props)}
${pager(frame, { older })}`,
  )
}

const address = (stage: Stage | null, who: Who): string => {
  const query = new URLSearchParams({
    ...(stage && { stage }),
    ...(who !== 'all' && { who }),
  }).toString()
  return query ? `/claims?${query}` : '/claims'
}

function filters(frame: Frame, { counts, filter }: QueueProps): Html {
  const { t } = frame
  const link = (href: string, label: Part, isCurrent: boolean) =>
    html`<a href="${href}"${isCurrent ? html` aria-current="true"` : ''}>${label}</a>`
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const counted = (label: string, count: number) =>
    html`${label} <span class="count">${number(frame, count)}</span>`
  const whose = (['all', 'mine', 'nobody'] as const).map((who) =>
    link(address(filter.stage, who), t(`claims.who_${who}`), filter.who === who),
  )
  const standing = stages.map((stage) =>
    link(
      address(stage, filter.who),
      counted(t(`stage.${stage}`), counts[stage]),
      filter.stage === stage,
    ),
  )
  return html`<div class="filters">
<nav aria-label="${t('claims.by_stage')}">${link(address(null, filter.who), counted(t('claims.all'), total), filter.stage === null)}${standing}</nav>
<nav aria-label="${t('claims.by_who')}">${whose}</nav>
</div>`
}

/** An empty desk says what a claim is; an empty filter only that nothing is in it. */
function empty({ t }: Frame, { filter, canOpen }: QueueProps): Html {
  if (filter.stage || filter.who !== 'all') {
    return emptyState(t('claims.none_here'), html`<a href="/claims">${t('claims.show_all')}</a>`)
  }
  return emptyState(
    t('claims.empty'),
    canOpen ? html`<a href="/articles">${t('claims.take')}</a>` : nothing,
  )
}

function queueRow(frame: Frame, row: QueueRow, { scale, filter }: QueueProps): Html {
  const { t, lang } = frame
  const { claim, lead, appearances, supports, refutes } = row
  const about = [
    lead ? html`${claimedBy(frame, lead)}, ${claimedWhen(frame, lead.appearance)}` : null,
    t('claims.appearances', { count: appearances }),
    claim.language === lang ? null : languageName(frame, claim.language),
  ]
  const stage = filter.stage === claim.stage ? null : stageLabel(frame, claim.stage)
  return html`<li class="queue-row" id="claim-${claim.id}">
<a class="statement" href="/claims/${claim.id}"${langOf(frame, claim.language)}>${claim.statement}</a>
<p class="note queue-about">${joined(about)}</p>
<p class="queue-state">${stage}${rated(frame, row, scale)}${stanceCount(frame, { supports, refutes })}</p>
<p class="note queue-who">${joined([holder(frame, row), when(frame, claim.stageSince)])}</p>
</li>`
}

/** The rating the public reads; one that is only proposed says so. */
function rated(frame: Frame, { told, proposed }: QueueRow, scale: Rating[]): Html {
  const { t } = frame
  const mark = (verdict: Verdict | null) => {
    const rating = scale.find(({ id }) => id === verdict?.rating)
    return rating ? ratingMark(frame, rating) : null
  }
  const shown = mark(told)
  const next = mark(proposed)
  return html`${shown}${told?.underCorrectionSince ? html` <span class="stage">${t('verdict.under_correction')}</span>` : nothing}${
    next ? html`<span class="proposed">${t('claims.proposed')} ${next}</span>` : nothing
  }`
}

function holder({ t, viewer }: Frame, { claim, assignee }: QueueRow): string | null {
  if (claim.stage === 'decided' || claim.stage === 'set_aside') return null
  if (claim.assignee && claim.assignee === viewer?.id) return t('claims.you')
  return assignee ?? t('claims.nobody')
}
