import Database from 'better-sqlite3'

/**
 * Makes many public verdicts out of the one that there is: what takes long to read, and to send.
 * The record does not tell of them.
 * @param address of a SQLite desk on which one verdict is public
 */
export function manyVerdicts(address: string, count: number): void {
  const db = new Database(address)
  const { seq, verdict } = db.prepare('select seq, verdict from publications').get() as Row
  const last = db.prepare('select max(seq) from ledger').pluck().get()
  const copies = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`
  const copy = (table: string, id: string, values: Record<string, string>) => {
    const columns = db.pragma(`table_info(${table})`) as { name: string }[]
    const names = columns.map(({ name }) => `"${name}"`)
    const selected = columns.map(({ name }) => values[name] ?? `t."${name}"`)
    db.exec(`insert into ${table} (${names}) ${copies}
      select ${selected} from ${table} t, n where t.${id}`)
  }
  const made = `'${verdict}-' || n.i`
  const place = `${last} + n.i`
  copy('verdicts', `id = '${verdict}'`, { id: made, number: 'n.i + 1' })
  copy('ledger', `seq = ${seq}`, { seq: place, subject: made })
  copy('publications', `seq = ${seq}`, { seq: place, verdict: made })
  db.close()
}

type Row = { seq: number; verdict: string }
