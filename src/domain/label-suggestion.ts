import { lettersOf, type Rating } from './rating.ts'

/** Why a rating is suggested for a label. */
export const suggestionReasons = [
  'same', // the desk’s own label, in one of its languages
  'known', // words that mean the same wherever they are used
  'place', // its place among the labels of a scale that publishers use
  'number', // a number on a scale, where there are no words
] as const
export type SuggestionReason = (typeof suggestionReasons)[number]

/** What a label may amount to, for a person to confirm: nothing is mapped by itself. */
export type Suggestion = { rating: string; reason: SuggestionReason }

/** A degree of truth, 5 (true) to 1 (false), or the id of a rating that is none. */
type Target = number | 'unproven' | 'missing_context'

/** Words that name a degree, or why there is none. What publishers mean by others differs too much. */
const KNOWN: [Target, string][] = [
  [
    5,
    'true, vero, vera, correct, corretto, accurate, notizia vera, confirmed, confermato, supported',
  ],
  [
    4,
    `mostly true, largely true, mainly true, mostly correct, mostly accurate, almost true, nearly true,
     in gran parte vero, per lo piu vero, quasi vero, sostanzialmente vero`,
  ],
  [
    3,
    `half true, half truth, mixture, mixed, partly true, partially true, partially correct, partly correct,
     true and false, parzialmente vero, mezzo vero, mezza verita, in parte vero, parzialmente corretto,
     vero a meta, ne vero ne falso`,
  ],
  [
    2,
    `mostly false, largely false, mainly false, barely true, almost false, mostly incorrect,
     in gran parte falso, per lo piu falso, quasi falso`,
  ],
  [
    1,
    `false, falso, falsa, fake, notizia falsa, bufala, fake news, incorrect, untrue, hoax, totally false,
     totalmente falso, del tutto falso, completely false, not true, non vero, refuted, wrong, scorretto`,
  ],
  [
    'unproven',
    `unproven, unverified, no evidence, unsupported, unsubstantiated, not enough evidence,
     insufficient evidence, senza prove, non provato, non dimostrato, non verificato, mancano le prove`,
  ],
  [
    'missing_context',
    `missing context, out of context, lacks context, needs context, lacking context, no context,
     fuori contesto, manca il contesto, contesto mancante, decontestualizzato, miscaptioned`,
  ],
]

/** Labels that are words of one scale: from true to false. */
const PLACES: [Target, string][] = [
  [4, 'c eri quasi'],
  [3, 'ni'],
  [2, 'pinocchio andante'],
  [1, 'panzana pazzesca, pants on fire'],
]

const byLetters = (rows: [Target, string][]): Map<string, Target> =>
  new Map(
    rows.flatMap(([target, names]) => names.split(',').map((name) => [lettersOf(name), target])),
  )

const known = byLetters(KNOWN)
const places = byLetters(PLACES)

const NUMBER = String.raw`(-?\d+(?:[.,]\d+)?)`
const OF = new RegExp(`^${NUMBER} ?(?:of|out of|su|/) ?${NUMBER}$`, 'i')
const FROM_TO = new RegExp(`^${NUMBER} on a scale from ${NUMBER} to ${NUMBER}$`, 'i')

/** How far from a step of ours a number may be to count for it, in steps. */
const NEAR = 0.3

/** The degree that a number on a scale comes to, worst and best named or from 1. */
function degreeOf(label: string): number | null {
  const numbers = (found: RegExpExecArray | null) =>
    (found?.slice(1) ?? []).map((one) => Number(one.replace(',', '.')))
  const [value, ...ends] = numbers(FROM_TO.exec(label) ?? OF.exec(label))
  const [worst = 1, best] = ends.length === 1 ? [1, ends[0]] : ends
  if (value === undefined || best === undefined || worst === best) return null
  const degree = 1 + (4 * (value - worst)) / (best - worst)
  const step = Math.round(degree)
  return step >= 1 && step <= 5 && Math.abs(degree - step) <= NEAR ? step : null
}

/** The label alone, and without what is said after it: `Falso: il video è del 2015`. */
const readings = (label: string): string[] =>
  [label, label.split(/[:(.]|\s[–—-]\s/)[0] ?? ''].map(lettersOf).filter(Boolean)

/**
 * Which rating of the desk’s scale another publisher’s label may amount to.
 * @param label as the publisher wrote it, or a number as readers put it in words (`2 of 5`)
 * @param scale all of it: of retired ratings none is suggested
 * @returns null where that is anybody’s guess, or the scale has no such rating
 */
export function suggestRating(label: string, scale: readonly Rating[]): Suggestion | null {
  const inUse = scale.filter(({ retiredAt }) => !retiredAt)
  const suggest = (target: Target | null | undefined, reason: SuggestionReason) => {
    const rating = inUse.find(({ id, number }) =>
      typeof target === 'number' ? number === target : id === target,
    )
    return rating ? { rating: rating.id, reason } : null
  }
  for (const letters of readings(label)) {
    const own = inUse.find((one) => [one.labelEn, one.labelIt].map(lettersOf).includes(letters))
    if (own) return { rating: own.id, reason: 'same' }
    const found = suggest(known.get(letters), 'known') ?? suggest(places.get(letters), 'place')
    if (found) return found
  }
  return suggest(degreeOf(label.trim()), 'number')
}
