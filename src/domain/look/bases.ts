import { type Finding, finding, type Looked } from './finding.ts'

/**
 * A percentage of the statement that cannot be checked as it stands: nobody says since when, or of what.
 * That somebody *said* so can be.
 */
export function bases({ claim, bases }: Looked): Finding[] {
  if (claim.kind === 'said') return []
  const found = bases({ text: claim.statement, language: claim.language })
  return found ? [finding(`${found.lacks}_missing`, '#statement', { said: found.text })] : []
}
