import { type Finding, finding, type Looked } from './finding.ts'
import { hasDrifted, statementIn } from './sources.ts'

/** What each appearance lacks: who claims it, when; and where its words are no longer what they were. */
export function appearances(looked: Looked): Finding[] {
  return looked.places.flatMap(({ appearance, article }) => {
    const { id, claimantKind, claimedOn, quote } = appearance
    const page = `/appearances/${id}`
    const here = `#appearance-${id}`
    const quoted = { text: quote, language: article.language }
    const figure = looked.figures(statementIn(looked, article.language), quoted, true)
    return [
      ...(hasDrifted(looked, id) ? [finding('quote_not_exact', here)] : []),
      ...(figure ? [finding('figure_differs', here, figure)] : []),
      ...(claimantKind === 'unknown' ? [finding('claimant_missing', page)] : []),
      ...(claimedOn === null ? [finding('date_missing', page)] : []),
    ]
  })
}
