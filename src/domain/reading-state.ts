import { evidenceInput } from './evidence.ts'
import type { SealedEntry } from './ledger.ts'
import type { Reading } from './reading.ts'
import type { Verdict } from './verdict.ts'

/**
 * What has come of a version's second reading. `differs`: the two differ, or the reader has written on
 * the version since, and agrees with nobody but themselves. `upheld`: an editor has said that the proposal
 * stands all the same.
 */
export type ReadingState = 'not_needed' | 'awaits' | 'agrees' | 'differs' | 'upheld'

/** What of a version its second reading is held against. */
export type ReadVersion = Pick<
  Verdict,
  'id' | 'revision' | 'mode' | 'rating' | 'author' | 'writers'
>

/**
 * The second reading that counts for a version as it stands. A blind one is a judgement of the claim and
 * stays good for every proposal of the version, until the claim says something else and it lapses; who signs
 * as a second reader signs these words alone.
 */
export function readingOf(version: ReadVersion, readings: Reading[]): Reading | null {
  const { id, mode, revision } = version
  const own = readings.filter(
    (one) => one.verdict === id && one.mode === mode && one.outcome !== 'lapsed',
  )
  const found = mode === 'blind' ? own[0] : own.find((one) => one.against === String(revision))
  return found ?? null
}

/**
 * The blind reading of a version that came to another rating, and lapsed with the words of the claim. It
 * binds nobody any more, or a writer who learned from it could never follow it; but who publishes the version
 * is told, and says why, or whoever it does not suit would change a comma. Null once its reader signs.
 */
export function dissentOn(version: ReadVersion, readings: Reading[]): Reading | null {
  const lapsed = readings.find(
    ({ verdict, outcome, rating }) =>
      verdict === version.id && outcome === 'lapsed' && rating !== version.rating,
  )
  const isSettled = lapsed?.reader === readingOf(version, readings)?.reader
  return lapsed && !isSettled ? lapsed : null
}

/**
 * Evidence (ids) that was brought, or came to say something else, after a blind reading was filed: it was
 * judged without. The reading holds, or whoever it does not suit would bring a trifle; an editor is told.
 * @param life of its claim, newest first
 */
export function judgedWithout(reading: Reading, life: SealedEntry[]): string[] {
  if (reading.mode !== 'blind') return []
  const filed = life.findIndex(({ subject, verb }) => subject === reading.id && verb === 'file')
  const since = filed < 0 ? life : life.slice(0, filed)
  const speaks = ({ kind, change }: SealedEntry) =>
    kind === 'evidence' && Object.keys(evidenceInput.shape).some((field) => field in change)
  return [...new Set(since.filter(speaks).map(({ subject }) => subject))]
}

/** Whether a version has the second reading that it needs, and what the two make of each other. */
export function readingState(version: ReadVersion, readings: Reading[]): ReadingState {
  if (!version.mode || version.mode === 'one_editor') return 'not_needed'
  const reading = readingOf(version, readings)
  if (!reading) return 'awaits'
  const isOwn = [version.author, ...version.writers].includes(reading.reader)
  if (version.mode === 'two_readers') return 'agrees'
  if (reading.rating === version.rating && !isOwn) return 'agrees'
  // Another rating than the one that was upheld is a matter to decide anew.
  const stands = reading.outcome === 'first' && reading.against === version.rating
  return stands ? 'upheld' : 'differs'
}
