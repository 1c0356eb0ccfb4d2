import type { Article, ArticleVersion } from '../../../src/domain/article.ts'
import type { Claimant } from '../../../src/domain/claimant.ts'
import { claimantKey, nameClaimant } from '../../../src/domain/claimant.ts'
import { type Change, record } from '../../../src/domain/ledger.ts'
import type { Act, Member } from '../../../src/domain/member.ts'
import type { Identity } from '../../../src/domain/person.ts'
import type { Publication } from '../../../src/store/perform.ts'
import { sha256 } from '../../../src/store/seal.ts'
import { type Random, randomFrom } from '../edits.ts'
import type { Staff } from './staff.ts'
import { statement, title } from './texts.ts'
import { type Language, languages, nameAt, rankBy, vocabulary } from './vocabulary.ts'

/** An article from which claims are taken, sentence by sentence. */
export type Source = { article: Article; text: string; places: { start: number; end: number }[] }

/** What happens at one moment: decisions, the texts that come with them, and what the public is told. */
export type Happening = {
  changes: Change[]
  texts?: { hash: string; text: string }[]
  told?: Publication[]
}

const SENTENCES = 8
const TOPICS = 300
const DAY = 86_400_000

/** How often claims are in each language: so many of a hundred. */
const weights: Record<Language, number> = { it: 60, en: 32, fr: 5, de: 3 }
const spoken = languages.flatMap((one) => Array<Language>(weights[one]).fill(one))

/** All that a desk's claims have in common: who works on them, who says them and where. */
export type World = {
  random: Random
  staff: Staff
  newId: () => string
  /** ISO 8601, UTC. */
  now: () => string
  /** The day some days from now. */
  day: (days: number) => string
  /** How many names there are. */
  names: number
  act: (member: Member) => Act
  topics: () => string[] | null
  claimant: (by: Act) => { claimant: Claimant; changes: Change[] }
  source: (by: Act) => Source & Happening
  /** What people are called, by their ids. */
  namesOf: (people: Member[]) => Record<string, string>
}

/** The same ids in the same order each time; as on a desk, later ones sort after earlier ones. */
export function idsFrom(): () => string {
  let made = 0
  return () => `01970000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`
}

/** @param claims how many there will be: of names there is one to every forty of them */
export function worldOf(
  { seed, claims }: { seed: number; claims: number },
  desk: { staff: Staff; identities: Identity[]; newId: () => string; now: () => string },
): World {
  const { staff, newId, now } = desk
  const random = randomFrom(seed)
  const called = new Map(desk.identities.map(({ person, name }) => [person, name]))
  const names = Math.max(20, Math.floor(claims / 40))
  const claimants = new Map<string, Claimant>()
  const day = (days: number) => new Date(Date.parse(now()) + days * DAY).toISOString().slice(0, 10)
  let current: { source: Source; left: number } | null = null

  function claimant(by: Act) {
    const name = nameAt(rankBy(random, names))
    const known = claimants.get(name)
    if (known) return { claimant: known, changes: [] }
    const change = nameClaimant(newId(), name, by)
    const fresh = { id: change.after.id, revision: 1, name, key: claimantKey(name) }
    const about = { role: null, sameAs: [], addedAt: by.at }
    claimants.set(name, { ...fresh, ...about })
    return { claimant: { ...fresh, ...about }, changes: [change] }
  }

  function printed(by: Act): Source & Happening {
    const language = random.oneOf(spoken)
    const sentences = Array.from({ length: SENTENCES }, () => statement(random, language, names))
    const head = title(random, language)
    let text = `${head}\n\n`
    const places = sentences.map((sentence) => {
      const start = text.length
      text += `${sentence}. `
      return { start, end: start + sentence.length }
    })
    text = text.trimEnd()
    const hash = sha256(text)
    const [article, version] = [newId(), newId()]
    const about = {
      ...{ id: article, revision: 1, title: head, outlet: nameAt(random.below(40)) },
      ...{ outletReason: null, byline: null, date: day(-random.below(3)), dateReason: null },
      ...{ language, url: null, version, addedAt: by.at },
    } satisfies Article
    const first = {
      ...{ id: version, revision: 0, article, number: 1, text: hash },
      ...{ key: sha256(text.replace(/\s+/g, ' ')), source: 'paste', snapshot: null },
      addedAt: by.at,
    } satisfies ArticleVersion
    const changes = [
      record('article', 'add', by, null, about),
      record('article_version', 'add', by, null, first),
    ]
    return { article: about, text, places, changes, texts: [{ hash, text }] }
  }

  return {
    ...{ random, staff, newId, now, day, names, claimant },
    act: (member) => ({ member, at: now() }),
    namesOf: (people) => Object.fromEntries(people.map(({ id }) => [id, called.get(id) ?? ''])),
    topics() {
      const { word } = vocabulary('it')
      const some = Array.from({ length: random.below(4) }, () =>
        word(1000 + rankBy(random, TOPICS)),
      )
      return some.length > 0 ? [...new Set(some)] : null
    },
    source(by) {
      if (current && current.left > 0) {
        current.left -= 1
        return { ...current.source, changes: [], texts: [] }
      }
      const fresh = printed(by)
      current = { source: fresh, left: SENTENCES - 1 }
      return fresh
    },
  }
}
