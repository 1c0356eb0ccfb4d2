import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { parse } from './parse.ts'
import { lettersOf, type Rating, ratingInput, readRating } from './rating.ts'
import { type FieldCode, type FieldErrors, Refusal } from './refusal.ts'

/** A scale is a choice: one rating alone says nothing. */
const FEWEST = 2

/** The page on which a rating is made stands at this name. */
const RESERVED = 'new'

type Same = (a: Rating, b: Rating) => boolean

/** In what no two ratings in use may be alike, and the field that says so. */
const apart: [field: string, code: FieldCode, same: Same][] = [
  ['labelEn', 'label_taken', (a, b) => lettersOf(a.labelEn) === lettersOf(b.labelEn)],
  ['labelIt', 'label_taken', (a, b) => lettersOf(a.labelIt) === lettersOf(b.labelIt)],
  ['number', 'number_taken', (a, b) => a.number !== null && a.number === b.number],
  ['shape', 'sign_taken', (a, b) => a.shape === b.shape && a.tone === b.tone],
]

/**
 * What keeps a rating from standing beside those in use; each error names the other one.
 * @param others the scale without the rating itself
 */
function clashes(rating: Rating, others: Rating[]): FieldErrors {
  const inUse = others.filter(({ retiredAt }) => !retiredAt)
  const found = apart.flatMap(([field, code, same]) => {
    const other = inUse.find((one) => same(one, rating))
    if (!other) return []
    return [[field, { code, values: { en: other.labelEn, it: other.labelIt } }] as const]
  })
  return Object.fromEntries(found)
}

/** The rating as decided, where it can stand beside the others. @throws Refusal `invalid` */
function fitting(rating: Rating, others: Rating[], more: FieldErrors = {}): Rating {
  const fields = { ...clashes(rating, others), ...more }
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', { fields })
  return rating
}

const without = ({ id }: Rating, scale: Rating[]): Rating[] => scale.filter((one) => one.id !== id)

/**
 * Puts one more rating on the scale.
 * @param scale all of it, retired ratings included: their ids stand for what was published
 * @throws Refusal `forbidden` for whoever is no admin; `invalid`, also where a rating in use has the
 *   label, the number, or the shape in that colour, and where any rating ever had the id
 */
export function defineRating(scale: Rating[], input: unknown, act: Act): Change {
  demand(act.member, 'admin')
  const read = readRating(input)
  const position = 1 + Math.max(0, ...scale.map(({ position }) => position))
  const after: Rating = { ...read, revision: 0, position, retiredAt: null }
  const taken = read.id === RESERVED || scale.some(({ id }) => id === read.id)
  const rating = fitting(after, scale, taken ? { slug: { code: 'slug_taken' } } : {})
  return record('rating', 'define', act, null, rating)
}

/**
 * Says another thing with a rating, or the same better. Its id stays; so does what was published.
 * @throws Refusal `forbidden`; `invalid`. A retired one is not held against those in use until it is
 *   restored
 */
export function amendRating(rating: Rating, scale: Rating[], input: unknown, act: Act): Change {
  demand(act.member, 'admin')
  const {
    meaningEn = rating.meaningEn,
    meaningIt = rating.meaningIt,
    ...said
  } = parse(ratingInput, input)
  const after: Rating = { ...rating, ...said, meaningEn, meaningIt }
  const amended = rating.retiredAt ? after : fitting(after, without(rating, scale))
  return record('rating', 'amend', act, rating, amended)
}

/**
 * Takes a rating out of use: nobody can choose it any more. Drafts and proposals that carry it keep
 * it (`drafting.ts`), and can be published; it is never removed.
 * @throws Refusal `forbidden`; `conflict` where it is retired already; `last_ratings`
 */
export function retireRating(rating: Rating, scale: Rating[], act: Act): Change {
  demand(act.member, 'admin')
  if (rating.retiredAt) throw new Refusal('conflict')
  const inUse = scale.filter(({ retiredAt }) => !retiredAt)
  if (inUse.length <= FEWEST) throw new Refusal('last_ratings')
  return record('rating', 'retire', act, rating, { ...rating, retiredAt: act.at })
}

/**
 * Puts a retired rating back into use.
 * @throws Refusal `forbidden`; `conflict` where it is in use; `invalid` where another one has taken its
 *   label, its number or its look meanwhile
 */
export function restoreRating(rating: Rating, scale: Rating[], act: Act): Change {
  demand(act.member, 'admin')
  if (!rating.retiredAt) throw new Refusal('conflict')
  const after = fitting({ ...rating, retiredAt: null }, without(rating, scale))
  return record('rating', 'restore', act, rating, after)
}
