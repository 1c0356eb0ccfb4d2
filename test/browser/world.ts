import { giveClaim, setAside } from '../../src/desk/claims.ts'
import { bringEvidence, recordSearch } from '../../src/desk/evidence.ts'
import { invitePerson } from '../../src/desk/people.ts'
import { mendTypo, reopen, saveDraft, withdraw } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { type ServedDesk, servedDesk } from '../support/browser.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

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
  appearance: string
  /** The token of an open invitation. */
  token: string
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

export async function world(): Promise<World> {
  const desk = await servedDesk()
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
  for (const stance of ['supports', 'refutes', 'context']) {
    const more = { quoteLanguage: 'en', translation: 'Si autorizza.', title: `${stance} ${long}` }
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
  const drafted = await claim('Il comune ha pubblicato il bilancio dei lavori')
  await take(drafted)
  const sheet = { claim: await read(drafted), verdictRevision: 0, newId: desk.newId() }
  await saveDraft(desk, author, sheet, { ...story.verdictForm, rationale: '' })

  const inReview = await claim('Il ponte ha riaperto dopo tre anni')
  await story.proposed(desk, author, inReview, { rationale: `## Perché\n\n${long} [1] [7]` })
  const decided = await publish()
  const mended = await publish()
  const { publicVerdict } = await read(mended)
  if (publicVerdict) {
    const rationale = publicVerdict.rationale.replace('collaudo', 'colludo')
    await mendTypo(desk, reviewer, publicVerdict, desk.newId(), { ...publicVerdict, rationale })
  }
  const reopened = await publish()
  await reopen(desk, author, await read(reopened), { underCorrection: 'yes' })
  const withdrawn = await publish()
  const told = (await read(withdrawn)).publicVerdict
  if (told)
    await withdraw(desk, reviewer, told, { reason: 'Il verbale riguardava un altro ponte.' })
  const aside = await claim('Il ponte è il più bello della valle')
  await setAside(desk, author, await read(aside), { reason: 'opinion', words: 'Una lode.' })

  const [evidence] = await desk.store.claims.evidence([checking])
  const [appearance] = await desk.store.claims.appearances([checking])
  const invited = await invitePerson(desk, author, desk.newId(), { role: 'checker' })
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
    appearance: appearance?.id ?? '',
    token: invited?.token ?? '',
  }
}
