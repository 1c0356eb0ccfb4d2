import { findAccount, linkFor } from '../../src/desk/accounts/accounts.ts'
import { takeAppearance } from '../../src/desk/appearances.ts'
import { setAsides } from '../../src/desk/asides.ts'
import { giveClaim, setAside } from '../../src/desk/claims.ts'
import { recordContact } from '../../src/desk/contacts.ts'
import { bringEvidence, recordSearch, reviseEvidence } from '../../src/desk/evidence.ts'
import { erase, invitePerson } from '../../src/desk/people.ts'
import { define, retire } from '../../src/desk/scale.ts'
import { dismiss, erase as eraseLetter, take as takeLetter } from '../../src/desk/tips.ts'
import { mendTypo, publish, reopen, saveDraft, withdraw } from '../../src/desk/verdicts.ts'
import { restoreVersion } from '../../src/desk/versions.ts'
import { plan, reword } from '../../src/desk/wording.ts'
import type { Member } from '../../src/domain/member.ts'
import { type ServedDesk, servedDesk } from '../support/browser.ts'
import { person } from '../support/desk.ts'
import { type Drifted, driftedDesk } from '../support/drifted.ts'
import { letter } from '../support/letters.ts'
import * as story from '../support/story.ts'
import { type Hooks, hooksWorld } from './hooks-world.ts'
import { linkedWorld } from './linked-world.ts'
import { type Readings, readings } from './readings-world.ts'

/** A desk on which something stands at every stage. */
export type World = {
  desk: ServedDesk
  /** An editor and admin, who wrote what is there. */
  author: Member
  /** Another editor, who reads it. */
  reviewer: Member
  viewer: Member
  article: string
  /** Claims by where they stand. */
  claims: Record<ClaimAt, string>
  evidence: string
  /** Evidence by what became of its quote in the text that was kept. */
  /** Claims that are linked, and a saved search. */
  linkedTo: Awaited<ReturnType<typeof linkedWorld>>
  quotes: Record<'exact' | 'changed' | 'ambiguous' | 'gone' | 'none', string>
  /** By what was kept. */
  snapshots: { page: string; picture: string }
  /** Sources that changed, and what is to be looked at again. Their host does not answer any more. */
  drifted: Drifted
  readings: Readings
  hooks: Hooks
  /** Verdict versions with a life: one at work, one that is public. */
  verdicts: { draft: string; told: string }
  /** Somebody whose name was erased. */
  erased: string
  /** Letters of readers, new ones by what they are about. */
  letters: Record<'claim' | 'error' | 'taken' | 'dismissed', string>
  contact: string
  claimant: string
  appearance: string
  /** The token of an open invitation, and of a link to choose a password by. */
  token: string
  password: string
  /** A moment at which all this stood so. */
  past: string
}

type ClaimAt =
  | 'inbox'
  | 'checking'
  | 'drafted'
  | 'in_review'
  | 'decided'
  | 'mended'
  | 'reopened'
  | 'again'
  | 'withdrawn'
  | 'set_aside'

/** The same words, longer than any line: what a narrow window has to bear. */
const long = `${'Precipitevolissimevolmente'.repeat(3)} https://example.org/${'un-indirizzo-lungo/'.repeat(8)}`

const minutes = `Verbale di collaudo del ponte

La commissione ha visitato il ponte lunedì. Si autorizza la riapertura al traffico. ${long}

La commissione ha visitato il ponte venerdì. I lavori sono costati meno di due milioni di euro.`

/** Evidence whose source was kept, quoted in every way. */
async function quotes(desk: ServedDesk, author: Member, claim: string): Promise<World['quotes']> {
  const bring = async (quote: string, quoteReason = '') => {
    const id = desk.newId()
    const form = { ...story.evidenceForm, url: '', quote, quoteReason }
    await bringEvidence(desk, author, claim, id, form, { given: { text: minutes } })
    return id
  }
  return {
    exact: await bring('Si autorizza la riapertura al traffico.'),
    changed: await bring('I lavori sono costati più di nove milioni di euro.', long),
    ambiguous: await bring('La commissione ha visitato il ponte'),
    gone: await bring('Gli elefanti attraversano il fiume all’alba', 'Nella registrazione'),
    none: await bring(''),
  }
}

/** Evidence of which a page or a picture was uploaded. */
async function kept(desk: ServedDesk, author: Member, claim: string): Promise<World['snapshots']> {
  const bring = async (contentType: string, bytes: Uint8Array) => {
    const id = desk.newId()
    const form = { ...story.evidenceForm, url: '', quote: '', title: contentType }
    await bringEvidence(desk, author, claim, id, form, { given: { contentType, bytes } })
    return (await desk.store.claims.evidenceById(id))?.snapshot ?? ''
  }
  const html = `<!doctype html><title>${long}</title><h1>${long}</h1><p lang="it">${minutes}</p>`
  const pixel = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
  return {
    page: await bring('text/html', new TextEncoder().encode(html)),
    picture: await bring('image/gif', Buffer.from(pixel, 'base64')),
  }
}

