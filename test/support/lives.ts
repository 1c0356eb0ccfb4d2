import { bringBack, giveBack, giveClaim, reword, setAside } from '../../src/desk/claims.ts'
import { bringEvidence, recordSearch, reviseEvidence } from '../../src/desk/evidence.ts'
import type { Desk } from '../../src/desk/open.ts'
import * as verdicts from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import * as story from './story.ts'

/** One thing that somebody tries on one of the claims; most tries are refused, as they should be. */
export type Try = { verb: number; person: number; claim: number; word: number }

type World = { desk: Desk; people: Member[]; article: string; claims: string[] }
type Deed = (world: World, one: Try, member: Member, id: string) => Promise<unknown>

const words = ['ponte', 'strada', 'scuola', 'bilancio']
const word = ({ word }: Try) => words[word % words.length] ?? ''

const deeds: Deed[] = [
  async (world, one, member) => {
    const input = { statement: `Il comune riapre: ${word(one)}` }
    world.claims.push(await story.claim(world.desk, member, world.article, input))
  },
  async ({ desk, people }, one, member, id) => {
    const to = people[one.word % people.length] ?? member
    await giveClaim(desk, member, await story.read(desk, id), to.id)
  },
  async ({ desk }, _, member, id) => giveBack(desk, member, await story.read(desk, id)),
  async ({ desk, claims }, one, member, id) => {
    const input =
      one.word % 2 ? { reason: 'opinion' } : { reason: 'duplicate', duplicateOf: claims[0] }
    await setAside(desk, member, await story.read(desk, id), input)
  },
  async ({ desk }, _, member, id) => bringBack(desk, member, await story.read(desk, id)),
  async ({ desk }, one, member, id) =>
    reword(desk, member, await story.read(desk, id), { ...story.claimForm, statement: word(one) }),
  async ({ desk }, one, member, id) =>
    bringEvidence(desk, member, id, desk.newId(), { ...story.evidenceForm, title: word(one) }),
  async ({ desk }, one, member, id) => {
    const [evidence] = await desk.store.claims.evidence([id])
    if (!evidence) return
    const input = { ...evidence, rank: 'deprecated', rankReason: word(one) }
    await reviseEvidence(desk, member, evidence, input)
  },
  async ({ desk }, one, member, id) => {
    const form = { place: 'Albo', words: word(one), searchedOn: '', outcome: 'none_found' }
    await recordSearch(desk, member, id, desk.newId(), form)
  },
  async ({ desk }, one, member, id) => {
    const claim = await story.read(desk, id)
    const sheet = { claim, verdictRevision: claim.working?.revision ?? 0, newId: desk.newId() }
    await verdicts.saveDraft(desk, member, sheet, { ...story.verdictForm, conclusion: word(one) })
  },
  async ({ desk }, one, member, id) => {
    const claim = await story.read(desk, id)
    const sheet = { claim, verdictRevision: claim.working?.revision ?? 0, newId: desk.newId() }
    await verdicts.propose(desk, member, sheet, { ...story.verdictForm, conclusion: word(one) })
  },
  async ({ desk }, _, member, id) => verdicts.takeBack(desk, member, await story.read(desk, id)),
  async ({ desk }, one, member, id) =>
    verdicts.sendBack(desk, member, await story.read(desk, id), { comment: word(one) }),
  async ({ desk }, one, member, id) => {
    const input = { correctionKind: 'update', correctionReason: word(one) }
    await verdicts.publish(desk, member, await story.read(desk, id), input)
  },
  async ({ desk }, one, member, id) => {
    const input = one.word % 2 ? { underCorrection: 'yes' } : {}
    await verdicts.reopen(desk, member, await story.read(desk, id), input)
  },
  async ({ desk }, one, member, id) =>
    verdicts.keep(desk, member, await story.read(desk, id), { comment: word(one) }),
  async ({ desk }, one, member, id) => {
    const { publicVerdict } = await story.read(desk, id)
    if (publicVerdict) await verdicts.withdraw(desk, member, publicVerdict, { reason: word(one) })
  },
  async ({ desk }, _, member, id) => {
    const { publicVerdict: told } = await story.read(desk, id)
    if (!told) return
    const input = { conclusion: told.conclusion, rationale: `${told.rationale} ` }
    const mended = { ...input, rationale: told.rationale.replace('collaudo', 'colludo') }
    await verdicts.mendTypo(desk, member, told, desk.newId(), mended)
  },
  async ({ desk }, _, member, id) => {
    const { publicVerdict } = await story.read(desk, id)
    if (publicVerdict) await verdicts.readMended(desk, member, publicVerdict)
  },
]

export const DEEDS = deeds.length

/** Lives a random life. @returns how many of the tries were carried out */
export async function live(world: World, tries: Try[]): Promise<number> {
  let done = 0
  for (const one of tries) {
    const member = world.people[one.person % world.people.length]
    const id = world.claims[one.claim % Math.max(1, world.claims.length)] ?? ''
    const deed = deeds[one.verb % deeds.length]
    if (!member || !deed) continue
    try {
      await deed(world, one, member, id)
      done += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return done
}
