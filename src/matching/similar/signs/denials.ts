import { opposed } from '../opposites.ts'
import type { Profile } from '../profile.ts'
import type { Nearness, Part, Sign } from './pairs.ts'

/**
 * Of texts with the same words, whether one denies what the other says, or says the opposite. Both at
 * once is the same again: `has not grown`, `has shrunk`.
 */
export function denialSigns(one: Profile, other: Profile, nearness: Nearness): Part {
  if (nearness === 'apart') return { agree: [], differ: [] }
  const turns = opposed(one.stances, other.stances)
  const more = one.denials.length - other.denials.length
  if (turns.length === 1 && more % 2 !== 0) return { agree: [], differ: [] }
  const differ = turns.map(([ours, theirs]): Sign => ({ sign: 'negation', ours, theirs }))
  if (more === 0) return { agree: [], differ }
  const extra = (more > 0 ? one : other).denials.at(-1)?.text ?? ''
  const [ours, theirs] = more > 0 ? [extra, ''] : ['', extra]
  return { agree: [], differ: [...differ, { sign: 'negation', ours, theirs }] }
}
