import { defineConfig } from 'drizzle-kit'

/** SQLite's migrations; those of PostgreSQL name their own schema and folder on the command line. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './src/store/tables.sqlite.ts',
  out: './migrations/sqlite',
})
