import type { Conclusion, Life } from './shapes.ts'
import { vladivostok, vostochny, vostochnyByKcna } from './sources.ts'

const noOther = {
  place: 'Archivio del Cremlino e KCNA Watch, dal dicembre 2011',
  words: 'Kim Jong Un; visit to Russia',
  outcome: 'none_found',
  note: 'Altre visite, oltre a quelle citate, non ne risultano.',
} as const

/** Two visits, as counted in May 2025. */
export const twoVisits: Life = {
  key: 'two_visits',
  steps: [
    {
      day: 1,
      verb: 'open',
      words: {
        statement:
          'Fino al maggio 2025 Kim Jong Un, da quando è al potere, è stato in Russia due volte: nell’aprile 2019 e nel settembre 2023',
        statementEn:
          'Up to May 2025 Kim Jong Un had been to Russia twice since coming to power: in April 2019 and in September 2023',
        kind: 'figure',
        topics: 'Corea del Nord, visite in Russia',
      },
      at: {
        article: 'agency',
        words:
          'Da quando è al potere, il leader nordcoreano ha messo piede in Russia in due occasioni, la prima nel 2019 e l’altra nel 2023.',
        claimant: 'outlet',
        claimedOn: '2025-05-22',
      },
    },
    { day: 3, verb: 'give', to: 'checker' },
    { verb: 'evidence', source: vladivostok },
    { verb: 'evidence', source: vostochny },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'image',
        title: 'Kim e Putin al pranzo dopo i colloqui di Vladivostok',
        publisher: 'KCNA, agenzia di Stato nordcoreana',
        interest: 'party',
        url: 'https://m-en.yna.co.kr/view/AEN20230910002600325',
        publishedOn: '2019-04-26',
        locator: 'fotografia d’archivio, ripresa da Yonhap',
        origin: 'Governo della Corea del Nord',
      },
    },
    { verb: 'evidence', source: vostochnyByKcna },
    { day: 4, verb: 'search', search: noOther },
    {
      day: 5,
      verb: 'propose',
      verdict: {
        rating: 'true',
        conclusion:
          'Kim fu a Vladivostok nell’aprile 2019 e nell’Estremo Oriente russo nel settembre 2023; altre visite non ne risultano.',
        conclusionEn:
          'Kim was in Vladivostok in April 2019 and in the Russian Far East in September 2023; no other visit is on record.',
        rationale: `Delle due visite danno conto tutte e due le parti. Per i colloqui di **Vladivostok** del 25 aprile 2019 c’è l’archivio del Cremlino [1] e c’è una fotografia dell’agenzia nordcoreana [3]; per quelli di **Vostochny** del 13 settembre 2023 ci sono le parole di Putin [2] e il racconto di Pyongyang [4].

Che non ce ne siano altre si può solo cercare: fra il dicembre 2011, quando Kim prese il potere, e il 22 maggio 2025 non ne abbiamo trovate.`,
        holdsOn: '2025-05-22',
        // Another visit would make it three.
        recheckIn: 0,
        findingsWord:
          'Il secondo paragrafo poggia sulle ricerche: che una visita non ci fu nessuna fonte lo attesta.',
      },
    },
    { day: 6, by: 'editor', verb: 'publish' },
  ],
}

const second: Conclusion = {
  rating: 'true',
  conclusion: 'Prima di quella annunciata l’unica visita di Kim in Russia era dell’aprile 2019.',
  conclusionEn: 'Before the one that was announced, Kim’s only visit to Russia was in April 2019.',
  rationale: 'Nell’archivio del Cremlino c’è la visita dell’aprile 2019 [1], e prima nessun’altra.',
  holdsOn: '2023-09-11',
  findingsWord: 'Il conto si fa su un archivio solo, che è quello di chi ha ospitato la visita.',
}

/** “The second visit”: right when it was said. What is told of it is updated, not corrected. */
export const secondVisit: Life = {
  key: 'second_visit',
  steps: [
    {
      day: 0,
      verb: 'open',
      words: {
        statement:
          'La visita annunciata nel settembre 2023 è la seconda di Kim Jong Un in Russia, dopo quella dell’aprile 2019',
        statementEn:
          'The visit announced in September 2023 is Kim Jong Un’s second to Russia, after that of April 2019',
        kind: 'figure',
        topics: 'Corea del Nord, visite in Russia',
      },
      at: {
        article: 'daily',
        words:
          'Per Kim è il secondo viaggio in territorio russo: il primo lo fece nell’aprile del 2019.',
        claimant: 'outlet',
        claimedOn: '2023-09-11',
      },
    },
    { day: 4, verb: 'give', to: 'checker' },
    { verb: 'evidence', source: vladivostok },
    { verb: 'search', search: noOther },
    { day: 6, verb: 'propose', verdict: second },
    { day: 7, by: 'second', verb: 'publish' },
    { day: 15, verb: 'reopen' },
    { verb: 'evidence', source: { ...vostochny, stance: 'context' } },
    {
      day: 16,
      verb: 'propose',
      verdict: {
        rating: 'true',
        reasons: ['outdated_since'],
        conclusion:
          'Giusto quando fu scritto: la visita annunciata si fece, e fu la seconda; chi parla oggi di una nuova visita parla della terza.',
        conclusionEn:
          'Right when it was written: the announced visit took place, and was the second; whoever speaks of a new visit now speaks of a third.',
        rationale: `L’11 settembre 2023 la frase era giusta: in archivio c’era soltanto la visita dell’aprile 2019 [1].

Due giorni dopo Kim e Putin si videro a Vostochny [2]: la seconda visita da annuncio divenne fatto. Nel maggio 2025 un altro articolo conta due visite **già compiute**, e ha ragione anche quello: i due conti non si contraddicono, perché guardano da due date diverse.`,
        holdsOn: '2023-09-13',
        validUntil: '2023-09-14',
        findingsWord:
          'Il conto si fa su un archivio solo; la testata aveva ragione, e non c’è nulla da chiederle.',
      },
    },
    {
      day: 17,
      by: 'editor',
      verb: 'publish',
      correctionKind: 'update',
      correctionReason:
        'Il giudizio non cambia e non c’era un errore: la visita allora annunciata si è fatta, e si parla già di un’altra. Diciamo a che data vale il conto.',
    },
  ],
}

/** Why the visits stayed in the Far East: a cause, which nobody has taken up yet. */
export const farEast: Life = {
  key: 'far_east',
  steps: [
    {
      day: 3,
      by: 'editor',
      verb: 'open',
      words: {
        statement:
          'Nelle sue visite in Russia Kim Jong Un non andò oltre l’Estremo Oriente per ragioni di sicurezza e di distanza',
        statementEn:
          'On his visits to Russia Kim Jong Un went no further than the Far East for reasons of security and distance',
        kind: 'cause',
        topics: 'Corea del Nord, visite in Russia',
      },
      at: {
        article: 'agency',
        words:
          'Non si spinse mai oltre l’Estremo Oriente russo: una scelta dettata dalla prudenza e dai chilometri.',
        claimant: 'outlet',
        claimedOn: '2025-05-22',
      },
    },
    {
      by: 'editor',
      verb: 'plan',
      plan: { why: 'Il luogo si verifica, il motivo no: serve qualcuno che l’abbia detto.' },
    },
  ],
}
