import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newDesk, rescaleDesk } from '../../src/domain/desk.ts'
import { draftVerdict, proposeVerdict } from '../../src/domain/drafting.ts'
import { firstScale } from '../../src/domain/first-scale.ts'
import type { Change } from '../../src/domain/ledger.ts'
import { inOrder, type Rating, readRating, shapes, tones } from '../../src/domain/rating.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { amendRating, defineRating, restoreRating, retireRating } from '../../src/domain/scale.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const by = who.act(who.admin)
const satire = {
  labelEn: 'Satire',
  labelIt: 'Satira',
  number: '',
  shape: 'full',
  tone: 'violet',
  slug: '',
}
const one = (id: string, scale = firstScale): Rating => {
  const found = scale.find((rating) => rating.id === id)
  if (!found) throw new Error(`no rating ${id}`)
  return found
}
/** A rating as its form would send it. */
const formOf = ({ labelEn, labelIt, number, shape, tone }: Rating) => ({
  ...{ labelEn, labelIt, shape, tone },
  number: number === null ? '' : String(number),
})
/** The scale as a change leaves it. */
const leaves = (scale: Rating[], change: Change): Rating[] => {
  const next: Rating = { ...one('true'), ...change.after }
  return [...scale.filter(({ id }) => id !== next.id), next]
}
const retired = (id: string, scale = firstScale) =>
  leaves(scale, retireRating(one(id, scale), scale, by))

/** The fields that are refused, with the codes. */
const codes = (decide: () => unknown) => {
  const { code, fields } = refusalOf(decide)
  expect(code).toBe('invalid')
  return Object.fromEntries(Object.entries(fields).map(([name, error]) => [name, error.code]))
}

describe('a new rating', () => {
  it('is named after its English label, and stands last', () => {
    const { after, entry } = defineRating(
      firstScale,
      { ...satire, labelEn: 'Née as — a Joke!' },
      by,
    )
    expect(after).toMatchObject({ id: 'nee_as_a_joke', number: null, position: 8, retiredAt: null })
    expect(entry).toMatchObject({ kind: 'rating', verb: 'define', subject: 'nee_as_a_joke' })
  })
  it('can be given another name, which is never longer than 60 characters', () => {
    expect(readRating({ ...satire, slug: ' humour_2 ' }).id).toBe('humour_2')
    expect(readRating({ ...satire, labelEn: 'ﬃ'.repeat(50) }).id).toBe('ffi'.repeat(20))
    expect(codes(() => readRating({ ...satire, slug: 'a'.repeat(61) }))).toEqual({
      slug: 'too_long',
    })
  })
  it('is refused a name that is none, or that the label does not give', () => {
    for (const slug of ['Satire', 'sàtire', 'a-b', '_a', '../true', 'a b'])
      expect(codes(() => readRating({ ...satire, slug }))).toEqual({ slug: 'not_a_slug' })
    expect(codes(() => readRating({ ...satire, labelEn: 'Сатира' }))).toEqual({ slug: 'required' })
  })
  it('is refused the name of another, retired ones included, and that of its own page', () => {
    const scale = retired('mixed')
    for (const slug of ['true', 'mixed', 'new'])
      expect(codes(() => defineRating(scale, { ...satire, slug }, by))).toEqual({
        slug: 'slug_taken',
      })
  })
  it('needs two labels of at most 60 characters, a shape and a colour; a number is 1 to 5', () => {
    expect(codes(() => defineRating(firstScale, {}, by))).toEqual({
      labelEn: 'required',
      labelIt: 'required',
      shape: 'unknown_choice',
      tone: 'unknown_choice',
    })
    const wrong = { labelEn: 'x'.repeat(61), labelIt: '\u200b', shape: 'star', tone: 'black' }
    for (const number of ['0', '6', '2.5', '-1', '1e0', 'five', ' 5 5'])
      expect(codes(() => defineRating(firstScale, { ...satire, ...wrong, number }, by))).toEqual({
        labelEn: 'too_long',
        labelIt: 'malformed',
        number: 'unknown_choice',
        shape: 'unknown_choice',
        tone: 'unknown_choice',
      })
    expect(codes(() => defineRating(firstScale, { ...satire, labelIt: 'a\0b' }, by))).toEqual({
      labelIt: 'nul',
    })
  })
  it('is refused what another one in use says, without regard to case, accents and signs', () => {
    const input = { labelEn: 'mostly  TRUE.', labelIt: 'ìn parte vero', number: '1' }
    const clash = { ...satire, ...input, slug: 'other', shape: 'full', tone: 'green' }
    const { fields } = refusalOf(() => defineRating(firstScale, clash, by))
    expect(fields).toEqual({
      labelEn: { code: 'label_taken', values: { en: 'Mostly true', it: 'In gran parte vero' } },
      labelIt: { code: 'label_taken', values: { en: 'Mixed', it: 'In parte vero' } },
      number: { code: 'number_taken', values: { en: 'False', it: 'Falso' } },
      shape: { code: 'sign_taken', values: { en: 'True', it: 'Vero' } },
    })
  })
  it('is held against the one whose name it wants, too', () => {
    const clash = { ...satire, labelEn: 'True', slug: 'true' }
    expect(codes(() => defineRating(firstScale, clash, by))).toEqual({
      labelEn: 'label_taken',
      slug: 'slug_taken',
    })
  })
  it('can say what a retired one said, and look as it did', () => {
    const scale = retired('mixed')
    const { after } = defineRating(scale, { ...formOf(one('mixed')), slug: 'half_true' }, by)
    expect(after).toMatchObject({ id: 'half_true', labelEn: 'Mixed', number: 3 })
  })
  it('is for an admin alone', () => {
    for (const member of [who.viewer, who.author, who.editor])
      expect(refusalOf(() => defineRating(firstScale, satire, who.act(member))).code).toBe(
        'forbidden',
      )
  })
})

