import { z } from 'zod'
import { locate } from '../domain/anchor.ts'
import { type Drift, isOpen, letStand, placeDrift } from '../domain/drift.ts'
import { type Excerpt, excerptAt, excerptPlace } from '../domain/excerpt.ts'
import { type Act, demand, type Member } from '../domain/member.ts'
import { optional, parse } from '../domain/parse.ts'
import { passageAt } from '../domain/passage.ts'
import { placeAppearance, placeQuote } from '../domain/placing.ts'
import { Refusal } from '../domain/refusal.ts'
import { unsettle } from '../domain/review.ts'
import type { Cursor } from '../store/articles.ts'
import { differenceBetween, unlessTooHeavy } from './comparing.ts'
import type { Read } from './deciding.ts'
import { actOf, demandRevision, findClaim, guarding, known, sentTwice } from './deciding.ts'
import { asItWas } from './drift-past.ts'
import { foundIn, type Sides, sidesOf } from './drift-sides.ts'
import type { Desk } from './open.ts'
import { tell } from './telling.ts'
import { type Run, wordDifference } from './word-difference.ts'

const PAGE = 50
const HISTORY = 50

/** What a list of tasks needs of each: the claim, and what the words are of. */
async function rowsOf(desk: Desk, drifts: Drift[]) {
  const { store } = desk
  const ids = (kind: Drift['aboutKind']) =>
    drifts.flatMap((one) => (one.aboutKind === kind ? one.about : []))
  const [claims, appearances, evidence] = await Promise.all([
    store.claims.byIds([...new Set(drifts.map(({ claim }) => claim))]),
    Promise.all(ids('appearance').map((id) => store.claims.appearance(id))),
    Promise.all(ids('evidence').map((id) => store.claims.evidenceById(id))),
  ])
  const articles = await store.articles.byIds([
    ...new Set(appearances.flatMap((one) => one?.article ?? [])),
  ])
  const rows = drifts.map(async (drift) => {
    const claim = claims.find(({ id }) => id === drift.claim)
    const appearance = appearances.find((one) => one?.id === drift.about)
    const article = articles.find(({ id }) => id === appearance?.article)
    const cited = evidence.find((one) => one?.id === drift.about)
    const now = appearance ?? cited
    const was = now && (await asItWas(desk, drift, { quote: now.quote }))
    const of = article?.title ?? cited?.title ?? ''
    const language = article?.language ?? cited?.quoteLanguage ?? null
    return claim ? [{ drift, claim, words: was?.quote ?? '', of, language }] : []
  })
  return (await Promise.all(rows)).flat()
}

/** The tasks: those that are open, longest first; or those that were settled, the last one first. */
export async function listDrifts(desk: Desk, state: 'open' | 'settled', after: Cursor | null) {
  const { drifts } = desk.store
  const [found, open] = await Promise.all([drifts[state](after, PAGE + 1), drifts.countOpen()])
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  const at = state === 'open' ? last?.openedAt : last?.settledAt
  const more = found.length > PAGE && last && at ? { at, id: last.id } : null
  return { rows: await rowsOf(desk, shown), more, open }
}

/** How many tasks are open; shown in the header. */
export const countDrifts = ({ store }: Desk): Promise<number> => store.drifts.countOpen()

/** What the source says now of the words of a task, and where they may be meant. */
async function presentOf(desk: Desk, sides: Sides) {
  const { excerpt, before, now } = sides
  const found = await unlessTooHeavy(foundIn(desk, sides))
  if (!found || !excerpt || !before || !now) return { places: [], difference: null }
  const at = 'places' in found ? found.places : 'start' in found ? [found] : []
  const places = at.map((place) => {
    const passage = passageAt(now.text, place)
    const runs: Run[] = wordDifference(excerpt.quote, passage.words)
    return { ...passage, runs }
  })
  return { places, difference: await differenceBetween(desk, before.text, now.text) }
}

/**
 * A task with the words as they were, and what stands at their source now.
 * @throws Refusal `not_found`
 */
