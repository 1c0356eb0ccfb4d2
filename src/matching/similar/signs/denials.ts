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
  // What is the opposite of a word of the other is no denial as well: `denies`, `admits`.
  const [ours, theirs] = [
    one.denials.filter(({ from }) => !turns.some(([word]) => word.from === from)),
    other.denials.filter(({ from }) => !turns.some(([, word]) => word.from === from)),
  ]
  const more = ours.length - theirs.length
  if (turns.length === 1 && more % 2 !== 0) return { agree: [], differ: [] }
  const differ = turns.map(([a, b]): Sign => ({ sign: 'negation', ours: a.text, theirs: b.text }))
  if (more === 0) return { agree: [], differ: [...differ, ...barely(one, other)] }
  const extra = (more > 0 ? ours : theirs).at(-1)?.text ?? ''
  const sides = more > 0 ? { ours: extra, theirs: '' } : { ours: '', theirs: extra }
  return { agree: [], differ: [...differ, { sign: 'negation', ...sides }] }
}

const plainest = /(?<!\p{L})(?:non|not)(?!\p{L})/giu

/** Where a `non` or `not` is all that two texts differ in: `non ha mai`, `ha mai`. */
function barely(one: Profile, other: Profile): Sign[] {
  const [ours, theirs] = [one, other].map(({ plain: { text } }) => ({
    denials: text.match(plainest) ?? [],
    rest: text
      .toLowerCase()
      .replace(plainest, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' '),
  }))
  if (ours?.rest !== theirs?.rest || ours?.denials.length === theirs?.denials.length) return []
  return [{ sign: 'negation', ours: ours?.denials[0] ?? '', theirs: theirs?.denials[0] ?? '' }]
}
