import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { parse } from './parse.ts'
import { lettersOf, type Rating } from './rating.ts'
import { Refusal } from './refusal.ts'

/** A publisher's label is known by its letters; one without any by itself. */
export const labelKeyOf = (label: string): string =>
  (lettersOf(label) || label.trim().toLowerCase()).slice(0, 200)

export const labelMeanings = ['rating', 'none', 'open'] as const

/**
 * What a publisher's label amounts to on the desk's scale: a person's decision, as labels are read in more
 * ways than one. Rulings are not rewritten: they keep their label, and this is looked up.
 */
export type Label = {
  id: string
  revision: number
  publisher: string
  labelKey: string
  /** As the publisher writes it. */
  label: string
  /** `rating`: that one; `none`: the scale has nothing like it; `open`: nobody has decided. */
  meaning: (typeof labelMeanings)[number]
  rating: string | null
}

/** A label of a publisher's of which nothing was decided yet. */
type Named = Pick<Label, 'publisher' | 'labelKey' | 'label'>

/** What a select offers beside the ratings. */
export const NO_EQUIVALENT = '-'

export const labelInput = z.object({
  rating: z
    .string()
    .max(60)
    .describe(
      'The id of a rating; `-` where the scale has nothing like it; empty to leave it open',
    ),
})

/**
 * Says what a label amounts to: a rating's id, `-` for none of the scale, or nothing to leave it open again.
 * @param before what was decided of it, or null
 * @throws Refusal `forbidden`; `invalid` for what is no rating in use, unless it was that already
 */
export function mapLabel(
  newId: string,
  before: Label | null,
  named: Named,
  scale: Rating[],
  given: unknown,
  act: Act,
): Change {
  demand(act.member, 'editor')
  const { rating } = parse(labelInput, given)
  const known = scale.find(({ id }) => id === rating)
  const isStanding = known && (!known.retiredAt || before?.rating === known.id)
  if (rating && rating !== NO_EQUIVALENT && !isStanding) {
    throw new Refusal('invalid', { fields: { rating: { code: 'unknown_choice' } } })
  }
  const meaning = rating === '' ? 'open' : rating === NO_EQUIVALENT ? 'none' : 'rating'
  const said = { meaning, rating: known?.id ?? null } as const
  const after: Label = before
    ? { ...before, ...said }
    : { id: newId, revision: 0, ...named, ...said }
  return record('label', meaning === 'open' ? 'unmap' : 'map', act, before, after)
}
