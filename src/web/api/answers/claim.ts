import { z } from '@hono/zod-openapi'
import { claimantKinds } from '../../../domain/appearance.ts'
import { type Claim, claimKinds, setAsideReasons } from '../../../domain/claim.ts'
import { refusalCodes } from '../../../domain/refusal.ts'
import { stages } from '../../../domain/stage.ts'
import { day, excerpt, id, language, moment, partialDate, revision, words } from './common.ts'
import { calledIf, type Names, somebody } from './person.ts'

export const claimAnswer = z
  .object({
    ...{ id, revision, statement: z.string(), language },
    statementEn: words.describe('Where it is in neither language of the pages'),
    ...{ statementIt: words, kind: z.enum(claimKinds), stage: z.enum(stages), stageSince: moment },
    assignee: somebody.nullable().describe('Whose work it is'),
    explanation: words.describe('Where it comes from, when no article carries it'),
    leadAppearance: id.nullable(),
    ...{ setAsideReason: z.enum(setAsideReasons).nullable(), setAsideWords: words },
    duplicateOf: id.nullable().describe('The claim that survives it'),
    splitFrom: id.nullable().describe('The claim that it was a part of'),
    ...{ topics: z.array(z.string()), dueOn: day, why: words, waitsFor: words },
    key: words.describe('What it was called where it was brought in from'),
  })
  .openapi('Claim')

export const claimOf = (claim: Claim, names: Names): z.infer<typeof claimAnswer> => ({
  ...claim,
  assignee: calledIf(names, claim.assignee),
  topics: claim.topics ?? [],
})

const why = z.enum(refusalCodes).nullable()

/** For every move of the table, why whoever asks cannot make it now; null where they can. */
export const movesAnswer = z
  .object({
    ...{ open: why, take: why, assign: why, reassign: why, release: why, set_aside: why },
    ...{ bring_back: why, propose: why, take_back: why, return: why, unsettle: why, read: why },
    ...{ adjudicate: why, publish: why, reopen: why, keep: why },
  })
  .openapi('Moves')

export const appearanceAnswer = z
  .object({
    ...{ id, revision, claim: id, article: id, version: id, ...excerpt },
    claimantKind: z.enum(claimantKinds).describe('outlet: the outlet in its own voice'),
    ...{ claimant: words, claimantId: id.nullable() },
    attribution: z.array(z.string()).describe('How it reached the article, claimant first'),
    claimedOn: partialDate,
    claimedOnReason: words.describe('Why, where the article does not say it'),
    movedFrom: id.nullable().describe('The duplicate that brought it'),
    addedAt: moment,
  })
  .openapi('Appearance')

export const claimantAnswer = z
  .object({
    ...{ id, revision, name: z.string(), role: words },
    sameAs: z.array(z.string()).describe('Pages about the same one elsewhere'),
    addedAt: moment,
  })
  .openapi('Claimant')

export const listedClaimant = claimantAnswer
  .extend({ appearances: z.int() })
  .openapi('ListedClaimant')
