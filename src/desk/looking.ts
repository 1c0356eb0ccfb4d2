import type { Look } from '../domain/drafting.ts'
import { type Figures, type Looked, look } from '../domain/look.ts'
import type { Rating } from '../domain/rating.ts'
import { baseMissing } from '../matching/figures/base.ts'
import { differing, type Unit } from '../matching/figures.ts'

const undated: Unit[] = ['percent', 'percentage_points', 'money', 'quantity', 'count', 'multiple']

const figures: Figures = (said, quoted, dates) => {
  const found = differing(said, quoted, dates ? [...undated, 'date'] : undated)
  return found && { said: found.said.text, quoted: found.quoted.text }
}

/** What a look is given of a claim: the scale it is rated on, and all but the verdict. */
type About = Omit<Looked, 'verdict' | 'number' | 'figures' | 'bases'> & { scale: Rating[] }

/** The look before signing at a claim as it stands, for whatever is written of a verdict on it. */
export function lookAt({ scale, ...about }: About): Look {
  return (verdict) => {
    const number = scale.find(({ id }) => id === verdict.rating)?.number ?? null
    return look({ ...about, figures, bases: baseMissing, verdict, number })
  }
}
