import { type SQL, sql, type Table } from 'drizzle-orm'
import type { Change, Kind, SealedEntry, Subject } from '../domain/ledger.ts'
import type { Identity, PasswordLink } from '../domain/person.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'
import { moved } from './facets/placing.ts'
import { linkRow } from './password-links.ts'
import type { Publication, Still, Write } from './perform.ts'
import { guardRow, insertRow, updateRow } from './rows.ts'
import { type Visit, visitRow } from './sources.ts'
import { type LetterWrite, letterRow } from './tips.ts'
import { topicWrites } from './topics.ts'
import { type WebhookWrite, webhookWrites } from './webhooks.ts'

/** What goes with a decision into the same transaction. */
export type With = {
  /** Subjects that must still be at the revision that was read, though they do not change. */
  guards?: { kind: Kind; subject: Subject }[]
  /** A kind of which nothing may have been decided since it was read. */
  still?: Still
  /** Texts, under their SHA-256; one that is there already is left alone. */
  texts?: { hash: string; text: string }[]
  identity?: Identity
  /** What a new token is called, and since when. */
  tokenNote?: { token: string; name: string; madeAt: string }
  /** By which somebody sets a new password; any other that they had is void. */
  passwordLink?: PasswordLink
  /** Whose name and address are erased, with what lets them in. */
  erases?: Erased
  /** How visits to sources went: the last one of each is kept. */
  visits?: Visit[]
  publications?: Publication[]
  /** What becomes of what readers wrote. */
  letters?: LetterWrite[]
  /** What becomes of what is secret of a webhook. */
  webhooks?: WebhookWrite[]
}

/** A person, and the keys under which their attempts to come in are counted. */
export type Erased = { person: string; attempts: string[] }

function erasures(tables: Tables, erased: Erased): Write[] {
  const { identities, sessions, attempts, passwordLinks, savedSearches, searchLooks } = tables
  const { tokens, tokenNotes, requests, exportMarks } = tables
  const { person } = erased
  const any = (query: SQL): Write => ({ query, touches: null })
  return [
    { query: sql`delete from ${identities} where ${identities.person} = ${person}`, touches: 1 },
    any(sql`delete from ${sessions} where ${sessions.person} = ${person}`),
    ...[requests, tokenNotes].map((rows) =>
      any(sql`delete from ${rows} where ${rows.token} in (
        select ${tokens.id} from ${tokens} where ${tokens.person} = ${person})`),
    ),
    any(sql`delete from ${passwordLinks} where ${passwordLinks.person} = ${person}`),
    any(sql`delete from ${searchLooks} where ${searchLooks.person} = ${person} or ${searchLooks.search} in (
      select ${savedSearches.id} from ${savedSearches} where ${savedSearches.owner} = ${person})`),
    any(sql`delete from ${savedSearches} where ${savedSearches.owner} = ${person}`),
    any(sql`delete from ${exportMarks} where ${exportMarks.person} = ${person}`),
    ...erased.attempts.map((key) =>
      any(sql`delete from ${attempts} where ${attempts.key} = ${key}`),
    ),
  ]
}

/** The table of each kind of subject. */
export const tableOf = (t: Tables) =>
  ({
    desk: t.desks,
    rating: t.ratings,
    person: t.people,
    invitation: t.invitations,
    token: t.tokens,
    article: t.articles,
    article_version: t.articleVersions,
    aside: t.asides,
    claim: t.claims,
    claimant: t.claimants,
    appearance: t.appearances,
    evidence: t.evidence,
    source: t.sources,
    snapshot: t.snapshots,
    drift: t.drifts,
    search_record: t.searchRecords,
    contact: t.contacts,
    verdict: t.verdicts,
    reading: t.readings,
    tip: t.tips,
    link: t.links,
    import: t.imports,
    label: t.labels,
    webhook: t.webhooks,
  }) satisfies Record<Kind, Table>

function changeRow(table: Table, { before, after, entry }: Change): SQL {
  if (!before) return insertRow(table, after)
  const fields = Object.keys(entry.change).map((field) => [field, after[field]])
  return updateRow(table, before.id, before.revision, {
    ...Object.fromEntries(fields),
    revision: after.revision,
  })
}

/**
 * Writes decisions: the subjects' next states, and their entries, sealed. All or nothing.
 * @returns the entries in their places
 * @throws Refusal `conflict` where a subject is not at the revision that was decided upon
 */
export const saver =
  ({ atomically, tables }: Connection) =>
  (changes: Change[], extra: With = {}): Promise<SealedEntry[]> => {
    const table = tableOf(tables)
    const one = (query: SQL): Write => ({ query, touches: 1 })
    const {
      guards = [],
      texts = [],
      identity,
      tokenNote,
      passwordLink,
      erases,
      visits = [],
      publications = [],
      letters = [],
      webhooks = [],
    } = extra
    return atomically(() => ({
      writes: [
        ...guards.map(({ kind, subject }) =>
          one(guardRow(table[kind], subject.id, subject.revision)),
        ),
        ...texts.map((row) =>
          one(sql`insert into ${tables.texts} (hash, text) values (${row.hash}, ${row.text})
            on conflict (hash) do update set hash = excluded.hash`),
        ),
        ...changes.flatMap((change) => [
          one(changeRow(table[change.kind], change)),
          ...topicWrites(tables, change),
        ]),
        ...(identity ? [one(insertRow(tables.identities, identity))] : []),
        ...(tokenNote ? [one(insertRow(tables.tokenNotes, tokenNote))] : []),
        ...(passwordLink ? [one(linkRow(tables, passwordLink))] : []),
        ...(erases ? erasures(tables, erases) : []),
        ...visits.map((visit) => one(visitRow(tables, visit))),
        ...letters.map((write) => one(letterRow(tables, write))),
        ...webhooks.flatMap((write) => webhookWrites(tables, write)),
      ],
      entries: changes.map(({ entry }) => entry),
      publications,
      still: extra.still,
      moved: moved(changes),
    }))
  }
