import { importArticle } from '../../src/desk/articles.ts'
import { giveClaim, setAside, takeFromArticle } from '../../src/desk/claims.ts'
import { bringEvidence, recordSearch } from '../../src/desk/evidence.ts'
import { nameDesk } from '../../src/desk/people.ts'
import { propose, publish, reopen, saveDraft } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { type ServedDesk, servedDesk } from '../support/browser.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

const text = `Vallechiara, il ponte riapre dopo tre anni di lavori – Gazzetta della Valle

A cura di Lucia Ferri

12 marzo 2024

Vallechiara, 12 mar. – Il ponte sul torrente Arza ha riaperto ieri al traffico dopo tre anni di lavori. «Abbiamo mantenuto la parola, e l’opera è costata meno di due milioni di euro», ha detto la sindaca Anna Moretti al taglio del nastro.

Secondo l’opposizione, invece, i costi sono raddoppiati rispetto al progetto del 2020. Il consigliere Paolo Riva ha chiesto una commissione d’inchiesta e ha citato una relazione dei revisori dei conti.

Il comune prevede che diecimila veicoli al giorno lasceranno il centro storico. Un primo conteggio è atteso per l’estate, quando il traffico dei turisti si aggiunge a quello dei pendolari.

Durante i lavori la linea degli autobus è stata deviata lungo la statale. Per i commercianti di via del Ponte sono stati tre anni difficili: otto botteghe su venti hanno chiuso.
`

export type Scene = {
  desk: ServedDesk
  anna: Member
  bruno: Member
  article: string
  claim: string
}

const cost = {
  statement: 'Il nuovo ponte di Vallechiara è costato meno di due milioni di euro',
  kind: 'figure',
  claimantKind: 'named',
  claimant: 'Anna Moretti, sindaca di Vallechiara',
  attribution: 'Anna Moretti → Gazzetta della Valle',
  claimedOn: '2024-03-11',
  claimedOnReason: 'L’articolo dice «ieri» ed è del 12 marzo.',
}

const evidence = [
  {
    stance: 'supports',
    title: 'Quadro economico allegato al progetto esecutivo',
    publisher: 'Comune di Vallechiara',
    interest: 'party',
    url: 'https://example.org/vallechiara/progetto-esecutivo',
    publishedOn: '2021-02-18',
    quote: 'Importo complessivo dell’intervento: 1.940.000 euro.',
    quoteLanguage: 'it',
  },
  {
    stance: 'refutes',
    title: 'Relazione dei revisori dei conti sul rendiconto 2023',
    publisher: 'Collegio dei revisori',
    interest: 'independent',
    url: 'https://example.org/vallechiara/revisori-2023',
    publishedOn: '2024-02-27',
    quote:
      'Per il ponte sull’Arza risultano liquidati, perizie di variante comprese, 3.212.000 euro.',
    quoteLanguage: 'it',
    rank: 'preferred',
    rankReason: 'Conta ciò che è stato pagato, non ciò che era previsto.',
  },
  {
    stance: 'context',
    title: 'Construction cost index, road bridges, 2020–2024',
    publisher: 'Ufficio statistico regionale',
    interest: 'state',
    url: 'https://example.org/statistica/costi',
    publishedOn: '2024-01',
    quote: 'Costs of road bridges rose by 31 per cent over the period.',
    quoteLanguage: 'en',
    translation: 'I costi dei ponti stradali sono cresciuti del 31 per cento nel periodo.',
  },
  {
    stance: 'supports',
    title: 'Il ponte sotto i due milioni',
    publisher: 'Vallechiara Notizie',
    interest: 'unknown',
    url: 'https://example.org/notizie/ponte',
    publishedOn: '2024-03-11',
    rank: 'deprecated',
    rankReason: 'Riprende la dichiarazione della sindaca: la stessa origine.',
  },
]

const verdict = {
  rating: 'mostly_false',
  conclusion:
    'Due milioni era la previsione del 2021: per il ponte ne sono stati pagati più di tre.',
  rationale: `La cifra della sindaca corrisponde al progetto del 2021 [1], **non** al costo dell’opera. I revisori contano 3.212.000 euro liquidati, con due perizie di variante [2].

L’aumento dei prezzi spiega una parte della differenza [3], non tutta.`,
  reasons: ['outdated', 'missing_context'],
  holdsOn: '2024-03-11',
}

