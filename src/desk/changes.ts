import type { Verdict } from '../domain/verdict.ts'
import { type Difference, differenceBetween } from './comparing.ts'
import type { Found } from './deciding.ts'
import type { Desk } from './open.ts'
import { type Run, wordDifference } from './word-difference.ts'

/** How a proposal differs from what the public read last; `rationale` is null where that is too much to tell. */
export type Changes = {
  against: Verdict
  conclusion: Run[]
  conclusionEn: Run[]
  conclusionIt: Run[]
  rationale: Difference | null
}

/** What a reviewer is asked to let the public read instead of what it read last; null where it read nothing. */
export async function changesIn(
  desk: Desk,
  { standing, versions }: Found,
): Promise<Changes | null> {
  const { working, lastPublic } = standing
  const against = versions.find(({ number }) => number === lastPublic)
  if (!working || !against || working.status !== 'proposed') return null
  const words = (name: 'conclusion' | 'conclusionEn' | 'conclusionIt') =>
    wordDifference(against[name] ?? '', working[name] ?? '')
  return {
    against,
    conclusion: words('conclusion'),
    conclusionEn: words('conclusionEn'),
    conclusionIt: words('conclusionIt'),
    rationale: await differenceBetween(desk, against.rationale, working.rationale),
  }
}
