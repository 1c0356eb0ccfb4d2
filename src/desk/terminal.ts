import { terminal } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import { decodeText } from '../ingest/decode.ts'
import { readText } from '../ingest/read.ts'
import { importArticle, readArticle } from './articles.ts'
import { exportVerdicts } from './exports.ts'
import type { Desk } from './open.ts'

/**
 * What would be stored of a text, storing nothing.
 * @param bytes of a text file, in UTF-8, UTF-16 or Windows-1252
 * @param today `YYYY-MM-DD`
 * @throws Refusal `invalid`, `too_large`, `binary`
 */
export const readBytes = (bytes: Uint8Array, today: string) =>
  readText(decodeText(bytes), { today })

/**
 * Keeps an article from a text file, with what the text says of itself.
 * @throws Refusal `invalid`, `too_large`, `binary`
 */
export async function importBytes(desk: Desk, bytes: Uint8Array) {
  const { reading } = await readArticle(desk, terminal, bytes)
  const { text, title, outlet, byline, date, language } = reading
  if (!title) throw new Refusal('invalid', { fields: { title: { code: 'required' } } })
  // A language that cannot be told from so little text: `und`, as ISO 639 has it.
  const details = { title, outlet, byline, date, language: language ?? 'und' }
  const kept = await importArticle(desk, terminal, {
    newId: desk.newId(),
    text,
    source: 'terminal',
    details: Object.fromEntries(
      Object.entries(details).map(([name, value]) => [name, value ?? '']),
    ),
  })
  return { ...kept, title }
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
