import { articleQueries } from './articles.ts'
import { claimQueries } from './claims.ts'
import { connect } from './connect.ts'
import type { Connection } from './connection.ts'
import { deskQueries } from './desks.ts'
import { ledgerQueries } from './ledger.ts'
import { peopleQueries } from './people.ts'
import { saver } from './save.ts'
import { stemQueries } from './stems.ts'
import { verdictQueries } from './verdicts.ts'
import { verifier } from './verify.ts'

/** Everything that the desk asks of its database, one noun at a time. */
export const storeOn = (connection: Connection) => ({
  engine: connection.engine,
  save: saver(connection),
  desks: deskQueries(connection),
  people: peopleQueries(connection),
  articles: articleQueries(connection),
  claims: claimQueries(connection),
  stems: stemQueries(connection),
  verdicts: verdictQueries(connection),
  ledger: ledgerQueries(connection),
  verify: verifier(connection),
  close: () => connection.close(),
})

export type Store = ReturnType<typeof storeOn>

/** @param address a path, `:memory:`, or `postgres://…` */
export const openStore = async (address: string): Promise<Store> => storeOn(await connect(address))
