import { describe, expect, it } from 'vitest'
import type { Appearance } from '../../src/domain/appearance.ts'
import type { Contact } from '../../src/domain/contact.ts'
import { proposeVerdict } from '../../src/domain/drafting.ts'
import { firstScale } from '../../src/domain/first-scale.ts'
import { type Finding, type Looked, look, noted, notedIn } from '../../src/domain/look.ts'
import type { SearchRecord } from '../../src/domain/search-record.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const appearance = (fields: Partial<Appearance> = {}): Appearance => ({
  id: 'appearance',
  revision: 1,
  claim: 'claim',
  article: 'article',
  version: 'version',
  quote: 'the bridge is open again',
  prefix: '',
  suffix: '',
  start: 0,
  end: 24,
  claimantKind: 'named',
  claimant: 'Anna Moretti',
  claimantId: 'moretti',
  attribution: [],
  claimedOn: '2024-03-12',
  claimedOnReason: null,
  movedFrom: null,
  addedAt: '2025-05-01T10:00:00.000Z',
  ...fields,
})
const at = (fields: Partial<Appearance> = {}, outlet: string | null = 'Gazzetta') => ({
  appearance: appearance(fields),
  article: { language: 'en', outlet },
  claimant: fields.claimantKind ? null : { name: 'Anna Moretti' },
})
const search: SearchRecord = {
  id: 'search',
  revision: 1,
  claim: 'claim',
  place: 'the archive',
  words: 'bridge',
  searchedOn: null,
  outcome: 'none_found',
  note: null,
  addedAt: '2025-05-01T10:00:00.000Z',
}
const contact: Contact = {
  id: 'contact',
  revision: 1,
  claim: 'claim',
  who: 'The town',
  role: null,
  way: 'email',
  askedOn: null,
  question: 'When?',
  outcome: 'waiting',
  reply: null,
  repliedOn: null,
  visibility: 'desk_only',
  addedAt: '2025-05-01T10:00:00.000Z',
}
const evidence = who.evidenceAt

/** A claim on which a colleague finds nothing to ask. */
const sound: Looked = {
  claim: who.claimAt('checking'),
  verdict: { rationale: 'The protocol [1] and the budget [2] say so.', holdsOn: '2024-03-12' },
  number: 5,
  places: [at()],
  evidence: [evidence(1, { origin: 'Builders' }), evidence(2, { origin: 'Treasury' })],
  searches: [search],
  contacts: [contact],
  proofs: {},
  drifts: [],
  figures: () => null,
  bases: () => null,
}

/** What is found of one kind, as a verdict would keep it. */
const found = (code: Finding['code'], fields: Partial<Looked>): string[] =>
  look({ ...sound, ...fields })
    .filter((one) => one.code === code)
    .map(({ place }) => place)

const reasons = (rationale: string, more: Partial<Looked> = {}) =>
  found('unsourced_paragraph', { verdict: { rationale, holdsOn: null }, ...more })

it('a look at a claim that lacks nothing finds nothing', () => {
  expect(look(sound)).toEqual([])
})

describe('a paragraph without a source', () => {
  it('is found by its number, with its first words', () => {
    const rationale =
      'It is so [1].\n\n**Nobody** in the [town](https://a.example) ever said it was not.'
    const [one] = look({ ...sound, verdict: { rationale, holdsOn: null } })
    expect(one).toEqual({
      code: 'unsourced_paragraph',
      place: '#rationale-2',
      values: { words: 'Nobody in the town ever said…' },
    })
  })
  it('is not found where it cites evidence that counts', () => {
    expect(reasons('One [1].\n\nTwo [2].')).toEqual([])
  })
  it('is found where what it cites no longer counts, or is a link', () => {
    const deprecated = [evidence(1), evidence(2, { rank: 'deprecated' })]
    expect(reasons('One [1].\n\nTwo [2].', { evidence: deprecated })).toEqual(['#rationale-2'])
    expect(reasons('One [1](https://a.example).')).toEqual(['#rationale-1'])
  })
  it('is none where nothing counts that could be cited', () => {
    expect(reasons('We found nothing.', { evidence: [] })).toEqual([])
    const deprecated = [evidence(1, { rank: 'deprecated' })]
    expect(reasons('We found nothing.', { evidence: deprecated })).toEqual([])
  })
  it('is no heading, no rule and no code', () => {
    const rationale =
      '# Why\n\nOne [1].\n\nThen\n----\n\nTwo [2].\n\n---\n\n```\na paragraph\n```\n'
    expect(reasons(rationale)).toEqual([])
  })
  it('takes a heading with words right under it for two', () => {
    expect(reasons('## Why\nNobody says so.')).toEqual(['#rationale-1'])
  })
  it('goes with the list that it leads to, which needs no source for each point', () => {
    expect(reasons('Two things speak for it:\n\n- the protocol [1];\n- the cost.')).toEqual([])
    expect(reasons('As [1] says:\n- one\n\n- two\n\n  and more of it')).toEqual([])
    expect(reasons('All is said [1].\n\n1. one\n2. two')).toEqual(['#rationale-2'])
  })
  it('goes with the words that it quotes after a colon', () => {
    expect(reasons('The protocol says [1]:\n\n> The bridge is open.')).toEqual([])
    expect(reasons('It is said [1].\n\n> The bridge is open.')).toEqual(['#rationale-2'])
  })
  it('is none in an empty text', () => {
    expect(reasons('')).toEqual([])
    expect(reasons(' \n\n[1]\n\n…')).toEqual([])
  })
  it('takes no longer in a text made to', () => {
    for (const part of ['- a\n\n', '#', '> a:\n\n', '](', '```\n']) {
      const before = process.cpuUsage()
      reasons(part.repeat(50_000 / part.length))
      expect(process.cpuUsage(before).user / 1000, part).toBeLessThan(1000)
    }
  })
})

