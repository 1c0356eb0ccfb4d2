import { suggestRating } from '../../domain/label-suggestion.ts'
import type { Rating } from '../../domain/rating.ts'

/** The rating that a label might amount to; null where that is not clear. It counts once a person confirms it. */
export const suggestedFor = (label: string, scale: Rating[]): string | null =>
  suggestRating(label, scale)?.rating ?? null
