import type { Rating } from '../../domain/rating.ts'
import { type RulingLine, statementOf } from '../../domain/ruling.ts'
import type { Written } from '../../matching/figures/figure.ts'
import { commonIn, type Stretch } from '../../matching/similar/common.ts'
import type { Likeness, Profile } from '../../matching/similar.ts'

/** How somebody else rated what speaks of the same thing as a text: how alike they are, and why. */
export type RulingMatch = { ruling: RulingLine; likeness: Likeness }

/** The same, as people are shown it. */
export type SimilarRuling = RulingMatch & {
  /** What was rated, and where the words in common stand in it. */
  said: Written & { marks: Stretch[] }
  /** What its label amounts to here; null where nobody said so. */
  rating: Rating | null
}

/** With all that says why. @param profile of the text that it is like */
export function shownRuling(
  match: RulingMatch,
  profile: Profile,
  ratings: ReadonlyMap<string, Rating>,
): SimilarRuling {
  const { ruling } = match
  const written = { text: statementOf(ruling), language: ruling.language }
  const said = { ...written, marks: commonIn(written, profile) }
  return { ...match, said, rating: ratings.get(ruling.id) ?? null }
}