/** What was right when it was said, is outdated since, and was found again later; its next look is due. */
async function foundAgain(
  desk: ServedDesk,
  { author, reviewer, article }: Pick<World, 'author' | 'reviewer' | 'article'>,
): Promise<string> {
  const statement = 'Il ponte è chiuso al traffico'
  const claim = await story.claim(desk, author, article, { statement })
  const reasons = ['outdated_since', 'missing_context']
  await story.proposed(desk, author, claim, {
    reasons,
    validUntil: '2024-09',
    recheckOn: '2025-06-01',
  })
  await publish(desk, reviewer, await story.read(desk, claim), {})
  const version = (await desk.store.articles.find(article))?.version ?? ''
  for (const [start, claimedOn] of [
    [75, '2025-02'],
    [120, ''],
  ] as const) {
    const input = { ...story.claimForm, claimedOn, claimedOnReason: '' }
    const at = { article, version, start, end: start + 30 }
    await takeAppearance(desk, author, at, { claim, newId: desk.newId(), input })
  }
  return claim
}

/** Words of a draft, changed by one and the other, and again. @returns the version's id */
async function written(desk: ServedDesk, writers: Member[], claim: string): Promise<string> {
  for (const [i, writer] of [...writers, ...writers].entries()) {
    const now = await story.read(desk, claim)
    const sheet = { claim: now, verdictRevision: now.working?.revision ?? 0, newId: desk.newId() }
    const rationale = `Il bilancio del comune ${long} dice ${i + 1} milioni. [1]`
    await saveDraft(desk, writer, sheet, { ...story.verdictForm, rationale })
  }
  return (await story.read(desk, claim)).working?.id ?? ''
}

/** A claim and its evidence in other words than before, and an earlier statement restored. */
async function revised(desk: ServedDesk, member: Member, claim: string): Promise<void> {
  const statement = `Per l’opposizione i costi sono triplicati ${long}`.slice(0, 480)
  await reword(desk, member, await story.read(desk, claim), { ...story.claimForm, statement })
  const restored = { restore: 1, fields: 'statement', why: 'Così l’ha detto l’opposizione' }
  await restoreVersion(desk, member, 'claim', await story.read(desk, claim), restored)
  const [evidence] = await desk.store.claims.evidence([claim])
  const form = {
    ...story.evidenceForm,
    url: '',
    title: 'Verbale',
    note: 'Letto due volte',
    quote: '',
  }
  if (evidence) await reviseEvidence(desk, member, evidence, form)
}

