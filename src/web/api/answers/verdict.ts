import { z } from '@hono/zod-openapi'
import { findingCodes } from '../../../domain/look/finding.ts'
import { has, type Member } from '../../../domain/member.ts'
import { type Reading, readingModes } from '../../../domain/reading.ts'
import { statuses } from '../../../domain/status.ts'
import { correctionKinds, reasons, type Verdict } from '../../../domain/verdict.ts'
import { day, id, moment, partialDate, revision, words } from './common.ts'
import { called, calledIf, type Names, somebody } from './person.ts'

/** What a verdict says, as whoever writes it gives it. */
const written = {
  rating: words.describe('A rating of the desk’s scale'),
  reasons: z.array(z.string()).describe(`Of ${reasons.join(', ')}`),
  ...{ conclusion: z.string(), conclusionEn: words, conclusionIt: words },
  rationale: z.string().describe('Markdown; sources as [1]'),
  ...{ holdsOn: partialDate, validUntil: partialDate },
  recheckOn: day.describe('When to look again: the desk’s own plan'),
  confirmed: z.array(id).describe('Appearances that a person confirmed it for'),
  findingsWord: words.describe('Why its author went on with findings open; for checkers'),
}

export const verdictAnswer = z
  .object({
    ...{ id, revision, claim: id, number: z.int(), status: z.enum(statuses), ...written },
    mode: z.enum(readingModes).describe('How it is read before it is published'),
    ...{ reusedFrom: id.nullable(), originalSeen: words, slug: words, author: somebody },
    ...{ writers: z.array(somebody), reviewer: somebody.nullable() },
    ...{ publishedAt: moment.nullable(), correctionKind: z.enum(correctionKinds).nullable() },
    ...{ correctionReason: words, withdrawalReason: words },
    underCorrectionSince: moment.nullable(),
    findings: z.array(z.string()).describe('What was open when it was proposed; for checkers'),
    publication: words.describe('SHA-256 of the public JSON made by its last decision'),
  })
  .openapi('Verdict')

/** A version that whoever asks may see: what was said in its review is among checkers. */
export const verdictOf = (
  verdict: Verdict,
  names: Names,
  member: Member,
): z.infer<typeof verdictAnswer> => ({
  ...verdict,
  confirmed: verdict.confirmed ?? [],
  mode: verdict.mode ?? 'one_editor',
  author: called(names, verdict.author),
  writers: verdict.writers.map((one) => called(names, one)),
  reviewer: calledIf(names, verdict.reviewer),
  findings: has(member, 'checker') ? (verdict.findings ?? []) : [],
  findingsWord: has(member, 'checker') ? verdict.findingsWord : null,
})

/** A verdict in a list of claims. */
export const briefVerdict = z
  .object({
    ...{ id, number: z.int(), status: z.enum(statuses), rating: words },
    ...{ conclusion: z.string(), publishedAt: moment.nullable() },
  })
  .openapi('BriefVerdict')

const finding = z.object({
  code: z.enum(findingCodes),
  place: z.string().describe('Where it is put right'),
  values: z.record(z.string(), z.string()),
})

/** A verdict as it is being written. */
export const draftAnswer = z
  .object({
    revision: z.int().min(0).describe('Of the version at work; 0 where none is begun'),
    verdict: verdictAnswer.nullable().describe('The version at work; null where none is begun'),
    begun: z.object(written).describe('What is written, or what a new version begins with'),
    missing: z.array(z.string()).describe('What a proposal still lacks'),
    look: z.array(finding).describe('What a critical colleague would ask'),
  })
  .openapi('Draft')

export const reading = z
  .object({
    ...{ id, revision, claim: id, verdict: id, reader: somebody },
    mode: z.enum(['two_readers', 'blind']),
    ...{ rating: words, rationale: words, filedAt: moment },
    outcome: z.enum(['first', 'second', 'lapsed']).nullable(),
    adjudicator: somebody.nullable(),
    ...{ adjudicatedAt: moment.nullable(), adjudication: words },
  })
  .openapi('Reading')

export const secondReading = (one: Reading, names: Names) => ({
  ...one,
  reader: called(names, one.reader),
  adjudicator: calledIf(names, one.adjudicator),
})

/** The second reading of the version at work, and what has come of it. */
export const secondAnswer = z
  .object({
    state: z.enum(['not_needed', 'awaits', 'agrees', 'differs', 'upheld']),
    reading: reading.nullable(),
    dissent: reading.nullable().describe('A blind one that came to another rating, and lapsed'),
  })
  .openapi('SecondReading')
