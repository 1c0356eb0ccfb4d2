import type { Suggested } from '../../views/claim/chain-fields.ts'
import type { Typed } from '../../views/frame.ts'
import { linksIn } from '../domain/appearance.ts'
import { oneOf } from './form.ts'

/** Which chain a button of the form fills in, by its place among those suggested. */
const FILL = /^chain-(\d)$/

/** Whether a form was sent only to get one more link, or a chain filled in: nothing is saved then. */
export const asksForChain = (typed: Typed): boolean => {
  const asked = oneOf(typed.do)
  return asked === 'link' || FILL.test(asked)
}

/**
 * What was typed, with what the button does to it. Somebody who is named as the claimant already stays.
 * @param suggestions those of the page that the form was on
 */
export function chained(typed: Typed, suggestions: readonly Suggested[]): Typed {
  const asked = oneOf(typed.do)
  const sent = [typed.attribution ?? []].flat()
  if (asked === 'link') {
    const more = Math.max(sent.length, linksIn(sent).length) + 1 - linksIn(sent).length
    return { ...typed, attribution: [...linksIn(sent), ...Array<string>(more).fill('')] }
  }
  const found = suggestions[Number(FILL.exec(asked)?.[1] ?? Number.NaN)]
  if (!found) return typed
  const isNamed = oneOf(typed.claimantKind) === 'named' && oneOf(typed.claimant).trim() !== ''
  const { claimantKind, claimant } = found
  const who = isNamed ? {} : { claimantKind, claimant: claimant ?? '' }
  return { ...typed, attribution: [...found.chain], ...who }
}
