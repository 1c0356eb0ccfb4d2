import { hash } from 'node:crypto'
import {
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Desk, openDesk } from '../../../src/desk/open.ts'
import type { Member } from '../../../src/domain/member.ts'
import type { Tables } from '../../../src/store/define.ts'
import { tables as postgresTables } from '../../../src/store/tables.postgres.ts'
import { tables } from '../../../src/store/tables.sqlite.ts'
import { startPostgres } from '../postgres-server.ts'
import { derive } from './derived.ts'
import { postgresSink } from './postgres.ts'
import type { Sink } from './rows.ts'
import { sqliteSink } from './sqlite.ts'
import { storyOf } from './story.ts'

/** A desk that was not asked for as long as this makes room for others. */
const FORGOTTEN_MS = 86_400_000
const SAY_EVERY_MS = 10_000

const root = join(import.meta.dirname, '../../..')
/** What a desk is made of: where one of these changes, it is another one. */
const sources = [
  'migrations/sqlite/*.sql',
  'test/support/big-desk/*.ts',
  'src/matching/*.ts',
  'src/store/{facets,index}/*.ts',
]

function madeOf(): string {
  const files = globSync(sources, { cwd: root }).sort()
  return hash('sha256', files.map((file) => readFileSync(join(root, file))).join()).slice(0, 12)
}

const folder = () => join(tmpdir(), 'riscontro-bench-desks')

/** Says how far it is: on a terminal in one line that changes, elsewhere in one now and then. */
function teller(): (line: string, isOver: boolean) => void {
  let said = Date.now()
  return (line, isOver) => {
    const { isTTY } = process.stderr
    if (!isTTY && !isOver && Date.now() - said < SAY_EVERY_MS) return
    said = Date.now()
    process.stderr.write(isTTY ? `\r\u001B[K${line}${isOver ? '\n' : ''}` : `${line}\n`)
  }
}

/** Says how many claims are there, and how many rows a second. */
export function progress(claims: number): (done: number, rows: number) => void {
  const [begun, tell] = [Date.now(), teller()]
  return (done, rows) => {
    const speed = Math.round((rows * 1000) / Math.max(1, Date.now() - begun))
    tell(`${done} of ${claims} claims, ${rows} rows, ${speed} a second`, done === claims)
  }
}

/** Says how many claims and articles were read for what the desk derives of them. */
function derivation(): (done: number) => void {
  const tell = teller()
  return (done) => tell(`${done} claims and articles indexed`, false)
}

/** Puts the whole desk into a sink, and closes it. */
export async function fill(
  sink: Sink,
  tables: Tables,
  asked: { claims: number; seed: number },
  said: (claims: number, rows: number) => void = () => {},
): Promise<void> {
  let rows = 0
  for (const batch of storyOf(tables, asked)) {
    await sink.write(batch.rows)
    rows += batch.count
    said(batch.claims, rows)
  }
  await sink.close()
}

/** Takes away desks that nobody asked for in a day: a large one fills a disk. */
function forget(): void {
  for (const name of globSync('*', { cwd: folder() })) {
    const path = join(folder(), name)
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
    if (Date.now() - used > FORGOTTEN_MS) rmSync(path, { recursive: true, force: true })
  }
}

/**
 * A desk with many claims, in SQLite: made once, and kept in the folder of temporary files for whoever
 * asks for it again. Whoever changes it copies it first; that somebody signs in changes nothing.
 * @returns the path of the database; its first editor is the first person who joined
 */
export async function bigDesk(claims: number, seed = 1): Promise<string> {
  mkdirSync(folder(), { recursive: true })
  forget()
  const kept = join(folder(), `${claims}-${seed}-${madeOf()}`)
  const path = join(kept, 'desk.db')
  if (statSync(path, { throwIfNoEntry: false })) {
    utimesSync(kept, new Date(), new Date())
    console.error(`The desk of ${claims} claims is there: ${path}`)
    return path
  }
  console.error(`The desk of ${claims} claims is being made, and will be kept: ${path}`)
  // Under a name of its own until it is whole: another bench may be making the same one.
  const making = `${kept}.${process.pid}`
  mkdirSync(making)
  const sink = await sqliteSink(join(making, 'desk.db'), 'later')
  await fill(sink, tables, { claims, seed }, progress(claims))
  await derive(join(making, 'desk.db'), derivation())
  try {
    renameSync(making, kept)
  } catch {
    rmSync(making, { recursive: true })
  }
  return path
}

/**
 * The same desk on a PostgreSQL of its own, made anew each time.
 * @returns the desk, and what ends it; or why there is no PostgreSQL
 */
export async function bigDeskOnPostgres(
  claims: number,
  seed = 1,
): Promise<{ desk: Desk; end: () => Promise<void> } | { missing: string }> {
  const postgres = await startPostgres()
  if ('missing' in postgres) return postgres
  console.error(`The desk of ${claims} claims is being made on PostgreSQL`)
  const sink = await postgresSink(postgres.url)
  await fill(sink, postgresTables, { claims, seed }, progress(claims))
  await derive(postgres.url, derivation())
  const desk = await openDesk(postgres.url)
  return {
    desk,
    async end() {
      await desk.close()
      await postgres.stop()
    },
  }
}

/** The first person of such a desk: an editor, and its admin. */
export async function firstOf({ store }: Desk): Promise<Member> {
  const [first] = await store.people.list()
  if (!first) throw new Error('nobody works on this desk')
  const { id, role, admin } = first.person
  return { id, role, admin }
}
