import type { Import, ImportProgress, LabelMet } from '../../domain/import.ts'
import { labelKeyOf } from '../../domain/label.ts'
import { demand, type Member } from '../../domain/member.ts'
import type { Cursor } from '../../store/articles.ts'
import { known } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { suggestedFor } from './suggestions.ts'

const PAGE = 50
const HISTORY = 50
const REFUSED = 50

/** What was written this long ago is written no more: whoever wrote it was ended. */
const SILENT_MS = 30_000

/** How an import goes on. */
export type Standing = {
  progress: ImportProgress | null
  /** Whether it is being read, here or by another process; what was killed is not. */
  isAlive: boolean
  /** Pages of a sitemap; 0 for anything else. */
  pages: number
}

async function standingOf(desk: Desk, one: Import): Promise<Standing> {
  const { imports } = desk.store
  const found = await imports.progress(one.id)
  // Of the dry run, until the first of it is brought in.
  const progress = one.startedAt && found?.phase !== 'run' ? null : found
  const isOpen = one.status === 'looking' || one.status === 'running'
  const isOurs = desk.imports.current?.id === one.id
  const silent = progress ? Math.abs(Date.parse(desk.now()) - Date.parse(progress.at)) : Infinity
  const pages = one.format === 'sitemap' ? await imports.countPages(one.id) : 0
  return { progress, isAlive: isOpen && (isOurs || silent < SILENT_MS), pages }
}

/** A page of the imports, the newest first, with who brought each in. @throws Refusal `forbidden` */
export async function listImports(desk: Desk, member: Member, after: Cursor | null) {
  demand(member, 'viewer')
  const found = await desk.store.imports.list(after, PAGE + 1)
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  const rows = await Promise.all(
    shown.map(async (one) => ({ import: one, ...(await standingOf(desk, one)) })),
  )
  const more = found.length > PAGE && last ? { at: last.receivedAt, id: last.id } : null
  return { rows, more }
}

/** An import, how it stands, what was decided on it, and the first of what it refused. */
export async function readImport(desk: Desk, member: Member, id: string, after = 0) {
  demand(member, 'viewer')
  const { imports, ledger, people } = desk.store
  const one = known(await imports.find(id))
  const [standing, history, refused] = await Promise.all([
    standingOf(desk, one),
    ledger.ofSubject('import', id, HISTORY),
    imports.refused(id, after, REFUSED + 1),
  ])
  const met = one.status === 'looked' ? (standing.progress?.labels ?? []) : []
  const labels = await unmapped(desk, met)
  const names = await people.names([...new Set(history.map(({ actor }) => actor))])
  const shown = refused.slice(0, REFUSED)
  const next = refused.length > REFUSED ? (shown.at(-1)?.number ?? null) : null
  return { import: one, ...standing, history, names, refused: shown, next, ...labels }
}

/** Which of these labels nobody has mapped, with what each might amount to; the most frequent first. */
async function unmapped({ store }: Desk, met: LabelMet[]) {
  const scale = await store.desks.scale()
  const decided = await store.labels.of([...new Set(met.map(({ publisher }) => publisher))])
  const open = met.filter(
    ({ publisher, label }) =>
      !decided.some(
        (one) =>
          one.publisher === publisher &&
          one.labelKey === labelKeyOf(label) &&
          one.meaning !== 'open',
      ),
  )
  const labels = open
    .map((one) => ({ ...one, suggested: suggestedFor(one.label, scale) }))
    .toSorted((a, b) => b.records - a.records)
  return { labels, scale }
}

const EACH = 1000

/** A field of a table: what begins like a formula stays a text wherever it is opened. */
function cell(value: string | number | null): string {
  const text = String(value ?? '')
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const COLUMNS = ['line', 'kept', 'reason', 'field', 'excerpt'] as const

/**
 * All that an import refused, as a table for spreadsheets (RFC 4180).
 * @throws Refusal `forbidden`, `not_found`
 */
export async function* refusedTable(desk: Desk, member: Member, id: string) {
  demand(member, 'viewer')
  const { imports } = desk.store
  known(await imports.find(id))
  yield `${COLUMNS.join(',')}\r\n`
  for (let after = 0; ; ) {
    const rows = await imports.refused(id, after, EACH)
    for (const { line, kept, code, field, excerpt } of rows) {
      const cells = [line, kept ? 'yes' : 'no', code, field, excerpt]
      yield `${cells.map(cell).join(',')}\r\n`
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.number
  }
}
