import type { Member } from '../domain/member.ts'
import { quotePassage } from '../domain/quote-passage.ts'
import type { Read } from './deciding.ts'
import { findEvidence } from './evidence.ts'
import { reviseGround } from './grounds.ts'
import { keptIn } from './kept.ts'
import type { Desk } from './open.ts'
import { settledBy } from './placed.ts'
import { proofIn } from './proofs.ts'
import { sentencesOf } from './sentences.ts'

/** What a text is cut and hyphenated as whose language nobody could tell. */
const LANGUAGE = 'en'

/** As many as an article may have; the rest of a longer text is in its file. */
const MOST_SENTENCES = 20_000

/**
 * Evidence with the text that was kept of its source, in sentences, to be quoted from.
 * @returns `text` is null, and there are no sentences, where nothing was kept or could be read
 * @throws Refusal `not_found`
 */
export async function openPassage(desk: Desk, id: string) {
  const { evidence, claim } = await findEvidence(desk, id)
  const { snapshots } = desk.store
  const snapshot = evidence.snapshot ? await snapshots.find(evidence.snapshot) : null
  const text = snapshot?.text ? await snapshots.text(snapshot.text) : null
  const language = snapshot?.language ?? evidence.quoteLanguage ?? LANGUAGE
  const all = text && snapshot ? sentencesOf(snapshot.id, text, language) : []
  const sentences = all.slice(0, MOST_SENTENCES)
  const isCut = all.length > MOST_SENTENCES
  const proof = await proofIn(desk, evidence)
  return { evidence, claim, snapshot, text, language, sentences, isCut, proof }
}

/**
 * Quotes what was selected in the text that was kept of a source.
 * @param at a place in that text, in code points, and what the form says of it
 * @throws Refusal as `reviseGround` and `quotePassage` do
 */
export async function quoteFromText(
  desk: Desk,
  member: Member,
  read: Read,
  at: { start: number; end: number; input: unknown },
): Promise<void> {
  const there = await desk.store.claims.evidenceById(read.id)
  await reviseGround(desk, member, read, there, async (one, act) => {
    const kept = await keptIn(desk, one.snapshot)
    const quoted = quotePassage(one, kept?.text ?? null, at, at.input, act)
    return [quoted, ...(await settledBy(desk, quoted.after, act))]
  })
}
