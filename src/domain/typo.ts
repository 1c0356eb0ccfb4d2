import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { parse, words } from './parse.ts'
import { Refusal } from './refusal.ts'
import { demandStep, MAX_CONCLUSION, MAX_RATIONALE, step, type Verdict } from './verdict.ts'

/** A form that leaves a translation out leaves it as it is. */
export const typoInput = z.object({
  conclusion: words(MAX_CONCLUSION),
  conclusionEn: words(MAX_CONCLUSION).nullish(),
  conclusionIt: words(MAX_CONCLUSION).nullish(),
  rationale: words(MAX_RATIONALE),
})
const mendable = ['conclusion', 'conclusionEn', 'conclusionIt', 'rationale'] as const

/** Small words whose one letter turns a sentence round; a slip in them is a matter for two. */
const turning = new Set(
  `ever never none nobody nothing without with before after over under most least more less
  senza prima dopo sopra sotto mai ogni nessuno nessuna niente nulla quasi molto poco pochi tutti
  four five nine seven eight three sette otto nove dieci cento mille sei cinque quattro
  sixty seventy sessanta settanta sedici`.split(/\s+/),
)

/** No word that a person misspells is longer, and comparing longer ones takes its time. */
const LONGEST = 50

const quoted = /[«“"‘][^»”"’]*[»”"’]/gu
/**
 * Signs that say something by themselves: a currency, a per cent, a minus that stands apart from its figure;
 * what makes a question of a sentence, a tick of a cross, or lets letters run the other way.
 */
const sign = /[\p{Sc}\p{Sm}\p{So}\u{202a}-\u{202e}\u{2066}-\u{2069}%‰‱?¿]/gu
const word = /[\p{L}\p{M}\p{N}]+/gu

/** The smallest number of letters to add, drop, change or swap between neighbours. */
function editDistance(a: string, b: string): number {
  const [s, t] = [Array.from(a), Array.from(b)]
  let before: number[] = []
  let last = Array.from({ length: t.length + 1 }, (_, i) => i)
  for (let i = 1; i <= s.length; i++) {
    const row = [i]
    for (let j = 1; j <= t.length; j++) {
      const cost = s[i - 1] === t[j - 1] ? 0 : 1
      const [drop = 0, add = 0, change = 0] = [last[j], row[j - 1], last[j - 1]]
      let best = Math.min(drop + 1, add + 1, change + cost)
      const swapped = s[i - 1] === t[j - 2] && s[i - 2] === t[j - 1]
      if (i > 1 && j > 1 && swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[t.length] ?? 0
}

/** One word misspelled: long enough, no name, no figure, no small word that turns the sentence. */
function isSlip(a: string, b: string): boolean {
  if (/\p{N}|\p{Lu}/u.test(a + b)) return false
  if (turning.has(a) || turning.has(b)) return false
  // What turns a word round stands at its beginning (possibile, impossibile; million, billion), where
  // slips of the pen are rare (Pollock and Zamora, 1984).
  if (a[0] !== b[0]) return false
  const length = Math.min(a.length, b.length)
  if (length < 4 || Math.max(a.length, b.length) > LONGEST) return false
  return editDistance(a, b) <= (length >= 7 ? 2 : 1)
}

/**
 * Whether a change is a typo and nothing more: the same words in the same order but for slips of
 * the pen, and no name, figure or quotation touched. Errs on the side of two pairs of eyes.
 */
export function isTypo(before: string, after: string): boolean {
  const quotes = (text: string) => (text.match(quoted) ?? []).join('\n')
  const links = (text: string) => (text.match(/https?:\S+|\[\d+\]/g) ?? []).join('\n')
  if (quotes(before) !== quotes(after) || links(before) !== links(after)) return false
  const said = (text: string) => (text.match(sign) ?? []).join('')
  if (said(before) !== said(after)) return false
  const was = before.match(word) ?? []
  const now = after.match(word) ?? []
  if (was.length !== now.length) return false
  // Signs count where they carry a figure: 1,5 is not 15, and -3 is not 3.
  const figures = (text: string) => (text.match(/[^\s\p{L}]*\p{N}[^\s\p{L}]*/gu) ?? []).join(' ')
  if (
    figures(before).replace(/[.,;:!?]+(?= |$)/g, '') !==
    figures(after).replace(/[.,;:!?]+(?= |$)/g, '')
  )
    return false
  return was.every((one, i) => one === now[i] || isSlip(one, now[i] ?? ''))
}

/** The words of a text that a mended typo changed, each once: as they were, and as they are. */
export function mendedWords(before: string, after: string): { was: string; is: string }[] {
  const now = after.match(word) ?? []
  const pairs = (before.match(word) ?? []).map((was, i) => ({ was, is: now[i] ?? was }))
  const changed = pairs.filter(({ was, is }) => was !== is)
  return [...new Map(changed.map((pair) => [`${pair.was} ${pair.is}`, pair])).values()]
}

/**
 * Mends a typo in what is public, translations included: a new version at once, by one editor, which waits for a second
 * reader afterwards.
 * @param fresh id and number of the new version
 * @throws Refusal `forbidden`, `wrong_status`; `four_eyes` for whoever mended the last one, while
 *   nobody has read it: slip by slip, one editor could write another word; `not_a_typo`; `invalid`
 */
export function fixTypo(
  told: Verdict,
  fresh: { id: string; number: number },
  input: unknown,
  act: Act,
): Change[] {
  demand(act.member, 'editor')
  demandStep('supersede', told)
  if (awaitsReader(told) && told.author === act.member.id) throw new Refusal('four_eyes')
  const read = parse(typoInput, input)
  const texts = mendable.map((field) => {
    const was = told[field] ?? ''
    return { field, was, now: read[field] ?? was }
  })
  const mended = texts.every(({ was, now }) => isTypo(was, now))
  const changed = texts.filter(({ was, now }) => was !== now)
  if (!mended || changed.length === 0) throw new Refusal('not_a_typo')
  const after: Verdict = {
    ...told,
    ...fresh,
    revision: 0,
    ...Object.fromEntries(changed.map(({ field, now }) => [field, now])),
    author: act.member.id,
    writers: [...new Set([...told.writers, act.member.id])],
    reviewer: null,
    publishedAt: act.at,
    correctionKind: 'typo',
    correctionReason: null,
    publication: null,
  }
  return [
    step('supersede', told, act, { underCorrectionSince: null }),
    record('verdict', 'typo', act, null, after, { claim: told.claim }),
  ]
}

/** Whether a mended typo still waits for its second reader. */
export const awaitsReader = (verdict: Verdict): boolean =>
  verdict.status === 'published' && verdict.correctionKind === 'typo' && !verdict.reviewer

/** @throws Refusal `forbidden`; `four_eyes` for whoever mended it; `wrong_status` if nothing waits */
export function readTypo(verdict: Verdict, act: Act): Change {
  demand(act.member, 'editor')
  if (!awaitsReader(verdict)) {
    throw new Refusal('wrong_status', { values: { step: 'read', status: verdict.status } })
  }
  if (verdict.author === act.member.id) throw new Refusal('four_eyes')
  const after = { ...verdict, reviewer: act.member.id }
  return record('verdict', 'read_typo', act, verdict, after, { claim: verdict.claim })
}
