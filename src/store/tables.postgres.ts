import { bigint, customType, index, pgTable, uniqueIndex } from 'drizzle-orm/pg-core'
import { type Dialect, defineTables, type Tables } from './define.ts'

/** Text in code-point order, as SQLite sorts it, whatever the server's locale. */
const text = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
})

const dialect = {
  table: pgTable,
  text: (name: string) => text(name),
  integer: (name: string) => bigint(name, { mode: 'number' }),
  custom: customType,
  index,
  unique: uniqueIndex,
}

// The one cast at the tables' side: both dialects' builders take the same calls.
export const tables: Tables = defineTables(dialect as unknown as Dialect)

export const {
  desks,
  ratings,
  people,
  identities,
  invitations,
  sessions,
  tokens,
  tokenNotes,
  requests,
  attempts,
  passwordLinks,
  texts,
  articles,
  articleVersions,
  asides,
  claims,
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
  exportMarks,
  letters,
  rulings,
  imports,
  importProgress,
  importRefusals,
  importPages,
  labels,
  publisherLabels,
  webhooks,
  webhookStates,
  deliveries,
  facets,
  facetPairs,
  claimNumbers,
  claimFacets,
  documents,
  unindexed,
  words,
} = tables
