/**
 * What became of a verdict version since a place in the ledger, for whoever follows an export under some
 * filters. Whoever keeps what stands now takes away what is gone.
 */
export const exportChanges = [
  'published', // for the first time
  'corrected', // published in place of another version: correction, update, clarification or typo
  'amended', // said again with something added: under correction, or confirmed for another date
  'matches', // nothing was told anew, but the claim is now what the filters ask for
  'superseded', // another version took its place
  'withdrawn', // the desk took it back
  'no_longer_matches', // the filters let it through before, and do not any more
] as const
export type ExportChange = (typeof exportChanges)[number]

/** How a version stood and stands, as the public is told it. */
export type ToldState = {
  /** Whether filters let it through: at the place that was asked since, and now. */
  passed: boolean
  passes: boolean
  /** Whether the public had been told of it by then, and whether it was told anything since. */
  known: boolean
  toldSince: boolean
  status: string
  isCorrection: boolean
}

/** @returns what to tell; null where a follower knows all there is to know */
export function changeOf(state: ToldState): ExportChange | null {
  const { passed, passes, known, toldSince, status, isCorrection } = state
  if (!passed && !passes) return null
  const ended = status === 'withdrawn' || status === 'superseded' ? status : null
  if (!passes) return (toldSince ? ended : null) ?? 'no_longer_matches'
  if (!toldSince) return passed ? null : 'matches'
  if (ended) return ended
  if (!known) return isCorrection ? 'corrected' : 'published'
  return passed ? 'amended' : 'matches'
}

/** Whether it is none of what stands now: also where filters come to let a version through that ended before. */
export const isGone = ({ passes, status }: Pick<ToldState, 'passes' | 'status'>): boolean =>
  !passes || status !== 'published'
