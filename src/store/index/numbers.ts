import type { Findable } from './dialect.ts'

/**
 * Where the numbers of rulings begin. They are below nothing, and what the desk has is above: however
 * much others rated, whoever looks for claims never comes through it.
 */
const FIRST_RULING = -(2 ** 40)

/** Newer documents of a kind have larger numbers, each above `from`; none is above `to`. */
export const numbersOf = (kind: Findable): { from: number; to: number } =>
  kind === 'ruling' ? { from: FIRST_RULING, to: 0 } : { from: 0, to: Number.MAX_SAFE_INTEGER }
