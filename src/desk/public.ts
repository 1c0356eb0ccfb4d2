import type { ChangeKind, ChangesAsked } from '../domain/public-list.ts'
import { publicStatuses } from '../domain/status.ts'
import type { PublicVerdict } from '../interchange/verdict-export.ts'
import type { Corrected } from '../store/told.ts'
import { known } from './deciding.ts'
import type { Desk } from './open.ts'
import { PAGE, type ToldVersion, versionOf } from './told-version.ts'

/** When what stands on every public page was last decided: the desk's name, its words, its scale. */
export const settledAt = ({ store }: Desk): Promise<string | null> =>
  store.ledger.lastAt(['desk', 'rating'])

/** The scale, retired ratings too: what was told keeps its words, and its shape is drawn from here. */
export const shapesOf = ({ store }: Desk) => store.desks.scale()

/**
 * When the public was last told anything. A list changes with that: what stands in it does not tell when
 * something else was taken from it.
 */
export const lastWord = ({ store }: Desk): Promise<string | null> => store.told.lastAt()

/** The last moment at which the public was told something of these. */
export const lastTold = (versions: ToldVersion[]): string | null =>
  versions
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? null

/** What the public was told on a claim: every version of it, oldest first, and the one that stands now. */
export type ToldClaim = { present: ToldVersion; versions: ToldVersion[] }

/** What the public was told on each of these claims, oldest first. */
async function versionsOn({ store }: Desk, claims: string[]): Promise<Map<string, ToldVersion[]>> {
  const rows = await store.verdicts.of(claims)
  const ever = rows.filter(({ status }) => publicStatuses.includes(status))
  const told = (await store.told.last(ever.map(({ id }) => id))).map(versionOf)
  told.sort((a, b) => a.told.version - b.told.version)
  return Map.groupBy(told, (one) => one.told.claimId)
}

const presentOf = (versions: ToldVersion[]): ToldVersion | null =>
  versions.findLast(({ told }) => told.status === 'published') ?? versions.at(-1) ?? null

/** Whether a verdict can ever have had this address: a slug, or the id of a claim. */
const isAddress = (text: string): boolean => /^[a-z\d-]{1,100}$/.test(text)

/**
 * What is public on a claim; where nothing is any more, what was withdrawn last.
 * @param address any that it ever had
 * @throws Refusal `not_found` where the public was told nothing there
 */
export async function readTold(desk: Desk, address: string): Promise<ToldClaim> {
  const claim = known(isAddress(address) ? await desk.store.told.claimAt(address) : null)
  const versions = (await versionsOn(desk, [claim])).get(claim) ?? []
  return { present: known(presentOf(versions)), versions }
}

/** A change in what the public was told: what was told before, what is told since, and what stands now. */
export type ToldChange = {
  seq: number
  at: string
  /** SHA-256 of the entry in the ledger. */
  hash: string
  kind: ChangeKind
  told: PublicVerdict
  before: PublicVerdict | null
  present: PublicVerdict
}

/**
 * A page of what was corrected, updated, clarified, mended or withdrawn, newest first.
 * @returns `next`: the place before which it goes on, if it does
 */
export async function listChanges(desk: Desk, { kind, before }: ChangesAsked) {
  const rows = await desk.store.told.corrected({ kind, before, limit: PAGE + 1 })
  const page = rows.slice(0, PAGE)
  const on = await versionsOn(desk, [...new Set(page.map(({ claim }) => claim))])
  const changes = page.flatMap((row) => changeOf(row, on.get(row.claim) ?? []))
  return { changes, next: rows.length > PAGE ? (page.at(-1)?.seq ?? null) : null }
}

function changeOf(row: Corrected, versions: ToldVersion[]): ToldChange[] {
  const { seq, at, hash, verb, verdict } = row
  const index = versions.findIndex(({ told }) => told.id === verdict)
  const told = versions[index]?.told
  const present = presentOf(versions)?.told
  const isMoved = verb === 'move_in'
  const isTaken = verb === 'withdraw' || (isMoved && row.status === 'withdrawn')
  const kind = isTaken ? 'withdrawal' : told?.correction?.kind
  if (!told || !present || !kind) return []
  const before = kind === 'withdrawal' ? null : (versions[index - 1]?.told ?? null)
  // What another desk told was told when it says so; when it was withdrawn, nobody says.
  const since = isMoved && !isTaken ? told.publishedAt : at
  return [{ seq, at: since, hash, kind, told, before, present }]
}
