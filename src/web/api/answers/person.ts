import { z } from '@hono/zod-openapi'

/** What people are called, by their id. */
export type Names = Record<string, string>

/** Somebody as the desk shows them; whoever is erased, and the desk itself, have no name. */
export const somebody = z
  .object({ id: z.string(), name: z.string().nullable() })
  .openapi('Somebody')

export const called = (names: Names, id: string) => ({ id, name: names[id] ?? null })

/** The same where there may be nobody. */
export const calledIf = (names: Names, id: string | null) =>
  id === null ? null : called(names, id)
