import type { Entry } from '../../src/domain/ledger.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { isMessageKey } from '../messages.ts'
import { when } from './dates.ts'

/** What a list of decisions needs of each. */
export type HistoryEntry = Pick<
  Entry,
  'at' | 'actor' | 'verb' | 'kind' | 'subject' | 'change' | 'comment'
>

/** Names of people by their id, and what else a subject is called (`[2] NIS briefing`). */
export type Names = { people: Record<string, string>; subjects?: Record<string, string> }

/** One act often moves a claim and its verdict at once: the claim's entry tells it. */
const told = new Set(
  ['propose', 'take_back', 'return', 'unsettle', 'publish', 'supersede']
    .map((verb) => `verdict.${verb}`)
    .concat('reading.file', 'reading.adjudicate')
    .concat('article_version.add', 'invitation.accept'),
)

/** What somebody is called; whoever was erased, and the desk itself, have words too. */
export function personName({ t }: Frame, names: Names, id: string | null): string {
  if (id === 'terminal' || id === 'schedule') return t(`history.${id}`)
  return (id && names.people[id]) || t('history.somebody')
}

/** One decision as a sentence. */
export function sentence(frame: Frame, names: Names, entry: HistoryEntry): string {
  const key = `verb.${entry.kind}.${entry.verb}`
  const to = entry.change.assignee?.[1]
  return frame.t(isMessageKey(key) ? key : 'verb.unknown', {
    self: entry.actor === frame.viewer?.id ? 'yes' : 'no',
    who: personName(frame, names, entry.actor),
    to: personName(frame, names, typeof to === 'string' ? to : null),
  })
}

/**
 * Decisions, as given (newest first reads best), one sentence each.
 * @param entries of the ledger
 */
export function history(frame: Frame, entries: HistoryEntry[], names: Names): Html {
  const shown = entries.filter(({ kind, verb }) => !told.has(`${kind}.${verb}`))
  const row = (entry: HistoryEntry) => {
    const about = entry.change.about?.[1]
    const subject = names.subjects?.[typeof about === 'string' ? about : entry.subject]
    return html`<li>${when(frame, entry.at)} <span>${sentence(frame, names, entry)}${
      subject ? html` <span class="subject">${subject}</span>` : nothing
    }${entry.comment ? html`<span class="comment">${entry.comment}</span>` : nothing}</span></li>`
  }
  return html`<ol class="history" role="list">${shown.map(row)}</ol>`
}
