import { type PublicVerdict, publicVerdict } from '../interchange/verdict-export.ts'
import type { Told } from '../store/told.ts'

/** How many verdicts, or changes, a public page lists. */
export const PAGE = 20

/** A version as the public was last told of it, and when that was. */
export type ToldVersion = { told: PublicVerdict; at: string; seq: number }

export const versionOf = ({ body, at, seq }: Told): ToldVersion => ({
  told: publicVerdict.parse(JSON.parse(body)),
  at,
  seq,
})
