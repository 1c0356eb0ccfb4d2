import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareTexts } from '../../src/desk/word-merge.ts'
import { type Appearance, appearanceInput } from '../../src/domain/appearance.ts'
import { claimInput } from '../../src/domain/claim.ts'
import { type Contact, contactInput } from '../../src/domain/contact.ts'
import { type Evidence, evidenceInput } from '../../src/domain/evidence.ts'
import type { Fields } from '../../src/domain/ledger.ts'
import type { Member } from '../../src/domain/member.ts'
import type { Rating } from '../../src/domain/rating.ts'
import { verdictInput } from '../../src/domain/verdict.ts'
import { appearanceConflict, claimConflict } from '../../views/claim/conflict.ts'
import { contactConflict } from '../../views/contact/conflict.ts'
import { evidenceConflict } from '../../views/evidence/conflict.ts'
import type { Frame, Typed } from '../../views/frame.ts'
import { type Language, languages, translator } from '../../views/messages.ts'
import { verdictConflict } from '../../views/verdict/conflict.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { wordsOf } from '../support/web.ts'
import { formOf } from '../web/browsing.ts'

const frame = (lang: Language = 'en'): Frame => ({
  lang,
  t: translator(lang),
  now: '2026-01-14T10:00:00Z',
  timeZone: 'Europe/Rome',
  path: '/',
  viewer: null,
  desk: { name: 'Test desk' },
  counts: null,
  notice: null,
})

let desk: TestDesk
let now: Awaited<ReturnType<typeof story.read>>
let appearance: Appearance
let evidence: Evidence
let scale: Rating[]
const contact: Contact = {
  id: 'c',
  revision: 2,
  claim: 'x',
  who: 'Il comune',
  role: null,
  way: 'email',
  askedOn: '2024-03-12',
  question: 'Quanto è costato il ponte?',
  outcome: 'waiting',
  reply: null,
  repliedOn: null,
  visibility: 'desk_only',
  addedAt: '2024-03-12T10:00:00.000Z',
}

beforeAll(async () => {
  desk = await testDesk()
  const carla: Member = await person(desk, 'checker', 'Carla')
  const id = await story.claim(desk, carla, await story.article(desk, carla))
  await story.proposed(desk, carla, id)
  now = await story.read(desk, id)
  appearance = (await desk.store.claims.appearances([id])).find(() => true) ?? fail()
  evidence = (await desk.store.claims.evidence([id])).find(() => true) ?? fail()
  scale = await desk.store.desks.scale()
})
afterAll(() => desk.end())
const fail = (): never => {
  throw new Error('not there')
}

type Made = { page: string; form: Record<string, string | string[]> }

/** The pages of the conflicts: what is typed against what is saved, and what both began from. */
const pages = {
  claim: (typed: Typed, was: Fields | null, lang?: Language): Made => {
    const page = claimConflict(frame(lang), now.claim, {
      typed,
      was,
      compare: compareTexts,
    })
    return made(page, `/claims/${now.id}/edit`)
  },
  appearance: (typed: Typed, was: Fields | null, lang?: Language): Made => {
    const merging = { typed, was, compare: compareTexts }
    const page = appearanceConflict(frame(lang), appearance, merging)
    return made(page, `/appearances/${appearance.id}`)
  },
  evidence: (typed: Typed, was: Fields | null, lang?: Language): Made => {
    const merging = { typed, was, compare: compareTexts }
    const page = evidenceConflict(frame(lang), evidence, merging)
    return made(page, `/evidence/${evidence.id}`)
  },
  contact: (typed: Typed, was: Fields | null, lang?: Language): Made => {
    const page = contactConflict(frame(lang), contact, { typed, was, compare: compareTexts })
    return made(page, `/contacts/${contact.id}`)
  },
  verdict: (typed: Typed, was: Fields | null, lang?: Language): Made => {
    const { claim, working } = now
    const at = { claim, working, told: null, scale, newId: 'n', appearances: [] }
    const page = verdictConflict(frame(lang), at, { typed, was, compare: compareTexts })
    return made(page, `/claims/${now.id}/verdict`)
  },
}
const made = (page: unknown, action: string): Made => ({
  page: `${page}`,
  form: formOf(`${page}`, action),
})

const schemas = {
  claim: claimInput,
  appearance: appearanceInput,
  evidence: evidenceInput,
  contact: contactInput,
  verdict: verdictInput,
}
const nouns = ['claim', 'appearance', 'evidence', 'contact', 'verdict'] as const

