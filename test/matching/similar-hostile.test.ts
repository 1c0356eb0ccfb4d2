import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, profileOf, ranked } from '../../src/matching/similar.ts'

const rare = () => 0.001
const languages = ['it', 'en', 'de', 'xx', 'zh', '', 'not a language', '__proto__', 'constructor']

const hostile: [string, string][] = [
  ['a megabyte of one letter', 'a'.repeat(1_000_000)],
  ['a megabyte of words', 'Il 40% di Roma non paga. '.repeat(40_000)],
  ['a megabyte of digits', '1.234,5 '.repeat(125_000)],
  ['a megabyte of capitals', 'U.S.A. '.repeat(143_000)],
  ['a megabyte of hashtags', '#FlatTax20_'.repeat(90_000)],
  ['a megabyte of addresses', 'https://'.repeat(125_000)],
  ['a megabyte of Chinese', '中国人口'.repeat(250_000)],
  ['only punctuation', '!?.,;:()[]{}«»“”…—–-*/\\|^"\''.repeat(1000)],
  ['unpaired surrogates', '\ud800 \udfff\ud83d casa \udc00'],
  ['NUL', 'casa\0vendita\0'],
  ['marks from right to left', '\u202ecasa\u202c \u200fprezzi\u200e \u2066x\u2069'],
  ['letters with many marks', `e${'\u0301'.repeat(5000)} casa`],
  ['nothing', ''],
]

/** Far more than any of them takes, on a machine that is busy. */
const SOON = 3000

describe('likeness of anything that a person may paste', () => {
  it.each(hostile)('takes %s, soon', (_, text) => {
    const plain = profileOf({ text: 'Il 40% di Roma non paga le tasse', language: 'it' })
    const begun = performance.now()
    const one = profileOf({ text, language: 'it' })
    for (const found of [likeness(one, plain, rare), likeness(plain, one, rare)]) {
      expect(found.score).toBeGreaterThanOrEqual(0)
      expect(found.score).toBeLessThanOrEqual(1)
    }
    expect(likeness(one, profileOf({ text, language: 'it' }), rare)).toMatchObject({
      score: 1,
      warns: false,
    })
    const changed = profileOf({ text: `${text.slice(0, 5000)} 3 volte`, language: 'it' })
    likeness(one, changed, rare)
    ranked(
      one,
      [
        { of: 1, profile: plain },
        { of: 2, profile: changed },
      ],
      rare,
      5,
    )
    expect(performance.now() - begun).toBeLessThan(SOON)
  })

  it('finds every text most like itself, in any language', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), {
      minLength: 2,
      maxLength: 6,
    })
    const property = fc.property(texts, fc.constantFrom(...languages), (all, language) => {
      const candidates = all.map((text) => ({ of: text, profile: profileOf({ text, language }) }))
      const [first = ''] = all
      const found = ranked(profileOf({ text: first, language }), candidates, rare, 10)
      const own = found.find(({ of }) => of === first)
      expect(own?.likeness).toMatchObject({ score: 1, differ: [], warns: false })
      expect(found[0]?.likeness.score).toBe(1)
    })
    fc.assert(property)
  })

  it('takes a rarity that is none', () => {
    const of = (text: string) => profileOf({ text, language: 'it' })
    for (const rarity of [0, -1, 2, Number.NaN, Number.POSITIVE_INFINITY]) {
      const { score } = likeness(of('casa rossa nuova'), of('casa rossa vecchia'), () => rarity)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })
})
