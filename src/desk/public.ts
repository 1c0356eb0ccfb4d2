import type { ChangeKind, ChangesAsked, PublicList, ToldPlace } from '../domain/public-list.ts'
import { publicStatuses } from '../domain/status.ts'
import { type PublicVerdict, publicVerdict } from '../interchange/verdict-export.ts'
import { type Term, termsOf } from '../matching/query.ts'
import { stemsOf } from '../matching/stems.ts'
import type { Corrected, Told } from '../store/told.ts'
import { known } from './deciding.ts'
import type { Desk } from './open.ts'

/** How many verdicts a public page lists. */
const PAGE = 20
/** How many of them a search reads before it leaves the rest to the next page. */
const MOST_READ = 100

/** Searches are understood in these, whatever the claims are written in. */
const spoken = ['it', 'en']

/** A version as the public was last told of it, and when that was. */
export type ToldVersion = { told: PublicVerdict; at: string; seq: number }

const versionOf = ({ body, at, seq }: Told): ToldVersion => ({
  told: publicVerdict.parse(JSON.parse(body)),
  at,
  seq,
})

/** When what stands on every public page was last decided: the desk's name, its words, its scale. */
export const settledAt = ({ store }: Desk): Promise<string | null> =>
  store.ledger.lastAt(['desk', 'rating'])

/** The scale, retired ratings too: what was told keeps its words, and its shape is drawn from here. */
export const shapesOf = ({ store }: Desk) => store.desks.scale()

/** The last moment at which the public was told something of these. */
export const lastTold = (versions: ToldVersion[]): string | null =>
  versions
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? null

/** Of what was told, what is searched. */
const searched = publicVerdict.pick({ claim: true, conclusion: true, conclusionTranslations: true })

/** Whether what was told says all that is searched for, in its statement or in its conclusion. */
function says({ body }: Told, terms: Term[]): boolean {
  if (terms.length === 0) return true
  const { claim, conclusion, conclusionTranslations: put } = searched.parse(JSON.parse(body))
  const texts: [text: string | null, language: string][] = [
    [claim.statement, claim.language],
    [claim.translations.en, 'en'],
    [claim.translations.it, 'it'],
    [conclusion, claim.language],
    [put.en, 'en'],
    [put.it, 'it'],
  ]
  const said = texts.flatMap(([text, language]) => (text ? stemsOf(text, language) : []))
  return terms.every(({ stems, beginning }) =>
    said.some((stem) => stems.includes(stem) || (beginning && stem.startsWith(beginning))),
  )
}

/**
 * A page of what is published, newest first. What is searched for is looked for in what the public
 * was told, not in what the desk has made of the claim since.
 * @param after the last verdict of the page before
 * @returns `next` from where it goes on, if it does; `wordless` where a search holds no word that says
 *   anything: it finds everything
 */
export async function listTold(
  { store }: Desk,
  { q, rating }: PublicList,
  after: ToldPlace | null,
) {
  const terms = termsOf(q, spoken)
  const found: ToldVersion[] = []
  let next = after
  for (let read = 0; read < MOST_READ && found.length < PAGE; read += PAGE) {
    // One more than a page holds shows whether there is another.
    const some = await store.told.list({ rating, terms, after: next, limit: PAGE + 1 })
    const told = await store.told.last(some.map(({ id }) => id))
    for (const place of some.slice(0, PAGE)) {
      if (found.length === PAGE) break
      const version = told.find(({ verdict }) => verdict === place.id)
      if (version && says(version, terms)) found.push(versionOf(version))
      next = place
    }
    if (some.length <= PAGE && next?.id === some.at(-1)?.id) next = null
    if (next === null || some.length === 0) break
  }
  return { found, next, wordless: q !== '' && terms.length === 0 }
}

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

/**
 * What is public on a claim; where nothing is any more, what was withdrawn last.
 * @param address any that it ever had
 * @throws Refusal `not_found` where the public was told nothing there
 */
export async function readTold(desk: Desk, address: string): Promise<ToldClaim> {
  const claim = known(await desk.store.told.claimAt(address))
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
  const kind = verb === 'withdraw' ? 'withdrawal' : told?.correction?.kind
  if (!told || !present || !kind) return []
  const before = kind === 'withdrawal' ? null : (versions[index - 1]?.told ?? null)
  return [{ seq, at, hash, kind, told, before, present }]
}
