import type { Phrase } from './grammar.ts'
import { passedOn, repeated } from './italian.ts'
import { adverbs, speaker, verbAt } from './italian-verbs.ts'
import type { Found, Part, Sentence } from './sentence.ts'

const da = "da|dal|dallo|dalla|dai|dagli|dalle|dall'"
const a = "a|ad|al|allo|alla|ai|agli|alle|all'"
const telling = 'dirlo|rivelarlo|riferirlo|scriverlo|annunciarlo|confermarlo|sostenerlo|raccontarlo'
const di = "di|del|dello|della|dei|degli|delle|dell'|d'"
/** Secondo X, where it is neither a number nor a rank. */
function according(sentence: Sentence, at: number): number | null {
  if (sentence.is(at, 'stando', a)) return at + 2
  if (sentence.is(at, 'a', 'detta|parere|giudizio|dire', di)) return at + 3
  if (sentence.is(at, 'ad', 'avviso', di)) return at + 3
  if (!sentence.is(at, 'secondo')) return null
  const before =
    'il|un|del|al|nel|dal|sul|ogni|in|per|questo|quel|suo|loro|come|arrivato|giunto|finito|e|classificato'
  const isRank = at > 0 && sentence.is(at - 1, before)
  const ranks = sentence.tokens.some(({ low }) => /^(?:prim|terz)[oa]$/.test(low))
  return isRank || (ranks && !sentence.tokens[at]?.first) ? null : at + 1
}

/** Whoever follows “da”, and has passed on what stands before. */
function passing(
  sentence: Sentence,
  at: number,
): (Omit<Found, 'phrase'> & { next: number }) | null {
  const word = sentence.low(at)
  let next = at + 1
  while (next < at + 4 && sentence.is(next, adverbs)) next += 1
  if (sentence.is(at, 'apprende|risulta|trapela|filtra|emerge') && sentence.is(next, da)) {
    return { part: 'source', from: at, to: next, next: next + 1 }
  }
  // “Citate di media”, as it is mistyped, means the same.
  if (!sentence.is(next, da) && !(repeated.test(word) && sentence.is(next, 'di'))) return null
  const quoted = sentence.is(at - 1, 'quanto|come')
  const passive =
    sentence.is(at - 1, 'stato|stata|stati|state|viene|vengono') || sentence.is(at - 2, 'è|sono')
  if (passedOn.test(word) && (quoted || passive)) {
    return { part: 'source', from: at, to: next, next: next + 1 }
  }
  return repeated.test(word) ? { part: 'relays', from: at, to: next, next: next + 1 } : null
}

/** The announcement came from X; the Kremlin’s announcement, after a colon. */
function announcement(sentence: Sentence, at: number): number | null {
  if (!sentence.is(at, 'annuncio|conferma|notizia|rivelazione|denuncia')) return null
  const opens = at <= 1 || sentence.is(at - 2, ':|.|»|”|"|–|—|-') || sentence.is(at - 1, ':')
  if (!opens) return null
  if (sentence.is(at + 1, di)) {
    const whose = sentence.phrase(at + 2)
    const alone = whose && (sentence.isSign(whose.to) || sentence.is(whose.to, 'è|sono|arriva'))
    return alone && !sentence.is(at, 'notizia|denuncia') ? at + 2 : null
  }
  const came = /^(?:arriv|giung|giunt|vien|venut|dat[ao]$|diffus)/
  for (let to = at + 1; to < at + 9; to++) {
    if (!sentence.is(to, da) || sentence.low(to) === 'da') continue
    const between = sentence.tokens.slice(at + 1, to)
    return between.some(({ low }) => came.test(low)) ? to + 1 : null
  }
  return null
}

/** In an interview with X, at X’s microphones; it is read in X’s note. */
function medium(sentence: Sentence, at: number): { part: Part; next: number } | null {
  const given = sentence.is(at - 1, "un'|nell'|dell'|sua")
  if (given && sentence.is(at, 'intervista', `${a}|con|su`)) return { part: 'relays', next: at + 2 }
  if (sentence.is(at, 'microfoni', di)) return { part: 'relays', next: at + 2 }
  if (sentence.is(at, 'si', 'legge', "in|nel|nella|nello|su|sul|sulla|sull'"))
    return { part: 'source', next: at + 3 }
  if (sentence.is(at, 'citando')) return { part: 'cited', next: at + 1 }
  return sentence.is(at, 'che', 'cita|citano') ? { part: 'cited', next: at + 2 } : null
}

