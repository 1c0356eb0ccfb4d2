import type { Connection } from './connection.ts'
import { candidateQueries } from './index/candidates.ts'
import { checkQueries } from './index/check.ts'
import { findQueries } from './index/find.ts'
import { nearQueries } from './index/near.ts'
import { rebuildQueries } from './index/rebuild.ts'

export type { Asked, Field, Findable, Group } from './index/dialect.ts'
export type { Hit } from './index/find.ts'

/** What is found by words: `src/matching/indexed.ts` makes a text's words, and these find them again. */
export const wordQueries = (connection: Connection) => ({
  ...nearQueries(connection),
  ...findQueries(connection),
  ...candidateQueries(connection),
  ...rebuildQueries(connection),
  ...checkQueries(connection),
})
