import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import {
  demandPast,
  language,
  needed,
  optional,
  parse,
  partialDate,
  webAddress,
  words,
} from './parse.ts'
import { type FieldErrors, Refusal } from './refusal.ts'

/** A source text in which claims appear. What the text does not say stays null: *unknown*. */
export type Article = {
  id: string
  revision: number
  title: string
  outlet: string | null
  /** Why the outlet is what we say, where the text does not state it (then it is *inferred*). */
  outletReason: string | null
  byline: string | null
  date: string | null
  dateReason: string | null
  language: string
  url: string | null
  /** The id of its newest version. */
  version: string
  addedAt: string
}

/** How a text came: pasted, from a file, from a terminal, or fetched from its address. */
export const sources = ['paste', 'upload', 'terminal', 'url'] as const

/** The text of an article, as it was on a day. Never changed. */
export type ArticleVersion = {
  id: string
  revision: number
  article: string
  number: number
  /** SHA-256 of the text, which is kept under it. */
  text: string
  /** SHA-256 of the text without regard to white space: the same article twice is recognised by it. */
  key: string
  source: (typeof sources)[number]
  /** What its text was read from, as it was. */
  snapshot: string | null
  addedAt: string
}

export const articleInput = z.object({
  title: needed(300),
  outlet: optional(200),
  outletReason: optional(500),
  byline: optional(200),
  date: partialDate,
  dateReason: optional(500),
  language,
  url: webAddress,
})

/** What the text itself says, as the form that confirms it carries along. */
const textSays = z.object({ readOutlet: words(200).optional(), readDate: words(40).optional() })

/**
 * What the text does not say is inferred: whoever writes it down says how they know.
 * @throws Refusal `invalid` on the reason that is missing
 */
function demandReasons(known: ReturnType<typeof read>, input: unknown): void {
  const { readOutlet, readDate } = parse(textSays, input)
  const asks = (value: string | null, said: string | undefined, reason: string | null) =>
    value !== null && said !== undefined && said !== value && reason === null
  const needed = { code: 'reason_needed' } as const
  const fields: FieldErrors = {
    ...(asks(known.outlet, readOutlet, known.outletReason) && { outletReason: needed }),
    ...(asks(known.date, readDate, known.dateReason) && { dateReason: needed }),
  }
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', { fields })
}

/** A reason belongs to a value: an unknown date is not inferred from anything. */
function read(input: unknown, at: string) {
  const read = parse(articleInput, input)
  demandPast(at, { date: read.date })
  return {
    ...read,
    outletReason: read.outlet ? read.outletReason : null,
    dateReason: read.date ? read.dateReason : null,
  }
}

/**
 * An article comes onto the desk, with its first version.
 * @param ids of the article and of the version
 * @param text the two hashes of its text, and how it came
 * @throws Refusal `forbidden`; `invalid`, also for an outlet or a date that the text does not say,
 *   without a reason
 */
export function addArticle(
  ids: { article: string; version: string },
  text: Pick<ArticleVersion, 'text' | 'key' | 'source' | 'snapshot'>,
  input: unknown,
  act: Act,
): Change[] {
  demand(act.member, 'checker')
  const known = read(input, act.at)
  demandReasons(known, input)
  const article: Article = {
    id: ids.article,
    revision: 0,
    ...known,
    version: ids.version,
    addedAt: act.at,
  }
  const version: ArticleVersion = {
    id: ids.version,
    revision: 0,
    article: ids.article,
    number: 1,
    ...text,
    addedAt: act.at,
  }
  return [
    record('article', 'add', act, null, article),
    record('article_version', 'add', act, null, version),
  ]
}

/**
 * The text of an article changed: a new version of it, which the reader shows from now on.
 * @param last the version with the highest number, which need not be the one that is shown
 * @throws Refusal `forbidden`
 */
export function addVersion(
  article: Article,
  last: ArticleVersion,
  versionId: string,
  text: Pick<ArticleVersion, 'text' | 'key' | 'source' | 'snapshot'>,
  act: Act,
): Change[] {
  demand(act.member, 'checker')
  const version: ArticleVersion = {
    id: versionId,
    revision: 0,
    article: article.id,
    number: last.number + 1,
    ...text,
    addedAt: act.at,
  }
  return [
    record('article_version', 'add', act, null, version),
    record('article', 'renew', act, article, { ...article, version: versionId }),
  ]
}

/**
 * The text of an article is again what it was: the reader shows that version from now on.
 * @param version the id of one of its versions
 * @throws Refusal `forbidden`
 */
export function returnToVersion(article: Article, version: string, act: Act): Change {
  demand(act.member, 'checker')
  return record('article', 'revert', act, article, { ...article, version })
}

/** @throws Refusal `forbidden`, `invalid` */
export function describeArticle(article: Article, input: unknown, act: Act): Change {
  demand(act.member, 'checker')
  return record('article', 'describe', act, article, { ...article, ...read(input, act.at) })
}
