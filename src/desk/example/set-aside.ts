import type { Life } from './shapes.ts'

/** A possibility judged as if it were a forecast, and before its time: withdrawn, and set aside. */
export const rumours: Life = {
  key: 'rumours',
  steps: [
    {
      day: 2,
      verb: 'open',
      words: {
        statement: 'Kim Jong Un tornerà in Russia nel giugno 2025 o, al più tardi, in settembre',
        statementEn:
          'Kim Jong Un will return to Russia in June 2025 or, at the latest, in September',
        kind: 'forecast',
        topics: 'Russia, Corea del Nord, visite in Russia',
      },
      at: {
        article: 'agency',
        words:
          'il nordcoreano potrebbe tornare in Russia già a giugno, o al più tardi in settembre',
        claimant: 'unknown',
        chain: ['voci senza autore', 'Agenzia Esempio'],
        claimedOn: '2025-05-22',
      },
    },
    { day: 5, verb: 'give', to: 'checker' },
    {
      verb: 'search',
      search: {
        place: 'Archivio del Cremlino, KCNA Watch, TASS',
        words: 'visita Kim giugno 2025; визит Ким Чен Ына сентябрь',
        outcome: 'none_found',
        note: 'Nessuno che parli con un nome indica quei mesi.',
      },
    },
    {
      day: 7,
      verb: 'propose',
      verdict: {
        rating: 'unproven',
        conclusion: 'Nessuna fonte con un nome indica una visita in quei mesi.',
        conclusionEn: 'No named source points to a visit in those months.',
        rationale:
          'Abbiamo cercato negli archivi ufficiali delle due capitali e non abbiamo trovato né l’annuncio né l’ipotesi di una visita in giugno o in settembre.',
        holdsOn: '2025-05-22',
        findingsWord: 'È una previsione che nessuno firma.',
      },
    },
    { day: 9, by: 'editor', verb: 'publish' },
    {
      day: 18,
      by: 'second',
      verb: 'withdraw',
      reason:
        'L’errore è nostro. L’articolo scrive «potrebbe»: una possibilità, con due periodi in alternativa e nessuno che la firmi. Noi abbiamo scritto «tornerà», e l’abbiamo giudicata al 22 maggio 2025, quando giugno non era cominciato. Una previsione si giudica quando dice un giorno o un luogo, e dopo quel giorno.',
    },
    { day: 19, verb: 'reopen' },
    {
      verb: 'set_aside',
      reason: 'not_checkable',
      words:
        'Un «potrebbe» non lo smentisce nessun fatto. La voce su mercoledì 13 settembre 2023 a Vladivostok diceva invece un giorno e un luogo, e quel giorno è passato: quella si controlla. Se qualcuno indicherà una data per la nuova visita, sarà un’altra affermazione.',
    },
  ],
}

/** Two leaders who do not get on: an opinion. */
export const coolness: Life = {
  key: 'coolness',
  steps: [
    {
      day: 1,
      verb: 'open',
      words: {
        statement: 'Kim Jong Un e Xi Jinping non vanno d’accordo',
        statementEn: 'Kim Jong Un and Xi Jinping do not get on',
        kind: 'happened',
        topics: 'Corea del Nord, Cina',
      },
      at: {
        article: 'agency',
        words: 'con Kim non è mai andato molto d’accordo',
        claimant: 'outlet',
        claimedOn: '2025-05-22',
      },
    },
    {
      day: 2,
      by: 'editor',
      verb: 'set_aside',
      reason: 'opinion',
      words:
        'È un’impressione sui rapporti fra due persone. Se qualcuno ne trae un fatto, come una visita rifiutata, si controlla quello.',
    },
  ],
}

/** The troops, taken again from an English article: a duplicate. */
export const troopsAgain: Life = {
  key: 'troops_again',
  steps: [
    {
      day: 5,
      by: 'editor',
      verb: 'open',
      words: {
        statement: 'La Corea del Nord combatte in Ucraina con migliaia di soldati propri',
        statementEn: 'North Korea is fighting in Ukraine with thousands of soldiers of its own',
        kind: 'happened',
        topics: 'Corea del Nord, guerra in Ucraina',
      },
      at: {
        article: 'weekly',
        words: 'North Korea has sent thousands of soldiers to fight on Russia’s side',
        claimant: 'outlet',
        claimedOn: '2025-05-26',
      },
    },
    {
      day: 6,
      verb: 'set_aside',
      reason: 'duplicate',
      duplicateOf: 'troops',
      words: 'È la stessa affermazione dell’Agenzia Esempio, ripresa in inglese.',
    },
  ],
}
