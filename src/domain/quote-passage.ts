import { z } from 'zod'
import type { Evidence } from './evidence.ts'
import { type Excerpt, excerptAt } from './excerpt.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { optional, optionalLanguage, parse } from './parse.ts'
import { placed } from './quoting.ts'

export const passageInput = z.object({
  quoteLanguage: optionalLanguage,
  translation: optional(5000),
})

/** The words at a place, without the blanks around them: as a form would send them again. */
function wordsAt(text: string, { start, end }: { start: number; end: number }): Excerpt {
  const { quote } = excerptAt(text, start, end)
  const [head, tail] = [quote.trimStart(), quote.trimEnd()]
  return excerptAt(text, start + quote.length - head.length, end - quote.length + tail.length)
}

/**
 * Quotes what was selected in the text that was kept of a source. What the form does not say stays.
 * @param text of the snapshot that the evidence names; null where nothing was kept
 * @param place in code points
 * @throws Refusal `forbidden`; `invalid`, on `excerpt` where the place is not in the text
 */
export function quotePassage(
  evidence: Evidence,
  text: string | null,
  place: { start: number; end: number },
  input: unknown,
  act: Act,
): Change & { after: Evidence } {
  demand(act.member, 'checker')
  const stays = {
    quoteLanguage: evidence.quoteLanguage ?? undefined,
    translation: evidence.translation ?? undefined,
  }
  const said = typeof input === 'object' ? input : {}
  const read = parse(passageInput, { ...stays, ...said })
  const after: Evidence = { ...evidence, ...read, ...placed(wordsAt(text ?? '', place)) }
  return record('evidence', 'quote', act, evidence, after, { claim: evidence.claim })
}
