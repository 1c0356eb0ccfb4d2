import { type Sentence, sentences } from '../ingest/sentences.ts'

/** Sentences are cut once for each text that is being read; a long one takes a while. */
const cuts = new Map<string, Sentence[]>()
/** How many sentences are kept: of many usual texts, or of a few long ones. */
const KEPT = 100_000

/**
 * A text in its sentences.
 * @param name of the text: the id of what holds it, which never changes
 * @param language ISO 639
 */
export function sentencesOf(name: string, text: string, language: string): Sentence[] {
  const key = `${name} ${language}`
  const there = cuts.get(key)
  if (there) return there
  const made = sentences(text, language)
  cuts.set(key, made)
  let kept = 0
  for (const [old, { length }] of [...cuts].reverse()) {
    kept += length
    if (kept > KEPT && old !== key) cuts.delete(old)
  }
  return made
}
