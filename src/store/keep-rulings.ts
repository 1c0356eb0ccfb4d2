import { type SQL, sql } from 'drizzle-orm'
import type { Tally } from '../domain/import.ts'
import { type Ruling, rulingName } from '../domain/ruling.ts'
import type { Tables } from './define.ts'
import type { Indexing } from './index/dialect.ts'
import { index } from './index/write.ts'
import { insertRows } from './rows.ts'
import type { Steps } from './steps.ts'

/** How much of a batch was new, changed what was there, or was there already. */
export type Kept = Pick<Tally, 'added' | 'changed' | 'same'>

/** The columns of a ruling, in the order in which they are written. */
const columns = [
  ...(['id', 'key', 'publisher', 'publisherName', 'url', 'title', 'statement'] as const),
  ...(['language', 'claimant', 'claimantRole', 'claimedOn', 'reviewedOn', 'label'] as const),
  ...(['labelKey', 'appearances', 'links', 'original', 'hash', 'import'] as const),
  ...(['addedAt', 'changedAt'] as const),
]

/** What an import leaves as it is, where it brings a ruling once more. */
const standing: (typeof columns)[number][] = ['id', 'key', 'publisher', 'addedAt']

/** A text that both engines take: without NUL, and without half of a character. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed()

const cell = (value: string | string[] | null): string | null =>
  value === null ? null : clean(Array.isArray(value) ? JSON.stringify(value) : value)

type Named = Pick<Ruling, 'publisher' | 'key'>

/** Whether a ruling is one of these. */
export const amongRulings = ({ rows }: Pick<Indexing, 'rows'>, some: Named[]): SQL => {
  const names = some.map(({ publisher, key }) => [clean(publisher), clean(key)])
  return sql`(publisher, key) in (${rows(names, 2)})`
}

/** One statement however many there are: to build one with a place for each value takes longer than to run it. */
function insertRulings({ rulings }: Tables, indexing: Indexing, written: Ruling[]): SQL {
  const names = columns.map((one) => sql.identifier(rulings[one].name))
  const over = columns.flatMap((one, i) =>
    standing.includes(one) ? [] : [sql`${names[i]} = excluded.${names[i]}`],
  )
  const values = written.map((one) => columns.map((column) => cell(one[column])))
  return sql`insert into ${rulings} (${sql.join(names, sql`, `)})
    ${indexing.rows(values, columns.length)}
    on conflict (publisher, key) do update set ${sql.join(over, sql`, `)}`
}

/** Those that were there before, by their names as they are kept. */
type Old = Map<string, Record<string, unknown>>

const nameIn = ({ publisher, key }: Record<string, unknown>): string =>
  rulingName({ publisher: String(publisher), key: String(key) })

const cleanName = ({ publisher, key }: Named): string =>
  rulingName({ publisher: clean(publisher), key: clean(key) })

/**
 * Writes rulings, each known by its publisher and key: new ones are added, others take the place of what was there, and
 * what is the same is left alone. Whatever they are found by is written here too, in the same transaction.
 * @param batch no two with the same publisher and key
 */
export function* keepRulings(tables: Tables, indexing: Indexing, batch: Ruling[]): Steps<Kept> {
  const found =
    yield sql`select id, key, hash, publisher, label_key, added_at from ${tables.rulings}
    where ${amongRulings(indexing, batch)}`
  const there: Old = new Map(found.rows.map((row) => [nameIn(row), row]))
  const written = batch.flatMap((ruling) => {
    const old = there.get(cleanName(ruling))
    if (!old) return [ruling]
    if (old.hash === ruling.hash) return []
    const changed = { id: String(old.id), addedAt: String(old.added_at) }
    return [{ ...ruling, ...changed, changedAt: ruling.addedAt }]
  })
  const changed = written.filter((ruling) => there.has(cleanName(ruling)))
  if (written.length > 0) {
    yield insertRulings(tables, indexing, written)
    yield* countLabels(tables, written, changed, there)
    yield* index(
      tables,
      indexing,
      'ruling',
      written.map(({ id }) => id),
    )
  }
  const added = written.length - changed.length
  const same = batch.length - written.length
  return { added, changed: changed.length, same }
}

/** Keeps how many rulings have each label of each publisher. */
function* countLabels(
  tables: Tables,
  written: Ruling[],
  changed: Ruling[],
  there: Old,
): Steps<void> {
  const counts = new Map<string, Tables['publisherLabels']['$inferInsert']>()
  for (const { publisher, labelKey, label, publisherName: name, language } of written) {
    const key = JSON.stringify([publisher, labelKey])
    const one = counts.get(key) ?? { publisher, labelKey, label, name, language, rulings: 0 }
    counts.set(key, { ...one, name: name ?? one.name ?? null, rulings: one.rulings + 1 })
  }
  const { publisherLabels: table } = tables
  yield sql`${insertRows(table, [...counts.values()])}
    on conflict (publisher, label_key) do update set
      rulings = ${table.rulings} + excluded.rulings, name = coalesce(excluded.name, ${table.name})`
  for (const ruling of changed) {
    const old = there.get(cleanName(ruling))
    yield sql`update ${table} set rulings = rulings - 1
      where publisher = ${old?.publisher} and label_key = ${old?.label_key}`
  }
}
