import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'

/**
 * An address that articles or evidence stand at: the newest snapshot of it, and whether it is still
 * there. How its last visit went is kept beside it, and is no decision (`sourceVisits` of the store).
 */
export type Source = {
  id: string
  revision: number
  /** As it is asked for, without fragment; no two sources have the same one. */
  url: string
  /** The newest snapshot of it; null until one could be taken. */
  snapshot: string | null
  /** Since when nothing is at the address any more: its snapshot stands in for it. */
  goneSince: string | null
  addedAt: string
}

/** What a list of sources lets through. */
export const sourceFilters = ['all', 'changed', 'gone', 'failed'] as const
export type SourceFilter = (typeof sourceFilters)[number]

/** How a visit to a source went; `barred`: its host asks programs to keep away. */
export const visitOutcomes = ['same', 'changed', 'gone', 'failed', 'barred'] as const

type SourceChange = Change & { after: Source }

/**
 * An address as a source is known by it: as browsers read it (WHATWG URL), without its fragment, which
 * is never sent.
 * @param text an address that can be read, such as `webAddress` lets through
 */
export function sourceUrl(text: string): string {
  const url = new URL(text)
  url.hash = ''
  return url.href
}

/**
 * Somebody cites an address that the desk did not know.
 * @throws Refusal `forbidden`
 */
export function addSource(
  newId: string,
  url: string,
  snapshot: string | null,
  act: Act,
): SourceChange {
  demand(act.member, 'checker')
  const source: Source = {
    id: newId,
    revision: 0,
    url,
    snapshot,
    goneSince: null,
    addedAt: act.at,
  }
  return record('source', 'add', act, null, source)
}

/** Something else stands at the address now, or something at last: its newest snapshot. */
export const renewSource = (source: Source, snapshot: string, act: Act): SourceChange =>
  record('source', 'renew', act, source, { ...source, snapshot, goneSince: null })

/** What was gone is there again, as it was. */
export const regainSource = (source: Source, act: Act): SourceChange =>
  record('source', 'regain', act, source, { ...source, goneSince: null })

/** Nothing is at the address any more: its newest snapshot stands in for it. */
export const loseSource = (source: Source, act: Act): SourceChange =>
  record('source', 'lose', act, source, { ...source, goneSince: act.at })
