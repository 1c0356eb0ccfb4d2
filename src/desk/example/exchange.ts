import type { Life } from './shapes.ts'
import { msmt } from './sources.ts'

/** What was given in return: one compound sentence, split into technology and money. */
export const technology: Life = {
  key: 'technology',
  steps: [
    {
      day: 1,
      verb: 'open',
      words: {
        statement:
          'In cambio dei soldati la Russia ha dato alla Corea del Nord tecnologia militare e denaro',
        statementEn:
          'In return for the soldiers Russia gave North Korea military technology and money',
        kind: 'happened',
        topics: 'Russia, Corea del Nord, tecnologia militare, sanzioni',
      },
      at: {
        article: 'agency',
        words: 'Mosca ha ripagato l’aiuto con tecnologia militare e con denaro.',
        claimant: 'outlet',
        claimedOn: '2025-05-22',
      },
    },
    {
      day: 6,
      by: 'editor',
      verb: 'split',
      first: {
        statement:
          'In cambio dei soldati la Russia ha dato alla Corea del Nord tecnologia militare',
        statementEn: 'In return for the soldiers Russia gave North Korea military technology',
        kind: 'happened',
      },
      second: {
        key: 'money',
        statement: 'In cambio dei soldati la Russia ha dato alla Corea del Nord denaro',
        statementEn: 'In return for the soldiers Russia gave North Korea money',
        kind: 'happened',
      },
    },
    { day: 11, verb: 'give', to: 'checker' },
    {
      verb: 'evidence',
      source: {
        ...msmt,
        note: 'Elenca sistemi di difesa aerea e apparati di disturbo elettronico. Quanto sia un compenso per i soldati, e non per le munizioni, resta da leggere con cura.',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'statement',
        title: 'Intervista televisiva del consigliere per la sicurezza nazionale Shin Won-sik',
        publisher: 'SBS, televisione sudcoreana',
        interest: 'state',
        url: 'https://swissinfo.ch/eng/south-korea-official-says-russia-provided-anti-air-missile-to-north-korea/88276634',
        publishedOn: '2024-11-22',
        locator: 'nella traduzione inglese di Reuters',
        origin: 'Governo della Corea del Sud',
        quote:
          'North Korea has been provided with related equipment and anti-aircraft missiles to strengthen Pyongyang’s weak air defence system',
        quoteLanguage: 'en',
        translation:
          'alla Corea del Nord sono stati forniti apparati e missili antiaerei per rafforzare la debole difesa aerea di Pyongyang',
        note: 'Risponde a chi gli chiede che cosa Pyongyang riceva per i soldati. Lo stesso governo siede nella squadra di [1].',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'context',
        kind: 'statement',
        title: 'Incontro fra Putin e Kim al cosmodromo di Vostochny',
        publisher: 'Presidenza della Federazione Russa',
        interest: 'party',
        url: 'https://www.devdiscourse.com/article/politics/2591747-quotes-putin-and-north-koreas-kim-in-their-own-words',
        publishedOn: '2023-09-13',
        locator: 'nella traduzione inglese di Reuters',
        quote:
          'The leader of the DPRK shows great interest in rocket engineering; they are also trying to develop space.',
        quoteLanguage: 'en',
        writtenOut: true,
        translation:
          'Il capo della RPDC mostra grande interesse per la tecnica dei razzi; anche loro cercano di sviluppare il settore spaziale.',
        note: 'Di aiuto nel settore spaziale si parlava già un anno prima dell’invio di soldati: l’«in cambio» va dimostrato.',
      },
    },
    {
      day: 14,
      verb: 'search',
      search: {
        place: 'Siti del Cremlino e del ministero degli Esteri russo',
        words: 'КНДР поставки ПВО; военно-техническое сотрудничество КНДР',
        outcome: 'none_found',
        note: 'Nessun documento russo parla di forniture militari alla Corea del Nord.',
      },
    },
    {
      day: 16,
      verb: 'ask',
      question: {
        who: 'Ufficio stampa di un’ambasciata a Roma',
        role: 'contatto d’esempio: nessuno ha scritto davvero',
        way: 'email',
        question:
          'La Russia ha trasferito alla Corea del Nord sistemi di difesa aerea o altre tecnologie militari dopo l’ottobre 2024? Se sì, con quale accordo?',
        visibility: 'desk_only',
      },
    },
    { day: 23, verb: 'answer', outcome: 'silent' },
    {
      day: 25,
      verb: 'draft',
      verdict: {
        conclusion:
          'Undici governi parlano di sistemi di difesa aerea e di disturbo elettronico; che siano il prezzo dei soldati, per ora, lo dicono soltanto loro.',
        conclusionEn:
          'Eleven governments speak of air defence and jamming systems; that these are the price of the soldiers is, so far, only their word.',
        rationale:
          'Le forniture le riferiscono il rapporto [1], uscito il 29 maggio, e il governo sudcoreano [2]: non sono due fonti indipendenti. Di tecnologia si parlava già nel 2023 [3]. **Manca**: una fonte che leghi la fornitura ai soldati e non venga da quei governi.',
        holdsOn: '2025-05-29',
      },
    },
    {
      verb: 'plan',
      plan: {
        why: 'I lettori ci chiedono che cosa abbia ricevuto Pyongyang.',
        waitsFor: 'Un’analista di armamenti che ha visto le immagini del rapporto [1].',
        dueIn: 4,
      },
    },
  ],
}

/** The other half, which nobody holds yet. */
export const money: Life = {
  key: 'money',
  steps: [
    {
      day: 7,
      by: 'editor',
      verb: 'plan',
      plan: {
        why: 'Era la seconda metà di una frase composta: ha bisogno di prove proprie.',
        waitsFor: 'Una fonte sui pagamenti; le paghe dei soldati sono un’altra cosa.',
        dueIn: 9,
      },
    },
  ],
}
