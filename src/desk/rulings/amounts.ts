import type { Rating } from '../../domain/rating.ts'
import type { Ruling } from '../../domain/ruling.ts'

/**
 * What the labels of rulings amount to on the desk's scale, by the rulings' ids. There is nothing of one
 * whose label no person said it of: a program guesses no rating.
 */
export async function amountsTo(_rulings: Ruling[]): Promise<Map<string, Rating>> {
  return new Map()
}