describe('one origin only', () => {
  const one = (some: Looked['evidence'], more: Partial<Looked> = {}) =>
    found('one_origin', { evidence: some, ...more })
  it('is found where all that carries the verdict goes back to it', () => {
    expect(one([evidence(1, { origin: 'Ansa' }), evidence(2, { origin: 'ANSA' })])).toEqual([
      '#evidence',
    ])
    expect(one([evidence(1)])).toEqual(['#evidence'])
  })
  it('is not found where there are two, or nothing at all', () => {
    expect(one([evidence(1), evidence(2)])).toEqual([])
    expect(one([])).toEqual([])
  })
  it('counts no context, and nothing that no longer counts', () => {
    const [context, old] = [evidence(2, { stance: 'context' }), evidence(3, { rank: 'deprecated' })]
    expect(one([evidence(1), context, old])).toEqual(['#evidence'])
    expect(one([context])).toEqual([])
  })
  it('counts the side that the rating stands on, and both where it stands on neither', () => {
    const both = [evidence(1), evidence(2, { stance: 'refutes' })]
    expect(one(both, { number: 1 })).toEqual(['#evidence'])
    expect(one(both, { number: 4 })).toEqual(['#evidence'])
    expect(one(both, { number: 3 })).toEqual([])
    expect(one(both, { number: null })).toEqual([])
    expect(one([evidence(1), evidence(2)], { number: 1 })).toEqual([])
  })
  it('counts what stays on the desk', () => {
    expect(one([evidence(1), evidence(2, { visibility: 'desk_only' })])).toEqual([])
  })
})

describe('the claimant’s own words alone', () => {
  const alone = (some: Looked['evidence'], more: Partial<Looked> = {}) =>
    found('only_claimant', { evidence: some, ...more })
  const theirs = evidence(1, { origin: 'anna moretti' })
  it('are found where nothing else carries a claim, and then it is not said twice', () => {
    expect(alone([theirs])).toEqual(['#evidence'])
    expect(alone([evidence(1, { publisher: 'Anna Moretti' })])).toEqual(['#evidence'])
    expect(found('one_origin', { evidence: [theirs] })).toEqual([])
  })
  it('are an outlet’s too that speaks in its own voice', () => {
    const places = [at({ claimantKind: 'outlet', claimant: null, claimantId: null })]
    expect(alone([evidence(1, { publisher: 'Gazzetta' })], { places })).toEqual(['#evidence'])
  })
  it('are not found beside another origin', () => {
    expect(alone([theirs, evidence(2, { origin: 'Treasury' })])).toEqual([])
  })
  it('are all that a claim needs that something was said', () => {
    const said = { claim: who.claimAt('checking', { kind: 'said' }) }
    expect(alone([theirs], said)).toEqual([])
    expect(found('one_origin', { evidence: [theirs], ...said })).toEqual([])
    expect(found('one_origin', { evidence: [evidence(1)], ...said })).toEqual(['#evidence'])
  })
  it('are not found where they speak against the claim', () => {
    expect(alone([{ ...theirs, stance: 'refutes' }], { number: 1 })).toEqual([])
  })
  it('are nobody’s where nobody is known to claim it', () => {
    const places = [at({ claimantKind: 'unknown', claimant: null, claimantId: null })]
    expect(alone([evidence(1)], { places })).toEqual([])
  })
})

