import { describe, expect, it } from 'vitest'
import { draftVerdict, proposeVerdict, sketch } from '../../src/domain/drafting.ts'
import { firstScale } from '../../src/domain/first-scale.ts'
import * as review from '../../src/domain/review.ts'
import { fixTypo, isTypo, mendedWords, readTypo } from '../../src/domain/typo.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const form = {
  rating: 'true',
  conclusion: 'It did.',
  rationale: 'See [1].',
  holdsOn: '',
  reasons: [],
}
const none = { working: null, publicVerdict: null }
const desk = (working: Verdict | null = null) => ({
  claim: who.claimAt('checking'),
  standing: { ...none, working },
  scale: firstScale,
  fresh: { id: 'verdict', number: 1 },
  mode: 'one_editor' as const,
})
const by = who.act(who.author)
const look = () => []
const grounds = { evidence: [who.evidenceAt(1)], searched: false, look }

describe('writing a verdict', () => {
  it('keeps a draft that lacks anything', () => {
    const [change] = draftVerdict(desk(), { rating: '', conclusion: '', rationale: '' }, by)
    expect(change?.after).toMatchObject({ status: 'draft', author: who.author.id, revision: 1 })
  })
  it('refuses a rating that is not on the scale, or is retired', () => {
    const decide =
      (scale = firstScale, rating = 'bogus') =>
      () =>
        draftVerdict({ ...desk(), scale }, { ...form, rating }, by)
    expect(refusalOf(decide()).fields.rating?.code).toBe('unknown_choice')
    const retired = firstScale.map((one) => ({ ...one, retiredAt: '2025-01-01T00:00:00Z' }))
    expect(refusalOf(decide(retired, 'true')).fields.rating?.code).toBe('unknown_choice')
  })
  it('counts whoever changes a word among its writers', () => {
    const begun = who.verdictAt('draft', { writers: [who.author.id] })
    const [change] = draftVerdict(desk(begun), form, who.act(who.colleague))
    expect(change?.after.writers).toEqual([who.author.id, who.colleague.id])
  })
  it('is proposed with rating, conclusion, rationale and grounds, and says which are missing', () => {
    const bare = { rating: '', conclusion: '', rationale: '', holdsOn: '', reasons: [] }
    const { code, fields } = refusalOf(() =>
      proposeVerdict(desk(), bare, { evidence: [], searched: false, look }, by),
    )
    expect(code).toBe('incomplete')
    expect(Object.keys(fields)).toEqual(['rating', 'conclusion', 'rationale', 'evidence'])
    const [claim, verdict] = proposeVerdict(desk(), form, grounds, by)
    expect(claim?.after.stage).toBe('in_review')
    expect(verdict?.after).toMatchObject({ status: 'proposed', author: who.author.id })
  })
  it('is proposed on a search record alone, but not on evidence that no longer counts', () => {
    const deprecated = {
      evidence: [who.evidenceAt(1, { rank: 'deprecated' })],
      searched: false,
      look,
    }
    expect(refusalOf(() => proposeVerdict(desk(), form, deprecated, by)).fields).toEqual({
      evidence: { code: 'no_grounds' },
    })
    const words = { ...form, rationale: 'We found nothing.' }
    expect(proposeVerdict(desk(), words, { evidence: [], searched: true, look }, by)).toHaveLength(
      2,
    )
  })
  it('is not proposed while it cites evidence that the claim has not, and says which', () => {
    const words = {
      ...form,
      rationale: 'See [3], [1] and once more [3]; not [12](https://a.example).',
    }
    const { code, fields } = refusalOf(() => proposeVerdict(desk(), words, grounds, by))
    expect(code).toBe('incomplete')
    expect(fields).toEqual({
      rationale: { code: 'cited_in_vain', values: { numbers: '[3]', count: 1 } },
    })
    const [draft] = draftVerdict(desk(), words, by)
    expect(draft?.after.status).toBe('draft')
  })
  it('is not proposed while it cites what stays on the desk, which readers cannot find', () => {
    const inside = who.evidenceAt(2, { visibility: 'desk_only', visibilityReason: 'A source' })
    const decide = () =>
      proposeVerdict(
        desk(),
        { ...form, rationale: 'See [1] and [2].' },
        { evidence: [...grounds.evidence, inside], searched: false, look },
        by,
      )
    expect(refusalOf(decide).fields).toEqual({
      rationale: { code: 'cited_desk_only', values: { numbers: '[2]', count: 1 } },
    })
  })
  it('takes a year in brackets for what it is', () => {
    const words = { ...form, rationale: 'In that year [2024] it did [1].' }
    expect(proposeVerdict(desk(), words, grounds, by)).toHaveLength(2)
  })
  it('keeps its conclusion in the languages of the pages, and none into its own', () => {
    const both = { ...form, conclusionEn: 'It did.', conclusionIt: 'Sì.' }
    const drafted = (language: string) => {
      const claim = who.claimAt('checking', { language })
      return draftVerdict({ ...desk(), claim }, both, by)[0]?.after
    }
    expect(drafted('it')).toMatchObject({ conclusionEn: 'It did.', conclusionIt: null })
    expect(drafted('en')).toMatchObject({ conclusionEn: null, conclusionIt: 'Sì.' })
    expect(drafted('de')).toMatchObject({ conclusionEn: 'It did.', conclusionIt: 'Sì.' })
  })
  it('reads as typed so far; what cannot be read is as it was', () => {
    const begun = who.verdictAt('draft', { holdsOn: '2024', reasons: ['satire'] })
    const typed = { rating: 'false', conclusion: ' New ', rationale: 'Why', holdsOn: '2024-13' }
    expect(sketch(begun, typed)).toMatchObject({
      rating: 'false',
      conclusion: 'New',
      rationale: 'Why',
      holdsOn: '2024',
      reasons: [],
    })
  })
  it('cannot be drafted unless the claim is being checked', () => {
    const decide = () => draftVerdict({ ...desk(), claim: who.claimAt('inbox') }, form, by)
    expect(refusalOf(decide).code).toBe('wrong_stage')
  })
})

