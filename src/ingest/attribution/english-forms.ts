import { clausal, saying } from './english.ts'
import type { Phrase } from './grammar.ts'
import type { Found, Part, Sentence } from './sentence.ts'

const passive = 'is|are|was|were|be|been|being|get|got|am'

/** Whoever says what a verb says: before it, or after a quotation. */
function speaker(sentence: Sentence, at: number): Phrase | null {
  const word = sentence.low(at)
  if (!saying.has(word) && !clausal.has(word)) return null
  if ([at - 1, at - 2].some((one) => sentence.is(one, passive))) return null
  const inClause =
    sentence.is(at + 1, 'that|:|“|"|.') || sentence.is(at + 1, ',', '“|"') || isLast(sentence, at)
  const before = sentence.subject(at)
  if (clausal.has(word) && !inClause && before?.kind !== 'media') return null
  // What a company reported or announced may be a thing; it is its own word all the same.
  if (before) return before
  const answers = sentence.is(at - 1, ',|”|"|“|-|–|—|?|!')
  if (!answers || clausal.has(word)) return null
  const after = sentence.phrase(at + 1)
  const closed =
    after &&
    (sentence.isSign(after.to) || sentence.is(after.to, 'in|on|at|during|after|as|of|to|who'))
  return closed ? after : null
}

const isLast = ({ tokens }: Sentence, at: number): boolean => at === tokens.length - 1

/** What ends with “X reports” is told by somebody else, and passed on by X. */
const ends = (sentence: Sentence, at: number): boolean =>
  sentence.is(at, 'reports|reported') && (isLast(sentence, at) || sentence.is(at + 1, '.'))

/** “Told” the news agency, and not the court. */
function told(sentence: Sentence, at: number): Phrase | null {
  const to = sentence.is(at, 'told|tells') ? sentence.phrase(at + 1) : null
  return to?.kind === 'media' ? to : null
}

const relaying =
  'reported|quoted|cited|carried|published|broadcast|relayed|announced|confirmed|aired'

/** Was reported by X; in remarks carried by X; quoted by X as saying. */
function passing(sentence: Sentence, at: number): { part: Part; next: number } | null {
  if (!sentence.is(at, relaying)) return null
  const as = sentence.is(at + 1, 'as', 'saying|telling') ? at + 3 : at + 1
  if (!sentence.is(as, 'by')) return null
  const said = [at - 1, at - 2].some((one) => sentence.is(one, `${passive}|as|first`))
  const remarks = sentence.is(at - 1, 'remarks|comments|statement|interview|footage|,') || said
  if (!remarks) return null
  const isSource = said && sentence.is(at, 'reported|announced|confirmed')
  return { part: isSource ? 'source' : 'relays', next: as + 1 }
}

const interview = (sentence: Sentence, at: number): number | null => {
  if (sentence.is(at, 'interview', 'with|to|on|for')) return at + 2
  return sentence.is(at, 'speaking', 'to') ? at + 2 : null
}

type Put = (part: Part, phrase: Phrase | null, from: number, to: number) => void

/** X quoted Y as saying; citing Y; Y was quoted as saying. */
function quoting(sentence: Sentence, at: number, put: Put): void {
  if (sentence.is(at, 'citing|quoting')) {
    put('cited', sentence.phrase(at + 1), at, at + 1)
    put('relays', sentence.medium(at - 1), at, at)
  }
  if (!sentence.is(at, 'quoted|quotes|cited|cites')) return
  if (sentence.is(at - 1, passive)) {
    const by = sentence.is(at + 1, 'by') ? sentence.phrase(at + 2) : null
    const as = by ? by.to : at + 1
    if (sentence.is(as, 'as', 'saying')) put('says', sentence.subject(at - 1), at - 1, as + 2)
    return
  }
  const cited = sentence.phrase(at + 1)
  const who = sentence.subject(at)
  const isSaying =
    cited && (sentence.is(cited.to, 'as', 'saying') || sentence.is(at, 'cites|cited'))
  if (!isSaying || !who) return
  put('relays', who, at, at + 1)
  put('cited', cited, at, at + 1)
}

/** Everybody who has a part in how what an English sentence says reached it. */
export function englishForms(sentence: Sentence): Found[] {
  const found: Found[] = []
  const put: Put = (part, phrase, from, to) => {
    if (phrase)
      found.push({ part, phrase, from: Math.min(from, phrase.from), to: Math.max(to, phrase.to) })
  }
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (sentence.is(at, 'according', 'to')) put('source', sentence.phrase(at + 2), at, at + 2)
    const who = speaker(sentence, at)
    if (who) {
      const part = ends(sentence, at)
        ? 'relays'
        : sentence.is(who.from - 1, 'as')
          ? 'source'
          : 'says'
      put(part, who, at, at + 1)
      put('relays', told(sentence, at), at, at + 1)
    }
    const passed = passing(sentence, at)
    if (passed) put(passed.part, sentence.phrase(passed.next), at, passed.next)
    const with_ = interview(sentence, at)
    const by = with_ === null ? null : sentence.phrase(with_)
    if (by && (by.kind === 'media' || sentence.is(at, 'interview'))) put('relays', by, at, by.to)
    quoting(sentence, at, put)
    if (sentence.is(at, ':') && /^[“"]$/.test(sentence.low(at + 1))) {
      const speaker = sentence.endingAt(at)
      if (speaker?.kind === 'name' || speaker?.kind === 'person') put('says', speaker, at, at + 1)
    }
  }
  return found
}
