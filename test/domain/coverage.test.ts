import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Anchor, anchor } from '../../src/domain/anchor.ts'
import { type Aside, asideReasons, liftAside, setSentenceAside } from '../../src/domain/aside.ts'
import { coverageOf, nextLeft, shareOf, totalOf, touchedBy } from '../../src/domain/coverage.ts'
import { excerptAt, excerptsAt } from '../../src/domain/excerpt.ts'
import { sentences } from '../../src/ingest/sentences.ts'
import { act, author, viewer } from './people.ts'
import { refusalOf } from './refusals.ts'

const carla = act(author)
const vito = act(viewer)

const text = 'Il ponte riapre. È bello. Costa due milioni. La festa è domani.'
const cut = sentences(text, 'it')
const place = (words: string): Anchor & { start: number; end: number } => {
  const start = Array.from(text.split(words)[0] ?? '').length
  return { status: 'exact', start, end: start + Array.from(words).length }
}
const at = (words: string) => {
  const { start, end } = place(words)
  return { article: 'a', version: 'v', excerpt: excerptAt(text, start, end) }
}
const aside: Aside = {
  ...{ id: 'x', revision: 1, article: 'a', version: 'v', ...at('È bello.').excerpt },
  ...{ reason: 'opinion', words: null, addedAt: carla.at, liftedAt: null },
}
const setAside = (words: string): Aside => ({ ...aside, id: words, ...at(words).excerpt })
const states = (taken: string[], set: string[]) => {
  const asides = set.map((words) => ({ aside: setAside(words), place: place(words) }))
  const { looks } = coverageOf(cut, taken.map(place), asides)
  return looks.map(({ state }) => state)
}

describe('a sentence', () => {
  const rows: [string, string[], string[], string[]][] = [
    ['is left while nobody looked at it', [], [], ['left', 'left', 'left', 'left']],
    ['is claimed by a claim taken from it', ['È bello.'], [], ['left', 'claimed', 'left', 'left']],
    ['is claimed by any words of it', ['due'], [], ['left', 'left', 'claimed', 'left']],
    [
      'is claimed where a claim only begins or ends in it',
      ['bello. Costa due milioni. La'],
      [],
      ['left', 'claimed', 'claimed', 'claimed'],
    ],
    ['is set aside', [], ['È bello.'], ['left', 'aside', 'left', 'left']],
    [
      'is set aside with those around it',
      [],
      ['È bello. Costa due milioni.'],
      ['left', 'aside', 'aside', 'left'],
    ],
    ['is not set aside by a part of it', [], ['Costa due'], ['left', 'left', 'left', 'left']],
    [
      'is claimed where a claim was taken from one that was set aside',
      ['bello'],
      ['È bello.', 'Costa due milioni.'],
      ['left', 'claimed', 'aside', 'left'],
    ],
  ]
  it.each(rows)('%s', (_, taken, set, expected) => {
    expect(states(taken, set)).toEqual(expected)
  })

  it('keeps every reason for which it was set aside, and none where it is claimed', () => {
    const asides = ['È bello.', 'È bello. Costa due milioni.'].map((words) => ({
      aside: setAside(words),
      place: place(words),
    }))
    const { looks } = coverageOf(cut, [place('Costa')], asides)
    expect(looks.map(({ asides: own }) => own.length)).toEqual([0, 2, 0, 0])
  })

  it('counts also where it is a headline, a byline or a fragment', () => {
    const all = sentences('Il ponte riapre\n\nA cura di Lucia Ferri\n\n***\n\nÈ aperto.', 'it')
    expect(coverageOf(all, [], []).counts).toEqual({ claimed: 0, aside: 0, left: all.length })
  })
})

describe('what was looked at in an older version', () => {
  const claim = place('Costa due milioni.')
  const covered = (newer: string) => {
    const asides = ['È bello.', 'La festa è domani.'].map((words) => setAside(words))
    const taken = anchor(newer, excerptAt(text, claim.start, claim.end), text)
    const { looks } = coverageOf(
      sentences(newer, 'it'),
      [taken],
      asides.map((one) => ({ aside: one, place: anchor(newer, one, text) })),
    )
    return looks.map(({ state }) => state)
  }
  it('is found again where it moved, and is left where its words changed', () => {
    const newer =
      'Aggiornato. Il ponte riapre. È molto bello. Costa due milioni. La festa è domani.'
    expect(covered(newer)).toEqual(['left', 'left', 'left', 'claimed', 'aside'])
  })
  it('is left where its words are gone, or stand there twice and nothing tells which', () => {
    expect(covered('È bello. Altro. È bello. Nuovo.')).toEqual(['left', 'left', 'left', 'left'])
  })
  it('covers no longer sentence into which its words went', () => {
    expect(covered('Si dice: È bello. Oggi piove.')).toEqual(['left', 'left'])
  })
})