describe('no search for contrary evidence', () => {
  const none = (more: Partial<Looked>) => found('no_contrary_search', { searches: [], ...more })
  it('is found where no search is recorded and all evidence is on one side', () => {
    expect(none({})).toEqual(['#searches'])
    expect(none({ evidence: [] })).toEqual(['#searches'])
    expect(none({ evidence: [evidence(1), evidence(2, { stance: 'context' })] })).toEqual([
      '#searches',
    ])
  })
  it('is not found where any search is recorded, whatever came of it', () => {
    expect(none({ searches: [search] })).toEqual([])
    expect(none({ searches: [{ ...search, outcome: 'found' }] })).toEqual([])
  })
  it('is not found where there is evidence on both sides, though it no longer counts', () => {
    const against = evidence(2, { stance: 'refutes', rank: 'deprecated' })
    expect(none({ evidence: [evidence(1), against] })).toEqual([])
  })
})

describe('nobody asked for a reply', () => {
  const nobody = (places: Looked['places'], contacts: Contact[] = []) =>
    found('nobody_asked', { places, contacts })
  const unknown = at({ claimantKind: 'unknown', claimant: null, claimantId: null })
  it('is found where somebody is known to claim it', () => {
    expect(nobody([at()])).toEqual(['#contacts'])
    expect(nobody([unknown, at()])).toEqual(['#contacts'])
  })
  it('is not found once somebody was asked, answer or no answer', () => {
    expect(nobody([at()], [contact])).toEqual([])
  })
  it('is not found where nobody knows whom to ask', () => {
    expect(nobody([unknown])).toEqual([])
    expect(nobody([])).toEqual([])
  })
})

describe('a quote that is not exact', () => {
  const quoted = evidence(1, { quote: 'It is open.', snapshot: 'snapshot', quoteStart: 4 })
  const inexact = (status: string | null, fields: object = {}, more: Partial<Looked> = {}) =>
    found('quote_not_exact', {
      evidence: [{ ...quoted, ...fields }],
      proofs: status ? { 'evidence-1': { status } } : {},
      ...more,
    })
  it.each(['changed', 'ambiguous', 'gone'])('is found where its proof is %s', (status) => {
    expect(inexact(status)).toEqual(['#evidence-1'])
  })
  it.each(['exact', 'moved', 'no_snapshot', 'no_quote'])(
    'is not found where its proof is %s',
    (status) => {
      expect(inexact(status)).toEqual([])
    },
  )
  it('is found where it was never placed in what was kept, and not where nothing was', () => {
    expect(inexact(null, { quoteStart: null })).toEqual(['#evidence-1'])
    expect(inexact(null)).toEqual([])
    expect(inexact(null, { snapshot: null, quoteStart: null })).toEqual([])
  })
  it('is not asked of what no longer counts, or gives no quote', () => {
    expect(inexact('gone', { rank: 'deprecated' })).toEqual([])
    expect(inexact('gone', { quote: null })).toEqual([])
  })
  it('is found where its source has changed, until somebody has settled that', () => {
    const drift = { about: 'evidence-1', settledAt: null }
    expect(inexact('exact', {}, { drifts: [drift] })).toEqual(['#evidence-1'])
    const settled = { ...drift, settledAt: '2025-05-02T10:00:00.000Z' }
    expect(inexact('exact', {}, { drifts: [settled] })).toEqual([])
  })
  it('is found where the article has changed that the claim appears in', () => {
    const drifts = [{ about: 'appearance', settledAt: null }]
    expect(found('quote_not_exact', { drifts })).toEqual(['#appearance-appearance'])
  })
})

