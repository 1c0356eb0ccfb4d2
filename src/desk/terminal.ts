import { randomUUIDv7 } from 'node:crypto'
import { terminal } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import { importArticle, renewArticle } from './articles.ts'
import { exportVerdicts } from './exports.ts'
import { heavyReads } from './heavy.ts'
import { type Incoming, readArticle, readIncoming } from './incoming.ts'
import type { Desk } from './open.ts'

/**
 * What would be stored of a file or a page, storing nothing: no desk is opened for it.
 * @throws Refusal as `readIncoming` does
 */
export async function readAlone(given: Incoming, fetchLoopback: boolean) {
  const heavy = heavyReads(':memory:')
  try {
    const now = () => new Date().toISOString()
    const { addresses: _, ...reading } = await readIncoming({ heavy, now, fetchLoopback }, given)
    return reading
  } finally {
    await heavy.close()
  }
}

/**
 * Keeps an article from a file or a page, with what it says of itself.
 * @returns its id and title, and what became of it
 * @throws Refusal as `readArticle` does; `invalid` where no title can be read
 */
export async function importFromTerminal(desk: Desk, given: Incoming) {
  const { reading, there, changed } = await readArticle(desk, terminal, given)
  const { text, title, outlet, byline, date, language, url } = reading
  if (there) return { id: there, title, outcome: 'known' as const }
  const source = 'address' in given ? 'url' : 'terminal'
  if (changed) {
    await renewArticle(desk, terminal, changed.id, { text, source })
    return { id: changed.id, title: changed.title, outcome: 'renewed' as const }
  }
  if (!title) throw new Refusal('invalid', { fields: { title: { code: 'required' } } })
  // A language that cannot be told from so little text: `und`, as ISO 639 has it.
  const known = { title, outlet, byline, date, language: language ?? 'und', url }
  const details = Object.fromEntries(
    Object.entries(known).map(([name, value]) => [name, value ?? '']),
  )
  const { id } = await importArticle(desk, terminal, {
    newId: randomUUIDv7(),
    text,
    source,
    details,
  })
  return { id, title, outcome: 'imported' as const }
}

/** Every public verdict, as a stream of UTF-8 bytes of one JSON document. */
export const exportFromTerminal = (desk: Desk) => exportVerdicts(desk, terminal)

/** Why a command was not carried out, in words for a terminal. */
export function why(error: unknown): string {
  if (!(error instanceof Refusal)) return error instanceof Error ? error.message : String(error)
  const values = Object.values(error.values).join(', ')
  const fields = Object.entries(error.fields).map(([name, { code }]) => `${name}: ${code}`)
  return [error.code, values, ...fields].filter(Boolean).join('; ').replaceAll('_', ' ')
}