describe('a rating on the scale', () => {
  it('is reworded, redrawn and renumbered, and keeps its id', () => {
    const input = { ...satire, labelEn: 'Half true', number: '3', slug: 'another' }
    const { after, entry } = amendRating(one('mixed'), firstScale, input, by)
    expect(after).toMatchObject({ id: 'mixed', labelEn: 'Half true', number: 3, tone: 'violet' })
    expect(Object.keys(entry.change)).toEqual(['labelEn', 'labelIt', 'shape', 'tone'])
  })
  it('does not clash with itself, and clashes with the others', () => {
    const mixed = one('mixed')
    const same = { ...formOf(mixed), labelEn: 'MIXED' }
    expect(amendRating(mixed, firstScale, same, by).after).toMatchObject({ labelEn: 'MIXED' })
    const clash = { ...formOf(mixed), labelIt: 'FALSO', number: '5' }
    expect(codes(() => amendRating(mixed, firstScale, clash, by))).toEqual({
      labelIt: 'label_taken',
      number: 'number_taken',
    })
  })
  it('is retired, and is not there to be chosen; restored, it is', () => {
    const scale = retired('mixed')
    expect(one('mixed', scale).retiredAt).toBe(by.at)
    const { after, entry } = restoreRating(one('mixed', scale), scale, by)
    expect(after.retiredAt).toBeNull()
    expect(entry.verb).toBe('restore')
  })
  it('cannot be retired twice, nor restored while it is in use', () => {
    const scale = retired('mixed')
    expect(refusalOf(() => retireRating(one('mixed', scale), scale, by)).code).toBe('conflict')
    expect(refusalOf(() => restoreRating(one('true'), scale, by)).code).toBe('conflict')
  })
  it('stays where it is one of the last two', () => {
    const ids = ['mixed', 'mostly_true', 'mostly_false', 'unproven', 'missing_context']
    const two = ids.reduce((scale, id) => retired(id, scale), firstScale)
    expect(refusalOf(() => retireRating(one('true', two), two, by)).code).toBe('last_ratings')
  })
  it('is not restored beside another that took its place; mended while retired, it is', () => {
    const scale = retired('mixed')
    const heir = leaves(scale, defineRating(scale, { ...formOf(one('mixed')), slug: 'heir' }, by))
    expect(codes(() => restoreRating(one('mixed', heir), heir, by))).toEqual({
      labelEn: 'label_taken',
      labelIt: 'label_taken',
      number: 'number_taken',
      shape: 'sign_taken',
    })
    const mended = leaves(heir, amendRating(one('mixed', heir), heir, satire, by))
    expect(restoreRating(one('mixed', mended), mended, by).after.retiredAt).toBeNull()
  })
  it('is nothing that anybody but an admin decides on', () => {
    const act = who.act(who.editor)
    const scale = retired('mixed')
    const desk = newDesk('Desk')
    for (const decide of [
      () => amendRating(one('true'), scale, satire, act),
      () => retireRating(one('true'), scale, act),
      () => restoreRating(one('mixed', scale), scale, act),
      () => rescaleDesk(desk, act),
    ])
      expect(refusalOf(decide).code).toBe('forbidden')
  })
})

