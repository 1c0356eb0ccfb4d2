import { type Evidence, interests, stances, unproved } from '../../../src/domain/evidence.ts'
import { record } from '../../../src/domain/ledger.ts'
import type { Act } from '../../../src/domain/member.ts'
import type { SearchRecord } from '../../../src/domain/search-record.ts'
import { phrase, statement, title } from './texts.ts'
import { type Language, languages, nameAt } from './vocabulary.ts'
import type { World } from './world.ts'

const untold = {
  locator: null,
  origin: null,
  note: null,
  translation: null,
  quoteReason: null,
  rank: 'normal',
  rankReason: null,
  visibility: 'public',
  visibilityReason: null,
} as const

/** The language of a claim, as one of those that words are made of. */
export const languageOf = (code: string): Language => languages.find((one) => one === code) ?? 'it'

/** A source that bears on a claim. @param at the claim, its language, and the number on it */
export function evidenceOn(
  world: World,
  at: { claim: string; language: string; number: number },
  by: Act,
) {
  const { random, newId } = world
  const language = languageOf(at.language)
  const id = newId()
  const hasQuote = random.below(2) === 0
  const after: Evidence = {
    ...{ id, revision: 0, claim: at.claim, number: at.number, ...unproved, ...untold },
    ...{ stance: random.oneOf(stances), kind: 'document', interest: random.oneOf(interests) },
    ...{ title: title(random, language), publisher: nameAt(random.below(200)) },
    ...{ url: `https://source-${random.below(500)}.example/${id}`, publishedOn: world.day(-9) },
    quote: hasQuote ? `${statement(random, language, world.names)}.` : null,
    quoteLanguage: hasQuote ? language : null,
    addedAt: by.at,
  }
  return record('evidence', 'add', by, null, after, { claim: at.claim })
}

/** A place where somebody looked. */
export function searchFor(world: World, at: { claim: string; language: string }, by: Act) {
  const { random, newId } = world
  const after: SearchRecord = {
    ...{ id: newId(), revision: 0, claim: at.claim, place: nameAt(random.below(60)) },
    words: phrase(random, languageOf(at.language), 3),
    ...{ searchedOn: world.day(0), outcome: 'none_found', note: null, addedAt: by.at },
  }
  return record('search_record', 'add', by, null, after, { claim: at.claim })
}