describe('reading a proposal', () => {
  const claim = who.claimAt('in_review')
  const working = who.verdictAt('proposed')
  const standing = { working, publicVerdict: null, lastPublic: 0 }

  it('an author cannot publish their own verdict', () => {
    const decide = () => review.publishVerdict(claim, standing, {}, who.act(who.writingEditor))
    expect(refusalOf(decide).code).toBe('four_eyes')
  })
  it('a second editor publishes it', () => {
    const changes = review.publishVerdict(claim, standing, {}, who.act(who.editor))
    expect(changes.map(({ entry }) => entry.verb)).toEqual(['publish', 'publish'])
    expect(changes[1]?.after).toMatchObject({ status: 'published', reviewer: who.editor.id })
  })
  it('correcting asks for a public reason and its kind, and supersedes what was public', () => {
    const old = who.verdictAt('published', { id: 'old' })
    const again = { working, publicVerdict: old, lastPublic: 1 }
    const { fields } = refusalOf(() => review.publishVerdict(claim, again, {}, who.act(who.editor)))
    expect(Object.keys(fields)).toEqual(['correctionKind', 'correctionReason'])
    const input = { correctionKind: 'update', correctionReason: 'New figures' }
    const changes = review.publishVerdict(claim, again, input, who.act(who.editor))
    expect(changes.map(({ after }) => after.stage ?? after.status)).toEqual([
      'decided',
      'superseded',
      'published',
    ])
  })
  it('a correction cannot pass for a typo', () => {
    const again = {
      working,
      publicVerdict: who.verdictAt('published', { id: 'old' }),
      lastPublic: 1,
    }
    const input = { correctionKind: 'typo', correctionReason: 'x' }
    const decide = () => review.publishVerdict(claim, again, input, who.act(who.editor))
    expect(refusalOf(decide).fields.correctionKind?.code).toBe('unknown_choice')
  })
  it('another rating cannot pass for a clarification', () => {
    const told = (rating: string) => ({
      working,
      publicVerdict: who.verdictAt('published', { id: 'old', rating }),
      lastPublic: 1,
    })
    const input = { correctionKind: 'clarification', correctionReason: 'Said better' }
    const publish = (rating: string) => () =>
      review.publishVerdict(claim, told(rating), input, who.act(who.editor))
    expect(refusalOf(publish('false')).fields).toEqual({
      correctionKind: { code: 'rating_changed' },
    })
    expect(publish('true')()).toHaveLength(3)
  })
  it('is returned with a comment only', () => {
    const decide = (comment: string) =>
      review.returnVerdict(claim, standing, { comment }, who.act(who.colleague))
    expect(refusalOf(() => decide(' ')).fields.comment?.code).toBe('required')
    expect(decide('Ask the mayor').map(({ entry }) => entry.comment)).toEqual([
      'Ask the mayor',
      'Ask the mayor',
    ])
  })
  it('goes back to work when what is being read changes', () => {
    const changes = review.unsettle(claim, standing, by)
    expect(changes.map(({ after }) => after.stage ?? after.status)).toEqual(['checking', 'draft'])
    expect(review.unsettle(who.claimAt('checking'), standing, by)).toEqual([])
    expect(refusalOf(() => review.unsettle(who.claimAt('decided'), standing, by)).code).toBe(
      'wrong_stage',
    )
  })
})

