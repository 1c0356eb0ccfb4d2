import type { SealedEntry } from '../domain/ledger.ts'
import { has, type Member } from '../domain/member.ts'
import { decisions } from '../domain/story.ts'
import { maySee, veiled } from '../domain/veil.ts'
import type { Desk } from './open.ts'

/** What of some claims this member may not see: versions at work, and what was said of them. */
export type Hiding = {
  /** Ids of hidden versions, and of the readings of these. */
  hidden: Set<string>
  /** A life without them. */
  veil: (entries: SealedEntry[]) => SealedEntry[]
}

/** What is said on the way to the public is said among those who check. */
const inReview = new Set<string>(decisions.review)

/** @param claims by their ids */
export async function hidingOn({ store }: Desk, member: Member, claims: string[]): Promise<Hiding> {
  const [there, versions, readings] = await Promise.all([
    store.claims.byIds(claims),
    store.verdicts.of(claims),
    store.readings.of(claims),
  ])
  const assignees = new Map(there.map(({ id, assignee }) => [id, assignee]))
  const unseen = versions.filter((one) => {
    const assignee = assignees.get(one.claim) ?? null
    return !maySee(one, member, { assignee, readings })
  })
  const ids = new Set(unseen.map(({ id }) => id))
  const read = readings.filter(({ verdict }) => ids.has(verdict))
  const hidden = new Set([...ids, ...read.map(({ id }) => id)])
  /** Of one claim: another one's secrets silence nothing here. */
  const hiddenOf = (claim: string | null) =>
    new Set(unseen.flatMap((one) => (one.claim === claim ? one.id : [])))
  const isSilent = !has(member, 'checker')
  return {
    hidden,
    veil: (entries) =>
      entries
        .filter(({ subject }) => !hidden.has(subject))
        .flatMap((entry) => veiled([entry], hiddenOf(entry.claim), member))
        .map((entry) =>
          isSilent && inReview.has(entry.verb) ? { ...entry, comment: null } : entry,
        ),
  }
}
