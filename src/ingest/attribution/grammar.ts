/** What somebody who says something is: a document speaks for whoever wrote it. */
export type SpeakerKind = 'person' | 'body' | 'media' | 'unnamed' | 'document' | 'name'

/** Somebody or something that says something, as a sentence calls it: tokens [from, to). */
export type Phrase = { from: number; to: number; text: string; kind: SpeakerKind }

/** What a language knows of those who say things. */
export type Grammar = {
  /** Left out of a name where they are written small. */
  articles: ReadonlySet<string>
  /** Kept: some, several, two. */
  before: ReadonlySet<string>
  heads: ReadonlyMap<string, SpeakerKind>
  /** Names of media that no noun announces. */
  media: ReadonlySet<string>
  /** Whether the last noun says what all of it is: a ministry statement. */
  headLast: boolean
  /** Join anything to a noun: of, di. */
  of: ReadonlySet<string>
  /** Join a name, or another such noun: for, at, alla. */
  at: ReadonlySet<string>
  /** Written with a capital, and say nothing: weekdays, months, constitutions. */
  mute: ReadonlySet<string>
  /** Begins a sentence with a capital, and names nobody. */
  begins: (word: string) => boolean
  /** Never in a name: verbs, pronouns, conjunctions. */
  stop: ReadonlySet<string>
  /** Whether a small word may stand before a noun (English), or after it (Italian). */
  leads: (low: string) => boolean
  follows: (low: string) => boolean
  /** How a source that has no name is told: close to, familiar with. */
  nearness: ReadonlyMap<string, ReadonlySet<string>>
}
