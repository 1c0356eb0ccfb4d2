import type { Written } from '../figures/figure.ts'
import { type Figure, figuresIn } from '../figures.ts'
import { stemsOf } from '../stems.ts'
import { type Denial, denialsIn } from './denials.ts'
import { type Name, namesIn } from './names.ts'
import { type Stance, stancesIn } from './opposites.ts'
import { type Place, placesIn } from './places.ts'
import { plainly, type Term, termsIn } from './terms.ts'

/**
 * What a text is compared by. Made once a text; each part is read when it is first asked for, so that
 * most candidates cost no more than their words.
 */
export type Profile = {
  readonly written: Written
  /** What to look for in an index of `stemsOf`: its stems, and those of what it shortens. */
  readonly stems: ReadonlySet<string>
  /** As somebody would say it. */
  readonly plain: Written
  readonly terms: readonly Term[]
  /** How often each stem stands among the terms. */
  readonly counts: ReadonlyMap<string, number>
  readonly figures: readonly Figure[]
  readonly places: readonly Place[]
  readonly names: readonly Name[]
  readonly denials: readonly Denial[]
  readonly stances: ReadonlyMap<number, Stance>
}

export function profileOf(written: Written): Profile {
  const { language } = written
  const plain = once(() => ({ text: plainly(written.text), language }))
  const terms = once(() => termsIn(plain().text, language))
  const counts = once(() => {
    const found = new Map<string, number>()
    for (const { stem } of terms()) found.set(stem, (found.get(stem) ?? 0) + 1)
    return found
  })
  const stems = once(() => new Set([...stemsOf(plain().text, language), ...counts().keys()]))
  const figures = once(() => figuresIn(plain()))
  const places = once(() => placesIn(plain()))
  const names = once(() => namesIn(plain()))
  const denials = once(() => denialsIn(plain()))
  const stances = once(() => stancesIn(plain()))
  return {
    written,
    get stems() {
      return stems()
    },
    get plain() {
      return plain()
    },
    get terms() {
      return terms()
    },
    get counts() {
      return counts()
    },
    get figures() {
      return figures()
    },
    get places() {
      return places()
    },
    get names() {
      return names()
    },
    get denials() {
      return denials()
    },
    get stances() {
      return stances()
    },
  }
}

/** What is read when it is first asked for, and never again. */
function once<T>(read: () => T): () => T {
  let kept: { value: T } | undefined
  return () => {
    kept ??= { value: read() }
    return kept.value
  }
}