export async function readDrift(desk: Desk, id: string) {
  const { store } = desk
  const drift = known(await store.drifts.find(id))
  const [{ claim }, sides, history, source] = await Promise.all([
    findClaim(desk, drift.claim),
    sidesOf(desk, drift),
    store.ledger.ofSubject('drift', id, HISTORY),
    drift.source ? store.sources.find(drift.source) : null,
  ])
  const { about, excerpt, language, before, now } = sides
  const present = isOpen(drift) ? await presentOf(desk, sides) : { places: [], difference: null }
  const names = await store.people.names([...new Set(history.map(({ actor }) => actor))])
  const sideOf = (side: typeof now) => side && { id: side.id, at: side.at }
  return {
    ...{ drift, claim, about, excerpt, language, source, history, names },
    ...{ before: sideOf(before), now: sideOf(now) },
    ...present,
  }
}

/** A task as it was read; null where this very form was carried out before. */
async function taskOf(desk: Desk, member: Member, read: Read, verb: string): Promise<Drift | null> {
  demand(member, 'checker')
  const drift = known(await desk.store.drifts.find(read.id))
  const again = { revision: read.revision, verbs: [verb], member }
  if (await sentTwice(desk, 'drift', drift, again)) return null
  if (isOpen(drift)) demandRevision(drift, read.revision)
  return drift
}

/**
 * What was kept before the source changed stands as the proof of the words.
 * @throws Refusal `not_found`, `conflict`, and as `letStand` does
 */
export async function letWordsStand(desk: Desk, member: Member, read: Read, input: unknown) {
  const drift = await taskOf(desk, member, read, 'stand')
  if (drift) await desk.store.save([letStand(drift, input, actOf(desk, member))])
}

/** Where the words of a task stand now: a place, or words copied from the newer text. */
export const placingInput = z.object({ place: optional(40), words: optional(5000) })

/** @throws Refusal `invalid` on `place` or `words` */
function excerptIn(text: string, input: unknown): Excerpt {
  const { place, words } = parse(placingInput, input)
  if (words) {
    const found = locate(text, words)
    if (found.status === 'exact') return excerptAt(text, found.start, found.end)
    const code = found.status === 'ambiguous' ? 'several_places' : 'words_not_there'
    throw new Refusal('invalid', { fields: { words: { code } } })
  }
  const [start, end, ...more] = (place ?? '').split('-')
  const read = excerptPlace.safeParse({ start, end })
  if (more.length === 0 && read.success) return excerptAt(text, read.data.start, read.data.end)
  throw new Refusal('invalid', { fields: { words: { code: 'required' } } })
}

/** The words of an appearance or of evidence are these ones from now on. */
function placed({ about, now }: Sides, excerpt: Excerpt, act: Act) {
  if (!now) throw new Refusal('not_found')
  return about.kind === 'appearance'
    ? placeAppearance(about.appearance, now.id, excerpt, act)
    : placeQuote(about.evidence, now.id, excerpt, act)
}

/**
 * Gives the words of a task a place in what stands at their source now. A proposal that is being read
 * goes back to `checking`.
 * @param input `place`, the code points of one (`120-160`); or `words`, copied from the newer text
 * @throws Refusal `forbidden`, `not_found`, `conflict`, `wrong_status`; `wrong_stage` where the claim is
 *   decided or set aside; `invalid` where these words are not there, or more than once
 */
export async function placeWords(desk: Desk, member: Member, read: Read, input: unknown) {
  const drift = await taskOf(desk, member, read, 'place')
  if (!drift) return
  const act = actOf(desk, member)
  const settled = placeDrift(drift, input, act)
  const sides = await sidesOf(desk, drift)
  const found = await findClaim(desk, drift.claim)
  const unsettled = unsettle(found.claim, found.standing, act)
  const change = placed(sides, excerptIn(sides.now?.text ?? '', input), act)
  const changes = [...unsettled, change, settled]
  await tell(desk, found, changes, guarding(found, changes))
}
