import { type Kind, kinds } from './ledger.ts'

/**
 * How the value of a field is told: words as they are, a word of the domain (`area` is where its
 * message stands), or what an id, a code or a time stands for.
 */
export type Shape =
  | 'words'
  | 'list'
  | 'number'
  | 'yes_no'
  | 'date'
  | 'moment'
  | 'language'
  | 'person'
  | 'rating'
  | 'claim'
  | 'verdict'
  | 'article'
  | 'version'
  | 'snapshot'
  | { area: string }

type Shapes = Record<string, Shape>

const words: Shape = 'words'
const code = (area: string): Shape => ({ area })

const excerpt: Shapes = { quote: words }
const seconds: Shapes = { rating: 'rating', rationale: words }

/**
 * What a history tells of each kind, in the order in which it is told. A field that is not here is told
 * by no one: places and hashes, ids of what the page is about, and times that are those of the entry.
 */
export const story: Record<Kind, Shapes> = {
  claim: {
    ...{ statement: words, statementEn: words, statementIt: words, language: 'language' },
    ...{ kind: code('kind'), stage: code('stage'), assignee: 'person', explanation: words },
    ...{ setAsideReason: code('set_aside_reason'), setAsideWords: words, duplicateOf: 'claim' },
    ...{ splitFrom: 'claim', topics: 'list', dueOn: 'date', why: words, waitsFor: words },
    key: words,
  },
  article: {
    ...{ title: words, outlet: words, outletReason: words, byline: words, date: 'date' },
    ...{ dateReason: words, language: 'language', url: words, version: 'version' },
  },
  article_version: { number: 'number' },
  aside: {
    ...excerpt,
    article: 'article',
    reason: code('aside_reason'),
    words,
    liftedAt: 'moment',
  },
  claimant: { name: words, role: words, sameAs: 'list' },
  appearance: {
    ...excerpt,
    ...{ article: 'article', claimantKind: code('claimant'), claimant: words, attribution: 'list' },
    ...{ claimedOn: 'date', claimedOnReason: words, claim: 'claim' },
  },
  evidence: {
    ...{ title: words, stance: code('stance'), kind: code('evidence_kind'), publisher: words },
    ...{ interest: code('interest'), url: words, publishedOn: 'date', locator: words },
    ...{ origin: words, quote: words, quoteLanguage: 'language', translation: words },
    ...{ quoteReason: words, note: words, rank: code('rank'), rankReason: words },
    ...{ visibility: code('visibility'), visibilityReason: words, snapshot: 'snapshot' },
  },
  source: { url: words, snapshot: 'snapshot', goneSince: 'moment' },
  snapshot: { title: words, url: words, mediaType: words },
  drift: { status: code('drift_status'), outcome: code('drift_outcome') },
  search_record: {
    ...{ place: words, words, searchedOn: 'date', outcome: code('outcome'), note: words },
  },
  contact: {
    ...{ who: words, role: words, way: code('way'), askedOn: 'date', question: words },
    ...{ outcome: code('reply'), reply: words, repliedOn: 'date', visibility: code('visibility') },
  },
  verdict: {
    ...{ status: code('status'), ...seconds, reasons: code('reason'), conclusion: words },
    ...{ conclusionEn: words, conclusionIt: words, holdsOn: 'date', validUntil: 'date' },
    ...{ recheckOn: 'date', mode: code('reading_mode'), author: 'person', writers: 'person' },
    ...{ reviewer: 'person', correctionKind: code('correction_name'), correctionReason: words },
    ...{ withdrawalReason: words, underCorrectionSince: 'moment', findingsWord: words },
    ...{ slug: words, reusedFrom: 'verdict' },
  },
  reading: {
    ...{ reader: 'person', mode: code('reading_mode'), ...seconds, against: 'rating' },
    ...{ outcome: code('reading_outcome'), adjudicator: 'person', adjudication: words },
  },
  rating: {
    ...{ labelEn: words, labelIt: words, meaningEn: words, meaningIt: words, number: 'number' },
    ...{ shape: code('shape'), tone: code('tone'), retiredAt: 'moment' },
  },
  desk: {
    ...{ name: words, url: words, reading: code('reading_mode'), blindTopics: 'list' },
    ...{ twoReaderTopics: 'list', methodologyEn: words, methodologyIt: words },
    ...{ scaleEn: words, scaleIt: words },
  },
  person: { role: code('role'), admin: 'yes_no', deactivatedAt: 'moment', erasedAt: 'moment' },
  invitation: { role: code('role'), admin: 'yes_no', status: code('invitation_status') },
  link: {
    claim: 'claim',
    relation: code('relation'),
    other: 'claim',
    why: words,
    endedAt: 'moment',
  },
  tip: { about: code('tip_about'), status: code('tip_status'), claim: 'claim' },
  webhook: {
    ...{ name: words, origin: words, events: 'list', status: code('webhook_status') },
    ...{ secretAt: 'moment' },
  },
}

/** Kinds of decision, as a history is asked for them, and the verbs of each. */
export const decisions = {
  words: [
    ...['open', 'reword', 'describe', 'draft', 'add', 'amend', 'name', 'split', 'deprecate'],
    ...['rank', 'plan', 'define', 'restore', 'set', 'lift', 'move', 'write', 'set_reading'],
    ...['link', 'unlink', 'reuse'],
  ],
  work: ['take', 'assign', 'reassign', 'release', 'set_aside', 'bring_back', 'dismiss'],
  review: [
    ...[
      'propose',
      'take_back',
      'return',
      'unsettle',
      'read',
      'file',
      'adjudicate',
      'lapse',
      'change_way',
      'read_typo',
    ],
  ],
  public: [
    ...['publish', 'supersede', 'typo', 'withdraw', 'reopen', 'keep', 'mark', 'unmark'],
    ...['confirm', 'plan_recheck', 'stand_by'],
  ],
  sources: [...['renew', 'revert', 'lose', 'regain', 'follow', 'close', 'place', 'stand', 'quote']],
  restored: ['restore'],
} as const satisfies Record<string, readonly string[]>
export type Decision = keyof typeof decisions

export const decisionKinds = Object.keys(decisions).filter(
  (name): name is Decision => name in decisions,
)

/** What is asked of a history: by whom, of what, decisions of which kind; and from which place on. */
export type Asked = {
  who: string | null
  what: Kind | null
  how: Decision | null
  before: number | null
}

const one = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Reads an address; what cannot be read there is not asked. */
export function readAsked(query: Record<string, unknown>): Asked {
  const who = /^[\w-]{1,60}$/.exec(one(query.who))?.[0] ?? null
  const what = kinds.find((kind) => kind === query.what) ?? null
  const how = decisionKinds.find((name) => name === query.how) ?? null
  const before = /^[1-9]\d{0,14}$/.test(one(query.before)) ? Number(query.before) : null
  return { who, what, how, before }
}
