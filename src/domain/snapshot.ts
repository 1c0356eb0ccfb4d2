import type { sources } from './article.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'

/** What was fetched, pasted or uploaded, as it was: never changed, and proved by its hashes. */
export type Snapshot = {
  id: string
  revision: number
  /** The address that it was taken of (a source's id); null where it was pasted or uploaded. */
  source: string | null
  way: (typeof sources)[number]
  /** SHA-256 of the WARC file that holds it, which is the file's name. */
  warc: string
  /** SHA-256 of the bytes themselves: the answer's body, the file, the text pasted. */
  bytes: string
  /** How many bytes. */
  size: number
  /** SHA-256 of the text read from it, which is kept under it; null where nothing could be read. */
  text: string | null
  title: string | null
  /** ISO 639; null where it could not be told. */
  language: string | null
  /** As the host or the file's name says it. */
  mediaType: string | null
  /** Where it was in the end, after redirects; null where it came from no address. */
  url: string | null
  /** HTTP's; null where it came from no address. */
  status: number | null
  takenAt: string
}

/** Whether a snapshot may have been a page or a picture, to be looked at as it was; its file knows. */
export const mayLook = ({ way, mediaType }: Snapshot): boolean =>
  way !== 'paste' && !/^\s*(text\/plain|application\/pdf)/i.test(mediaType ?? '')

/** For so long, in minutes, what has not changed at an address is not kept once more. */
const FRESH_MINUTES = 10

/** Whether a snapshot was taken just now, so that the same thing found again is this one. */
export const isFresh = ({ takenAt }: Snapshot, at: string): boolean =>
  Date.parse(at) - Date.parse(takenAt) < FRESH_MINUTES * 60_000

/**
 * Keeps a snapshot; its file is there already.
 * @throws Refusal `forbidden`
 */
export function keepSnapshot(
  newId: string,
  taken: Omit<Snapshot, 'id' | 'revision' | 'takenAt'>,
  act: Act,
): Change & { after: Snapshot } {
  demand(act.member, 'checker')
  const snapshot: Snapshot = { id: newId, revision: 0, ...taken, takenAt: act.at }
  return record('snapshot', 'keep', act, null, snapshot)
}
