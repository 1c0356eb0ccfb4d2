import { alikeIn } from './anchor/alike.ts'
import { type Folded, folded } from './anchor/fold.ts'
import {
  isTorn,
  narrowed,
  type Passage,
  type Place,
  passageFrom,
  passageOf,
  placeAt,
  typedPassage,
} from './anchor/passage.ts'
import { isEverywhere, placesOf, wholeWords } from './anchor/places.ts'
import { settled } from './anchor/settled.ts'
import { tornPlaces } from './anchor/torn.ts'
import type { Excerpt } from './excerpt.ts'

export { type Folded, folded } from './anchor/fold.ts'

/**
 * What became of an excerpt in a text. `exact`: the same words at the same place; `moved`: the same
 * words, for sure the same passage, at another place; `changed`: the passage with other words, as far
 * as can be told; `ambiguous`: it may be any of `places`, or, where there is but one, that one or none:
 * a person decides, never the program; `gone`: nothing that it could be.
 */
export type Anchor =
  | ({ status: 'exact' | 'moved' | 'changed' } & Place)
  | { status: 'ambiguous'; places: Place[] }
  | { status: 'gone' }

/** So many places are named of those that may be meant. */
const NAMED = 20
/** Two places of which one is no more like the passage than this may both be meant. */
const CLOSE = 0.1
/** How many words and signs of its surroundings help to find a passage whose words changed. */
const NEAR = 12

const ambiguous = (places: Place[]): Anchor => ({
  status: 'ambiguous',
  places: places.slice(0, NAMED),
})

/** The passage with other words, where one place is clearly more like it than any other. */
function changed(text: Folded, passage: Passage, taken: readonly number[]): Anchor {
  const more = passage.last - passage.first
  const others = taken.map((from) => ({ from, to: from + more }))
  const found = alikeIn(text, narrowed(passage, NEAR), others)
  const close = found.filter(({ alike }) => alike > (found[0]?.alike ?? 0) - CLOSE)
  const places = close.map((one) => {
    const { from, to } = wholeWords(text, one.from, one.to)
    return placeAt(text, passage, from, to)
  })
  const [place] = places
  if (!place) return { status: 'gone' }
  return places.length > 1 ? ambiguous(places) : { status: 'changed', ...place }
}

/**
 * Finds an excerpt again in another version of its text (W3C Web Annotation Data Model 4.2.4, 4.2.5:
 * TextQuoteSelector and TextPositionSelector). The quote decides, whatever its typography (`folded`);
 * its surroundings tell it from lookalikes (`settled`); its position alone never does.
 *
 * Without `from` the excerpt knows 32 code points around itself. That is safe, save for one thing that
 * nobody can see from there: a passage that stood in its text twice, with the same 32 code points
 * around it, of which one is gone. It is seen with `from`, which also finds more.
 * @param text the text to look in, as `folded` makes it once for any number of excerpts
 * @param from the text that the excerpt was cut from
 * @returns places in code points
 */
export function anchorIn(text: Folded, excerpt: Excerpt, from?: Folded): Anchor {
  const passage = (from && passageFrom(text, from, excerpt)) ?? passageOf(text, excerpt)
  if (!passage) return { status: 'gone' }
  const stands = (place: Place): Anchor => ({
    status: place.start === excerpt.start ? 'exact' : 'moved',
    ...place,
  })
  if (passage.source !== from && isTorn(passage)) {
    const [place, other] = tornPlaces(text.text, excerpt)
    if (!place) return { status: 'gone' }
    return other ? ambiguous([place, other]) : stands(place)
  }
  const places = placesOf(text, passage)
  const placed = (at: number) => placeAt(text, passage, at, at + passage.last - passage.first)
  if (isEverywhere(places)) return ambiguous(places.slice(0, NAMED).map(placed))
  const { proved, possible } = settled(
    text,
    passage,
    places,
    excerpt.start,
    passage.source === from,
  )
  if (proved !== null) return stands(placed(proved))
  if (possible.length > 0) return ambiguous(possible.slice(0, NAMED).map(placed))
  return changed(text, passage, places)
}

/** `anchorIn` for a single excerpt. */
export const anchor = (text: string, excerpt: Excerpt, from?: string): Anchor =>
  anchorIn(folded(text), excerpt, from === undefined ? undefined : folded(from))

/**
 * Finds a quote that somebody typed, so without a place or surroundings.
 * @returns `exact` where its words stand once, `ambiguous` where more often; never `moved`
 */
export function locate(text: string, quote: string): Anchor {
  const within = folded(text)
  const passage = typedPassage(within, quote)
  if (!passage) return { status: 'gone' }
  const places = placesOf(within, passage)
  const placed = (at: number) => placeAt(within, passage, at, at + passage.last - passage.first)
  const [only, ...more] = places.slice(0, NAMED).map(placed)
  if (!only) return changed(within, passage, [])
  return more.length > 0 ? ambiguous([only, ...more]) : { status: 'exact', ...only }
}
