import type { Rating } from '../../domain/rating.ts'
import type { Ruling } from '../../domain/ruling.ts'
import type { Written } from '../../matching/figures/figure.ts'
import { commonIn, type Stretch } from '../../matching/similar/common.ts'
import type { Likeness, Profile } from '../../matching/similar.ts'
import { amountsTo } from './amounts.ts'

/** How somebody else rated what speaks of the same thing as a text: how alike they are, and why. */
export type RulingMatch = { ruling: Ruling; likeness: Likeness }

/** The same, as people are shown it. */
export type SimilarRuling = RulingMatch & {
  /** What was rated, and where the words in common stand in it. */
  said: Written & { marks: Stretch[] }
  /** What its label amounts to here; null where nobody said so. */
  rating: Rating | null
}

/** No more of what was rated is shown beside a text, in characters. */
const SHOWN = 600

/** What was rated; the title where the record does not say it. */
function statementOf({ statement, title }: Pick<Ruling, 'statement' | 'title'>): string {
  const said = Array.from(statement || title || '')
  return said.length > SHOWN ? `${said.slice(0, SHOWN).join('').trimEnd()}…` : said.join('')
}

/** Each with all that says why, and what its label amounts to. @param profile of the text that they are like */
export async function shownRulings(
  found: RulingMatch[],
  profile: Profile,
): Promise<SimilarRuling[]> {
  const amounts = await amountsTo(found.map(({ ruling }) => ruling))
  return found.map((match) => {
    const { ruling } = match
    const written = { text: statementOf(ruling), language: ruling.language }
    return {
      ...match,
      said: { ...written, marks: commonIn(written, profile) },
      rating: amounts.get(ruling.id) ?? null,
    }
  })
}
