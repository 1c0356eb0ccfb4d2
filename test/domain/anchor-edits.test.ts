import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articles } from '../../src/desk/example/articles.ts'
import { anchor } from '../../src/domain/anchor.ts'
import { type Excerpt, excerptAt } from '../../src/domain/excerpt.ts'
import { editable, edited, type Random, randomFrom, textOf, traced } from '../support/edits.ts'

const folder = new URL('../../../shared/articles/', import.meta.url)
const shared = ['000_563101c36e50306e.txt', '002_6ce36a7b6a1277ad.txt']

/** Says twice what a teaser and its article say, and what a chorus says: lookalikes before any edit. */
const repeating = `La piena è passata, il ponte resta chiuso: «Riapre a maggio» – Il Foglio di Prova

La piena è passata, ma il ponte resta chiuso. «Riapre a maggio», promette l’assessora. I commercianti della riva destra non ci credono più.

La piena è passata, ma il ponte resta chiuso. Da nove mesi chi abita oltre il fiume fa quaranta chilometri in più al giorno, perché la deviazione sale fino alla diga. «Riapre a maggio», promette l’assessora ai lavori pubblici Ines Corradi… e aggiunge: “Non un giorno dopo”. I commercianti della riva destra non ci credono più, e hanno scritto al prefetto.

Secondo la ditta i lavori costano 2,4 milioni – erano 1,9 un anno fa. Secondo il comune i lavori costano 2,4 milioni, ma ne restano da trovare 0,6. Il ponte resta chiuso anche ai pedoni. È così: nessuno passa, nessuno sa perché.

The bridge stays closed, the council says. “It’s not safe, and it won’t be safe before May” – so reads the report. The bridge stays closed, the shopkeepers say, because nobody counted the money. In April the council counted again: 2.4 million euros were needed, 1.8 million were there. Nobody had asked the engineers, who had said so in June. The bridge stays closed.
`

type Source = { text: string; points: string[]; words: { start: number; end: number }[] }

function sourceOf(text: string): Source {
  const points = Array.from(text)
  const words: Source['words'] = []
  for (let at = 0; at < points.length; at++) {
    if (!/[\p{L}\p{N}]/u.test(points[at] ?? '')) continue
    const start = at
    while (/[\p{L}\p{N}]/u.test(points[at] ?? '')) at += 1
    words.push({ start, end: at })
  }
  return { text, points, words }
}

/** Some words of a text, few or many, from its middle or its edges; or letters without regard to words. */
function excerptOf({ text, points, words }: Source, random: Random): Excerpt {
  const kind = random.oneOf(['two', 'two', 'some', 'some', 'sentences', 'start', 'end', 'letters'])
  if (kind === 'sentences') {
    const all = editable(text)
    const from = random.below(all.length)
    const chosen = all.slice(from, from + 1 + random.below(3)).flat()
    const [start, end] = [chosen[0]?.of ?? 0, (chosen.at(-1)?.of ?? 0) + 1]
    return trimmed(text, points, start, end)
  }
  if (kind === 'letters') {
    const start = random.below(points.length - 1)
    return trimmed(text, points, start, Math.min(points.length, start + 2 + random.below(60)))
  }
  const count = kind === 'some' ? 4 + random.below(12) : 2 + random.below(2)
  const last = words.length - count
  const from = kind === 'start' ? 0 : kind === 'end' ? last : random.below(last + 1)
  return excerptAt(text, words[from]?.start ?? 0, words[from + count - 1]?.end ?? 0)
}

function trimmed(text: string, points: string[], from: number, to: number): Excerpt {
  let [start, end] = [from, to]
  while (start < end - 1 && /\s/.test(points[start] ?? '')) start += 1
  while (end > start + 1 && /\s/.test(points[end - 1] ?? '')) end -= 1
  return excerptAt(text, start, end)
}

const UNSEEN = /^[\u00ad\u200b\s]*$/

/** Whether two places hold the same letters, up to what is not there to be read at their edges. */
function isSame(points: string[], one: Range, other: Range): boolean {
  const between = (from: number, to: number) =>
    UNSEEN.test(points.slice(Math.min(from, to), Math.max(from, to)).join(''))
  return between(one.start, other.start) && between(one.end, other.end)
}
type Range = { start: number; end: number }

/** Edits texts, and tells what was found of an excerpt of each: rightly, wrongly, or not. */
function tried(texts: string[], runs: number, withOld: boolean) {
  const sources = texts.map(sourceOf)
  const result = { survived: 0, found: 0, wrong: [] as string[] }
  for (let seed = 1; seed <= runs; seed++) {
    const random = randomFrom(seed)
    const source = random.oneOf(sources)
    const excerpt = excerptOf(source, random)
    // Of two that look the same, from where one stands nobody sees which is gone.
    if (excerpt.quote.trim() === '' || !(withOld || isAlone(source, excerpt))) continue
    const { names, now } = edited(editable(source.text), random, random.below(5))
    const text = textOf(now)
    const found = anchor(text, excerpt, withOld ? source.text : undefined)
    const truth = traced(now, excerpt, (of) => /\s/.test(source.points[of] ?? ''))
    if (truth) result.survived += 1
    if (found.status !== 'exact' && found.status !== 'moved') continue
    const isRight = truth !== null && isSame(Array.from(text), found, truth)
    const isExact = found.status === 'exact'
    if (isRight && isExact === (found.start === excerpt.start)) result.found += 1
    else result.wrong.push(`${seed}: “${excerpt.quote}” after ${names.join(', ')}`)
  }
  return result
}

/** Whether nothing else in a text looks like an excerpt and the little that it keeps around itself. */
function isAlone({ text }: Source, { prefix, quote, suffix }: Excerpt): boolean {
  const plain = (words: string) => words.replace(/[«»“”]/g, '"')
  return plain(text).split(plain(prefix + quote + suffix)).length === 2
}

const own = [repeating, ...Object.values(articles).map(({ text }) => text)]
const RUNS = 2000

describe('excerpts of an edited text', () => {
  for (const withOld of [true, false]) {
    const known = withOld ? 'with its old text' : 'by their own context'
    const holds = (texts: string[]) => {
      const { survived, found, wrong } = tried(texts, RUNS, withOld)
      expect(wrong).toEqual([])
      expect(survived).toBeGreaterThan(RUNS / 2)
      expect(found / survived).toBeGreaterThan(0.95)
    }
    it(`are found ${known} or not, but never in a wrong place`, () => holds(own), 60_000)
    it.skipIf(!existsSync(folder))(
      `are found ${known} or not, but never in a wrong place, in real articles`,
      () => holds(shared.map((file) => readFileSync(new URL(file, folder), 'utf8'))),
      60_000,
    )
  }
})
