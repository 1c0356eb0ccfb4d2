import type { Change } from '../domain/ledger.ts'
import { type Act, demand, has, type Member } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  bringBackTip,
  dismissTip,
  eraseLetter,
  type Letter,
  type Tip,
  takeTip,
} from '../domain/tip.ts'
import { openClaim } from '../domain/work.ts'
import type { Cursor } from '../store/articles.ts'
import type { LetterWrite } from '../store/tips.ts'
import { actOf, demandRevision, once, type Read, sameClaim, sentTwice } from './deciding.ts'
import { findLetter, letterToOpen } from './letters.ts'
import type { Desk } from './open.ts'

const PAGE = 50
const HISTORY = 50

/** A page of the letters that stand so, the newest first. @throws Refusal `forbidden` */
export async function listTips(
  { store }: Desk,
  member: Member,
  status: Tip['status'],
  after: Cursor | null,
) {
  demand(member, 'checker')
  const [found, fresh] = await Promise.all([
    store.tips.list(status, after, PAGE + 1),
    store.tips.countNew(),
  ])
  const shown = found.slice(0, PAGE)
  const claims = await store.claims.byIds([...new Set(shown.flatMap(({ tip }) => tip.claim ?? []))])
  const last = shown.at(-1)?.tip
  return {
    rows: shown.map((row) => ({
      ...row,
      claim: claims.find(({ id }) => id === row.tip.claim) ?? null,
    })),
    more: found.length > PAGE && last ? { at: last.receivedAt, id: last.id } : null,
    fresh,
  }
}

/** How many letters a claim's page leads to. */
const SHOWN = 5

/** The newest letters that say a claim's verdict is wrong, and wait; none for whoever is no checker. */
export const lettersOn = async ({ store }: Desk, member: Member, claim: string): Promise<Tip[]> =>
  has(member, 'checker') ? store.tips.waitingOn(claim, SHOWN) : []

/** How many letters wait; shown in the header. */
export const countTips = ({ store }: Desk): Promise<number> => store.tips.countNew()

/** A letter, what was decided on it, and the claim it belongs to. @throws Refusal `forbidden`, `not_found` */
export async function readTip(desk: Desk, member: Member, id: string) {
  demand(member, 'checker')
  const { store } = desk
  const { tip, letter } = await findLetter(desk, id)
  const [claim, history] = await Promise.all([
    tip.claim ? store.claims.find(tip.claim) : null,
    store.ledger.ofSubject('tip', id, HISTORY),
  ])
  const names = await store.people.names([...new Set(history.map(({ actor }) => actor))])
  return { tip, letter, claim, history, names }
}

/** How a reader can be reached is forgotten once their letter is dealt with, unless that is asked for. */
const forgetting = ({ id }: Tip, letter: Letter | null, input: unknown): LetterWrite[] => {
  const keeps = typeof input === 'object' && input && Reflect.get(input, 'keepContact') === 'yes'
  return letter?.contact && !keeps ? [{ forget: 'contact', tip: id }] : []
}

type Decide = (tip: Tip, letter: Letter | null, input: unknown, act: Act) => Change
type Found = { tip: Tip; letter: Letter | null }

/** A decision on a letter as it was read, and what becomes of its words. */
const decision =
  (verb: string, decide: Decide, words: (found: Found, input: unknown) => LetterWrite[]) =>
  async (desk: Desk, member: Member, read: Read, input: unknown = {}): Promise<void> => {
    demand(member, 'checker')
    const found = await findLetter(desk, read.id)
    const { tip, letter } = found
    if (await sentTwice(desk, 'tip', tip, { revision: read.revision, verbs: [verb], member }))
      return
    demandRevision(tip, read.revision)
    const change = decide(tip, letter, input, actOf(desk, member))
    await desk.store.save([change], { letters: words(found, input) })
  }

const forgetContact = ({ tip, letter }: Found, input: unknown) => forgetting(tip, letter, input)

/** @throws Refusal as `dismissTip` does; `not_found`, `conflict` */
export const dismiss = decision(
  'dismiss',
  (tip, _, input, act) => dismissTip(tip, input, act),
  forgetContact,
)

/** @throws Refusal as `bringBackTip` does; `not_found`, `conflict` */
export const bringBackLetter = decision(
  'bring_back',
  (tip, letter, _, act) => bringBackTip(tip, letter, act),
  () => [],
)

/** @throws Refusal as `eraseLetter` does; `not_found`, `conflict` */
export const erase = decision(
  'erase',
  (tip, letter, _, act) => eraseLetter(tip, letter, act),
  ({ tip }) => [{ forget: 'everything', tip: tip.id }],
)

const taken = decision('take', (tip, _, input, act) => takeTip(tip, input, act), forgetContact)

/**
 * Says that a letter is seen to: the error was looked into, or what is to be checked is this claim.
 * @param claim the id of that claim
 * @throws Refusal as `takeTip` does; `not_found`, `conflict`; `invalid` where there is no such claim
 */
export async function take(
  desk: Desk,
  member: Member,
  read: Read,
  claim: string,
  input: { comment?: unknown; keepContact?: unknown },
): Promise<void> {
  const { tip } = await findLetter(desk, read.id)
  await taken(desk, member, read, { ...input, claim: await there(desk, tip, claim) })
}

/** @throws Refusal `invalid` where a claim is named that is not on this desk */
async function there({ store }: Desk, tip: Tip, claim: string): Promise<string> {
  if (tip.about === 'error' || !claim) return ''
  const [found] = await store.claims.byIds([claim])
  if (!found) throw new Refusal('invalid', { fields: { claim: { code: 'not_here' } } })
  return found.id
}

/**
 * Opens a claim from what a reader sent in, and takes the letter with it: both or neither.
 * @param id of the claim, from its form
 * @throws Refusal as `openClaim` and `takeTip` do; `not_found`, `conflict`
 */
export async function openFromLetter(
  desk: Desk,
  member: Member,
  id: string,
  read: Read,
  input: Record<string, unknown>,
): Promise<void> {
  const { store } = desk
  const act = actOf(desk, member)
  const opened = openClaim(id, input, null, act)
  const { tip, letter } = await letterToOpen(desk, read.id)
  const made = async () => sameClaim(await store.claims.find(id), input)
  if (await made()) return
  demandRevision(tip, read.revision)
  const changes = [opened, takeTip(tip, { claim: id }, act)]
  await once(made, () => store.save(changes, { letters: forgetting(tip, letter, input) }))
}
