import { randomUUIDv7 } from 'node:crypto'
import { type ExportFilters, toldStatuses } from '../domain/export-filters.ts'
import { type ExportFormat, exportFormats } from '../domain/export-format.ts'
import { type Act, terminal } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import { importArticle, renewArticle } from './articles.ts'
import { makeCheckpoint } from './checkpoints.ts'
import { openExport } from './exports.ts'
import { heavyReads } from './heavy.ts'
import { demandText, type Incoming, readArticle, receive } from './incoming.ts'
import type { Desk } from './open.ts'
import { type RecheckOptions, recheck } from './recheck.ts'
import { searchLine } from './search/lines.ts'
import { keepArrived } from './snapshots.ts'
import type { Why } from './visiting.ts'

/**
 * What would be stored of a file or a page, storing nothing: no desk is opened for it.
 * @throws Refusal as `receive` does; `binary` where there is no text in it
 */
export async function readAlone(given: Incoming, fetchLoopback: boolean) {
  const heavy = heavyReads(':memory:')
  try {
    const now = () => new Date().toISOString()
    const fetching = { allowLoopback: fetchLoopback }
    return demandText(await receive({ heavy, now, fetching }, given))
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
  const { arrived, reading, there, changed } = await readArticle(desk, terminal, given)
  const { text, title, outlet, byline, date, language, url } = reading
  if (there) return { id: there, title, outcome: 'known' as const }
  const source = 'address' in given ? 'url' : 'terminal'
  const take = (act: Act) => keepArrived(desk, act, arrived, { way: source })
  if (changed) {
    await renewArticle(desk, terminal, changed.id, { text, source, take })
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
    take,
    details,
  })
  return { id, title, outcome: 'imported' as const }
}

/**
 * Fetches what articles and evidence stand on once more.
 * @throws Refusal as `recheck` does; the reason of its signal
 */
export const recheckFromTerminal = (desk: Desk, options: RecheckOptions) =>
  recheck(desk, terminal, options)

/** What the search box finds for a query. @throws Refusal as `searchLine` does */
export const searchFromTerminal = (desk: Desk, query: string, most: number) =>
  searchLine(desk, terminal, query, most)

/** The newest checkpoint, made now where something was decided since the last; null on an empty ledger. */
export const checkpointFromTerminal = (desk: Desk) => makeCheckpoint(desk, terminal)

/** What an export can be filtered by, and what each filter takes. All but the days can be repeated. */
export const exportFilters: Record<keyof ExportFilters, string> = {
  rating: 'by its name in exports, such as mostly_false',
  topic: 'of the claim',
  language: 'of the claim, such as it',
  article: 'where the claim appears, by its id',
  claimant: 'by their id; or outlet, unknown',
  status: toldStatuses.join(', '),
  from: 'the first day on which it was published, in UTC',
  until: 'the last day',
}

export { exportFormats }
export const isFormat = (text: string): text is ExportFormat =>
  exportFormats.some((one) => one === text)

/** What an export is asked for at a terminal: its form, and everything else as it was typed. */
export type TerminalExport = {
  format: ExportFormat
  asked: Record<string, string[]>
  home: string | null
}

/**
 * The public verdicts, now, as of a moment, or what changed since a cursor.
 * @throws Refusal as `openExport` does
 */
export const exportFromTerminal = (desk: Desk, asked: TerminalExport) =>
  openExport(desk, terminal, asked)

const [LINE, RETURN] = [10, 13]

/** How many lines of a document are no verdicts: its head, and its end. */
const AROUND: Record<ExportFormat, number> = { json: 2, ndjson: 0, csv: 1, jsonld: 2 }

/** A document of verdicts on its way, and how much of it has passed: each stands on a line of its own. */
export function measured(document: ReadableStream<Uint8Array>, format: ExportFormat) {
  let [bytes, lines, last] = [0, 0, 0]
  // Within a row of CSV a line may end too, but never so.
  const ends = (before: number | undefined) => format !== 'csv' || before === RETURN
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.length
      for (let at = chunk.indexOf(LINE); at >= 0; at = chunk.indexOf(LINE, at + 1)) {
        if (ends(at > 0 ? chunk[at - 1] : last)) lines++
      }
      last = chunk.at(-1) ?? last
      controller.enqueue(chunk)
    },
  })
  const size = () => ({ verdicts: lines - AROUND[format], bytes })
  return { stream: document.pipeThrough(counting), size }
}

/** Why a command was not carried out: a code, words for a terminal, and what is wrong field by field. */
export function problemOf(error: unknown) {
  const fields = error instanceof Refusal ? error.fields : {}
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed'
  return { code, message: why(error), fields }
}

/** The same of a visit that came to nothing, or to less than it might. */
export function problemIn({ code, values }: Why) {
  const said = Object.values(values).join(', ')
  return { code, message: [code, said].filter(Boolean).join('; ').replaceAll('_', ' ') }
}

function why(error: unknown): string {
  if (!(error instanceof Refusal)) return error instanceof Error ? error.message : String(error)
  const values = Object.values(error.values).join(', ')
  const fields = Object.entries(error.fields).map(([name, { code }]) => `${name}: ${code}`)
  return [error.code, values, ...fields].filter(Boolean).join('; ').replaceAll('_', ' ')
}
