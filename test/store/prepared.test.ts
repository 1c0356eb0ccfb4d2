import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { prepared, preparedFor } from '../../src/store/prepared.ts'
import { onPostgres, postgresMissing } from '../support/postgres.ts'
import { onServer } from './opened.ts'

/** Queries that answer with the values they are asked with, and how often they were built. */
function counted() {
  let built = 0
  const query = {
    prepare() {
      built += 1
      return { execute: async (values = {}) => Object.values(values) }
    },
  }
  return { query, built: () => built }
}

test('a query is built when it is first asked, and once', async () => {
  const { query, built } = counted()
  const ask = prepared(() => query)
  expect(built()).toBe(0)
  expect(await ask({ id: 'a' })).toEqual(['a'])
  expect(await ask({ id: 'b' })).toEqual(['b'])
  expect(built()).toBe(1)
})

test('a query about a list is built once for each length of it, and not kept for long ones', async () => {
  const { query, built } = counted()
  const lengths: number[] = []
  const ask = preparedFor((ids) => {
    lengths.push(ids.length)
    return query
  })
  expect(await ask([])).toEqual([])
  expect(built()).toBe(0)
  const many = Array.from({ length: 1000 }, (_, at) => `${at}`)
  for (const ids of [['a'], ['b'], ['a', 'b'], ['c'], many, many]) {
    expect(await ask(ids)).toEqual(ids)
  }
  expect(lengths).toEqual([1, 2, 1000, 1000])
})

test.skipIf(postgresMissing)(
  onPostgres('what is asked again is read and planned once'),
  async () => {
    const { connection, end } = await onServer()
    const ask = async (value: number) => {
      const rows = connection.db
        .select({ statement: sql<string>`statement` })
        .from(sql`pg_prepared_statements`)
        .where(sql`${value} = ${value}`)
      return (await rows).filter(({ statement }) => statement.includes('pg_prepared_statements'))
    }
    for (const value of [1, 2, 3]) expect(await ask(value)).toHaveLength(1)
    await end()
  },
)