describe('the share of a text that was looked at', () => {
  const of = (claimed: number, aside: number, left: number) => shareOf({ claimed, aside, left })
  it('is 100 only where nothing is left', () => {
    expect([of(12, 6, 5), of(0, 0, 3), of(999, 0, 1), of(0, 2, 0)]).toEqual([78, 0, 99, 100])
  })
  it('counts each sentence once, whatever was taken and set aside', () => {
    const range = fc.tuple(fc.nat(text.length), fc.nat(text.length)).map((ends) => {
      const [start = 0, end = 0] = ends.toSorted((a, b) => a - b)
      return { status: 'exact', start, end } as const
    })
    const property = fc.property(fc.array(range), fc.array(range), (taken, set) => {
      const { looks, counts } = coverageOf(
        cut,
        taken,
        set.map((one) => ({ aside, place: one })),
      )
      expect(totalOf(counts)).toBe(cut.length)
      const touched = new Set(taken.flatMap((one) => touchedBy(cut, one)))
      const slow = (one: (typeof cut)[number]) =>
        taken.some(({ start, end }) => start < end && start < one.end && end > one.start)
      expect(cut.map(slow)).toEqual(cut.map((_, i) => touched.has(i)))
      expect(looks.map(({ state }) => state === 'claimed')).toEqual(cut.map(slow))
    })
    fc.assert(property)
  })
  it('leads to the next sentence that is left, and round to the first', () => {
    const coverage = coverageOf(cut, [place('bello')], [])
    expect([0, 1, 3, 4].map((after) => nextLeft(coverage, after))).toEqual([1, 3, 4, 1])
    expect(nextLeft(coverageOf(cut, [{ ...place(text) }], []), 0)).toBeNull()
  })
  it('is counted fast in a long text of which everything was looked at', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ start: i * 10, end: i * 10 + 9 }))
    const from = performance.now()
    const places = many.map((one) => ({ status: 'exact', ...one }) as const)
    coverageOf(
      many,
      places,
      places.map((one) => ({ aside, place: one })),
    )
    expect(performance.now() - from).toBeLessThan(1000)
  })
})

describe('setting a sentence aside', () => {
  it('keeps its words, its place and the reason', () => {
    const change = setSentenceAside('new', at('È bello.'), { reason: 'no_claim', words: '' }, carla)
    expect(change.after).toMatchObject({ quote: 'È bello.', prefix: 'Il ponte riapre. ' })
    expect(change.after).toMatchObject({ reason: 'no_claim', words: null, liftedAt: null })
  })
  it('asks for a reason, and for words where it is another one', () => {
    const set = (input: object) => () => setSentenceAside('new', at('È bello.'), input, carla)
    expect(refusalOf(set({}))).toMatchObject({ code: 'invalid', fields: { reason: {} } })
    expect(refusalOf(set({ reason: 'boring' }))).toMatchObject({ code: 'invalid' })
    const words = { words: { code: 'required' } }
    expect(refusalOf(set({ reason: 'other', words: ' ' }))).toMatchObject({ fields: words })
    for (const reason of asideReasons) expect(set({ reason, words: 'Perché sì' })).not.toThrow()
  })
  it('is taken back once, and is not forgotten', () => {
    const lifted = liftAside(aside, { ...carla, at: '2025-06-02T08:00:00Z' })
    expect(lifted.after).toMatchObject({ liftedAt: '2025-06-02T08:00:00Z', reason: 'opinion' })
    const again = () => liftAside({ ...aside, liftedAt: carla.at }, carla)
    expect(refusalOf(again)).toMatchObject({ code: 'wrong_status' })
  })
  it('is for checkers', () => {
    const set = () => setSentenceAside('new', at('È bello.'), { reason: 'opinion' }, vito)
    expect(refusalOf(set)).toMatchObject({ code: 'forbidden' })
    expect(refusalOf(() => liftAside(aside, vito))).toMatchObject({ code: 'forbidden' })
  })
  it('cuts many sentences out of a text as it cuts one, however long they are', () => {
    expect(excerptsAt(text, cut)).toEqual(cut.map(({ start, end }) => excerptAt(text, start, end)))
    const long = `${'a'.repeat(6000)}.`
    expect(excerptsAt(long, sentences(long, 'it'))[0]?.quote).toBe(long)
  })
})
