import { shareOf, unsigned } from './near.ts'
import { opposed } from './opposites.ts'
import type { Profile } from './profile.ts'
import type { Rarity } from './score.ts'
import { denialSigns } from './signs/denials.ts'
import { figureSigns } from './signs/figures.ts'
import { changedNames, nameSigns, placeSigns } from './signs/names.ts'
import type { Nearness, Sign } from './signs/pairs.ts'

type Signs = { agree: Sign[]; differ: Sign[]; nearness: Nearness }

/**
 * How much of the words that are no signs each of two texts must have of the other: from the first on
 * they say almost the same words, from the second on the same.
 */
const [NEAR, SAME] = [0.7, 0.9]

/** The signs of two texts. Asked the other way round, it answers the same, the other way round. */
export function signsOf(one: Profile, other: Profile, rarity: Rarity): Signs {
  if (one.plain.text === other.plain.text) return signsOfOne(one)
  // In one order always, so that it is the same for both.
  if (one.plain.text > other.plain.text) {
    const { agree, differ, nearness } = signsOf(other, one, rarity)
    return { agree: agree.map(turned), differ: differ.map(turned), nearness }
  }
  const nearness = nearnessOf(one, other, rarity)
  const parts = [figureSigns, placeSigns, nameSigns, denialSigns].map((signs) =>
    signs(one, other, nearness),
  )
  return {
    agree: parts.flatMap(({ agree }) => agree),
    differ: parts.flatMap(({ differ }) => differ),
    nearness,
  }
}

/** A text differs from itself in nothing. */
function signsOfOne(one: Profile): Signs {
  const same = [figureSigns, placeSigns, nameSigns].map((signs) => signs(one, one, 'same'))
  return { agree: same.flatMap(({ agree }) => agree), differ: [], nearness: 'same' }
}

const turned = ({ sign, ours, theirs }: Sign): Sign => ({ sign, ours: theirs, theirs: ours })

function nearnessOf(one: Profile, other: Profile, rarity: Rarity): Nearness {
  const [ourNames, theirNames] = changedNames(one, other)
  const turns = opposed(one.stances, other.stances)
  const ours = unsigned(one, [...ourNames, ...turns.map(([word]) => word)])
  const theirs = unsigned(other, [...theirNames, ...turns.map(([, word]) => word)])
  const near = Math.min(shareOf(ours, theirs, rarity), shareOf(theirs, ours, rarity))
  return near >= SAME ? 'same' : near >= NEAR ? 'near' : 'apart'
}
