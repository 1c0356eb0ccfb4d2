import type { Phrase } from './grammar.ts'
import { participles, pasts, presents, takesObject } from './italian.ts'
import type { Sentence } from './sentence.ts'
import { wordsIn } from './tokens.ts'

/** Adverbs within a verb: ha poi detto. */
export const adverbs =
  'inoltre|poi|anche|già|ieri|oggi|ancora|più|volte|infatti|sempre|invece|così|pure'
const auxiliaries = "ha|hanno|aveva|avevano|avrebbe|avrebbero|l'ha|abbia|abbiano"

const makes = wordsIn('scritto scrisse scrissero riportato commentato ricordato indicato')
const things = "il|lo|la|i|gli|le|l'|un|uno|una|un'|due|tre|molti|molte|alcuni|alcune"

/** A verb that says, with the tokens it takes. */
export type Verb = { from: number; to: number; kind: 'compound' | 'past' | 'present'; word: string }

/** The verb of saying that begins here. */
export function verbAt(sentence: Sentence, at: number): Verb | null {
  const word = sentence.low(at)
  if (sentence.is(at, auxiliaries)) {
    let to = at + 1
    while (to < at + 4 && sentence.is(to, adverbs)) to += 1
    const said = sentence.low(to)
    if (participles.has(said)) return { from: at, to: to + 1, kind: 'compound', word: said }
    if (sentence.is(to, 'fatto', 'sapere|notare|presente') || sentence.is(to, 'reso', 'noto')) {
      return { from: at, to: to + 2, kind: 'compound', word: said }
    }
  }
  const lets = sentence.is(at, 'fa|fanno', 'sapere|notare|presente|trapelare')
  if (lets || sentence.is(at, 'rende|rendono', 'noto')) {
    return { from: at, to: at + 2, kind: 'past', word }
  }
  if (pasts.has(word)) return { from: at, to: at + 1, kind: 'past', word }
  return presents.has(word) ? { from: at, to: at + 1, kind: 'present', word } : null
}

/** Where it was said stands between the verb and whoever says it. */
function pastPlaces(sentence: Sentence, at: number): number {
  if (sentence.is(at, 'in', 'una', 'nota|conferenza|intervista')) return at + 3
  if (sentence.is(at, 'in', "un'", 'intervista')) return at + 3
  if (sentence.is(at, 'in', 'un', 'comunicato|post|tweet|video|messaggio')) return at + 3
  if (sentence.is(at, 'ai', 'giornalisti|cronisti')) return at + 2
  if (sentence.is(at, 'su', 'facebook|twitter|x|instagram|telegram')) return at + 2
  return sentence.is(at, 'in', 'aula|conferenza') ? at + 2 : at
}

const goesOn = `che|di|,|:|.|«|“|"|in|a|al|alla|ai|come`
const ends = `,|.|:|;|«|»|“|”|"|in|a|al|alla|ai|su|sul|per|dopo|durante|citando|che|-|–|—|)|(|nel|nella`

/** Who says what a verb says: before it; or after it, where nobody stands before. */
export function speaker(sentence: Sentence, verb: Verb): Phrase | null {
  const { from, to, kind, word } = verb
  const isFinal = to >= sentence.tokens.length
  const before = sentence.subject(from)
  // Who has written a book says nothing by that.
  if (makes.has(word) && sentence.is(to, things)) return null
  const clear = kind !== 'present' || isFinal || sentence.is(to, goesOn)
  if (before && clear) return before
  if (before || denied(sentence, from)) return null
  const isAnswer = sentence.is(from - 1, 'lo|l\'|come|quanto|,|«|»|“|”|"|-|–|—') || from === 0
  if (!isAnswer && (kind === 'present' || takesObject.has(word))) return null
  const after = sentence.after(pastPlaces(sentence, to))
  const so = sentence.is(from - 1, "lo|l'|come|quanto")
  if (!after || (after.kind === 'document' && !so)) return null
  const closed = after.to >= sentence.tokens.length || sentence.is(after.to, ends)
  return closed || (kind !== 'present' && so) ? after : null
}

const denied = (sentence: Sentence, verb: number): boolean =>
  [verb - 1, verb - 2].some((at) => sentence.is(at, 'non|se|si|mai|né'))