describe('a rating retired while a verdict carries it', () => {
  const scale = retired('true')
  const page = (working: ReturnType<typeof who.verdictAt> | null) => ({
    claim: who.claimAt('checking'),
    standing: { working, publicVerdict: null },
    scale,
    fresh: { id: 'verdict', number: 1 },
    mode: 'one_editor' as const,
  })
  const words = { conclusion: 'It did.', rationale: 'See [1].', holdsOn: '', reasons: [] }
  const author = who.act(who.author)
  const grounds = { evidence: [who.evidenceAt(1)], searched: false, look: () => [] }

  it('stays on the draft that has it, which can be proposed', () => {
    const working = who.verdictAt('draft')
    const [, verdict] = proposeVerdict(page(working), { ...words, rating: 'true' }, grounds, author)
    expect(verdict?.after).toMatchObject({ status: 'proposed', rating: 'true' })
  })
  it('cannot be chosen, nor chosen again once it was given up', () => {
    for (const working of [null, who.verdictAt('draft', { rating: 'false' })])
      expect(
        codes(() => draftVerdict(page(working), { ...words, rating: 'true' }, author)),
      ).toEqual({ rating: 'unknown_choice' })
  })
})

describe('the scale', () => {
  it('goes from true to false, then to what is no degree of truth, in the order it came', () => {
    const renamed = { ...formOf(one('unproven')), labelEn: 'Unknown' }
    const changed = amendRating(one('unproven'), firstScale, renamed, by)
    const scale = inOrder(leaves(firstScale, changed))
    expect(scale.map(({ id }) => id)).toEqual(firstScale.map(({ id }) => id))
    const apart = amendRating(one('true'), firstScale, { ...formOf(one('true')), number: '' }, by)
    expect(inOrder(leaves(firstScale, apart)).map(({ id }) => id)).toEqual([
      'mostly_true',
      'mixed',
      'mostly_false',
      'false',
      'true',
      'unproven',
      'missing_context',
    ])
  })

  it('is never contradictory, whatever admins do one after the other', () => {
    const labels = 'True|TRUÉ|Falso|falso!|Mixed|Half true|half-true|Satire|A|B|C|D|E|F'.split('|')
    const deed = fc.record({
      verb: fc.constantFrom('define', 'amend', 'retire', 'restore'),
      which: fc.nat(20),
      labelEn: fc.constantFrom(...labels),
      labelIt: fc.constantFrom(...labels),
      number: fc.constantFrom('', '1', '2', '3', '4', '5'),
      shape: fc.constantFrom(...shapes),
      tone: fc.constantFrom(...tones),
      slug: fc.constantFrom('', 'a', 'b', 'c', 'true'),
    })
    let accepted = 0
    fc.assert(
      fc.property(fc.array(deed, { minLength: 20, maxLength: 40 }), (deeds) => {
        let scale = firstScale
        for (const { verb, which, ...input } of deeds) {
          const rating = scale[which % scale.length] ?? one('true')
          const decide = {
            define: () => defineRating(scale, input, by),
            amend: () => amendRating(rating, scale, input, by),
            retire: () => retireRating(rating, scale, by),
            restore: () => restoreRating(rating, scale, by),
          }[verb]
          try {
            scale = inOrder(leaves(scale, decide()))
            accepted += 1
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
          consistent(scale)
        }
      }),
      { numRuns: 150 },
    )
    expect(accepted).toBeGreaterThan(300)
  })
})

/** Nothing on it could be taken for another thing. */
function consistent(scale: Rating[]) {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^\p{L}]/gu, '')
      .toLowerCase()
  const inUse = scale.filter(({ retiredAt }) => retiredAt === null)
  const numbers = inUse.flatMap(({ number }) => number ?? [])
  const unlike = (of: (rating: Rating) => string) =>
    expect(new Set(inUse.map(of)).size).toBe(inUse.length)
  expect(inUse.length).toBeGreaterThanOrEqual(2)
  expect(new Set(scale.map(({ id }) => id)).size).toBe(scale.length)
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a))
  expect(inUse.slice(0, numbers.length).every(({ number }) => number !== null)).toBe(true)
  unlike(({ labelEn }) => plain(labelEn))
  unlike(({ labelIt }) => plain(labelIt))
  unlike(({ shape, tone }) => `${shape} ${tone}`)
}
