import { type Appearance, moveAppearance } from './appearance.ts'
import { type Claim, setAsideInput } from './claim.ts'
import { type Desk, topicsLost } from './desk.ts'
import type { Change } from './ledger.ts'
import { type Act, has } from './member.ts'
import { demandMove, move, type Standing } from './moving.ts'
import { parse } from './parse.ts'
import { Refusal } from './refusal.ts'

type About = {
  standing: Standing
  /** The claim that `duplicateOf` names, where it exists. */
  survivor: Claim | null
  /** The claim's own. */
  appearances: Appearance[]
  desk: Desk
}

/**
 * A claim that the desk does not check, and why. A duplicate names the claim that survives it,
 * which gets its appearances.
 * @throws Refusal `forbidden`; `wrong_stage`, also where a verdict is public; `invalid` without a
 *   reason, for `other` without words, for `duplicate` without another claim that is not set aside, and
 *   where somebody who is no editor names one that is read less strictly
 */
export function setAsideClaim(claim: Claim, input: unknown, about: About, act: Act): Change[] {
  demandMove('set_aside', claim, about.standing, act)
  const { reason, words, duplicateOf } = parse(setAsideInput, input)
  if (reason === 'other' && !words) {
    throw new Refusal('invalid', { fields: { words: { code: 'required' } } })
  }
  const put = { setAsideReason: reason, setAsideWords: words, assignee: null }
  if (reason !== 'duplicate') return [move('set_aside', claim, act, put)]

  const survivor = about.survivor
  if (!duplicateOf || !survivor || survivor.stage === 'set_aside') {
    throw new Refusal('invalid', {
      fields: { duplicateOf: { code: duplicateOf ? 'unknown_choice' : 'required' } },
    })
  }
  if (survivor.id === claim.id) {
    throw new Refusal('invalid', { fields: { duplicateOf: { code: 'same_claim' } } })
  }
  const lost = topicsLost(about.desk, claim.topics, survivor.topics)
  if (lost.length > 0 && !has(act.member, 'editor')) {
    const values = { topics: lost.join(', ') }
    throw new Refusal('invalid', { fields: { duplicateOf: { code: 'topic_not_there', values } } })
  }
  const gone = { ...put, duplicateOf: survivor.id, leadAppearance: null }
  return [
    move('set_aside', claim, act, gone),
    ...about.appearances.map((one) => moveAppearance(one, survivor.id, act)),
  ]
}
