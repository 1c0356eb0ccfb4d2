import type { Claim } from '../../src/domain/claim.ts'
import { openStages } from '../../src/domain/stage.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import { claimedBy, claimedWhen } from '../claim/claimant.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import {
  dueDay,
  langOf,
  languagesOf,
  ratingMark,
  stageLabel,
  stanceCount,
  statusLabel,
  when,
} from '../parts.ts'
import { foundElsewhere, foundText } from './found.ts'
import type { QueueProps, QueueRow } from './props.ts'

/** One claim: what it says, who says so, how far it is, and what is next. */
export function queueRow(frame: Frame, row: QueueRow, props: QueueProps): Html {
  const { t } = frame
  const { claim, lead, appearances, supports, refutes } = row
  const isOpen = openStages.includes(claim.stage)
  const about = [
    lead ? html`${claimedBy(frame, lead)}, ${claimedWhen(frame, lead.appearance)}` : null,
    appearances === 1 ? null : t('queue.appearances', { count: appearances }),
    languagesOf(frame, claim.language, lead?.article.language ?? null),
    topics(claim.topics),
  ]
  const stage = props.queue.stage === claim.stage ? null : stageLabel(frame, claim.stage)
  const due = isOpen && claim.dueOn ? dueDay(frame, claim.dueOn) : null
  return html`<li class="queue-row" id="claim-${claim.id}">
<div class="queue-claim"><a class="statement" href="/claims/${claim.id}"${langOf(frame, claim.language)}>${foundText(claim.statement, row.hits)}</a>
${translated(frame, row)}<p class="note queue-about">${joined(about)}</p>${foundElsewhere(frame, row.hits, [claim.statement, translationOf(frame, claim)])}
${isOpen && claim.waitsFor ? html`<p class="note queue-waits">${t('plan.waits_for')} ${claim.waitsFor}</p>` : nothing}</div>
<div class="queue-stand"><p class="queue-state">${stage}${rated(frame, row, props)}${supports + refutes > 0 ? stanceCount(frame, { supports, refutes }) : nothing}</p>
<p class="note queue-who">${joined([due, isOpen ? holder(frame, row) : null, when(frame, claim.stageSince)])}</p></div>
</li>`
}

const translationOf = ({ lang }: Frame, { statementIt, statementEn }: Claim): string | null =>
  lang === 'it' ? statementIt : statementEn

/** The statement in the reader's language, where it is written in another. */
function translated(frame: Frame, { claim, hits }: QueueRow): Html {
  const text = translationOf(frame, claim)
  return text ? html`<p class="queue-translation">${foundText(text, hits)}</p>` : nothing
}

const topics = (list: string[] | null): Html =>
  joined(
    (list ?? []).map((topic) => html`<span class="topic">#${topic}</span>`),
    ' ',
  )

/** The rating the public reads; one that is only drafted or proposed says so. */
function rated(
  frame: Frame,
  { told, unchecked, withdrawn, proposed }: QueueRow,
  { choices }: QueueProps,
): Html {
  const { t } = frame
  const mark = (verdict: Verdict | null) => {
    const rating = choices.scale.find(({ id }) => id === verdict?.rating)
    return rating ? ratingMark(frame, rating) : null
  }
  const next = mark(proposed)
  const correction = told?.underCorrectionSince
    ? html` <span class="stage">${t('verdict.under_correction')}</span>`
    : nothing
  const outdated = told?.reasons.includes('outdated_since')
    ? html` <span class="stage">${t('queue.outdated_since')}</span>`
    : nothing
  const later =
    unchecked > 0
      ? html` <span class="unchecked">${t('validity.unchecked_claim', { count: unchecked })}</span>`
      : nothing
  return html`${withdrawn ? statusLabel(frame, 'withdrawn') : mark(told)}${outdated}${later}${correction}${
    next
      ? html`<span class="proposed">${t(proposed?.status === 'draft' ? 'queue.drafted' : 'queue.proposed')} ${next}</span>`
      : nothing
  }`
}

function holder({ t, viewer }: Frame, { claim, assignee }: QueueRow): string {
  if (claim.assignee && claim.assignee === viewer?.id) return t('queue.you')
  return assignee ?? t(claim.assignee ? 'history.somebody' : 'queue.nobody')
}
