import { describeAppearance, takeAppearance } from '../../src/desk/appearances.ts'
import { liftAsides, setAsides } from '../../src/desk/asides.ts'
import { describeClaimant } from '../../src/desk/claimants.ts'
import { bringBack, giveBack, giveClaim, setAside } from '../../src/desk/claims.ts'
import { recordContact, reviseContact } from '../../src/desk/contacts.ts'
import { letWordsStand } from '../../src/desk/drifts.ts'
import {
  bringEvidence,
  recordSearch,
  retakeEvidence,
  reviseEvidence,
} from '../../src/desk/evidence.ts'
import type { Desk } from '../../src/desk/open.ts'
import { quoteFromText } from '../../src/desk/passages.ts'
import { adjudicate, fileReading, setReading } from '../../src/desk/second-reading.ts'
import * as verdicts from '../../src/desk/verdicts.ts'
import { plan, reword, split } from '../../src/desk/wording.ts'
import { driftOf } from '../../src/domain/drift.ts'
import type { Member } from '../../src/domain/member.ts'
import { addSource, loseSource, regainSource } from '../../src/domain/source.ts'
import * as story from './story.ts'

/** One thing that somebody tries on one of the claims; most tries are refused, as they should be. */
export type Try = { verb: string; person: number; claim: number; word: number }

export type World = { desk: Desk; people: Member[]; article: string; claims: string[] }
export type Deed = (world: World, one: Try, member: Member, id: string) => Promise<unknown>

const words = ['ponte', 'strada', 'scuola', 'bilancio']
const word = ({ word }: Try) => words[word % words.length] ?? ''

