import type { Role } from '../src/domain/member.ts'
import type { Language, MessageKey, Translate } from './messages.ts'

/** Whoever is signed in. */
export type Viewer = { id: string; name: string; role: Role; admin: number }

/** What every page is made with, whatever it shows. */
export type Frame = {
  lang: Language
  t: Translate
  /** ISO 8601, UTC: relative times count from here. */
  now: string
  /** An IANA name, such as `Europe/Rome`. */
  timeZone: string
  /** The path and query of this page. */
  path: string
  viewer: Viewer | null
  desk: { name: string }
  /** Whether anybody may read what was published. */
  publicPages?: boolean
  /**
   * `review`: verdicts that wait for this viewer's second reading; `drifts`: passages to look at again;
   * `tips`: letters from readers.
   */
  counts: { review: number; drifts: number; tips: number } | null
  /** What was just done, said once. */
  notice: MessageKey | null
  /** The id of what the notice is about: where one goes on; script leads there. */
  place?: string | null
}

/**
 * What a public page is made with: the same for everybody who reads its language, so that it may be kept
 * on the way. Nobody is signed in there, and nothing is said to one person.
 */
export type PublicFrame = Frame & {
  /** Where the desk is reached, without a slash at its end. */
  origin: string
  /** `url`: the organisation’s own site. */
  desk: { name: string; url?: string | null }
}

/** A form as a person sent it, shown again because it was refused. */
export type Typed = Record<string, string | string[] | undefined>
