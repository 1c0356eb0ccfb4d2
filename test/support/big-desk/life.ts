import { type Claim, setAsideReasons } from '../../../src/domain/claim.ts'
import type { Evidence } from '../../../src/domain/evidence.ts'
import { record } from '../../../src/domain/ledger.ts'
import type { Act, Member } from '../../../src/domain/member.ts'
import type { SearchRecord } from '../../../src/domain/search-record.ts'
import { type Move, moves } from '../../../src/domain/stage.ts'
import type { Verdict } from '../../../src/domain/verdict.ts'
import { evidenceOn, searchFor } from './grounds.ts'
import { opened, type Place } from './opening.ts'
import { type About, tellFirst, tellLater } from './telling.ts'
import * as version from './verdict.ts'
import type { Happening, World } from './world.ts'

/** How far claims get: so many of a hundred. */
const fates: Record<string, number> = {
  inbox: 38,
  set_aside: 8,
  checking: 12,
  in_review: 3,
  decided: 35,
  corrected: 3,
  withdrawn: 1,
}
const drawn = Object.entries(fates).flatMap(([fate, many]) => Array<string>(many).fill(fate))
const asideReasons = setAsideReasons.filter((reason) => reason !== 'duplicate')

/** A claim that is being worked on, and what its verdict stands on. */
type Work = {
  claim: Claim
  place: Place
  evidence: Evidence[]
  searches: SearchRecord[]
  holder: Member
  editor: Member
}

/** The claim goes on, and the work knows it as it is then. */
function moved(work: Work, verb: Move, by: Act, fields: Partial<Claim> = {}) {
  const { claim } = work
  const stage = moves[verb].to
  const after: Claim = { ...claim, stage, stageSince: by.at, ...fields }
  const change = record('claim', verb, by, claim, after, { claim: claim.id })
  work.claim = change.after
  return change
}

const aboutOf = (world: World, work: Work): About => ({
  claim: work.claim,
  appearances: [work.place],
  evidence: work.evidence,
  searches: work.searches,
  names: world.namesOf([work.holder, work.editor]),
})

function* checked(world: World, work: Work): Generator<Happening> {
  const { random } = world
  const { id: claim, language } = work.claim
  const begun = world.act(work.holder)
  yield { changes: [moved(work, 'take', begun, { assignee: work.holder.id })] }
  const sources = 1 + random.below(3)
  for (let number = 1; number <= sources; number++) {
    const added = evidenceOn(world, { claim, language, number }, world.act(work.holder))
    work.evidence.push(added.after)
    yield { changes: [added] }
  }
  if (random.below(2) === 0) return
  const searched = searchFor(world, { claim, language }, world.act(work.holder))
  work.searches.push(searched.after)
  yield { changes: [searched] }
}

/** A version is written, up to its proposal. @returns it as it is proposed */
function* written(world: World, work: Work, number: number): Generator<Happening, Verdict> {
  const { claim, evidence, place } = work
  const at = { number, sources: evidence.length, holdsOn: place.appearance.claimedOn }
  const draft = version.drafted(world, claim, at, world.act(work.holder))
  yield { changes: [draft] }
  let verdict = draft.after
  if (world.random.below(3) === 0) {
    const saved = version.saved(world, verdict, claim.language, world.act(work.holder))
    yield { changes: [saved] }
    verdict = saved.after
  }
  const by = world.act(work.holder)
  const proposed = version.proposed(verdict, by)
  yield { changes: [moved(work, 'propose', by), proposed] }
  return proposed.after
}

function* published(world: World, work: Work, proposed: Verdict) {
  const by = world.act(work.editor)
  const move = moved(work, 'publish', by)
  const told = tellFirst(version.published(work.claim, proposed, by), aboutOf(world, work))
  const { changes, told: publications } = told.happening
  yield { changes: [move, ...changes], told: publications }
  return told
}

type Told = ReturnType<typeof tellFirst>

/** The record is corrected: a second version takes the place of the first. */
function* corrected(world: World, work: Work, first: Told): Generator<Happening> {
  const reopens = world.act(work.holder)
  yield { changes: [moved(work, 'reopen', reopens, { assignee: work.holder.id })] }
  const proposed = yield* written(world, work, 2)
  const by = world.act(work.editor)
  const move = moved(work, 'publish', by)
  const old = tellLater(version.superseded(first.after, by), first.body).happening
  const reason = 'The first version gave another figure.'
  const publish = version.published(work.claim, proposed, by, reason)
  const fresh = tellFirst(publish, aboutOf(world, work)).happening
  yield { changes: [move, ...old.changes, ...fresh.changes], told: [...old.told, ...fresh.told] }
}

/** What happens to one claim, from its opening to as far as it gets, decision by decision. */
export function* lifeOf(world: World): Generator<Happening> {
  const { random, staff } = world
  const fate = random.oneOf(drawn)
  const [holder, editor] = [random.oneOf(staff.checkers), random.oneOf(staff.editors)]
  const { claim, place, happening } = opened(world, world.act(random.oneOf(staff.checkers)))
  yield happening
  const work: Work = { claim, place, evidence: [], searches: [], holder, editor }
  if (fate === 'inbox') return
  if (fate === 'set_aside') {
    const setAsideReason = random.oneOf(asideReasons)
    yield { changes: [moved(work, 'set_aside', world.act(holder), { setAsideReason })] }
    return
  }
  yield* checked(world, work)
  if (fate === 'checking') return
  const proposed = yield* written(world, work, 1)
  if (fate === 'in_review') return
  const told = yield* published(world, work, proposed)
  if (fate === 'corrected') yield* corrected(world, work, told)
  if (fate !== 'withdrawn') return
  yield tellLater(version.withdrawn(told.after, world.act(editor)), told.body).happening
}