/** X has been cited as saying so. */
const quotedSubject = (sentence: Sentence, at: number): boolean =>
  sentence.is(at, 'è|sono|viene|vengono') &&
  [1, 2, 3].some(
    (n) =>
      sentence.is(at + n, 'citato|citata|citati|citate') &&
      sentence.is(
        at + n + 1,
        'mentre|per|come',
        'afferma|affermava|affermavano|dice|diceva|aver|avere',
      ),
  )

const human = ({ kind, text }: Phrase): boolean =>
  kind === 'person' || kind === 'body' || (kind === 'name' && /\p{Lu}\S*\s\p{Lu}/u.test(text))

/** Per il ministro, …: an opinion, where nobody is given anything. */
function opinion(sentence: Sentence, at: number): Phrase | null {
  if (!sentence.is(at, 'per') || !sentence.tokens[at]?.first) return null
  const phrase = sentence.phrase(at + 1)
  if (!phrase || !human(phrase) || !sentence.is(phrase.to, ',')) return null
  return sentence.is(phrase.to + 1, "un|una|un'|niente|nessun|nessuna|invece|però") &&
    !sentence.is(phrase.to + 1, 'invece|però')
    ? null
    : phrase
}

/** Everybody who has a part in how what an Italian sentence says reached it. */
export function italianForms(sentence: Sentence): Found[] {
  const found: Found[] = []
  const put = (part: Part, phrase: Phrase | null, from: number, to: number) => {
    if (phrase)
      found.push({ part, phrase, from: Math.min(from, phrase.from), to: Math.max(to, phrase.to) })
  }
  for (let at = 0; at < sentence.tokens.length; at++) {
    const named = according(sentence, at)
    if (named !== null) {
      const relative = sentence.is(named, 'il|la|i|le', 'quale|quali') || sentence.is(named, 'cui')
      if (!relative) put('source', sentence.phrase(named), at, named)
      else if (sentence.is(at - 1, ',')) put('says', sentence.endingAt(at - 1), at, named + 1)
    }
    const announced = announcement(sentence, at)
    if (announced !== null) put('says', sentence.phrase(announced), at, announced)
    const verb = verbAt(sentence, at)
    if (verb) {
      const who = speaker(sentence, verb)
      const so = sentence.is(at - 1, "lo|l'|come") ? at - 1 : at
      put(sentence.is(at - 1, 'come|quanto') ? 'source' : 'says', who, so, verb.to)
      const told = Math.max(verb.to, who?.to ?? 0)
      const to = who && sentence.is(told, a) ? sentence.phrase(told + 1) : null
      if (to?.kind === 'media') put('relays', to, told, to.to)
      at = Math.max(at, verb.to - 1)
      continue
    }
    const passed = passing(sentence, at)
    if (passed) put(passed.part, sentence.phrase(passed.next), passed.from, passed.to)
    if (sentence.is(at, 'parlando', `con|${a}`)) {
      const heard = sentence.phrase(at + 2)
      if (heard?.kind === 'media') put('relays', heard, at, at + 2)
    }
    if (sentence.is(at, telling, 'è|sono|era|erano'))
      put('says', sentence.phrase(at + 2), at, at + 2)
    const by = medium(sentence, at)
    if (by) put(by.part, sentence.phrase(by.next), at, by.next)
    if (sentence.is(at, 'citando')) put('relays', sentence.medium(at - 1), at, at)
    if (sentence.is(at, 'cita|citano')) citing(sentence, at, put)
    if (quotedSubject(sentence, at)) put('says', sentence.subject(at), at, at + 2)
    put('says', opinion(sentence, at), at, at)
    put('says', dialogue(sentence, at), at, at)
  }
  return found
}

type Put = (part: Part, phrase: Phrase | null, from: number, to: number) => void

/** The newspaper cites X: it passes on what X says. */
function citing(sentence: Sentence, at: number, put: Put): void {
  const who = sentence.is(at - 1, 'che') ? null : sentence.subject(at)
  if (who?.kind !== 'media') return
  put('relays', who, at, at + 1)
  put('cited', sentence.phrase(at + 1), at, at + 1)
}

/** Moretti: «…». A word all in capitals is a label. */
function dialogue(sentence: Sentence, at: number): Phrase | null {
  if (!sentence.is(at, ':') || !/^[«“"]$/.test(sentence.low(at + 1))) return null
  const who = sentence.endingAt(at)
  if (
    !who ||
    !(who.from === 0 || sentence.isSign(who.from - 1) || sentence.is(who.from - 1, 'e|ma'))
  )
    return null
  return human(who) || (who.kind === 'name' && /\p{Ll}/u.test(who.text)) ? who : null
}
