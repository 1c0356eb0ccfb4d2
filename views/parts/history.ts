import type { Entry } from '../../src/domain/ledger.ts'
import { restoredBy } from '../../src/domain/restoring.ts'
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
const toldByClaim = new Set(
  ['propose', 'take_back', 'return', 'unsettle', 'publish', 'supersede']
    .map((verb) => `verdict.${verb}`)
    .concat('reading.file', 'reading.adjudicate')
    .concat('article_version.add', 'article_version.move_in', 'invitation.accept'),
)

/** What somebody is called; whoever was erased, and the desk itself, have words too. */
export function personName({ t }: Frame, names: Names, id: string | null): string {
  if (id === 'terminal' || id === 'schedule' || id === 'reader' || id === 'moved') {
    return t(`history.${id}`)
  }
  return (id && names.people[id]) || t('history.somebody')
}

/** Whether one person of the desk did it, who has a page of their own. */
const isPerson = (id: string | null): id is string => id !== null && !nobody.has(id)
const nobody = new Set(['terminal', 'schedule', 'reader', 'moved'])

/** What somebody is called, leading to what they did on the desk. */
export function personLink(frame: Frame, names: Names, id: string): Html {
  const name = personName(frame, names, id)
  const isHere = frame.path.split('?')[0] === `/people/${id}`
  return isPerson(id) && !isHere
    ? html`<a class="who" href="/people/${id}">${name}</a>`
    : html`${name}`
}

/** Stand for a person in a message, until their link takes their place; nobody writes them. */
const [from, to] = ['\uE000', '\uE001']

/** One decision as a sentence; whoever is named in it leads to their page. */
export function sentence(frame: Frame, names: Names, entry: HistoryEntry): Html {
  const key = `verb.${entry.kind}.${entry.verb}`
  const given = entry.change.assignee?.[1]
  const people = [entry.actor, typeof given === 'string' ? given : null]
  const [who = '', whom = ''] = people.map((id, i) =>
    isPerson(id) ? `${from}${i}${to}` : personName(frame, names, id),
  )
  const self = entry.actor === frame.viewer?.id ? 'yes' : 'no'
  const text = frame.t(isMessageKey(key) ? key : 'verb.unknown', { self, who, to: whom })
  const part = (one: string) => {
    const [, number] = /^(\d)\uE001$/.exec(one.slice(0, 2)) ?? []
    const id = number === undefined ? null : (people[Number(number)] ?? null)
    return id ? html`${personLink(frame, names, id)}${one.slice(2)}` : html`${one}`
  }
  return html`${text.split(from).map(part)}`
}

/** Whether another entry of the same act tells what this one does. */
export const isToldElsewhere = ({ kind, verb }: Pick<Entry, 'kind' | 'verb'>): boolean =>
  toldByClaim.has(`${kind}.${verb}`)

/** Why somebody did it, in their words; what stands before them where they restored something. */
const said = (entry: HistoryEntry): string | null => {
  const again = restoredBy(entry)
  return again ? again.why : entry.comment
}

/**
 * Decisions, as given (newest first reads best), one sentence each.
 * @param entries of the ledger
 */
export function history(frame: Frame, entries: HistoryEntry[], names: Names): Html {
  const shown = entries.filter((one) => !isToldElsewhere(one))
  const row = (entry: HistoryEntry) => {
    const about = entry.change.about?.[1]
    const subject = names.subjects?.[typeof about === 'string' ? about : entry.subject]
    return html`<li>${when(frame, entry.at)} <span>${sentence(frame, names, entry)}${
      subject ? html` <span class="subject">${subject}</span>` : nothing
    }${said(entry) ? html`<span class="comment">${said(entry)}</span>` : nothing}</span></li>`
  }
  return html`<ol class="history" role="list">${shown.map(row)}</ol>`
}
