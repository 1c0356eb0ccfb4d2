import type { Kind } from '../../src/domain/ledger.ts'
import { seenFrom } from '../../src/domain/linking.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { clock, exactly, isToldElsewhere, sentence, weekdayOf } from '../parts.ts'
import type { Calling, ToldAct, ToldEntry } from './props.ts'
import { articleLink, changeList, claimLink } from './values.ts'

/** A version of the page's own subject, as it can be chosen to be compared. */
export type Choose = (entry: ToldEntry) => Html

/** What a page of acts is about: its id, and whether several claims are spoken of. */
export type Page = { id: string; namesClaims?: boolean }

/** Words of a text, as much of them as tells which are meant. */
function wordsOf({ change }: ToldEntry): Html | null {
  const words = change.quote?.[1]
  if (typeof words !== 'string') return null
  const some = words.length > SOME ? `${words.slice(0, SOME).trimEnd()}…` : words.trim()
  return html`<q>${some}</q>`
}
const SOME = 90

/** The pages of their own that parts of a claim have. */
const own: Partial<Record<Kind, string>> = { evidence: 'evidence', verdict: 'verdicts' }

/** In which sense a link stands, and to which claim, read from the page's own claim where it is about one. */
function linkWords(frame: Frame, calling: Calling, entry: ToldEntry, page: string): Html | null {
  const link = calling.links[entry.subject]
  if (!link) return null
  const { sense, other } = seenFrom(link, link.other === page ? page : link.claim)
  return html`${frame.t(`link.${sense}`)} ${claimLink(frame, calling, other)}`
}

/** What a decision is about, where the page is about more than that. */
function about(frame: Frame, calling: Calling, entry: ToldEntry, { id, namesClaims }: Page): Html {
  if (entry.subject === id) return nothing
  const first = entry.change.about?.[1]
  const version = calling.versions[entry.subject]
  const name =
    version === undefined
      ? calling.subjects[typeof first === 'string' ? first : entry.subject]
      : frame.t('verdict.version', { number: version })
  const folder = own[entry.kind]
  const part =
    folder && name ? html`<a href="/${folder}/${entry.subject}/history">${name}</a>` : name
  const parts = [
    part,
    entry.kind === 'appearance' || entry.kind === 'aside' ? wordsOf(entry) : null,
    linkWords(frame, calling, entry, id),
    namesClaims && entry.claim ? claimLink(frame, calling, entry.claim) : null,
    entry.kind === 'article' ? articleLink(frame, calling, entry.subject) : null,
  ]
  return parts.some(Boolean) ? html` <span class="subject">${joined(parts)}</span>` : nothing
}

/** Fields of something new stand folded: what it was at first is seldom what one looks for. */
function changes(frame: Frame, calling: Calling, entry: ToldEntry): Html {
  const { told, kind, revision, saves } = entry
  const list = changeList(frame, calling, kind, told)
  if (revision > saves || told.length < 4) return list
  return html`<details class="told-born"><summary>${frame.t('told.at_first', { count: told.length })}</summary>
${list}</details>`
}

/** Of what another sentence tells: of which verdict it speaks, since one can take another’s place. */
function quietly(frame: Frame, calling: Calling, { subject }: ToldEntry, page: Page): Html {
  const number = calling.versions[subject]
  if (number === undefined || subject === page.id) return nothing
  const name = frame.t('told.verdict_version', { number })
  return html`<p class="told-sentence"><span class="subject"><a href="/verdicts/${subject}/history">${name}</a></span></p>`
}

function one(frame: Frame, calling: Calling, entry: ToldEntry, page: Page, isQuiet: boolean) {
  const { t } = frame
  const { saves, since, restored, comment } = entry
  const burst =
    saves > 1 && since
      ? html` <span class="note">${t('told.saves', { count: saves, since: exactly(frame, since) })}</span>`
      : nothing
  const again =
    restored === null
      ? nothing
      : html` <span class="note">${t('told.restores', { number: restored })}</span>`
  const head = isQuiet
    ? quietly(frame, calling, entry, page)
    : html`<p class="told-sentence">${sentence(frame, calling, entry)}${about(frame, calling, entry, page)}${again}${burst}</p>`
  const why =
    comment && !isQuiet ? html`<blockquote class="told-why">${comment}</blockquote>` : nothing
  return html`${head}${why}${changes(frame, calling, entry)}`
}

function actItem(
  frame: Frame,
  calling: Calling,
  { at, entries }: ToldAct,
  page: Page,
  choose: Choose,
): Html {
  // Of an act that moves a claim and its verdict at once the claim's sentence is enough.
  const isSaid = entries.some((entry) => !isToldElsewhere(entry))
  const parts = entries.map((entry) =>
    one(frame, calling, entry, page, isSaid && isToldElsewhere(entry)),
  )
  const time = html`<time class="told-time" datetime="${at}" title="${exactly(frame, at)}">${clock(frame, at)}</time>`
  return html`<li class="told-act" id="entry-${entries[0]?.seq ?? 0}">${time}<div class="told-body">${parts}</div>${entries.map(choose)}</li>`
}

/** Acts, newest first, day by day. */
export function actsByDay(
  frame: Frame,
  calling: Calling,
  acts: ToldAct[],
  page: Page,
  choose: Choose = () => nothing,
): Html {
  const days = new Map<string, { text: string; acts: ToldAct[] }>()
  for (const act of acts) {
    const { key, text } = weekdayOf(frame, act.at)
    const day = days.get(key) ?? { text, acts: [] }
    day.acts.push(act)
    days.set(key, day)
  }
  const item = (act: ToldAct) => actItem(frame, calling, act, page, choose)
  return html`${[...days].map(
    ([key, { text, acts: some }]) =>
      html`<section class="told-day" aria-labelledby="day-${key}"><h2 id="day-${key}"><time datetime="${key}">${text}</time></h2>
<ol role="list">${some.map(item)}</ol></section>`,
  )}`
}
