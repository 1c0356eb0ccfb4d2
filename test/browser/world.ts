import { setAsides } from '../../src/desk/asides.ts'
import { giveClaim, setAside } from '../../src/desk/claims.ts'
import { recordContact } from '../../src/desk/contacts.ts'
import { bringEvidence, recordSearch } from '../../src/desk/evidence.ts'
import { invitePerson } from '../../src/desk/people.ts'
import { define, retire } from '../../src/desk/scale.ts'
import { mendTypo, reopen, saveDraft, withdraw } from '../../src/desk/verdicts.ts'
import { plan } from '../../src/desk/wording.ts'
import type { Member } from '../../src/domain/member.ts'
import { type ServedDesk, servedDesk } from '../support/browser.ts'
import { person } from '../support/desk.ts'
import { type Drifted, driftedDesk } from '../support/drifted.ts'
import * as story from '../support/story.ts'
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
  quotes: Record<'exact' | 'changed' | 'ambiguous' | 'gone' | 'none', string>
  /** By what was kept. */
  snapshots: { page: string; picture: string }
  /** Sources that changed, and what is to be looked at again. Their host does not answer any more. */
  drifted: Drifted
  readings: Readings
  contact: string
  claimant: string
  appearance: string
  /** The token of an open invitation. */
  token: string
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

export async function world(): Promise<World> {
  const desk = await servedDesk(undefined, true)
  const author = await person(desk, 'editor', 'Anna Rossi', 1)
  const reviewer = await person(desk, 'editor', 'Bruno Conti')
  const viewer = await person(desk, 'viewer', 'Carla Neri')
  const article = await story.article(desk, author)
  const claim = (statement: string) => story.claim(desk, author, article, { statement })
  const read = (id: string) => story.read(desk, id)
  const publish = () => story.published(desk, author, reviewer, article)

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

  const inReview = await claim('Il ponte ha riaperto dopo tre anni')
  await story.proposed(desk, author, inReview, { rationale: `## Perché\n\n${long} [1]` })
  const decided = await publish()
  const mended = await publish()
  const { publicVerdict } = await read(mended)
  if (publicVerdict) {
    const rationale = publicVerdict.rationale.replace('collaudo', 'colludo')
    const { conclusion } = publicVerdict
    await mendTypo(desk, reviewer, publicVerdict, desk.newId(), { conclusion, rationale })
  }
  const reopened = await publish()
  await reopen(desk, author, await read(reopened), { underCorrection: 'yes' })
  const withdrawn = await publish()
  const told = (await read(withdrawn)).publicVerdict
  if (told)
    await withdraw(desk, reviewer, told, { reason: 'Il verbale riguardava un altro ponte.' })
  const aside = await claim('Il ponte è il più bello della valle')
  await setAside(desk, author, await read(aside), { reason: 'opinion', words: 'Una lode.' })

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
      withdrawn,
      set_aside: aside,
    },
    evidence: evidence?.id ?? '',
    quotes: await quotes(desk, author, checking),
    snapshots: await kept(desk, author, checking),
    drifted,
    readings: await readings(desk, author, article),
    contact: contact?.id ?? '',
    claimant: speaking?.claimantId ?? '',
    appearance: appearance?.id ?? '',
    token: invited?.token ?? '',
    past: desk.now(),
  }
}
