import type { Kind, SealedEntry } from '../domain/ledger.ts'
import { has, type Member } from '../domain/member.ts'
import type { Asked } from '../domain/story.ts'
import type { Told } from '../store/stories.ts'
import { known } from './deciding.ts'
import { pageOf, tellActs, whichOf } from './history.ts'
import { callingOf } from './history-names.ts'
import { hidingOn } from './history-veil.ts'
import type { Desk } from './open.ts'

/** How many entries a page tells, and how many are looked at at once to find so many. */
const PAGE = 40
const LOOK = 200

/** How many verdicts under a name are named with it. */
const NAMED = 20

/** Who may come in, and who is told, is the admins' matter, and one's own. */
const guarded: readonly Kind[] = ['person', 'invitation', 'webhook']

/** What of a person's decisions a member may see: as many as fill a page, and one more. */
async function seen(desk: Desk, member: Member, told: Told, asked: Asked): Promise<SealedEntry[]> {
  const found: SealedEntry[] = []
  for (let before = asked.before; found.length <= PAGE; ) {
    const page = { hidden: [], before, limit: LOOK }
    const some = await desk.store.stories.list(told, whichOf(asked), page)
    const claims = [...new Set(some.flatMap(({ claim }) => claim ?? []))]
    const { veil } = await hidingOn(desk, member, claims)
    found.push(...veil(some))
    before = some.at(-1)?.seq ?? null
    if (some.length < LOOK || before === null) break
  }
  return found
}

/**
 * A person of the desk, with what they decided, newest first, as far as this member may see it. For an
 * admin, what stands under their name in public.
 * @throws Refusal `not_found`
 */
export async function readPerson(desk: Desk, member: Member, id: string, asked: Asked) {
  const { store } = desk
  const person = known(await store.people.find(id))
  const isAdmin = has(member, 'admin')
  const without = isAdmin || id === member.id ? [] : guarded
  const [identity, found, about] = await Promise.all([
    store.people.identity(id),
    seen(desk, member, { of: 'person', id, without }, { ...asked, who: null }),
    isAdmin ? store.people.toldUnder(id) : [],
  ])
  const { shown, older } = pageOf(found, PAGE)
  const acts = await tellActs(desk, member, shown)
  const entries = acts.flatMap((act) => act.entries)
  const named = await store.claims.byIds(about.slice(0, NAMED))
  return {
    person,
    name: identity?.name ?? null,
    email: isAdmin ? (identity?.email ?? null) : null,
    acts,
    older,
    /** Of each kind that there is on this page's like: what can be asked. */
    asked,
    toldUnder: { count: about.length, claims: named },
    calling: await callingOf(desk, entries, [id]),
  }
}
