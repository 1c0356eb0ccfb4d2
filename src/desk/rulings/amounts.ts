import type { Rating } from '../../domain/rating.ts'
import type { RulingLine } from '../../domain/ruling.ts'
import { amountsTo } from '../imports/labels.ts'
import type { Desk } from '../open.ts'

/** What rulings amount to on the desk's scale, by their ids: nothing of one whose label nobody said it of. */
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
