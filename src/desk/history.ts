import type { Kind, SealedEntry } from '../domain/ledger.ts'
import type { Member } from '../domain/member.ts'
import { restoredBy } from '../domain/restoring.ts'
import { type Asked, decisions } from '../domain/story.ts'
import type { Told, Which } from '../store/stories.ts'
import { known } from './deciding.ts'
import { callingOf } from './history-names.ts'
import { hidingOn } from './history-veil.ts'
import { differing, type ToldChange, toldChanges } from './history-words.ts'
import type { Desk } from './open.ts'

/** How many entries a page of a history tells. */
const PAGE = 40

/** A decision as it is told. */
export type ToldEntry = Pick<
  SealedEntry,
  'seq' | 'at' | 'actor' | 'kind' | 'verb' | 'subject' | 'claim' | 'revision' | 'comment' | 'change'
> & {
  told: ToldChange[]
  /** Of a burst of saves: how many there were, and when it began. */
  saves: number
  since: string | null
  /** The revision that was restored. */
  restored: number | null
}

/** What one person did at one moment: often one decision, sometimes several that belong together. */
export type ToldAct = { at: string; actor: string; entries: ToldEntry[] }

/** What has a history of its own. */
export type Storied = Exclude<Told['of'], 'person'>

/** Saves of a draft, one upon the other, as the one change that they made together. */
async function gathered({ store }: Desk, entry: SealedEntry) {
  const single = { change: entry.change, saves: 1, since: null }
  if (entry.verb !== 'draft') return single
  const { kind, subject, revision } = entry
  const began = await store.stories.burstBegan(entry)
  if (began === revision - 1) return single
  const change: SealedEntry['change'] = {}
  let since: string | null = null
  for await (const one of store.stories.life(kind, subject, began + 1, revision)) {
    since ??= one.at
    for (const [field, [was, now]] of Object.entries(one.change)) {
      const first = change[field]
      change[field] = [first ? first[0] : was, now]
    }
  }
  const changed = Object.entries(change).filter(
    ([, [was, now]]) => JSON.stringify(was) !== JSON.stringify(now),
  )
  return { change: Object.fromEntries(changed), saves: revision - began, since }
}

/** Entries as they are told, and in acts. */
export async function tellActs(
  desk: Desk,
  member: Member,
  entries: SealedEntry[],
): Promise<ToldAct[]> {
  const differ = differing(desk)
  const acts: ToldAct[] = []
  for (const entry of entries) {
    const { seq, at, actor, kind, verb, subject, claim, revision, comment } = entry
    const { change, saves, since } = await gathered(desk, entry)
    const told = await toldChanges(desk, member, { kind, change }, differ)
    const again = restoredBy(entry)
    const about = { seq, at, actor, kind, verb, subject, claim, revision, change }
    const one: ToldEntry = {
      ...about,
      told,
      saves,
      since,
      restored: again?.revision ?? null,
      comment: again ? again.why : comment,
    }
    const last = acts.at(-1)
    // Within an act things go in their order: first the decision, then what it brought.
    if (last?.at === at && last.actor === actor) last.entries.unshift(one)
    else acts.push({ at, actor, entries: [one] })
  }
  return acts
}

/** What is asked, as the store is asked for it. */
export const whichOf = ({ who, what, how }: Asked): Which => ({
  who,
  kinds: what && [what],
  verbs: how && decisions[how],
})

/** A page's entries, and the place where the next one begins: what belongs to one act stays together. */
export function pageOf(found: SealedEntry[], limit: number) {
  if (found.length <= limit) return { shown: found, older: null }
  const next = found[limit]
  const shown = found.slice(0, limit)
  const isTorn = (one: SealedEntry) => one.at === next?.at && one.actor === next.actor
  const whole = shown.slice(0, 1 + shown.findLastIndex((one) => !isTorn(one)))
  const page = whole.length > 0 ? whole : shown
  return { shown: page, older: page.at(-1)?.seq ?? null }
}

/**
 * What has a history, with what its pages say of it.
 * @throws Refusal `not_found`, also for a version that this member may not see
 */
export async function findStoried(desk: Desk, member: Member, of: Storied, id: string) {
  const { store } = desk
  if (of === 'article') {
    const article = known(await store.articles.find(id))
    const { title, language } = article
    return { of, subject: article, claim: null, title, language, number: null }
  }
  const found = {
    claim: () => store.claims.find(id),
    evidence: () => store.claims.evidenceById(id),
    verdict: () => store.verdicts.find(id),
  }
  const subject = known(await found[of]())
  const claim = 'claim' in subject ? known(await store.claims.find(subject.claim)) : subject
  const { hidden } = await hidingOn(desk, member, [claim.id])
  if (hidden.has(id)) known(null)
  const number = 'number' in subject ? subject.number : null
  const { statement: title, language } = claim
  return { of, subject, claim, title, language, number }
}

/**
 * The life of a claim with its parts, or of one article, piece of evidence or verdict version, newest
 * first, as far as this member may see it.
 * @throws Refusal `not_found`
 */
export async function readHistory(
  desk: Desk,
  member: Member,
  { of, id }: { of: Storied; id: string },
  asked: Asked,
) {
  const { stories } = desk.store
  const storied = await findStoried(desk, member, of, id)
  const { hidden, veil } = await hidingOn(desk, member, storied.claim ? [storied.claim.id] : [])
  const secrets = [...hidden]
  const [found, there] = await Promise.all([
    stories.list({ of, id }, whichOf(asked), {
      hidden: secrets,
      before: asked.before,
      limit: PAGE + 1,
    }),
    stories.about({ of, id }, secrets),
  ])
  const { shown, older } = pageOf(found, PAGE)
  const acts = await tellActs(desk, member, veil(shown))
  const actors = [...new Set(there.map(({ actor }) => actor))]
  const entries = acts.flatMap((act) => act.entries)
  return {
    ...storied,
    acts,
    older,
    actors,
    kinds: [...new Set(there.map(({ kind }): Kind => kind))],
    calling: await callingOf(desk, entries, actors),
  }
}
