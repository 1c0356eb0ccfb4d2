import { type Anchor, anchor, locate } from './anchor.ts'
import type { Excerpt } from './excerpt.ts'
import { type Passage, passageAt, unitAt } from './passage.ts'

/**
 * What became of a quote in the text that was kept of its source. `exact` and `moved`: it stands there,
 * to the letter but for typography; `changed`: something much like it stands there; `ambiguous`: its
 * words stand there more than once, and a person says which are meant.
 */
export const proofStatuses = [
  'exact',
  'moved',
  'changed',
  'ambiguous',
  'gone',
  'no_snapshot',
  'no_quote',
] as const
export type ProofStatus = (typeof proofStatuses)[number]

/** `places`: where the quote stands, or what is much like it; several where it is `ambiguous`. */
export type Proof = { status: ProofStatus; places: Passage[] }

/** Whether a proof shows that the words are in the text that was kept. */
export const isProved = ({ status }: Pick<Proof, 'status'>): boolean =>
  status === 'exact' || status === 'moved'

/** Whether there is a text, and the words are not in it: that asks for a reason, or other words. */
export const isUnproved = ({ status }: Pick<Proof, 'status'>): boolean =>
  status === 'changed' || status === 'gone'

/** What evidence keeps of its quote: its words, and where in the kept text they were found. */
export type Quoted = {
  quote: string | null
  quotePrefix: string | null
  quoteSuffix: string | null
  quoteStart: number | null
  quoteEnd: number | null
}

/** How many places of one quote are told. */
const PLACES = 20

/** The place that evidence keeps of its quote, as an excerpt; null where it keeps none. */
export function excerptOf(evidence: Quoted): Excerpt | null {
  const { quote, quotePrefix, quoteSuffix, quoteStart: start, quoteEnd: end } = evidence
  if (!quote || start === null || end === null) return null
  return { quote, prefix: quotePrefix ?? '', suffix: quoteSuffix ?? '', start, end }
}

/** Whether an excerpt stands where it was cut from, with all that stood around it. */
function standsIn(text: string, { quote, prefix, suffix, start }: Excerpt): boolean {
  const at = unitAt(text, start)
  return text.startsWith(prefix + quote + suffix, at - prefix.length)
}

function find(text: string, evidence: Quoted): Anchor | null {
  const excerpt = excerptOf(evidence)
  if (!excerpt) return evidence.quote ? locate(text, evidence.quote) : null
  const { start, end } = excerpt
  return standsIn(text, excerpt) ? { status: 'exact', start, end } : anchor(text, excerpt)
}

const placesIn = (found: Anchor): { start: number; end: number }[] =>
  'places' in found ? found.places : 'start' in found ? [found] : []

/**
 * Proves a quote against the text that was kept of its source. Its place was cut from this very text,
 * so there it is not looked for elsewhere, among lookalikes.
 * @param evidence with the place of its quote, or with a quote as it was typed
 * @param text null where nothing was kept, or nothing could be read
 */
export function proofOf(evidence: Quoted, text: string | null): Proof {
  if (!evidence.quote) return { status: 'no_quote', places: [] }
  const found = text === null ? null : find(text, evidence)
  if (text === null || !found) return { status: 'no_snapshot', places: [] }
  const places = placesIn(found).slice(0, PLACES)
  return { status: found.status, places: places.map((place) => passageAt(text, place)) }
}