describe('what is public', () => {
  const told = who.verdictAt('published')
  it('is marked under correction by an editor only', () => {
    const standing = { working: null, publicVerdict: told }
    const mark = { underCorrection: 'yes' }
    const decide = () => review.reopenClaim(who.claimAt('decided'), standing, mark, by)
    expect(refusalOf(decide).code).toBe('forbidden')
    const changes = review.reopenClaim(who.claimAt('decided'), standing, mark, who.act(who.editor))
    expect(changes[1]?.after.underCorrectionSince).toBe('2025-06-01T10:00:00.000Z')
  })
  it('is withdrawn by an editor, at any stage, with a public reason', () => {
    expect(refusalOf(() => review.withdrawVerdict(told, { reason: 'x' }, by)).code).toBe(
      'forbidden',
    )
    expect(
      refusalOf(() => review.withdrawVerdict(told, {}, who.act(who.editor))).fields.reason,
    ).toBeDefined()
    const { after } = review.withdrawVerdict(
      told,
      { reason: 'Our source was forged' },
      who.act(who.editor),
    )
    expect(after).toMatchObject({ status: 'withdrawn', withdrawalReason: 'Our source was forged' })
    const draft = who.verdictAt('draft')
    expect(
      refusalOf(() => review.withdrawVerdict(draft, { reason: 'x' }, who.act(who.editor))).code,
    ).toBe('wrong_status')
  })
})

