import { describe, expect, test } from 'vitest'
import { newDesk } from '../../src/domain/desk.ts'
import { firstScale } from '../../src/domain/first-scale.ts'
import { joinPage, mePage, signInPage, welcomePage } from '../../views/account.ts'
import { exportsPage } from '../../views/exports.ts'
import type { Frame } from '../../views/frame.ts'
import { type Language, languages, translator } from '../../views/messages.ts'
import { invitedPage, peoplePage, settingsPage } from '../../views/people.ts'
import { problemPage } from '../../views/problem.ts'

const now = '2026-01-14T10:00:00Z'
const frame = (lang: Language): Frame => ({
  lang,
  t: translator(lang),
  now,
  timeZone: 'Europe/Rome',
  path: '/people',
  viewer: { id: 'u1', name: 'Anna', role: 'editor', admin: 1 },
  desk: { name: 'L’Ora & Co' },
  counts: { review: 1, drifts: 1, tips: 0 },
  notice: null,
})
const nobody = (lang: Language): Frame => ({ ...frame(lang), viewer: null, counts: null })

const refused = {
  typed: { name: '<x>' },
  errors: { name: { code: 'required' }, role: { code: 'unknown_choice' } },
} as const
const person = {
  id: 'u1',
  revision: 1,
  role: 'editor',
  admin: 1,
  deactivatedAt: null,
  erasedAt: null,
  joinedAt: now,
  name: 'Anna',
  email: 'a@b.it',
} as const
const people = [
  person,
  { ...person, id: 'u2', name: 'Bruno' },
  { ...person, id: 'u3', deactivatedAt: now },
]
const invitations = [{ id: 'i1', role: 'checker', admin: 0, expiresAt: now, by: 'Anna' }] as const
const session = { id: 's1', agent: null, createdAt: now, seenAt: now, current: true }
const desk = { ...newDesk('L’Ora'), revision: 2 }
const asked = { rating: ['true'], topic: ['<b>', 'new'], language: ['it'], from: '2025-05-21' }
const errors = { until: { code: 'before_from' }, rating: { code: 'not_here' } } as const
const choices = {
  ratings: firstScale.map((one) => ({ ...one, retiredAt: one.number === 3 ? now : null })),
  topics: ['<b>', 'troops'],
  languages: ['it', 'en'],
  articles: [{ id: 'a1', title: '<i>', outlet: null, date: '2025-05' }],
  claimants: [
    { id: 'c1', name: 'Anna', role: 'mayor' },
    { id: 'c2', name: 'Bruno', role: null },
  ],
  columns: ['id', 'claim.statement'],
  most: 2,
}
const document = {
  count: 41,
  bytes: 12_345,
  text: '{"a":"<b>","b":[],"c":{},"d":[1.5,true,null]}',
  shown: 1,
  pairs: [['topic', '<b>']] satisfies [string, string][],
  asOf: null,
  origin: 'https://x.it',
  columns: ['id'],
  last: null,
}

const last = {
  at: now,
  since: '7-0123456789abcdef',
  news: {
    counts: { published: 1, withdrawn: 2 },
    isMore: false,
    newest: [
      {
        change: 'withdrawn' as const,
        reason: '<b>',
        told: {
          id: 'v1',
          claimId: 'c1',
          version: 1,
          claim: { statement: '<i>', language: 'it' },
          rating: { labels: { en: 'True', it: 'Vero' } },
        },
      },
    ],
  },
}

const pages: Record<string, (lang: Language) => unknown> = {
  welcome: (lang) => welcomePage(nobody(lang), { key: 'k', ...refused }),
  'sign in': (lang) => signInPage(nobody(lang), { next: '/me', problem: 'no' }),
  join: (lang) => joinPage(nobody(lang), { token: 'a/b', role: 'checker', expiresAt: now }),
  me: (lang) =>
    mePage(frame(lang), {
      email: 'a@b.it',
      sessions: [session, { ...session, id: 's2', current: false }],
    }),
  people: (lang) =>
    peoplePage(frame(lang), {
      people,
      invitations: [...invitations],
      newId: 'n',
      refused: { form: 'u2', ...refused },
    }),
  invited: (lang) =>
    invitedPage(frame(lang), { link: 'https://x.it/join/1', role: 'checker', expiresAt: now }),
  settings: (lang) => settingsPage(frame(lang), { desk, theirs: desk, problem: 'no', ...refused }),
  exports: (lang) => exportsPage(frame(lang), { asked, choices, document }),
  'exports, with what changed': (lang) =>
    exportsPage(frame(lang), { asked, choices, document: { ...document, last } }),
  'exports of nothing': (lang) =>
    exportsPage(frame(lang), {
      asked: {},
      choices,
      document: { ...document, count: 0, pairs: [] },
    }),
  'exports that cannot be read': (lang) =>
    exportsPage(frame(lang), { asked, errors, choices, document: null }),
  'a bad address': (lang) => problemPage(frame(lang), { code: 'invalid', parameters: errors }),
  'not found': (lang) => problemPage(nobody(lang), { code: 'not_found' }),
  broken: (lang) => problemPage(frame(lang), { code: null, reference: 'r', back: '/people' }),
}

const all = (text: string, shape: RegExp): string[] =>
  [...text.matchAll(shape)].map(([, one]) => one ?? '')

describe.each(Object.entries(pages))('the page %s', (_name, make) => {
  test.each(languages)(
    'is sound in %s: one title, ids that are one’s own, names that lead somewhere',
    (lang) => {
      const made = String(make(lang))
      const ids = all(made, / id="([^"]*)"/g)
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
      const named = [
        ...all(made, / for="([^"]*)"/g),
        ...all(made, / href="#([^"]*)"/g),
        ...all(made, / aria-(?:describedby|labelledby)="([^"]*)"/g).flatMap((one) =>
          one.split(' '),
        ),
      ]
      expect(named.filter((id) => !ids.includes(id))).toEqual([])
      expect(made.match(/<h1/g)).toHaveLength(1)
      expect(made).toContain(`<html lang="${lang}">`)
    },
  )

  test('quotes every attribute, and has no field that hides a property of its form', () => {
    const tags = all(String(make('it')), /<([a-z][^<>]*)>/g)
    expect(tags.filter((tag) => /=(?!")/.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([])
    expect(tags.filter((tag) => / name="(id|action|method)"/.test(tag))).toEqual([])
  })

  test('writes out no value that is missing', () => {
    expect(String(make('en'))).not.toMatch(/undefined|\[object|NaN/)
  })
})
