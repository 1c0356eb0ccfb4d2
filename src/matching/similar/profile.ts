import type { Written } from '../figures/figure.ts'
import { type Figure, figuresIn } from '../figures.ts'
import { stemsOf } from '../stems.ts'
import { type Denial, denialsIn } from './denials.ts'
import { type Name, namesIn } from './names.ts'
import { type Stance, stancesIn } from './opposites.ts'
import { type Place, placesIn } from './places.ts'
import { plainly, stemsIn, type Term, termsIn } from './terms.ts'

/**
 * What a text is compared by. Each part is read when it is first asked for, so that most candidates
 * cost no more than their words.
 */
export class Profile {
  readonly written: Written
  #plain: Written | undefined
  #bag: readonly string[] | undefined
  #terms: readonly Term[] | undefined
  #counts: ReadonlyMap<string, number> | undefined
  #figures: readonly Figure[] | undefined
  #places: readonly Place[] | undefined
  #names: readonly Name[] | undefined
  #denials: readonly Denial[] | undefined
  #stances: ReadonlyMap<number, Stance> | undefined

  constructor(written: Written) {
    this.written = written
  }

  /** What to look for in an index of `stemsOf`: its stems, and those of what it shortens. */
  get stems(): ReadonlySet<string> {
    return new Set([...stemsOf(this.plain.text, this.plain.language), ...this.bag])
  }

  /** As somebody would say it. */
  get plain(): Written {
    this.#plain ??= { text: plainly(this.written.text), language: this.written.language }
    return this.#plain
  }

  /** The stem of each of its terms, as often as it stands there. */
  get bag(): readonly string[] {
    this.#bag ??= stemsIn(this.plain.text, this.plain.language)
    return this.#bag
  }

  get terms(): readonly Term[] {
    this.#terms ??= termsIn(this.plain.text, this.plain.language)
    return this.#terms
  }

  /** How often each stem stands there. */
  get counts(): ReadonlyMap<string, number> {
    if (this.#counts) return this.#counts
    const counts = new Map<string, number>()
    for (const stem of this.bag) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    this.#counts = counts
    return counts
  }

  get figures(): readonly Figure[] {
    this.#figures ??= figuresIn(this.plain)
    return this.#figures
  }

  get places(): readonly Place[] {
    this.#places ??= placesIn(this.plain)
    return this.#places
  }

  get names(): readonly Name[] {
    this.#names ??= namesIn(this.plain)
    return this.#names
  }

  get denials(): readonly Denial[] {
    this.#denials ??= denialsIn(this.plain)
    return this.#denials
  }

  get stances(): ReadonlyMap<number, Stance> {
    this.#stances ??= stancesIn(this.plain)
    return this.#stances
  }
}

/** @param written in the language that it is taken to be in (ISO 639); any text, any language */
export const profileOf = (written: Written): Profile => new Profile(written)
