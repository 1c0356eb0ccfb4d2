import { describeAppearance, takeAppearance } from '../../src/desk/appearances.ts'
import { liftAsides, setAsides } from '../../src/desk/asides.ts'
import { describeClaimant } from '../../src/desk/claimants.ts'
import { bringBack, giveBack, giveClaim, setAside } from '../../src/desk/claims.ts'
import { recordContact, reviseContact } from '../../src/desk/contacts.ts'
import { findClaim } from '../../src/desk/deciding.ts'
import { letWordsStand } from '../../src/desk/drifts.ts'
import {
  bringEvidence,
  recordSearch,
  retakeEvidence,
  reviseEvidence,
} from '../../src/desk/evidence.ts'
import { link, unlink } from '../../src/desk/linking.ts'
import type { Desk } from '../../src/desk/open.ts'
import { quoteFromText } from '../../src/desk/passages.ts'
import { erase } from '../../src/desk/people.ts'
import { confirmReuse, originalsOf, reusable, reuse } from '../../src/desk/reuse.ts'
import { amend } from '../../src/desk/scale.ts'
import { adjudicate, fileReading, setReading } from '../../src/desk/second-reading.ts'
import { saveTexts } from '../../src/desk/texts.ts'
import * as tips from '../../src/desk/tips.ts'
import { confirm, planNextLook } from '../../src/desk/validity.ts'
import * as verdicts from '../../src/desk/verdicts.ts'
import { restoreVersion } from '../../src/desk/versions.ts'
import { plan, reword, split } from '../../src/desk/wording.ts'
import { driftOf } from '../../src/domain/drift.ts'
import type { Member } from '../../src/domain/member.ts'
import { addSource, loseSource, regainSource } from '../../src/domain/source.ts'
import { person } from './desk.ts'
import { letter } from './letters.ts'
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
  // An earlier wording, details, or words of the draft, said again.
  restore: async ({ desk }, one, member, id) => {
    const { claim, working } = await story.read(desk, id)
    const [evidence] = await desk.store.claims.evidence([id])
    const all = [
      { of: 'verdict', subject: working, fields: ['conclusion', 'rating'] },
      { of: 'evidence', subject: evidence, fields: ['title', 'rank', 'rankReason'] },
      { of: 'claim', subject: claim, fields: ['statement', 'kind'] },
    ] as const
    const { of, subject, fields } = all[one.word % all.length] ?? all[2]
    if (!subject) return
    const input = { restore: 1 + (one.word % subject.revision), fields, why: word(one) }
    await restoreVersion(desk, member, of, subject, input)
  },
  // Somebody's name is erased, and another one takes their place.
  erase: async ({ desk, people }, one) => {
    const admin = people.find((each) => each.admin === 1)
    const place = one.word % people.length
    const leaves = people[place]
    const found = leaves && (await desk.store.people.find(leaves.id))
    if (!admin || !found) return
    await erase(desk, admin, found)
    people[place] = await person(desk, found.role)
  },
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
    const dates = { validUntil: one.word % 2 ? '2026' : '', recheckOn: '2027-01-01' }
    const form = { ...story.verdictForm, ...dates, conclusion: word(one) }
    await verdicts.saveDraft(desk, member, sheet, form)
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
    const kinds = ['update', 'correction', 'clarification']
    const input = { correctionKind: kinds[one.word % 3], correctionReason: word(one) }
    await verdicts.publish(desk, member, await story.read(desk, id), input)
  },
  reopen: async ({ desk }, one, member, id) => {
    const input = one.word % 2 ? { underCorrection: 'yes' } : {}
    await verdicts.reopen(desk, member, await story.read(desk, id), input)
  },
  keep: async ({ desk }, one, member, id) =>
    verdicts.keep(desk, member, await story.read(desk, id), {
      comment: word(one),
      ...(one.word % 2 ? { recheckOn: '2028-01-01' } : {}),
    }),
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
  confirm: async ({ desk }, _, member, id) => {
    const { publicVerdict: told } = await story.read(desk, id)
    const appearance = (await desk.store.claims.appearances([id])).at(-1)
    if (told) await confirm(desk, member, told, appearance?.id)
  },
  planNextLook: async ({ desk }, one, member, id) => {
    const { publicVerdict: told } = await story.read(desk, id)
    const recheckOn = one.word ? `202${5 + one.word}-07-01` : ''
    if (told) await planNextLook(desk, member, told, { recheckOn })
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
  link: async ({ desk, claims }, one, member, id) => {
    const sense = (['same_as', 'same_as', 'narrower_than', 'updates'] as const)[one.word % 4]
    const other = claims[one.word % claims.length]
    await link(desk, member, id, desk.newId(), { sense, other, why: word(one) })
  },
  unlink: async ({ desk }, one, member, id) => {
    const [first] = await desk.store.links.standing([id])
    if (first) await unlink(desk, member, first, { comment: word(one) })
  },
  // The public verdict on a claim that is the same is taken over.
  reuse: async ({ desk }, _, member, id) => {
    const [first] = await reusable(desk, member, await findClaim(desk, id))
    if (!first) return
    const claim = await story.read(desk, id)
    const sheet = { claim, verdictRevision: claim.working?.revision ?? 0, newId: desk.newId() }
    await reuse(desk, member, sheet, first.told.id)
  },
  standBy: async ({ desk }, one, member, id) => {
    const { publicVerdict: told } = await story.read(desk, id)
    const original = told && (await originalsOf(desk, [told]))[told.id]
    if (!told || !original) return
    await confirmReuse(desk, member, told, { seen: original.key, comment: word(one) })
  },
  // Readers write, of a verdict where there is one, and somebody at the desk reads it.
  receive: async ({ desk }, one, _, claim) => {
    const told = one.word % 2 && (await desk.store.told.claimAt(claim))
    await letter(desk, told || null, { words: word(one) })
  },
  takeLetter: async ({ desk }, one, member, claim) => {
    const [first] = await desk.store.tips.list('new', null, 1)
    if (first) await tips.take(desk, member, first.tip, claim, { comment: word(one) })
  },
  openFromLetter: async ({ desk, claims }, one, member) => {
    const waiting = await desk.store.tips.list('new', null, 9)
    const first = waiting.find(({ tip }) => tip.about === 'claim')
    if (!first) return
    const id = desk.newId()
    const input = { ...story.claimForm, statement: word(one), explanation: 'Un lettore' }
    await tips.openFromLetter(desk, member, id, first.tip, input)
    claims.push(id)
  },
  dismissLetter: async ({ desk }, one, member) => {
    const [first] = await desk.store.tips.list('new', null, 1)
    if (first) await tips.dismiss(desk, member, first.tip, { comment: word(one) })
  },
  bringLetterBack: async ({ desk }, _, member) => {
    const [first] = await desk.store.tips.list('dismissed', null, 1)
    if (first) await tips.bringBackLetter(desk, member, first.tip)
  },
  eraseLetter: async ({ desk }, one, member) => {
    const status = one.word % 2 ? 'taken' : 'dismissed'
    const [first] = await desk.store.tips.list(status, null, 1)
    if (first) await tips.erase(desk, member, first.tip)
  },
  writeTexts: async ({ desk }, one, member) => {
    const present = await desk.store.desks.find()
    const texts = { methodologyEn: word(one), methodologyIt: '', scaleEn: '', scaleIt: word(one) }
    if (present) await saveTexts(desk, member, present.revision, texts)
  },
  sayWhatItMeans: async ({ desk }, one, member) => {
    const [rating] = await desk.store.desks.scale()
    const said = { number: String(rating?.number ?? ''), meaningEn: '', meaningIt: word(one) }
    if (rating) await amend(desk, member, rating, { ...rating, ...said })
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
