import type { Claim } from '../../../src/domain/claim.ts'
import { firstScale } from '../../../src/domain/first-scale.ts'
import { record } from '../../../src/domain/ledger.ts'
import type { Act } from '../../../src/domain/member.ts'
import { slugOf } from '../../../src/domain/slug.ts'
import { emptyVerdict, reasons, type Verdict } from '../../../src/domain/verdict.ts'
import { languageOf } from './grounds.ts'
import { rationale, statement } from './texts.ts'
import type { World } from './world.ts'

/** A change of a version that is there. */
const on = (verb: string, verdict: Verdict, by: Act, fields: Partial<Verdict>) =>
  record('verdict', verb, by, verdict, { ...verdict, ...fields }, { claim: verdict.claim })

/** The first words of a version. @param at its number, how many sources it can cite, its last day */
export function drafted(
  world: World,
  claim: Claim,
  at: { number: number; sources: number; holdsOn: string | null },
  by: Act,
) {
  const { random } = world
  const language = languageOf(claim.language)
  const after: Verdict = {
    ...emptyVerdict(world.newId(), claim.id, at.number, by.member.id),
    rating: random.oneOf(firstScale).id,
    reasons: random.below(3) === 0 ? [random.oneOf(reasons)] : [],
    conclusion: `${statement(random, language, world.names)}.`,
    rationale: rationale(random, language, at.sources),
    holdsOn: at.holdsOn,
    writers: [by.member.id],
  }
  return record('verdict', 'draft', by, null, after, { claim: claim.id })
}

/** The author saves it once more, with more words. */
export const saved = (world: World, verdict: Verdict, language: string, by: Act) => {
  const more = statement(world.random, languageOf(language), world.names)
  return on('draft', verdict, by, { rationale: `${verdict.rationale}\n\n${more}.` })
}

export const proposed = (verdict: Verdict, by: Act) =>
  on('propose', verdict, by, {
    status: 'proposed',
    author: by.member.id,
    findings: ['one_origin evidence'],
    findingsWord: 'Nobody else was there.',
  })

/** @param reason why it replaces the one before, where there was one */
export const published = (claim: Claim, verdict: Verdict, by: Act, reason: string | null = null) =>
  on('publish', verdict, by, {
    status: 'published',
    reviewer: by.member.id,
    publishedAt: by.at,
    slug: slugOf(claim.statement, claim.id),
    correctionKind: reason === null ? null : 'correction',
    correctionReason: reason,
  })

export const superseded = (verdict: Verdict, by: Act) =>
  on('supersede', verdict, by, { status: 'superseded' })

export const withdrawn = (verdict: Verdict, by: Act) =>
  on('withdraw', verdict, by, {
    status: 'withdrawn',
    withdrawalReason: 'What it rests on was taken back.',
  })
