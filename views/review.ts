import type { Claim } from '../src/domain/claim.ts'
import { notedIn } from '../src/domain/look.ts'
import { has } from '../src/domain/member.ts'
import type { Rating } from '../src/domain/rating.ts'
import type { Verdict } from '../src/domain/verdict.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing, type Part } from './html.ts'
import { page } from './layout.ts'
import { emptyState, heading, langOf, number, ratingMark, section, when } from './parts.ts'
import { lookTitle } from './verdict/look.ts'

export type WaitingRow = {
  claim: Claim
  /** The proposal; null where this viewer may not see it yet. */
  verdict: Verdict | null
  /** The name of whoever proposed it. */
  author: string
  /** What it asks of the viewer. */
  asked: Asked
  /** ISO 8601, UTC. */
  since: string
}
/** `editor`, `colleague`: it is for somebody else to read. */
type Asked = 'read' | 'sign' | 'read_blind' | 'adjudicate' | 'editor' | 'colleague' | 'yours'
export type TypoRow = { claim: Claim; verdict: Verdict; mine: boolean }
export type ReviewProps = {
  waiting: WaitingRow[]
  typos: TypoRow[]
  scale: Rating[]
  /** How many public verdicts are to be looked at again; null for whoever only reads. */
  due: number | null
}

/** What waits for a second reading: a colleague's for this viewer first, then the viewer's own. */
export function reviewPage(frame: Frame, { waiting, typos, scale, due }: ReviewProps): Html {
  const { t } = frame
  const { viewer } = frame
  const rows = (asked: Asked) =>
    waiting.filter((one) => one.asked === asked).map((one) => waitingRow(frame, one, scale))
  const list = (id: string, title: string, items: Html[]) =>
    items.length ? section(id, title, html`<ul class="rows queue">${items}</ul>`) : nothing
  const isEmpty = waiting.length + typos.length === 0
  const again =
    due === null
      ? null
      : html`<a href="/due">${t('again.title')}</a>${due > 0 ? html` <span class="count">${number(frame, due)}</span>` : nothing}`
  const agreement =
    viewer && has(viewer, 'checker') ? html`<a href="/readings">${t('readings.title')}</a>` : null
  return page(
    frame,
    { title: t('review.title') },
    html`
${heading({ title: t('review.title'), lead: t('review.lead') })}
${again || agreement ? html`<p class="due-link">${joined([again, agreement])}</p>` : nothing}
${isEmpty ? emptyState(t('review.empty')) : nothing}
${list('to-read', t('review.to_read'), rows('read'))}
${list('to-adjudicate', t('review.to_adjudicate'), rows('adjudicate'))}
${list('to-read-blind', t('review.to_read_blind'), rows('read_blind'))}
${list('to-sign', t('review.to_sign'), rows('sign'))}
${list(
  'typos',
  t('review.typos'),
  typos.map((one) => typoRow(frame, one)),
)}
${list('yours', t('review.yours'), rows('yours'))}
${list('for-editors', t('review.for_editors'), rows('editor'))}
${list('for-colleagues', t('review.for_colleagues'), rows('colleague'))}`,
  )
}

type Row = { claim: Claim; href: string; told: Part; state: Part; about: Part }

const row = (frame: Frame, { claim, href, told, state, about }: Row): Html =>
  html`<li class="queue-row"><div class="queue-claim"><a class="statement" href="${href}"${langOf(frame, claim.language)}>${claim.statement}</a>
${told ? html`<p class="queue-conclusion"${langOf(frame, claim.language)}>${told}</p>` : nothing}
<p class="note queue-about">${about}</p></div>
${state ? html`<div class="queue-stand"><p class="queue-state">${state}</p></div>` : nothing}</li>`

function waitingRow(
  frame: Frame,
  { claim, verdict, author, asked, since }: WaitingRow,
  scale: Rating[],
): Html {
  const { t } = frame
  const rating = scale.find(({ id }) => id === verdict?.rating)
  const outdated = verdict?.reasons.includes('outdated_since')
    ? html` <span class="stage">${t('queue.outdated_since')}</span>`
    : nothing
  const state = rating ? html`${ratingMark(frame, rating)}${outdated}` : null
  const open = notedIn(verdict?.findings ?? null)
  const about = joined([
    t('review.proposed_by', { who: author || t('history.somebody') }),
    when(frame, since),
    open.length > 0 ? lookTitle(frame, open) : null,
  ])
  // A reviewer reads the claim and its evidence before the verdict: it begins at the top.
  const href = asked === 'adjudicate' ? `/claims/${claim.id}/adjudication` : `/claims/${claim.id}`
  return row(frame, { claim, href, told: verdict?.conclusion, state, about })
}

function typoRow(frame: Frame, { claim, verdict, mine }: TypoRow): Html {
  const { t } = frame
  const about = joined([
    t('review.typo_mended'),
    verdict.publishedAt ? when(frame, verdict.publishedAt) : null,
    mine ? t('review.typo_yours') : null,
  ])
  const href = `/claims/${claim.id}#verdict`
  return row(frame, { claim, href, told: verdict.conclusion, state: null, about })
}
