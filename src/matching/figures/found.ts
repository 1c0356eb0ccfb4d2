import { mannerOf } from './around.ts'
import { boundsOf } from './bounds.ts'
import type { Figure, Unit } from './figure.ts'
import { thingsAt } from './things.ts'
import type { Tokens } from './tokens.ts'

type Read = Omit<Figure, 'from' | 'to' | 'text'> & { first: number }
export type Found = { figure: Read | null; next: number }

/** Nothing is read; and where to read on. */
export const nothingBut = (next: number): Found => ({ figure: null, next })

/** A figure that is what its words say, and can be nothing else. */
export function plain(
  unit: Unit,
  first: number,
  { value, next }: { value: number; next: number },
  of: string[] = [],
): Found {
  const figure = {
    value,
    low: value,
    high: value,
    unit,
    measure: '',
    of,
    approximate: false,
    vague: false,
    first,
  }
  return { figure, next }
}

/** A figure of which only the words around it say how exact it is. */
export function around(
  tokens: Tokens,
  unit: Unit,
  first: number,
  { value, step, next, of }: { value: number; step: number; next: number; of: number },
): Found {
  const manner = mannerOf(tokens, first, next)
  const { figure } = plain(unit, first, { value, next }, thingsAt(tokens, of))
  const approximate = manner !== 'plainly'
  return { figure: figure && { ...figure, ...boundsOf(value, step, manner), approximate }, next }
}
