import type { Fields, Kind, Subject } from '../domain/ledger.ts'
import { revision as revisionShape } from '../domain/parse.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Desk } from './open.ts'
import { compareTexts } from './word-merge.ts'

/** A form that is so many revisions late has nothing in common with what is there. */
const FARTHEST = 200

/**
 * A subject as it was when somebody read it: what was decided since is taken back, entry by entry.
 * @param now the subject as it is
 * @param revision as a form carries it
 * @returns its fields, or null where there was no such revision, or it is too long ago
 */
export async function asItWas(
  { store }: Desk,
  kind: Kind,
  now: Subject & Fields,
  revision: unknown,
): Promise<Fields | null> {
  const read = revisionShape.safeParse(revision)
  if (!read.success || read.data < 1 || read.data > now.revision) return null
  if (now.revision - read.data > FARTHEST) return null
  let state = now
  for (const entry of await store.ledger.ofSubject(kind, now.id, now.revision - read.data)) {
    // Somebody saves at this very moment: the newest entry is not the one that made `now`.
    if (entry.revision !== state.revision) return null
    const before = Object.entries(entry.change).map(([field, [was]]) => [field, was])
    state = { ...state, ...Object.fromEntries(before), revision: state.revision - 1 }
  }
  return state.revision === read.data ? state : null
}

/** What two people began from, and how their texts are compared: what the page of a conflict needs. */
type Merging = { was: Fields | null; compare: typeof compareTexts }

/** @param revision as the form carries it that came too late */
export const mergingOf = async (
  desk: Desk,
  kind: Kind,
  now: Subject & Fields,
  revision: unknown,
): Promise<Merging> => ({ was: await asItWas(desk, kind, now, revision), compare: compareTexts })

/**
 * The same for a verdict. A form names the version that it is on; where none was at work it began
 * with what is public, or with nothing.
 */
export async function mergingOfVerdict(
  desk: Desk,
  { versions, told }: { versions: Verdict[]; told: Verdict | null },
  form: { newId?: unknown; verdictRevision?: unknown },
): Promise<Merging> {
  if (Number(form.verdictRevision) === 0) return { was: told ?? {}, compare: compareTexts }
  const version = versions.find(({ id }) => id === form.newId)
  if (!version) return { was: null, compare: compareTexts }
  return mergingOf(desk, 'verdict', version, form.verdictRevision)
}