describe('a typo', () => {
  const same: [string, string][] = [
    ['Il ponte ha riapertto ieri.', 'Il ponte ha riaperto ieri.'],
    ['The brigde reopened.', 'The bridge reopened.'],
    ['The bridge reopened', 'The bridge reopened.'],
    ['Costò  poco , dicono.', 'Costò poco, dicono.'],
  ]
  const other: [string, string, string][] = [
    ['a figure', 'It cost 15 million.', 'It cost 16 million.'],
    ['a figure’s sign', 'It cost 1,5 million.', 'It cost 15 million.'],
    ['a currency that stands apart', 'Costò 15 € a testa.', 'Costò 15 $ a testa.'],
    ['a per cent that stands apart', 'It rose by 3 % so far.', 'It rose by 3 ‰ so far.'],
    ['a minus that stands apart', 'It was 3 degrees.', 'It was − 3 degrees.'],
    ['a question', 'The bridge reopened.', 'The bridge reopened?'],
    ['a mark that says no', 'The bridge reopened ✅', 'The bridge reopened ❌'],
    ['the way that letters run', 'It is a lie of his.', 'It is a \u202elie\u202c of his.'],
    ['a figure in words', 'Due soldati sono tornati.', 'Tre soldati sono tornati.'],
    ['a figure in longer words', 'Sette soldati.', 'Cento soldati.'],
    ['a name', 'Rossi was there.', 'Rosso was there.'],
    ['a quotation', 'He said “we came back”.', 'He said “we come back”.'],
    ['a guillemet quotation', 'Disse «siamo tornati».', 'Disse «siamo tornate».'],
    ['a negation', 'It has not sent them.', 'It has now sent them.'],
    ['a turning word', 'It never sent them.', 'It ever sent them.'],
    ['a word more', 'It sent them.', 'It sent them all.'],
    ['another word', 'The bridge closed.', 'The bridge opened.'],
    ['a source', 'See the note [1] here.', 'See the note [2] here.'],
    ['an address', 'See https://a.example/x here', 'See https://a.example/y here'],
  ]
  for (const [before, after] of same) {
    it(`is “${before}” → “${after}”`, () => expect(isTypo(before, after)).toBe(true))
  }
  it('is told by its words, each once, and by none where signs between them were mended', () => {
    const mended = mendedWords(
      'The brigde, the brigde and the harbuor',
      'The bridge, the bridge and the harbour',
    )
    expect(mended).toEqual([
      { was: 'brigde', is: 'bridge' },
      { was: 'harbuor', is: 'harbour' },
    ])
    expect(mendedWords('It fell down again', 'It fell, down again.')).toEqual([])
  })
  for (const [what, before, after] of other) {
    it(`is not ${what}: “${before}” → “${after}”`, () => expect(isTypo(before, after)).toBe(false))
  }
  it('is mended in a translation too, which is otherwise left as it is', () => {
    const told = who.verdictAt('published', { conclusionIt: 'Il ponte ha riapertto ieri.' })
    const { conclusion, rationale } = told
    const mend = (input: object) => () =>
      fixTypo(
        told,
        { id: 'new', number: 2 },
        { conclusion, rationale, ...input },
        who.act(who.editor),
      )
    const [, mended] = mend({ conclusionIt: 'Il ponte ha riaperto ieri.' })()
    expect(mended?.after).toMatchObject({
      conclusion,
      conclusionEn: null,
      conclusionIt: 'Il ponte ha riaperto ieri.',
    })
    const [, other] = mend({ rationale: 'The protocol [1] says  so.' })()
    expect(other?.after.conclusionIt).toBe(told.conclusionIt)
    for (const change of [
      { conclusionIt: 'Il ponte ha chiuso ieri.' },
      { conclusionIt: '' },
      { conclusionEn: 'The bridge reopened.' },
      {},
    ]) {
      expect(refusalOf(mend(change)).code).toBe('not_a_typo')
    }
  })
  it('is mended by one editor, and read by another afterwards', () => {
    const told = who.verdictAt('published', { conclusion: 'The brigde reopened.' })
    const fresh = { id: 'mended', number: 2 }
    const input = { conclusion: 'The bridge reopened.', rationale: told.rationale }
    expect(refusalOf(() => fixTypo(told, fresh, input, by)).code).toBe('forbidden')
    const unchanged = { ...input, conclusion: told.conclusion }
    expect(refusalOf(() => fixTypo(told, fresh, unchanged, who.act(who.editor))).code).toBe(
      'not_a_typo',
    )
    const [old, mended] = fixTypo(told, fresh, input, who.act(who.editor))
    expect(old?.after.status).toBe('superseded')
    const verdict = mended?.after as Verdict
    expect(verdict).toMatchObject({
      status: 'published',
      number: 2,
      reviewer: null,
      correctionKind: 'typo',
    })
    expect(refusalOf(() => readTypo(verdict, who.act(who.editor))).code).toBe('four_eyes')
    expect(readTypo(verdict, who.act(who.writingEditor)).after.reviewer).toBe(who.writingEditor.id)
  })
})
