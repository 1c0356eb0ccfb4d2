import type { Coverage } from '../domain/coverage.ts'
import type { Member } from '../domain/member.ts'
import { parse } from '../domain/parse.ts'
import { seenInput } from '../domain/seen.ts'
import { type Sentence, sentences } from '../ingest/sentences.ts'
import { likelyLanguage } from './figures.ts'
import type { Desk } from './open.ts'
import type { SimilarRuling } from './rulings/similar.ts'
import { type Found, type Similar, similarOf } from './similar.ts'

/** So much of each is shown of one sentence of an article: the list beside the text is for all of it. */
const EACH = 2

/** So many sentences are asked of the worker at once: whoever types a claim waits no longer for these. */
const AT_ONCE = 6

/** A sentence of so few words, such as a hashtag, cannot have more in common. */
const BRIEF = 2

/** So many sentences of a pasted text are looked at. */
const MOST = 60

/** Without a few letters or digits there is nothing to look for. */
const saysSomething = ({ text }: Pick<Sentence, 'text'>): boolean => /[\p{L}\p{N}]{2}/u.test(text)

/** One word in common is chance, in a text of many sentences; none at all is likeness by letters. */
const saysMore = ({ likeness: { words } }: Pick<Similar, 'likeness'>): boolean => words.length !== 1

const sayingMore = ({ claims, rulings }: Found): Found => ({
  claims: claims.filter(saysMore),
  rulings: rulings.filter(saysMore),
})
const isNothing = ({ claims, rulings }: Found): boolean => claims.length + rulings.length === 0
const nothing: Found = { claims: [], rulings: [] }

/** A sentence of an article, the claims on the desk that it is like, and how others rated the like of it. */
export type Seen = { sentence: Sentence; similar: Similar[]; rulings: SimilarRuling[] }

type Read = {
  article: { language: string }
  sentences: readonly Sentence[]
  coverage: Pick<Coverage, 'looks'>
}

/**
 * Which sentences of an article are like claims on the desk, or like what others rated, but for those that
 * a claim was taken from already. It takes no longer than `time` and a few sentences more: who wants the rest asks again.
 * @param after the number of the sentence that was looked at last
 * @param time in milliseconds
 * @returns `reached`: the number of the last sentence that was looked at now
 * @throws Refusal `forbidden`
 */
export async function seenInArticle(
  desk: Desk,
  member: Member,
  { article, sentences, coverage }: Read,
  { after, time }: { after: number; time: number },
): Promise<{ seen: Seen[]; reached: number }> {
  const left = sentences.filter(
    (one) =>
      one.number > after &&
      coverage.looks[one.number - 1]?.state !== 'claimed' &&
      saysSomething(one),
  )
  const seen: Seen[] = []
  const until = performance.now() + time
  for (let from = 0; from < left.length; from += AT_ONCE) {
    const some = left.slice(from, from + AT_ONCE)
    const texts = some.map(({ text }) => ({ text, language: article.language }))
    const found = await similarOf(desk, member, texts, { limit: EACH })
    for (const [i, sentence] of some.entries()) {
      const more = sayingMore(found[i] ?? nothing)
      if (!isNothing(more)) seen.push({ sentence, similar: more.claims, rulings: more.rulings })
    }
    const reached = some.at(-1)?.number ?? after
    if (performance.now() > until && from + AT_ONCE < left.length) return { seen, reached }
  }
  return { seen, reached: sentences.at(-1)?.number ?? after }
}

/** What the desk has that is like a sentence, or like a text as a whole, and what others rated. */
export type Answer = {
  text: string
  isWhole: boolean
  similar: Similar[]
  rulings: SimilarRuling[]
}

const best = ({ similar, rulings }: Answer): number =>
  Math.max(similar[0]?.likeness.score ?? 0, rulings[0]?.likeness.score ?? 0)

/**
 * What the desk has that is like each sentence of a text, and like the text as a whole; what it has
 * seen before comes first.
 * @param input a `text`, of any kind and from anywhere
 * @returns the language that it seems to be in, and the number of sentences that were passed over
 * @throws Refusal `forbidden`, `invalid`
 */
export async function seenInText(desk: Desk, member: Member, input: unknown) {
  const { text } = parse(seenInput, input)
  const language = likelyLanguage(text)
  const all = sentences(text, language).filter(saysSomething)
  const asked = all.slice(0, MOST).map((one) => ({ text: one.text, isWhole: false }))
  // A post may say one thing in several sentences.
  const whole = asked.length > 1 ? [{ text, isWhole: true }] : []
  const parts = [...whole, ...asked]
  const texts = parts.map((one) => ({ text: one.text, language }))
  const found = await similarOf(desk, member, texts)
  const answers = parts.map((one, i): Answer => {
    const all = found[i] ?? nothing
    const isBrief = parts.length === 1 || (one.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= BRIEF
    const { claims: similar, rulings } = isBrief ? all : sayingMore(all)
    return { ...one, similar, rulings }
  })
  const shown = answers.filter((one) => !one.isWhole || addsTo(answers, one))
  return {
    language,
    answers: shown.toSorted((a, b) => best(b) - best(a)),
    passedOver: all.length - asked.length,
  }
}

const idsIn = ({ similar, rulings }: Answer): string[] => [
  ...similar.map(({ claim }) => claim.id),
  ...rulings.map(({ ruling }) => ruling.id),
]

/** Whether a text as a whole is like something that none of its sentences is like. */
function addsTo(answers: Answer[], whole: Answer): boolean {
  const known = new Set(answers.filter((one) => one !== whole).flatMap(idsIn))
  return idsIn(whole).some((id) => !known.has(id))
}
