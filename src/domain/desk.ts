import { z } from 'zod'
import { type Claim, topics } from './claim.ts'
import { firstScale } from './first-scale.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { needed, optional, parse, webAddress } from './parse.ts'
import { type ReadingMode, readingModes, strictest } from './reading.ts'

/** What the desk is called in its exports, and where it is found. There is one. */
export type Desk = {
  id: string
  revision: number
  name: string
  url: string | null
  /** How a proposal is read before it is published; null is `one_editor`. */
  reading: ReadingMode | null
  /** The topics whose proposals are read otherwise than `reading` says. */
  blindTopics: string[] | null
  twoReaderTopics: string[] | null
  /** How the desk works, and what its scale is for, in its own words (Markdown); null is what it began with. */
  methodologyEn: string | null
  methodologyIt: string | null
  scaleEn: string | null
  scaleIt: string | null
}

export const DESK_ID = 'desk'

/** Topics whose proposals are read more strictly than the desk's others. */
export const readingInput = z.object({
  reading: z.enum(readingModes),
  blindTopics: topics,
  twoReaderTopics: topics,
})

export const deskInput = z.object({ name: needed(120), url: webAddress })

/** The texts that the desk writes for the public, each in both languages. */
export const deskTexts = ['methodologyEn', 'methodologyIt', 'scaleEn', 'scaleIt'] as const
export type DeskText = (typeof deskTexts)[number]

export const MAX_TEXT = 15_000
const text = optional(MAX_TEXT)
export const textsInput = z.object({
  methodologyEn: text,
  methodologyIt: text,
  scaleEn: text,
  scaleIt: text,
})

/** A desk with nothing but its name. */
export const newDesk = (name: string): Desk => ({
  id: DESK_ID,
  revision: 0,
  name,
  url: null,
  reading: null,
  blindTopics: null,
  twoReaderTopics: null,
  methodologyEn: null,
  methodologyIt: null,
  scaleEn: null,
  scaleIt: null,
})

/** The desk and its first rating scale, made with the first account. */
export function foundDesk(name: string, act: Act): Change[] {
  return [
    record('desk', 'found', act, null, newDesk(name)),
    ...firstScale.map((rating) => record('rating', 'define', act, null, rating)),
  ]
}

/** @throws Refusal `forbidden` for whoever is no admin; `invalid` */
export function describeDesk(desk: Desk, input: unknown, act: Act): Change {
  demand(act.member, 'admin')
  return record('desk', 'describe', act, desk, { ...desk, ...parse(deskInput, input) })
}

/**
 * Says how proposals are read before they are published: overall, and more strictly for some topics.
 * @throws Refusal `forbidden` for whoever is no admin; `invalid`
 */
export function readBy(desk: Desk, input: unknown, act: Act) {
  demand(act.member, 'admin')
  const read = parse(readingInput, input)
  return record('desk', 'set_reading', act, desk, { ...desk, ...read })
}

/** How a verdict on a claim is to be read: the strictest way that applies to it. */
export const readingFor = (
  { reading, blindTopics, twoReaderTopics }: Desk,
  { topics }: Pick<Claim, 'topics'>,
): ReadingMode => {
  const has = (some: string[] | null) => some?.some((one) => topics?.includes(one)) ?? false
  return strictest(
    reading,
    has(twoReaderTopics) ? 'two_readers' : null,
    has(blindTopics) ? 'blind' : null,
  )
}

/**
 * The topics that a claim loses and that ask for a stricter reading than those it has in their place. Only
 * an editor lets it lose them.
 * @param now what it is about, or the claim that survives it is
 */
export function topicsLost(desk: Desk, was: string[] | null, now: string[] | null): string[] {
  const left = readingFor(desk, { topics: now })
  const lost = was?.filter((one) => !now?.includes(one)) ?? []
  return lost.filter((one) => {
    const asked = readingFor(desk, { topics: [one] })
    return asked !== left && strictest(asked, left) === asked
  })
}

/**
 * Says in public how the desk works, and what its scale is for. A text that is left empty is the one
 * that comes with the program.
 * @throws Refusal `forbidden` for whoever is no admin; `invalid`
 */
export function writeTexts(desk: Desk, input: unknown, act: Act): Change {
  demand(act.member, 'admin')
  return record('desk', 'write', act, desk, { ...desk, ...parse(textsInput, input) })
}

/**
 * The scale is the desk's: each decision on one of its ratings moves the desk on too. Of two that were
 * taken at the same moment, each right by itself, only one is saved.
 * @throws Refusal `forbidden`
 */
export function rescaleDesk(desk: Desk, act: Act): Change {
  demand(act.member, 'admin')
  return record('desk', 'rescale', act, desk, desk)
}