/** A desk in the middle of its work, about a town that is on no map. */
export async function scene(): Promise<Scene> {
  const desk = await servedDesk()
  const anna = await person(desk, 'editor', 'Giulia Marchetti', 1)
  const bruno = await person(desk, 'editor', 'Bruno Conti')
  const carla = await person(desk, 'checker', 'Carla Neri')
  const revision = (await desk.store.desks.find())?.revision ?? 0
  await nameDesk(desk, anna, revision, {
    name: 'Controluce',
    url: 'https://example.org/controluce',
  })
  const details = {
    title: 'Vallechiara, il ponte riapre dopo tre anni di lavori',
    outlet: 'Gazzetta della Valle',
    byline: 'Lucia Ferri',
    date: '2024-03-12',
    language: 'it',
    url: 'https://example.org/gazzetta/ponte-riapre',
  }
  const kept = { newId: desk.newId(), text, source: 'paste' as const, details }
  const { id: article } = await importArticle(desk, anna, kept)
  await story.article(desk, carla)
  const version = (await desk.store.articles.find(article))?.version ?? ''
  const body = Array.from((await desk.store.articles.version(version))?.body ?? '')

  async function take(words: string, input: object, by = anna): Promise<string> {
    const at = Array.from(body.join('').split(words)[0] ?? '').length
    const place = { article, version, start: at, end: at + Array.from(words).length }
    const form = { id: desk.newId(), appearanceId: desk.newId() }
    const all = { ...story.claimForm, ...input }
    await takeFromArticle(desk, by, place, { ...form, input: all })
    return form.id
  }
  const begin = async (id: string, by: Member) =>
    giveClaim(desk, by, await story.read(desk, id), by.id)

  const claim = await take('l’opera è costata meno di due milioni di euro', cost)
  const doubled = await take('i costi sono raddoppiati rispetto al progetto del 2020', {
    statement: 'I costi del ponte sono raddoppiati rispetto al progetto del 2020',
    kind: 'figure',
    claimantKind: 'named',
    claimant: 'L’opposizione in consiglio comunale',
  })
  await take('diecimila veicoli al giorno lasceranno il centro storico', {
    statement: 'Diecimila veicoli al giorno lasceranno il centro storico',
    kind: 'forecast',
    claimantKind: 'named',
    claimant: 'Comune di Vallechiara',
  })
  const shops = await take('otto botteghe su venti hanno chiuso', {
    statement: 'In via del Ponte hanno chiuso otto botteghe su venti durante i lavori',
    kind: 'figure',
  })
  const opened = await take('ha riaperto ieri al traffico dopo tre anni di lavori', {
    statement: 'Il ponte ha riaperto l’11 marzo 2024, dopo tre anni di lavori',
  })
  const praise = await take('sono stati tre anni difficili', {
    statement: 'Per i commercianti sono stati tre anni difficili',
  })

  await begin(claim, anna)
  for (const one of evidence) await bringEvidence(desk, anna, claim, desk.newId(), one)
  await recordSearch(desk, anna, claim, desk.newId(), {
    place: 'Albo pretorio del comune',
    words: 'ponte Arza perizia di variante',
    searchedOn: '2025-05-28',
    outcome: 'found',
    note: 'Due determine, del 2022 e del 2023.',
  })
  const sheet = async (id: string) => {
    const read = await story.read(desk, id)
    return { claim: read, verdictRevision: read.working?.revision ?? 0, newId: desk.newId() }
  }
  await saveDraft(desk, anna, await sheet(claim), verdict)
  await propose(desk, anna, await sheet(claim), verdict)
  await publish(desk, bruno, await story.read(desk, claim), {})

  await story.proposed(desk, carla, doubled, {
    rating: 'mixed',
    conclusion: 'I costi sono cresciuti di due terzi, non raddoppiati.',
  })
  await begin(shops, carla)
  await story.proposed(desk, anna, opened)
  await publish(desk, bruno, await story.read(desk, opened), {})
  await reopen(desk, bruno, await story.read(desk, opened), { underCorrection: 'yes' })
  await setAside(desk, anna, await story.read(desk, praise), { reason: 'opinion' })
  return { desk, anna, bruno, article, claim }
}