describe('another figure in the quote than in the statement', () => {
  /** Says which texts were compared; they differ where the quote says so. */
  const figures: Looked['figures'] = (said, quoted, dates) =>
    quoted.text.includes('differs')
      ? { said: `${said.language}: ${said.text}`, quoted: String(dates) }
      : null
  const other = (more: Partial<Looked>) =>
    look({ ...sound, figures, ...more }).filter(({ code }) => code === 'figure_differs')
  const quote = 'it differs'
  it('is found in evidence that supports it, dates aside', () => {
    expect(other({ evidence: [evidence(1, { quote })] })).toEqual([
      {
        code: 'figure_differs',
        place: '#evidence-1',
        values: { said: 'en: The bridge reopened', quoted: 'false' },
      },
    ])
  })
  it('is found in the words that the claim was taken from, dates included', () => {
    const [one] = other({ places: [at({ quote })] })
    expect(one).toMatchObject({ place: '#appearance-appearance', values: { quoted: 'true' } })
  })
  it('is not found where it agrees, where evidence refutes it, and where it no longer counts', () => {
    expect(other({ evidence: [evidence(1, { quote: 'the same' })] })).toEqual([])
    expect(other({ evidence: [evidence(1, { quote, stance: 'refutes' })] })).toEqual([])
    expect(other({ evidence: [evidence(1, { quote, stance: 'context' })] })).toEqual([])
    expect(other({ evidence: [evidence(1, { quote, rank: 'deprecated' })] })).toEqual([])
  })
  it('is looked for in the statement as it reads in the quote’s language', () => {
    const claim = who.claimAt('checking', { statementIt: 'Il ponte ha riaperto' })
    const [one] = other({ claim, evidence: [evidence(1, { quote, quoteLanguage: 'it' })] })
    expect(one?.values.said).toBe('it: Il ponte ha riaperto')
    const [french] = other({ claim, evidence: [evidence(1, { quote, quoteLanguage: 'fr' })] })
    expect(french?.values.said).toBe('en: The bridge reopened')
  })
})

describe('a percentage without its base', () => {
  const bases: Looked['bases'] = ({ text }) =>
    text.startsWith('Nothing')
      ? null
      : { text: '20%', lacks: text.startsWith('It') ? 'since' : 'whole' }
  const asked = (claim: Partial<Looked['claim']>) =>
    look({ ...sound, bases, claim: who.claimAt('checking', claim) })
  it('is found in the statement, and says what is missing', () => {
    const values = { said: '20%' }
    expect(asked({ statement: 'It rose by 20%' })).toEqual([
      { code: 'since_missing', place: '#statement', values },
    ])
    expect(asked({ statement: 'The 20% vote' })).toEqual([
      { code: 'whole_missing', place: '#statement', values },
    ])
    expect(asked({ statement: 'Nothing' })).toEqual([])
  })
  it('is not asked for of what somebody said', () => {
    expect(asked({ statement: 'It rose by 20%', kind: 'said' })).toEqual([])
  })
})

describe('a claimant or a date that is missing', () => {
  it('is found for each appearance, and leads to its page', () => {
    const nobody = at({ id: 'a', claimantKind: 'unknown', claimedOn: null })
    const places = [nobody, at({ id: 'b', claimedOn: null }), at({ id: 'c' })]
    expect(found('claimant_missing', { places })).toEqual(['/appearances/a'])
    expect(found('date_missing', { places })).toEqual(['/appearances/a', '/appearances/b'])
  })
  it('is not found where the outlet speaks, or a date is known in part', () => {
    const places = [at({ claimantKind: 'outlet', claimedOn: '2024' })]
    expect(found('claimant_missing', { places })).toEqual([])
    expect(found('date_missing', { places })).toEqual([])
  })
  it('is not found where there is no appearance', () => {
    expect(look({ ...sound, places: [] })).toEqual([])
  })
})

describe('evidence younger than the claim', () => {
  const younger = (
    publishedOn: string | null,
    holdsOn: string | null,
    fields: object = {},
    more: Partial<Looked> = {},
  ) =>
    found('younger_evidence', {
      evidence: [evidence(1, { publishedOn, ...fields }), evidence(2)],
      verdict: { ...sound.verdict, holdsOn },
      ...more,
    })
  it.each([
    ['2024-03-13', '2024-03-12'],
    ['2024-04', '2024-03-12'],
    ['2025', '2024-03-12'],
    ['2024-03-13', '2023'],
    ['2024-04-01', '2024-03'],
  ])('is found where it is later for certain: %s after %s', (published, holds) => {
    expect(younger(published, holds)).toEqual(['#evidence-1'])
  })
  it.each([
    ['2024-03-12', '2024-03-12'],
    ['2024-03', '2024-03-12'],
    ['2024', '2024-03-12'],
    ['2024-12-31', '2024'],
    ['2023', '2024-03-12'],
  ])('is not found where it may be no later: %s and %s', (published, holds) => {
    expect(younger(published, holds)).toEqual([])
  })
  it('is not found where it is undated, context, or no longer counts', () => {
    expect(younger(null, '2024')).toEqual([])
    expect(younger('2025', '2024', { stance: 'context' })).toEqual([])
    expect(younger('2025', '2024', { rank: 'deprecated' })).toEqual([])
  })
  it('is compared with when the claim was made where the verdict names no day', () => {
    expect(younger('2024-03-13', null)).toEqual(['#evidence-1'])
    const later = at({ id: 'later', claimedOn: '2025-01-01' })
    const places = [at({ id: 'early' }), later]
    expect(younger('2024-03-13', null, {}, { places })).toEqual([])
    const claim = who.claimAt('checking', { leadAppearance: 'early' })
    expect(younger('2024-03-13', null, {}, { places, claim })).toEqual(['#evidence-1'])
    expect(younger('2024-03-13', null, {}, { places: [at({ claimedOn: null })] })).toEqual([])
  })
  it.each(['said', 'forecast'] as const)('is not asked of what is %s', (kind) => {
    const claim = who.claimAt('checking', { kind })
    expect(younger('2025', '2024', {}, { claim })).toEqual([])
  })
})