/** What can be done on a desk. */
export const deeds: Record<string, Deed> = {
  open: async (world, one, member) => {
    const named = { claimantKind: 'named', claimant: `Ufficio ${word(one)}` }
    const statement = `Il comune riapre: ${word(one)}`
    const input = { statement, ...(one.word % 2 ? named : {}) }
    world.claims.push(await story.claim(world.desk, member, world.article, input))
  },
  give: async ({ desk, people }, one, member, id) => {
    const to = people[one.word % people.length] ?? member
    await giveClaim(desk, member, await story.read(desk, id), to.id)
  },
  release: async ({ desk }, _, member, id) => giveBack(desk, member, await story.read(desk, id)),
  setAside: async ({ desk, claims }, one, member, id) => {
    const duplicate = { reason: 'duplicate', duplicateOf: claims[one.word % claims.length] }
    const input = one.word % 2 ? { reason: 'opinion' } : duplicate
    await setAside(desk, member, await story.read(desk, id), input)
  },
  bringBack: async ({ desk }, _, member, id) => bringBack(desk, member, await story.read(desk, id)),
  reword: async ({ desk }, one, member, id) =>
    reword(desk, member, await story.read(desk, id), { ...story.claimForm, statement: word(one) }),
  bring: async ({ desk }, one, member, id) => {
    const about = { kind: 'document', locator: 'p. 4', origin: word(one), note: word(one) }
    const form = { ...story.evidenceForm, ...about, title: word(one) }
    await bringEvidence(desk, member, id, desk.newId(), form)
  },
  quote: async ({ desk }, one, member, id) => {
    const [evidence] = await desk.store.claims.evidence([id])
    if (!evidence) return
    const text = `Si autorizza la riapertura al traffico. Ne parla ${word(one)}.`
    await retakeEvidence(desk, member, evidence, { text })
    const kept = await desk.store.claims.evidenceById(evidence.id)
    const at = { start: one.word, end: 30, input: { translation: word(one) } }
    if (kept) await quoteFromText(desk, member, kept, at)
  },
  deprecate: async ({ desk }, one, member, id) => {
    const [evidence] = await desk.store.claims.evidence([id])
    if (!evidence) return
    const input = { ...story.evidenceForm, rank: 'deprecated', rankReason: word(one) }
    await reviseEvidence(desk, member, evidence, input)
  },
  search: async ({ desk }, one, member, id) => {
    const form = { place: 'Albo', words: word(one), searchedOn: '', outcome: 'none_found' }
    await recordSearch(desk, member, id, desk.newId(), form)
  },
  draft: async ({ desk }, one, member, id) => {
    const claim = await story.read(desk, id)
    const sheet = { claim, verdictRevision: claim.working?.revision ?? 0, newId: desk.newId() }
    await verdicts.saveDraft(desk, member, sheet, { ...story.verdictForm, conclusion: word(one) })
  },
  propose: async ({ desk }, one, member, id) => {
    const claim = await story.read(desk, id)
    const sheet = { claim, verdictRevision: claim.working?.revision ?? 0, newId: desk.newId() }
    await verdicts.propose(desk, member, sheet, { ...story.verdictForm, conclusion: word(one) })
  },
  takeBack: async ({ desk }, _, member, id) =>
    verdicts.takeBack(desk, member, await story.read(desk, id)),
  sendBack: async ({ desk }, one, member, id) =>
    verdicts.sendBack(desk, member, await story.read(desk, id), { comment: word(one) }),
  // Among the words of a plan is a topic that is read otherwise than the desk's others.
  setReading: async ({ desk }, one, member) => {
    const present = await desk.store.desks.find()
    const reading = (['one_editor', 'one_editor', 'two_readers', 'blind'] as const)[one.word % 4]
    const input = { reading, blindTopics: word(one), twoReaderTopics: 'comune' }
    await setReading(desk, { ...member, admin: 1 }, present?.revision ?? 0, input)
  },
  fileReading: async ({ desk }, one, member, id) => {
    const rating = one.word % 2 ? 'true' : 'false'
    const input = { rating, rationale: word(one) }
    await fileReading(desk, member, await story.read(desk, id), desk.newId(), input)
  },
  adjudicate: async ({ desk }, one, member, id) => {
    const input = { outcome: one.word % 2 ? 'first' : 'second', reason: word(one) }
    await adjudicate(desk, member, await story.read(desk, id), input)
  },
  publish: async ({ desk }, one, member, id) => {
    const input = { correctionKind: 'update', correctionReason: word(one) }
    await verdicts.publish(desk, member, await story.read(desk, id), input)
  },
  reopen: async ({ desk }, one, member, id) => {
    const input = one.word % 2 ? { underCorrection: 'yes' } : {}
    await verdicts.reopen(desk, member, await story.read(desk, id), input)
  },
  keep: async ({ desk }, one, member, id) =>
    verdicts.keep(desk, member, await story.read(desk, id), { comment: word(one) }),
  withdraw: async ({ desk }, one, member, id) => {
    const { publicVerdict } = await story.read(desk, id)
    if (publicVerdict) await verdicts.withdraw(desk, member, publicVerdict, { reason: word(one) })
  },
  mendTypo: async ({ desk }, _, member, id) => {
    const { publicVerdict: told } = await story.read(desk, id)
    if (!told) return
    const input = { conclusion: told.conclusion, rationale: `${told.rationale} ` }
    const mended = { ...input, rationale: told.rationale.replace('collaudo', 'colludo') }
    await verdicts.mendTypo(desk, member, told, desk.newId(), mended)
  },
  readMended: async ({ desk }, _, member, id) => {
    const { publicVerdict } = await story.read(desk, id)
    if (publicVerdict) await verdicts.readMended(desk, member, publicVerdict)
  },
  contact: async ({ desk }, one, member, id) => {
    const form = { ...story.contactForm, who: word(one) }
    await recordContact(desk, member, id, desk.newId(), form)
  },
  reply: async ({ desk }, one, member, id) => {
    const [contact] = await desk.store.claims.contacts(id)
    if (!contact) return
    const reply = { outcome: 'replied', reply: word(one), repliedOn: '2025-05-22' }
    await reviseContact(desk, member, contact, { ...story.contactForm, ...reply })
  },
  plan: async ({ desk }, one, member, id) => {
    const input = { topics: `comune, ${word(one)}`, dueOn: '2025-06-20', why: word(one) }
    await plan(desk, member, await story.read(desk, id), input)
  },
  split: async ({ desk, claims }, one, member, id) => {
    const parts = { statement1: word(one), kind1: 'figure', statement2: 'Riapre', kind2: 'said' }
    await split(desk, member, await story.read(desk, id), parts)
    claims.push(...(await desk.store.claims.splitFrom(id)).slice(-1).map((part) => part.id))
  },
  // A duplicate lends its appearances, and gets them back with itself.
  lend: async ({ desk, claims }, one, member, id) => {
    const input = { reason: 'duplicate', duplicateOf: claims[one.word % claims.length] }
    await setAside(desk, member, await story.read(desk, id), input)
    await bringBack(desk, member, await story.read(desk, id))
  },
  takeAgain: async ({ desk, article }, one, member, claim) => {
    const version = (await desk.store.articles.find(article))?.version ?? ''
    const at = { article, version, start: one.word, end: 30 }
    const input = { ...story.claimForm, claimantKind: 'named', claimant: word(one) }
    await takeAppearance(desk, member, at, { claim, newId: desk.newId(), input })
  },
  passOver: async ({ desk, article }, one, member) => {
    const version = (await desk.store.articles.find(article))?.version ?? ''
    const at = { article, version, start: 100, end: 101 + 50 * one.word }
    const input = { reason: 'other', words: word(one) }
    await setAsides(desk, member, at, { newId: desk.newId(), input })
  },
  lookAgain: async ({ desk, article }, _, member) => {
    const [aside] = await desk.store.asides.standingIn(article)
    if (aside) await liftAsides(desk, member, article, [aside.id])
  },
  sayWhoClaims: async ({ desk }, one, member, id) => {
    const [appearance] = await desk.store.claims.appearances([id])
    if (!appearance) return
    const input = { claimantKind: 'named', claimant: `Ufficio ${word(one)}`, claimedOn: '2024' }
    await describeAppearance(desk, member, appearance, input)
  },
  sayWhoTheyAre: async ({ desk }, one, member, id) => {
    const [appearance] = await desk.store.claims.appearances([id])
    const claimant = await desk.store.claimants.find(appearance?.claimantId ?? '')
    if (!claimant) return
    const input = { name: claimant.name, role: word(one), sameAs: 'https://example.org/chi' }
    await describeClaimant(desk, member, claimant, input)
  },
  // What a recheck finds of words that were quoted, and what somebody makes of it.
  drift: async ({ desk }, one, member, claim) => {
    const [evidence] = await desk.store.claims.evidence([claim])
    if (!evidence) return
    const status = (['changed', 'ambiguous', 'gone', 'exact'] as const)[one.word % 4] ?? 'gone'
    const nowhere = { source: null, snapshot: null, version: null }
    const about = { claim, about: evidence.id, aboutKind: 'evidence', ...nowhere } as const
    const last = (await desk.store.drifts.lastAbout([evidence.id])).get(evidence.id) ?? null
    const act = { member, at: desk.now() }
    const change = driftOf(desk.newId(), last, { ...about, status }, false, act)
    if (change) await desk.store.save([change])
  },
  stand: async ({ desk }, one, member, claim) => {
    const [drift] = await desk.store.drifts.openOn([claim])
    if (drift) await letWordsStand(desk, member, drift, { comment: word(one) })
  },
  // An address goes, and comes back.
  lose: async ({ desk }, one, member) => {
    const url = `https://example.org/${word(one)}`
    const [there] = await desk.store.sources.byUrls([url])
    const act = { member, at: desk.now() }
    const change = there
      ? (there.goneSince ? regainSource : loseSource)(there, act)
      : addSource(desk.newId(), url, null, act)
    await desk.store.save([change])
  },
}
