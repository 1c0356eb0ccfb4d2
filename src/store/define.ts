import { articleTables } from './define/articles.ts'
import { claimTables } from './define/claims.ts'
import { deskTables } from './define/desk.ts'
import type { Dialect } from './define/dialect.ts'
import { evidenceTables } from './define/evidence.ts'
import { exportTables } from './define/exports.ts'
import { facetTables } from './define/facets.ts'
import { importTables } from './define/imports.ts'
import { linkTables } from './define/links.ts'
import { peopleTables } from './define/people.ts'
import { rulingTables } from './define/rulings.ts'
import { sourceTables } from './define/sources.ts'
import { tipTables } from './define/tips.ts'
import { tokenTables } from './define/tokens.ts'
import { verdictTables } from './define/verdicts.ts'
import { webhookTables } from './define/webhooks.ts'
import { wordTables } from './define/words.ts'

export type { Dialect } from './define/dialect.ts'

/** Every table, once for both dialects. The columns of a kind's table are its fields, no more. */
export function defineTables(dialect: Dialect) {
  const articles = articleTables(dialect)
  const claims = claimTables(dialect, articles)
  return {
    ...deskTables(dialect),
    ...peopleTables(dialect),
    ...tokenTables(dialect),
    ...articles,
    ...claims,
    ...evidenceTables(dialect, claims),
    ...sourceTables(dialect, articles, claims),
    ...verdictTables(dialect, claims),
    ...tipTables(dialect),
    ...linkTables(dialect, claims),
    ...rulingTables(dialect),
    ...importTables(dialect),
    ...exportTables(dialect),
    ...webhookTables(dialect),
    ...facetTables(dialect, claims),
    ...wordTables(dialect),
  }
}

export type Tables = ReturnType<typeof defineTables>
