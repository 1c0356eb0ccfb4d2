import { anchor } from './anchor.ts'
import { type Excerpt, excerptAt } from './excerpt.ts'
import { excerptOf, isProved, isUnproved, type Proof, proofOf, type Quoted } from './proof.ts'
import { Refusal } from './refusal.ts'

const nowhere = { quotePrefix: null, quoteSuffix: null, quoteStart: null, quoteEnd: null }

/** A quote as its source has it, at its place; that it is there needs no reason. */
export const placed = ({ quote, prefix, suffix, start, end }: Excerpt) => ({
  quote,
  quotePrefix: prefix,
  quoteSuffix: suffix,
  quoteStart: start,
  quoteEnd: end,
  quoteReason: null,
})

/** A quote, the snapshot that it is to be proved by, and why it is given though it is not in that. */
type Reasoned = Quoted & { snapshot: string | null; quoteReason: string | null }

/** How much of what was found instead a refusal tells, in UTF-16 units. */
const TOLD = 300

/** @throws Refusal `invalid` on `quoteReason`, with what stands in the text instead */
function demandReason({ places }: Proof): never {
  const nearest = places[0]?.words.replace(/\s+/g, ' ') ?? ''
  const told = nearest.length > TOLD ? `${nearest.slice(0, TOLD)}…` : nearest
  const error = told
    ? ({ code: 'quote_differs', values: { nearest: told } } as const)
    : ({ code: 'quote_not_there' } as const)
  throw new Refusal('invalid', { fields: { quoteReason: error } })
}

/** Where words that had a place in one snapshot stand in another, for sure. */
function foundAgain(before: Quoted, text: string) {
  const excerpt = excerptOf(before)
  const found = excerpt && anchor(text, excerpt)
  return found?.status === 'exact' || found?.status === 'moved' ? found : null
}

/**
 * Settles what evidence keeps of its quote when its words or its snapshot are new. What stands in the
 * text once is kept at its place, in the source's own characters; what stands there more than once
 * waits for a person; what does not stand there needs a reason. Words that are not what changed are
 * not asked after: they keep the place that they had, and are marked.
 * @param before the evidence as it was; null for a new one
 * @param text of the snapshot that `after` names; null where there is none
 * @throws Refusal `invalid` on `quoteReason` where the words are not in the text and nobody says why
 */
export function settleQuote<E extends Reasoned>(
  after: E,
  before: Reasoned | null,
  text: string | null,
): E {
  const { quote, quoteReason } = after
  if (!quote) return { ...after, ...nowhere, quoteReason: null }
  const isSame = before?.quote === quote
  const isThere = isSame && before.snapshot === after.snapshot
  const written: E = isThere ? after : { ...after, ...nowhere }
  const again = isSame && !isThere && text !== null ? foundAgain(before, text) : null
  const proof = proofOf(written, text)
  const place = again ?? (isProved(proof) ? proof.places[0] : null)
  if (text !== null && place) {
    return { ...written, ...placed(excerptAt(text, place.start, place.end)) }
  }
  if (proof.status === 'ambiguous') return { ...written, quoteReason: null }
  const isAsked = !isSame || before?.quoteReason
  if (isUnproved(proof) && !quoteReason && isAsked) demandReason(proof)
  return written
}
