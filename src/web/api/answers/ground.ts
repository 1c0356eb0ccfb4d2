import { z } from '@hono/zod-openapi'
import { replies, ways } from '../../../domain/contact.ts'
import {
  type Evidence,
  evidenceKinds,
  interests,
  ranks,
  stances,
  visibilities,
} from '../../../domain/evidence.ts'
import { type Link, relations } from '../../../domain/link.ts'
import { type Sense, senses } from '../../../domain/linking.ts'
import { type ProofStatus, proofStatuses } from '../../../domain/proof.ts'
import { outcomes } from '../../../domain/search-record.ts'
import { id, moment, partialDate, revision, words } from './common.ts'
import { calledIf, type Names, somebody } from './person.ts'

const place = z.int().nullable().describe('In the text that was kept of the source, in code points')
const visibility = z.enum(visibilities).describe('What is desk_only never leaves the desk')

export const evidenceAnswer = z
  .object({
    ...{ id, revision, claim: id },
    number: z.int().describe('As rationales cite it: [1]'),
    ...{ stance: z.enum(stances), kind: z.enum(evidenceKinds).nullable(), title: z.string() },
    publisher: words,
    interest: z.enum(interests).describe('What the publisher has at stake'),
    ...{ url: words, publishedOn: partialDate },
    locator: words.describe('Where in it: a page, a minute'),
    origin: words.describe('Where it ultimately comes from'),
    note: words.describe('For colleagues'),
    ...{ quote: words, quoteLanguage: words },
    translation: words.describe('The desk’s own'),
    snapshot: id.nullable().describe('What the quote was taken from'),
    ...{ quotePrefix: words, quoteSuffix: words, quoteStart: place, quoteEnd: place },
    quoteReason: words.describe('Why it is given though it is not in the snapshot'),
    proof: z.enum(proofStatuses).describe('What became of the quote in the snapshot'),
    ...{ rank: z.enum(ranks), rankReason: words, visibility, visibilityReason: words },
    addedAt: moment,
  })
  .openapi('Evidence')

export const evidenceOf = (
  evidence: Evidence,
  proof: { status: ProofStatus } | undefined,
): z.infer<typeof evidenceAnswer> => ({ ...evidence, proof: proof?.status ?? 'no_quote' })

export const searchAnswer = z
  .object({
    ...{ id, revision, claim: id, place: z.string(), words: z.string(), searchedOn: partialDate },
    ...{ outcome: z.enum(outcomes), note: words, addedAt: moment },
  })
  .openapi('SearchRecord')

export const contactAnswer = z
  .object({
    ...{ id, revision, claim: id, who: z.string(), role: words, way: z.enum(ways) },
    ...{ askedOn: partialDate, question: z.string(), outcome: z.enum(replies) },
    ...{ reply: words, repliedOn: partialDate, visibility, addedAt: moment },
  })
  .openapi('Contact')

export const linkAnswer = z
  .object({
    ...{ id, revision, claim: id },
    relation: z.enum(relations).describe('How the claim stands to the other one'),
    ...{ other: id, why: words, addedAt: moment },
    endedAt: moment.nullable().describe('Since when it holds no more'),
  })
  .openapi('Link')

/** A link as it reads from one of its two claims. */
export const linkedClaim = z
  .object({
    ...{ id, revision },
    sense: z.enum(senses).describe('How this claim stands to the other one'),
    other: z.object({ id, statement: z.string() }),
    ...{ why: words, addedAt: moment, by: somebody.nullable() },
  })
  .openapi('LinkedClaim')

type Linked = {
  link: Link
  sense: Sense
  claim: { id: string; statement: string }
  by: string | null
}

export const linkedOf = ({ link, sense, claim, by }: Linked, names: Names) => ({
  ...{ ...link, sense, other: claim },
  by: calledIf(names, by),
})