describe.each(nouns)('a conflict over the words of one %s', (noun) => {
  const names = Object.keys(schemas[noun].shape)
  const all = () => Object.fromEntries(names.map((name) => [name, `other ${name}`]))

  it('asks for each field that its form reads, and forgets none', () => {
    const { page } = pages[noun](all(), {})
    const asked = [...page.matchAll(/ name="(\w+)"/g)].map(([, name]) => name)
    expect(names.filter((name) => !asked.includes(name))).toEqual([])
  })

  it.each(languages)(
    'is sound in %s: ids that are one’s own, names that lead somewhere',
    (lang) => {
      const { page } = pages[noun](all(), {}, lang)
      const found = (shape: RegExp) => [...page.matchAll(shape)].map(([, one]) => one ?? '')
      const ids = found(/ id="([^"]*)"/g)
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
      const named = found(/ (?:for|aria-labelledby|aria-describedby)="([^"]*)"/g)
      expect(named.flatMap((one) => one.split(' ')).filter((id) => !ids.includes(id))).toEqual([])
      expect(page).not.toMatch(/undefined|\[object|NaN/)
    },
  )

  it('says so where nothing is different, and sends all of it along', () => {
    const saved = { claim: now.claim, appearance, evidence, contact, verdict: now.working }[noun]
    const { page, form } = pages[noun]({}, { ...saved })
    expect(wordsOf(page)).toContain('Both versions say the same.')
    for (const name of ['statement', 'claimantKind', 'quote', 'question', 'rationale']) {
      if (names.includes(name)) expect(form[name]).toBeTruthy()
    }
  })
})

describe('what a conflict proposes', () => {
  const base = 'Il ponte è costato due milioni.'

  it('is theirs where only they changed it, and mine where only I did', () => {
    const before = {
      title: 'Verbale',
      stance: 'context',
      quote: base,
      url: 'https://example.org/a',
    }
    const typed = { ...before, publisher: 'Provincia', interest: 'state' }
    const { form, page } = pages.evidence(typed, { ...evidence, ...before })
    expect(form).toMatchObject({
      title: story.evidenceForm.title,
      stance: story.evidenceForm.stance,
      quote: story.evidenceForm.quote,
      publisher: 'Provincia',
      interest: 'state',
    })
    expect(wordsOf(page)).toContain('Only the other person changed this')
    expect(wordsOf(page)).toContain('Only you changed this')
  })

  it('is mine where both changed it, and says so', () => {
    const { form, page } = pages.evidence({ stance: 'refutes' }, { ...evidence, stance: 'context' })
    expect(form.stance).toBe('refutes')
    expect(wordsOf(page)).toContain('You both changed this in the same place.')
  })

  it('has the words of both, and tells a place that both changed', () => {
    const statement = now.claim.statement
    const was = { ...now.claim, statement: statement.replace('Vallechiara', 'Valle') }
    const mine = was.statement.replace('tre', 'sei')
    expect(pages.claim({ statement: mine }, was).form.statement).toBe(
      statement.replace('tre', 'sei'),
    )
    const both = was.statement.replace('Valle', 'Vallescura')
    const { form, page } = pages.claim({ statement: both }, was)
    expect(form.statement).toBe(both)
    expect(wordsOf(page)).toContain('Instead of Valle : saved now Vallechiara , yours Vallescura')
    expect(page).toMatch(/<mark class="differs"[^>]*>Vallechiara<\/mark>/)
    expect(page).toMatch(/<mark class="differs"[^>]*>Vallescura<\/mark>/)
  })

  it('merges nothing where it is not known what both began from', () => {
    const { form } = pages.claim({ statement: 'Tutt’altro', kind: 'figure' }, null)
    expect(form).toMatchObject({ statement: 'Tutt’altro', kind: 'figure' })
  })

  it('has the reasons that either added, and none that either took away', () => {
    const draft = now.working ?? fail()
    const was = { ...draft, reasons: ['outdated', 'satire', 'missing_context'] }
    const working = { ...draft, reasons: ['outdated', 'missing_context', 'factual_error'] }
    const at = { claim: now.claim, working, told: null, scale, newId: 'n', appearances: [] }
    const typed = { reasons: ['satire', 'missing_context', 'outdated_since'] }
    const merging = { typed, was, compare: compareTexts }
    const page = verdictConflict(frame(), at, merging)
    const { form } = made(page, `/claims/${now.id}/verdict`)
    expect([form.reasons].flat().sort()).toEqual([
      'factual_error',
      'missing_context',
      'outdated_since',
    ])
  })

  it('writes what people wrote, and never runs it', () => {
    const { page } = pages.claim({ statement: '<script>x</script> "quoted"' }, { statement: '<b>' })
    expect(page).not.toContain('<script>x')
    expect(page).not.toContain('<b>')
  })
})
