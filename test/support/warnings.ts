/** Pairs that are the same words with something changed, and pairs that honestly say the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { likeness, profileOf, type Rarity } from '../../src/matching/similar.ts'
import { changed, kinds } from './changed.ts'
import { randomFrom } from './edits.ts'
import { hasXfact, xfactClaims, xfactRewrites } from './xfact.ts'

export type Pair = { language: string; kind: string; one: string; other: string }

const folder = join(import.meta.dirname, '../bench/matching')
const lines = (file: string) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)

/** A third of them in English, and as many of each kind of change. */
export function changedPairs(count = 200, seed = 1): Pair[] {
  const random = randomFrom(seed)
  const english = lines('english.txt').map((text) => ({ language: 'en', text }))
  const italian = hasXfact ? xfactClaims().map((text) => ({ language: 'it', text })) : []
  const pairs: Pair[] = []
  for (let i = 0; pairs.length < count && i < 100 * count; i++) {
    const from = i % 3 === 0 || italian.length === 0 ? english : italian
    const { language, text } = random.oneOf(from)
    const kind = kinds[pairs.length % kinds.length] ?? 'figure'
    const other = text.length > 500 ? null : changed(text, language, kind, random)
    if (other !== null) pairs.push({ language, kind, one: text, other })
  }
  return pairs
}

/** What people wrote of real claims, and our own paraphrases in both languages. */
export function honestPairs(count = 200, seed = 1): Pair[] {
  const own = lines('honest.tsv').map((line) => {
    const [language = '', one = '', other = ''] = line.split('\t')
    return { language, kind: 'paraphrase', one, other }
  })
  const random = randomFrom(seed)
  const written = hasXfact
    ? (['news-like', 'social-like'] as const).flatMap((kind) =>
        xfactRewrites(kind).map(({ text, claim }) => ({
          language: 'it',
          kind: String(kind),
          one: claim,
          other: text,
        })),
      )
    : []
  const order = written.map((pair) => ({ pair, at: random.next() })).sort((a, b) => a.at - b.at)
  return [...own, ...order.map(({ pair }) => pair)].slice(0, count)
}

/** Those of some pairs that are warned of, or are not. */
export const warned = (pairs: Pair[], rarity: Rarity, is: boolean): Pair[] =>
  pairs.filter(({ language, one, other }) => {
    const [ours, theirs] = [one, other].map((text) => profileOf({ text, language }))
    return ours && theirs ? likeness(ours, theirs, rarity).warns === is : false
  })