describe('a snapshot that is missing', () => {
  const url = 'https://example.org/protocol'
  const missing = (fields: object) =>
    found('no_snapshot', { evidence: [evidence(1, fields), evidence(2)] })
  it('is found where a source has an address and nothing was kept of it', () => {
    expect(missing({ url })).toEqual(['#evidence-1'])
    expect(missing({ url, stance: 'context' })).toEqual(['#evidence-1'])
    expect(missing({ url, visibility: 'desk_only' })).toEqual(['#evidence-1'])
  })
  it('is not found where it was kept, has no address, or no longer counts', () => {
    expect(missing({ url, snapshot: 'snapshot' })).toEqual([])
    expect(missing({})).toEqual([])
    expect(missing({ url, rank: 'deprecated' })).toEqual([])
  })
})

describe('a verdict version', () => {
  it('keeps what was found as it can be read again', () => {
    const all = look({ ...sound, contacts: [], searches: [] })
    expect(all.map(noted)).toEqual(['no_contrary_search #searches', 'nobody_asked #contacts'])
    expect(notedIn(all.map(noted))).toEqual(all)
    expect(notedIn(null)).toEqual([])
    expect(notedIn(['a_code_of_old #place'])).toEqual([])
  })
})

describe('proposing with findings open', () => {
  const open: Finding[] = [{ code: 'nobody_asked', place: '#contacts', values: {} }]
  const form = { rating: 'true', conclusion: 'It did.', rationale: 'See [1].', reasons: [] }
  const propose = (input: object, findings = open, working: Verdict | null = null) => {
    const standing = { working, publicVerdict: null }
    const fresh = { id: 'verdict', number: 1 }
    const grounds = { evidence: [evidence(1)], searched: true, look: () => findings }
    const claim = who.claimAt('checking')
    const mode = 'one_editor' as const
    const desk = { claim, standing, scale: firstScale, fresh, mode }
    return proposeVerdict(desk, input, grounds, who.act(who.author))
  }
  it('asks for a word why, and then goes on', () => {
    const { code, fields } = refusalOf(() => propose(form))
    expect([code, fields]).toEqual([
      'invalid',
      { findingsWord: { code: 'findings_open', values: { count: 1 } } },
    ])
    const [claim, verdict] = propose({ ...form, findingsWord: ' The town never answers. ' })
    const word = 'The town never answers.'
    expect(verdict?.after).toMatchObject({
      findings: ['nobody_asked #contacts'],
      findingsWord: word,
    })
    expect([claim?.entry.comment, verdict?.entry.comment]).toEqual([word, word])
  })
  it('asks for none where nothing is open, and keeps none', () => {
    const [claim, verdict] = propose({ ...form, findingsWord: 'Once there was something.' }, [])
    expect(verdict?.after).toMatchObject({ findings: null, findingsWord: null })
    expect([claim?.entry.comment, verdict?.entry.comment]).toEqual([null, null])
  })
  it('says first what the verdict itself lacks', () => {
    expect(refusalOf(() => propose({ ...form, rating: '' })).code).toBe('incomplete')
  })
  it('a second time keeps what is open then, and the word for that', () => {
    const before = who.verdictAt('draft', {
      findings: ['one_origin #evidence'],
      findingsWord: 'Old.',
    })
    const [, verdict] = propose({ ...form, findingsWord: 'New.' }, open, before)
    expect(verdict?.after).toMatchObject({
      findings: ['nobody_asked #contacts'],
      findingsWord: 'New.',
    })
    const [, settled] = propose(form, [], before)
    expect(settled?.after).toMatchObject({ findings: null, findingsWord: null })
  })
})