export async function world(): Promise<World> {
  const desk = await servedDesk(undefined, true)
  const author = await person(desk, 'editor', 'Anna Rossi', 1)
  const reviewer = await person(desk, 'editor', 'Bruno Conti')
  const viewer = await person(desk, 'viewer', 'Carla Neri')
  const article = await story.article(desk, author)
  const claim = (statement: string) => story.claim(desk, author, article, { statement })
  const read = (id: string) => story.read(desk, id)
  const told = () => story.published(desk, author, reviewer, article)

  const inbox = await claim('Il ponte è costato meno di due milioni di euro')
  const checking = await claim('Secondo l’opposizione i costi sono raddoppiati')
  const take = async (id: string) => giveClaim(desk, author, await read(id), author.id)
  await take(checking)
  const planned = { topics: 'ponti, bilancio', dueOn: '2025-06-20', why: long, waitsFor: long }
  await plan(desk, author, await read(checking), planned)
  for (const stance of ['supports', 'refutes', 'context']) {
    const whence = { kind: 'document', locator: long.slice(0, 200), origin: 'Agenzia Valle' }
    const words = { quoteLanguage: 'en', translation: 'Si autorizza.', note: long }
    const more = { ...words, ...whence, title: `${stance} ${long}` }
    await bringEvidence(desk, author, checking, desk.newId(), {
      ...story.evidenceForm,
      ...more,
      stance,
    })
  }
  await bringEvidence(desk, author, checking, desk.newId(), {
    ...story.evidenceForm,
    visibility: 'desk_only',
    visibilityReason: 'Chi parla non vuole essere nominato',
    rank: 'deprecated',
    rankReason: 'Una copia dell’altra',
  })
  await recordSearch(desk, author, checking, desk.newId(), {
    ...{ place: 'Albo pretorio', words: 'ponte collaudo', searchedOn: '', outcome: 'none_found' },
    note: long,
  })
  const replied = { outcome: 'replied', reply: long, repliedOn: '2025-05-22' }
  for (const about of [{}, { ...replied, question: long }, { visibility: 'desk_only' }]) {
    const form = { ...story.contactForm, ...about }
    await recordContact(desk, author, checking, desk.newId(), form)
  }
  const drafted = await claim('Il comune ha pubblicato il bilancio dei lavori')
  await take(drafted)
  const sheet = { claim: await read(drafted), verdictRevision: 0, newId: desk.newId() }
  await saveDraft(desk, author, sheet, { ...story.verdictForm, rationale: '' })

  const draft = await written(desk, [reviewer, author], drafted)

  const inReview = await claim('Il ponte ha riaperto dopo tre anni')
  await story.proposed(desk, author, inReview, { rationale: `## Perché\n\n${long} [1]` })
  const decided = await told()
  const mended = await told()
  const { publicVerdict } = await read(mended)
  if (publicVerdict) {
    const rationale = publicVerdict.rationale.replace('collaudo', 'colludo')
    const { conclusion } = publicVerdict
    await mendTypo(desk, reviewer, publicVerdict, desk.newId(), { conclusion, rationale })
  }
  const reopened = await told()
  await reopen(desk, author, await read(reopened), { underCorrection: 'yes' })
  const again = await foundAgain(desk, { author, reviewer, article })
  const withdrawn = await told()
  const { publicVerdict: taken } = await read(withdrawn)
  if (taken)
    await withdraw(desk, reviewer, taken, { reason: 'Il verbale riguardava un altro ponte.' })
  const aside = await claim('Il ponte è il più bello della valle')
  await setAside(desk, author, await read(aside), { reason: 'opinion', words: 'Una lode.' })

  await revised(desk, reviewer, checking)
  const gone = await person(desk, 'checker', 'Dora Verdi')
  await erase(desk, author, { id: gone.id, revision: 1 })
  const version = (await desk.store.articles.find(article))?.version ?? ''
  const place = { article, version, start: 75, end: 120 }
  const words = { newId: desk.newId(), input: { reason: 'other', words: long } }
  await setAsides(desk, author, place, words)
  const hearsay = { labelEn: 'Hearsay', labelIt: 'Diceria', shape: 'question', tone: 'violet' }
  await define(desk, author, hearsay)
  await retire(desk, author, { id: 'hearsay', revision: 1 })
  const [evidence] = await desk.store.claims.evidence([checking])
  const [appearance] = await desk.store.claims.appearances([checking])
  const [contact] = await desk.store.claims.contacts(checking)
  const named = { statement: 'La sindaca ha tagliato il nastro', claimantKind: 'named' }
  const spoken = await story.claim(desk, author, article, { ...named, claimant: 'Anna Moretti' })
  const [speaking] = await desk.store.claims.appearances([spoken])
  const invited = await invitePerson(desk, author, desk.newId(), { role: 'checker' })
  const letters = {
    claim: await letter(desk, null, { words: `${long}\n\n${long}`, contact: long.slice(0, 200) }),
    error: await letter(desk, decided, { url: long.slice(-180).replace(/^.*?https/, 'https') }),
    taken: await letter(desk),
    dismissed: await letter(desk),
  }
  await takeLetter(desk, author, { id: letters.taken, revision: 1 }, checking, { comment: long })
  await dismiss(desk, author, { id: letters.dismissed, revision: 1 }, { comment: long })
  await eraseLetter(desk, author, { id: letters.dismissed, revision: 2 })
  const linkedTo = await linkedWorld(desk, { author, reviewer, article })
  const drifted = await driftedDesk(desk, author)
  await drifted.paper.stop()
  return {
    desk,
    author,
    reviewer,
    viewer,
    article,
    claims: {
      inbox,
      checking,
      drafted,
      in_review: inReview,
      decided,
      mended,
      reopened,
      again,
      withdrawn,
      set_aside: aside,
    },
    evidence: evidence?.id ?? '',
    linkedTo,
    quotes: await quotes(desk, author, checking),
    snapshots: await kept(desk, author, checking),
    drifted,
    readings: await readings(desk, author, article),
    hooks: await hooksWorld(desk, author),
    verdicts: { draft, told: (await read(decided)).publicVerdict?.id ?? '' },
    erased: gone.id,
    letters,
    contact: contact?.id ?? '',
    claimant: speaking?.claimantId ?? '',
    appearance: appearance?.id ?? '',
    token: invited?.token ?? '',
    password: (await linkFor(desk, author, await findAccount(desk, author, viewer.id))).token,
    past: desk.now(),
  }
}
