import type { PublicFrame } from '../frame.ts'
import { conclusionOf, statementOf, verdictPath } from './parts.ts'
import type { ToldVerdict } from './props.ts'

/** A verdict in plain text, as a feed tells it: nobody reads the statement without its rating. */
export function verdictInWords(frame: PublicFrame, told: ToldVerdict) {
  const label = told.rating.labels[frame.lang]
  return {
    title: `${label}: ${statementOf(frame, told).text}`,
    link: frame.origin + verdictPath(told),
    summary: conclusionOf(frame, told).text,
  }
}
