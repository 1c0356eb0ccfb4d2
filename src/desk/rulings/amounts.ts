import type { Rating } from '../../domain/rating.ts'
import type { RulingLine } from '../../domain/ruling.ts'
import type { Desk } from '../open.ts'

/**
 * What rulings amount to on the desk's scale: a rating's id by the ruling's. There is nothing of one whose
 * label no person said it of: a program guesses no rating.
 */
async function amountsTo(
  _desk: Pick<Desk, 'store'>,
  _rulings: RulingLine[],
): Promise<Map<string, string>> {
  return new Map()
}

/** The same as ratings, by the rulings' ids. */
export async function ratingsOf(
  desk: Pick<Desk, 'store'>,
  rulings: RulingLine[],
): Promise<Map<string, Rating>> {
  if (rulings.length === 0) return new Map()
  const [amounts, scale] = await Promise.all([amountsTo(desk, rulings), desk.store.desks.scale()])
  return new Map(
    [...amounts].flatMap(([ruling, id]) => {
      const rating = scale.find((one) => one.id === id)
      return rating ? [[ruling, rating] as const] : []
    }),
  )
}
