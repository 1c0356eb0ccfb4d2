import type { Life } from './shapes.ts'

/** A visit in preparation, of which one government tells. The first proposal came back. */
export const prepared: Life = {
  key: 'prepared',
  steps: [
    {
      day: 1,
      verb: 'open',
      words: {
        statement: 'Il governo russo sta preparando una visita di Kim Jong Un in Russia',
        statementEn: 'The Russian government is preparing a visit by Kim Jong Un to Russia',
        kind: 'happened',
        topics: 'Russia, Corea del Nord, visite in Russia',
      },
      at: {
        article: 'agency',
        words: 'A Mosca si prepara un viaggio di Kim Jong Un in Russia',
        claimant: {
          name: 'Andrei Rudenko',
          role: 'viceministro degli Esteri della Federazione Russa',
        },
        chain: ['Andrei Rudenko', 'agenzie di stampa russe', 'Agenzia Esempio'],
        claimedOn: '2025-05-21',
        claimedOnReason:
          'L’articolo è del 22 maggio e non dice il giorno; le agenzie russe ne scrissero il 21.',
      },
    },
    { day: 16, verb: 'give', to: 'checker' },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'statement',
        title: 'Rudenko: la visita di Kim si sta concordando, presto per parlare di date',
        publisher: 'RIA Novosti, agenzia di Stato russa',
        interest: 'party',
        url: 'https://s30130405219.mirtesen.ru/blog/43944166425/V-MID-Rossii-rasskazali-o-podgotovke-vizita-Kim-CHen-YIna-v-Mosk',
        publishedOn: '2025-05-21',
        locator: 'ripresa da un blog di notizie',
        origin: 'Andrei Rudenko',
        quote:
          'Подтверждаю, что председатель государственных дел КНДР имеет приглашение президента России Владимира Владимировича Путина посетить с официальным визитом Россию',
        quoteLanguage: 'ru',
        translation:
          'Confermo che il presidente degli Affari di Stato della RPDC è invitato dal presidente russo Vladimir Vladimirovič Putin a visitare ufficialmente la Russia',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'context',
        kind: 'statement',
        title: 'Colloqui di Pyongyang: Putin invita Kim a Mosca',
        publisher: 'Presidenza della Federazione Russa',
        interest: 'party',
        url: 'http://en.kremlin.ru/events/president/news/by-date/19.06.2024',
        publishedOn: '2024-06-19',
        origin: 'Governo della Federazione Russa',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'statement',
        title: 'Rudenko: la visita di Kim è nella fase dei preparativi',
        publisher: 'TASS, agenzia di Stato russa',
        interest: 'party',
        url: 'https://www.nknews.org/2025/03/russia-preparing-to-welcome-kim-jong-un-for-visit-this-year-moscow-says/',
        publishedOn: '2025-03-27',
        locator: 'citata da NK News lo stesso giorno',
        origin: 'Andrei Rudenko',
        quote: 'preparatory stage',
        quoteLanguage: 'en',
        translation: 'fase dei preparativi',
      },
    },
    {
      day: 18,
      verb: 'propose',
      verdict: {
        rating: 'true',
        conclusion: 'Lo dice il viceministro degli Esteri russo, e l’invito c’è.',
        conclusionEn: 'Russia’s deputy foreign minister says so, and the invitation stands.',
        rationale:
          'Lo dice Rudenko, in maggio [1] e in marzo [3]. L’invito di Putin è del giugno 2024 [2].',
        holdsOn: '2025-05-22',
        findingsWord: 'È una voce sola, ma è di chi la visita la organizza.',
      },
    },
    {
      day: 19,
      by: 'editor',
      verb: 'return',
      comment:
        'Due notizie, ma un’origine sola, e parla di sé: «vero» è troppo. Pyongyang ha detto qualcosa? Cercalo, e scrivi che cosa hai trovato.',
    },
    {
      day: 21,
      verb: 'search',
      search: {
        place: 'KCNA Watch, dal giugno 2024',
        words: 'visit to Russia; visit to Moscow; invitation; preparations',
        outcome: 'none_found',
        note: 'Di preparativi non si parla.',
      },
    },
    {
      verb: 'ask',
      question: {
        who: 'Ufficio stampa di un’ambasciata a Roma',
        role: 'contatto d’esempio: nessuno ha scritto davvero',
        way: 'phone',
        question: 'La Corea del Nord conferma che una visita è in preparazione?',
        visibility: 'desk_only',
      },
    },
    { day: 26, verb: 'answer', outcome: 'silent' },
    { verb: 'plan', plan: { why: 'Se ne parla ogni settimana come di cosa fatta.', dueIn: 1 } },
    {
      day: 29,
      verb: 'propose',
      verdict: {
        rating: 'unproven',
        conclusion:
          'Mosca dice di preparare la visita, e l’invito c’è; ma lo dice lei sola, e da Pyongyang non abbiamo trovato conferme.',
        conclusionEn:
          'Moscow says that it is preparing the visit, and the invitation stands; but it alone says so, and we found no confirmation from Pyongyang.',
        rationale: `Che il governo russo prepari la visita lo dice il governo russo, con il viceministro Rudenko, in maggio [1] e già in marzo [3]. Sono due notizie e **una** origine: la più vicina ai fatti, ed è anche quella che ha interesse ad annunciarli.

L’invito da cui tutto parte è documentato: Putin lo fece a Pyongyang nel giugno 2024 [2]. Un invito, però, non è ancora una visita in preparazione.

Da parte nordcoreana abbiamo cercato una conferma e non l’abbiamo trovata. «Non provato» non vuol dire falso: è lo stesso metro che usiamo per il numero dei soldati, dove a parlare è un solo servizio di intelligence. Con una conferma da Pyongyang, o con un atto che si possa vedere, il giudizio cambierebbe.`,
        holdsOn: '2025-05-22',
        findingsWord: 'Che a parlare sia una parte sola è il giudizio stesso, e il testo lo dice.',
      },
    },
  ],
}
