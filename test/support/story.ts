import { takeFromArticle } from '../../src/desk/appearances.ts'
import { importArticle } from '../../src/desk/articles.ts'
import { giveClaim } from '../../src/desk/claims.ts'
import { findClaim } from '../../src/desk/deciding.ts'
import { bringEvidence } from '../../src/desk/evidence.ts'
import type { Desk } from '../../src/desk/open.ts'
import { propose, publish } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'

/** Short articles written for the tests, about events that never were. */
export const bridge = `Il ponte di Vallechiara riapre dopo tre anni – Gazzetta della Valle

A cura di Lucia Ferri

12 marzo 2024

Il ponte di Vallechiara ha riaperto ieri al traffico dopo tre anni di lavori. Lo ha annunciato la
sindaca Anna Moretti, secondo la quale l’opera è costata «meno di due milioni di euro».

Secondo l’opposizione i costi sono raddoppiati. Il comune ha pubblicato il bilancio dei lavori.
`

export const claimForm = {
  statement: 'Il ponte di Vallechiara ha riaperto dopo tre anni di lavori',
  language: 'it',
  kind: 'happened',
  claimantKind: 'outlet',
  claimant: '',
  attribution: '',
  claimedOn: '2024-03-12',
  claimedOnReason: '',
}

export const evidenceForm = {
  stance: 'supports',
  title: 'Verbale di collaudo',
  publisher: 'Comune di Vallechiara',
  interest: 'party',
  url: 'https://example.org/collaudo',
  publishedOn: '2024-03-10',
  quote: 'Si autorizza la riapertura al traffico.',
  quoteLanguage: 'it',
}

export const contactForm = {
  who: 'Comune di Vallechiara',
  role: 'ufficio stampa',
  way: 'email',
  askedOn: '2025-05-20',
  question: 'Quanto è costato il ponte?',
  outcome: 'waiting',
  visibility: 'public',
}

export const verdictForm = {
  rating: 'true',
  conclusion: 'Il ponte ha riaperto l’11 marzo 2024, dopo tre anni di lavori.',
  rationale: 'Il verbale di collaudo [1] autorizza la **riapertura**.',
  holdsOn: '2024-03-12',
  reasons: [],
  findingsWord: 'Il verbale è l’atto del comune: nessuno lo contesta.',
}

/** Keeps a text as an article. @returns its id */
export async function article(desk: Desk, member: Member, text = bridge): Promise<string> {
  const details = {
    title: 'Il ponte riapre',
    outlet: 'Gazzetta della Valle',
    byline: '',
    date: '2024-03-12',
    language: 'it',
    url: '',
  }
  const kept = await importArticle(desk, member, {
    newId: desk.newId(),
    text,
    source: 'paste',
    details,
  })
  return kept.id
}

/** Takes the first words of an article as a claim. @returns its id */
export async function claim(
  desk: Desk,
  member: Member,
  articleId: string,
  input: object = {},
): Promise<string> {
  const found = await desk.store.articles.find(articleId)
  const id = desk.newId()
  const at = { article: articleId, version: found?.version ?? '', start: 0, end: 40 }
  const form = { id, appearanceId: desk.newId(), input: { ...claimForm, ...input } }
  await takeFromArticle(desk, member, at, form)
  return id
}

/** A claim as it stands, as a form would name it. */
export async function read(desk: Desk, id: string) {
  const { claim, standing } = await findClaim(desk, id)
  return { id, revision: claim.revision, claim, ...standing }
}

/** Takes, proves and proposes. */
export async function proposed(desk: Desk, author: Member, claimId: string, input: object = {}) {
  const before = await read(desk, claimId)
  if (before.claim.stage === 'inbox') await giveClaim(desk, author, before, author.id)
  const evidence = await desk.store.claims.evidence([claimId])
  if (evidence.length === 0) await bringEvidence(desk, author, claimId, desk.newId(), evidenceForm)
  const taken = await read(desk, claimId)
  const verdictRevision = taken.working?.revision ?? 0
  const sheet = { claim: taken, verdictRevision, newId: desk.newId() }
  await propose(desk, author, sheet, { ...verdictForm, ...input })
}

/** From nothing to a published verdict. @returns the claim's id */
export async function published(desk: Desk, author: Member, editor: Member, articleId: string) {
  const id = await claim(desk, author, articleId)
  await proposed(desk, author, id)
  await publish(desk, editor, await read(desk, id), {})
  return id
}
