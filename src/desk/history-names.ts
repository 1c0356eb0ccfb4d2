import type { Kind, SealedEntry } from '../domain/ledger.ts'
import type { Link } from '../domain/link.ts'
import type { Rating } from '../domain/rating.ts'
import { type Shape, story } from '../domain/story.ts'
import type { Desk } from './open.ts'

/** What ids stand for, by id: in a history nobody reads an id. */
export type Calling = {
  people: Record<string, string>
  claims: Record<string, { statement: string; language: string }>
  articles: Record<string, { title: string; language: string }>
  /** What else a subject is called, such as `[2] NIS briefing`. */
  subjects: Record<string, string>
  /** How claims stand to one another, by the link's id. */
  links: Record<string, Pick<Link, 'claim' | 'relation' | 'other'>>
  /** The numbers of verdict versions. */
  versions: Record<string, number>
  /** Verdict versions that a field names. */
  verdicts: Record<string, { claim: string; number: number }>
  scale: Rating[]
}

type Told = Pick<SealedEntry, 'actor' | 'kind' | 'subject' | 'claim' | 'change'>

/** Every id of a kind that these entries' fields name. */
function named(entries: Told[], shape: Shape): string[] {
  const found = entries.flatMap(({ kind, change }) =>
    Object.entries(change).flatMap(([field, both]) =>
      story[kind][field] === shape ? both.flat() : [],
    ),
  )
  return [...new Set(found.filter((id) => typeof id === 'string'))]
}

const by = <T, V>(rows: T[], key: (row: T) => string, value: (row: T) => V): Record<string, V> =>
  Object.fromEntries(rows.map((row) => [key(row), value(row)]))

/** @param more people whose names the page needs besides */
export async function callingOf(
  { store }: Desk,
  entries: Told[],
  more: string[] = [],
): Promise<Calling> {
  const about = [...new Set(entries.flatMap(({ claim }) => claim ?? []))]
  /** The claims on which there are entries of a kind. */
  const on = (kind: Kind) => [
    ...new Set(entries.flatMap((one) => (one.kind === kind ? (one.claim ?? []) : []))),
  ]
  const articles = entries.flatMap((one) => (one.kind === 'article' ? one.subject : []))
  const ties = entries.flatMap((one) => (one.kind === 'link' ? one.subject : []))
  const links = await store.links.byIds([...new Set(ties)])
  const taken = await store.verdicts.byIds(named(entries, 'verdict'))
  const linked = links.flatMap(({ claim, other }) => [claim, other])
  const people = [...named(entries, 'person'), ...entries.map(({ actor }) => actor), ...more]
  const [names, claims, texts, evidence, contacts, searches, verdicts, scale] = await Promise.all([
    store.people.names([...new Set(people)]),
    store.claims.byIds([
      ...new Set([
        ...about,
        ...linked,
        ...taken.map(({ claim }) => claim),
        ...named(entries, 'claim'),
      ]),
    ]),
    store.articles.byIds([...new Set([...named(entries, 'article'), ...articles])]),
    store.claims.evidence([...new Set([...on('evidence'), ...on('drift')])]),
    Promise.all(on('contact').map((id) => store.claims.contacts(id))),
    Promise.all(on('search_record').map((id) => store.claims.searchRecords(id))),
    store.verdicts.of([...new Set([...on('verdict'), ...on('reading')])]),
    store.desks.scale(),
  ])
  const id = (row: { id: string }) => row.id
  return {
    people: names,
    claims: by(claims, id, ({ statement, language }) => ({ statement, language })),
    articles: by(texts, id, ({ title, language }) => ({ title, language })),
    subjects: {
      ...by(evidence, id, ({ number, title }) => `[${number}] ${title}`),
      ...by(contacts.flat(), id, ({ who }) => who),
      ...by(searches.flat(), id, ({ place }) => place),
    },
    links: by(links, id, ({ claim, relation, other }) => ({ claim, relation, other })),
    verdicts: by(taken, id, ({ claim, number }) => ({ claim, number })),
    versions: by(verdicts, id, ({ number }) => number),
    scale,
  }
}
