import { sql } from 'drizzle-orm'
import type { Connection, Read } from '../connection.ts'
import { sha256 } from '../seal.ts'
import type { Faults } from './faults.ts'

/** Texts at a time: each may have a megabyte. */
const BATCH = 20

/** Holds every text against its hash, and looks for those that a row speaks of. */
export async function textsKept({ tables }: Connection, read: Read, faults: Faults): Promise<void> {
  const { texts, articleVersions, snapshots } = tables
  let last: unknown = ''
  for (let isEnd = false; !isEnd; ) {
    const rows = await read(sql`select ${texts.hash}, ${texts.text} from ${texts}
      where ${texts.hash} > ${last} order by ${texts.hash} limit ${BATCH}`)
    for (const [hash, text] of rows) {
      if (typeof text !== 'string' || sha256(text) !== hash) {
        faults.beside(null, `text ${hash}`, 'it was altered')
      }
    }
    isEnd = rows.length < BATCH
    last = rows.at(-1)?.[0]
  }
  for (const table of [articleVersions, snapshots]) {
    const [gone] = await read(sql`select ${table.text} from ${table} where ${table.text} is not null
      and not exists (select 1 from ${texts} where ${texts.hash} = ${table.text}) limit 1`)
    if (gone) faults.beside(null, `text ${gone[0]}`, 'it is gone')
  }
}

/** A publication that no entry speaks of. */
export async function strangePublication({ tables }: Connection, read: Read): Promise<unknown> {
  const { publications: p, ledger: l } = tables
  const [row] = await read(sql`select ${p.seq} from ${p} left join ${l} on ${l.seq} = ${p.seq}
    where ${l.kind} is null or ${l.kind} <> 'verdict' limit 1`)
  return row?.[0] ?? null
}
