import { z } from 'zod'
import { terminal } from '../domain/member.ts'
import { language, parse } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Likeness } from '../matching/similar.ts'
import { likelyLanguage } from './figures.ts'
import type { Desk } from './open.ts'
import { similarToEach } from './similar.ts'
import { problemOf } from './terminal.ts'

const MATCHES = 10

const name = z.union([z.string(), z.number()])

/** What one line asks. */
const asked = z.object({ id: name, text: z.string(), language: language.optional() })

/** Why a claim is like a text, in few words: a warning first, what differs, what agrees, words in common. */
function reasons({ warns, words, agree, differ }: Likeness): string[] {
  return [
    ...(warns ? ['warning'] : []),
    ...differ.map(({ sign, ours, theirs }) => `${sign} differs: ${ours || '–'} / ${theirs || '–'}`),
    ...agree.map(({ sign, ours }) => `${sign}: ${ours}`),
    ...words.map((word) => `word: ${word}`),
  ]
}

/** The id that a line names, whatever else is wrong with it. */
function idIn(line: unknown): string | number | null {
  const read = z.object({ id: name }).safeParse(line)
  return read.success ? read.data.id : null
}

/** What a line says; nothing where it is no JSON. */
function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/**
 * Answers a line of JSON with the ten claims that are most like its text, best first: the score says how
 * alike they are, and the reasons why.
 * @param line `{"id", "text"}`, and a `language` where it is known (ISO 639)
 * @returns the answer; one that was not understood is answered with its `error`
 */
export async function answerSimilar(desk: Pick<Desk, 'store' | 'heavy'>, line: string) {
  const given = jsonIn(line)
  try {
    if (given === undefined) {
      throw new Refusal('invalid', { fields: { line: { code: 'malformed' } } })
    }
    const { id, text, language } = parse(asked, given)
    const written = { text, language: language ?? likelyLanguage(text) }
    const [found = []] = await similarToEach(desk, terminal, [written], {
      limit: MATCHES,
      least: 0,
    })
    const matches = found.map(({ claim, likeness }) => ({
      ...{ claimId: claim.id, key: claim.key },
      score: Math.round(likeness.score * 10_000) / 10_000,
      why: reasons(likeness),
    }))
    return { id, matches }
  } catch (error) {
    return { id: idIn(given), error: problemOf(error) }
  }
}
