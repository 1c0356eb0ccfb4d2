import type { Change, SealedEntry } from '../domain/ledger.ts'
import { publicStatuses } from '../domain/status.ts'
import { isVerdictChange, type Verdict } from '../domain/verdict.ts'
import {
  amend,
  bytesOf,
  publicAppearance,
  publicRationale,
  toPublic,
} from '../interchange/publication.ts'
import { type PublicVerdict, publicVerdict } from '../interchange/verdict-export.ts'
import type { Publication } from '../store/perform.ts'
import type { With } from '../store/save.ts'
import { sha256 } from '../store/seal.ts'
import { type Found, known } from './deciding.ts'
import type { Desk } from './open.ts'
import { placesOf } from './places.ts'
import { proofsOf } from './proofs.ts'

/** The public form of a version that is published now: everything as it stands. */
async function fresh(desk: Desk, { claim }: Found, verdict: Verdict): Promise<PublicVerdict> {
  const { store } = desk
  const [appearances, evidence, searches, contacts, scale, names] = await Promise.all([
    store.claims.appearances([claim.id]),
    store.claims.evidence([claim.id]),
    store.claims.searchRecords(claim.id),
    store.claims.contacts(claim.id),
    store.desks.scale(),
    store.people.names([verdict.author, ...(verdict.reviewer ? [verdict.reviewer] : [])]),
  ])
  const placed = await placesOf(desk, appearances)
  const proofs = await proofsOf(desk, evidence)
  const snapshots = await store.snapshots.byIds(evidence.flatMap(({ snapshot }) => snapshot ?? []))
  const reusedFrom = await firstTold(desk, verdict)
  const about = { evidence, proofs, snapshots, searches, contacts, names, reusedFrom }
  return toPublic({ claim, verdict, scale, appearances: placed, ...about })
}

/** The verdict that a version took over, as the public was told it. */
async function firstTold({ store }: Desk, { reusedFrom }: Verdict): Promise<PublicVerdict | null> {
  const body = reusedFrom && (await store.verdicts.lastPublication(reusedFrom))
  return body ? publicVerdict.parse(JSON.parse(body)) : null
}

/** A later word on a version the public knows; what it was told stays as it was told. */
async function later({ store }: Desk, verdict: Verdict): Promise<PublicVerdict> {
  const body = known(await store.verdicts.lastPublication(verdict.id))
  return amend(body, {
    status:
      verdict.status === 'withdrawn' || verdict.status === 'superseded'
        ? verdict.status
        : 'published',
    underCorrectionSince: verdict.underCorrectionSince,
    withdrawalReason: verdict.withdrawalReason,
  })
}

/**
 * The version that mends a typo: what the public was told, but for the words that were mended. Who
 * wrote it, who read it and why it replaced an earlier one are what they were; who mended it, and who
 * read that afterwards, is in the ledger.
 */
async function mended({ store }: Desk, old: Verdict, verdict: Verdict): Promise<PublicVerdict> {
  const body = known(await store.verdicts.lastPublication(old.id))
  const { correction } = publicVerdict.parse(JSON.parse(body))
  return amend(body, {
    id: verdict.id,
    version: verdict.number,
    status: 'published',
    underCorrectionSince: null,
    conclusion: verdict.conclusion,
    conclusionTranslations: { en: verdict.conclusionEn, it: verdict.conclusionIt },
    rationale: publicRationale(verdict.rationale),
    publishedAt: verdict.publishedAt ?? undefined,
    correction: { kind: 'typo', reason: correction?.reason ?? null },
  })
}

/**
 * A version that somebody confirmed for one more appearance, or for one that was told as not checked;
 * all else stays as it was told.
 */
async function confirmed(desk: Desk, verdict: Verdict): Promise<PublicVerdict> {
  const { store } = desk
  const body = known(await store.verdicts.lastPublication(verdict.id))
  const { appearances } = publicVerdict.parse(JSON.parse(body))
  const id = verdict.confirmed?.at(-1) ?? ''
  if (appearances.some((one) => one.id === id)) {
    const told = appearances.map((one) => (one.id === id ? { ...one, checked: true } : one))
    return amend(body, { appearances: told })
  }
  const found = known(await store.claims.appearance(id))
  const added = (await placesOf(desk, [found])).map((place) => publicAppearance(place, true))
  return amend(body, { appearances: [...appearances, ...added] })
}

/** What the desk decides on a public version for itself: the public is told nothing of it. */
const untold = new Set(['plan_recheck', 'stand_by'])

async function publicForm(desk: Desk, found: Found, verb: string, verdict: Verdict) {
  if (verb === 'publish') return fresh(desk, found, verdict)
  if (verb === 'confirm') return confirmed(desk, verdict)
  const old = found.standing.publicVerdict
  return verb === 'typo' && old ? mended(desk, old, verdict) : later(desk, verdict)
}

/**
 * Saves decisions on a claim. Each verdict version among them that the public knows, or now gets to
 * know, gets its public JSON: made once, kept, and its hash recorded in the entry.
 * @throws Refusal `conflict`
 */
export async function tell(
  desk: Desk,
  found: Found,
  changes: Change[],
  extra: With = {},
): Promise<SealedEntry[]> {
  const publications: Publication[] = []
  const recorded: Change[] = []
  for (const change of changes) {
    const isTold = isVerdictChange(change) && publicStatuses.includes(change.after.status)
    if (!isTold || untold.has(change.entry.verb)) {
      recorded.push(change)
      continue
    }
    const { after, entry } = change
    const body = bytesOf(await publicForm(desk, found, entry.verb, after))
    const hash = sha256(body)
    const was = change.before?.publication ?? null
    recorded.push({
      ...change,
      after: { ...after, publication: hash },
      entry: { ...entry, change: { ...entry.change, publication: [was, hash] } },
    })
    const { id: verdict, revision, claim, status } = after
    publications.push({ verdict, revision, claim, status, body, hash })
  }
  return desk.store.save(recorded, { ...extra, publications })
}
