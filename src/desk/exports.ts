import {
  type Asked,
  type ExportFilters,
  readFilters,
  unnamedClaimants,
} from '../domain/export-filters.ts'
import { demand, type Member } from '../domain/member.ts'
import { readMoment } from '../domain/moment.ts'
import { together } from '../domain/parse.ts'
import { type FieldErrors, Refusal } from '../domain/refusal.ts'
import type { Store } from '../store/store.ts'
import { checkpointNow } from './checkpoints.ts'
import { type Choices, withChosen } from './exports/choices.ts'
import type { Preview } from './exports/document.ts'
import type { Desk } from './open.ts'

/** @throws Refusal `invalid` on each filter that names something that this desk does not know */
async function demandKnown(store: Store, filters: ExportFilters): Promise<void> {
  const { rating, article, claimant } = filters
  const recorded = claimant.filter((one) => !unnamedClaimants.some((kind) => kind === one))
  const known: Record<string, [asked: string[], found: { id: string }[]]> = {
    rating: [rating, rating.length ? await store.desks.scale() : []],
    article: [article, await store.articles.byIds(article)],
    claimant: [recorded, await store.claimants.byIds(recorded)],
  }
  const fields: FieldErrors = {}
  for (const [name, [asked, found]] of Object.entries(known)) {
    const ids = new Set(found.map(({ id }) => id))
    if (!asked.every((id) => ids.has(id))) fields[name] = { code: 'not_here' }
  }
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', { fields })
}

/** @throws Refusal `invalid` */
function momentIn(desk: Desk, asOf: Asked[string]): string | null {
  const [moment, ...more] = [asOf ?? []].flat()
  if (more.length > 0) {
    throw new Refusal('invalid', { fields: { asOf: { code: 'too_many', values: { max: 1 } } } })
  }
  return moment === undefined
    ? null
    : readMoment(moment, { timeZone: desk.timeZone, now: desk.now() })
}

async function read(desk: Desk, member: Member, { asOf, ...asked }: Asked) {
  demand(member, 'viewer')
  const moment = () => momentIn(desk, asOf)
  together(moment, () => readFilters(asked))
  const filters = readFilters(asked)
  await demandKnown(desk.store, filters)
  return { filters, asOf: moment(), generatedAt: desk.now() }
}

/**
 * The export, streamed off the main thread.
 * @param asked filters, and `asOf`, as they were asked for
 * @throws Refusal `forbidden`; `invalid` on each that is wrong, or names what is not on the desk
 */
export async function exportVerdicts(desk: Desk, member: Member, asked: Asked) {
  const document = await read(desk, member, asked)
  await checkpointNow(desk)
  return desk.heavy.run({ read: 'verdicts', ...document })
}

/**
 * How the document under these filters begins, how many verdicts it holds and how many bytes it has;
 * counted off the main thread.
 * @returns the filters and the moment, too, as they were read
 * @throws Refusal as `exportVerdicts` does
 */
export async function previewExport(desk: Desk, member: Member, asked: Asked, most: number) {
  const document = await read(desk, member, asked)
  await checkpointNow(desk)
  const stream = await desk.heavy.run({ read: 'preview', ...document, most })
  const preview: Preview = JSON.parse(await new Response(stream).text())
  return { filters: document.filters, asOf: document.asOf, preview }
}

/** How many topics, articles and claimants are offered at once. */
const OFFERED = 100

/**
 * What an export can be filtered by, and what is chosen already, whether it is among them or not.
 * @param asked filters as they were asked for, right or wrong
 * @throws Refusal `forbidden`
 */
export async function exportChoices(desk: Desk, member: Member, asked: Asked): Promise<Choices> {
  demand(member, 'viewer')
  const stream = await desk.heavy.run({ read: 'choices', most: OFFERED })
  const choices: Choices = JSON.parse(await new Response(stream).text())
  return withChosen(desk.store, choices, asked)
}
