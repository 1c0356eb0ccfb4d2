import { type Placeholder, sql } from 'drizzle-orm'

type Values = Record<string, unknown>
type Asking<Rows> = { execute(values?: Values): PromiseLike<Rows> }
type Query<Rows> = { prepare(): Asking<Rows> }

/**
 * A query of every page: built when it is first asked, and then asked with other values. To build one
 * takes longer than most of them take to be answered.
 * @param build the query, each value a `sql.placeholder` by its name
 */
export function prepared<Rows>(build: () => Query<Rows>): (values?: Values) => PromiseLike<Rows> {
  let asking: Asking<Rows> | undefined
  return (values = {}) => {
    asking ??= build().prepare()
    return asking.execute(values)
  }
}

/** What pages ask for at once: of longer lists, the query is built each time. */
const MANY = 100

/**
 * The same about a list of ids, built once for each length of it.
 * @param build the query about so many ids
 */
export function preparedFor<Row>(
  build: (ids: Placeholder[]) => Query<Row[]>,
): (ids: string[]) => Promise<Row[]> {
  const known = new Map<number, Asking<Row[]>>()
  return async (ids) => {
    if (ids.length === 0) return []
    const places = () => ids.map((_, at) => sql.placeholder(`${at}`))
    const asking = known.get(ids.length) ?? build(places()).prepare()
    if (ids.length <= MANY) known.set(ids.length, asking)
    return await asking.execute({ ...ids })
  }
}

/**
 * Statements that are asked for again and again are built once for each shape, and kept: to build one takes
 * many times as long as to run it.
 * @param build makes the statement of a shape; its values are placeholders
 */
export function once<Shape, Statement>(
  build: (shape: Shape) => Statement,
): (shape: Shape) => Statement {
  const kept = new Map<string, Statement>()
  return (shape) => {
    const key = JSON.stringify(shape)
    const known = kept.get(key) ?? build(shape)
    kept.set(key, known)
    return known
  }
}
