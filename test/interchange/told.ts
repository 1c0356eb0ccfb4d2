import { type PublicVerdict, publicVerdict } from '../../src/interchange/verdict-export.ts'

export const article = {
  id: 'a',
  title: 'Il ponte riapre',
  outlet: 'Gazzetta della Valle',
  outletCertainty: 'stated',
  byline: null,
  url: 'https://example.org/ponte',
  date: '2024-03-12',
  dateCertainty: 'stated',
  language: 'it',
}
export const appearance = {
  id: 'p',
  quote: 'Il ponte ha riaperto',
  claimant: {
    kind: 'named',
    name: 'Anna Moretti',
    role: 'sindaca',
    sameAs: ['https://example.org/anna'],
  },
  attribution: ['Anna Moretti'],
  claimedOn: '2024-03-12',
  claimedOnCertainty: 'stated',
  article,
}
export const verdict = {
  id: 'v',
  claimId: 'c',
  version: 1,
  slug: 'il-ponte-456789ab',
  status: 'published',
  underCorrectionSince: null,
  claim: { statement: 'Il ponte ha riaperto', kind: 'happened', language: 'it' },
  rating: { id: 'mostly_true', number: 4, labels: { en: 'Mostly true', it: 'In gran parte vero' } },
  reasons: [],
  conclusion: 'Ha riaperto l’11 marzo.',
  rationale: { markdown: 'Lo dice il [1].', text: 'Lo dice il [1].' },
  holdsOn: null,
  author: 'Carla',
  reviewer: 'Enzo',
  publishedAt: '2025-06-01T08:00:00.000Z',
  correction: null,
  withdrawalReason: null,
  appearances: [appearance],
  evidence: [],
  searches: [],
}
export const publisher = {
  url: 'https://desk.example/verdicts/il-ponte-456789ab',
  name: 'Il Desk',
  home: 'https://desk.example',
}

export const told = (change: object = {}): PublicVerdict =>
  publicVerdict.parse({ ...verdict, ...change })
