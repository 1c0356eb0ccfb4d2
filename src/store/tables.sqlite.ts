import { customType, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { defineTables } from './define.ts'

export const tables = defineTables({
  table: sqliteTable,
  text: (name: string) => text(name),
  integer: (name: string) => integer(name),
  custom: customType,
  index,
  unique: uniqueIndex,
})

// drizzle-kit reads the tables that a schema module exports by name.
export const {
  desks,
  ratings,
  people,
  identities,
  invitations,
  sessions,
  attempts,
  texts,
  articles,
  articleVersions,
  asides,
  claims,
  claimStems,
  claimTopics,
  claimants,
  appearances,
  evidence,
  searchRecords,
  contacts,
  sources,
  sourceVisits,
  snapshots,
  drifts,
  verdicts,
  ledger,
  publications,
  readings,
  tiles,
  checkpoints,
  tips,
  links,
  savedSearches,
  searchLooks,
  letters,
} = tables
