import type { Life } from './shapes.ts'

/** An error of an invented weekly: false, and it said so. */
export const neverFlew: Life = {
  key: 'never_flew',
  steps: [
    {
      day: 5,
      verb: 'open',
      words: {
        statement: 'Kim Jong Un non è mai salito su un aereo per un viaggio all’estero',
        statementEn: 'Kim Jong Un has never boarded a plane for a trip abroad',
        kind: 'happened',
        topics: 'Corea del Nord, viaggi',
      },
      at: {
        article: 'weekly',
        words: 'He has never boarded a plane for a trip abroad.',
        claimant: 'outlet',
        claimedOn: '2025-05-26',
      },
    },
    { day: 9, by: 'editor', verb: 'give', to: 'checker' },
    {
      verb: 'evidence',
      source: {
        stance: 'refutes',
        kind: 'statement',
        title: 'Il ministro degli Esteri accoglie Kim all’aeroporto di Changi, 10 giugno 2018',
        publisher: 'Vivian Balakrishnan, ministro degli Esteri di Singapore',
        interest: 'state',
        url: 'http://mbl.is/frettir/erlent/2018/06/10/kim_kominn_til_singapur',
        publishedOn: '2018-06-10',
        locator: 'messaggio su Twitter, ripreso da mbl.is',
        origin: 'Governo di Singapore',
        quote: 'Welcomed Chairman Kim Jong Un, who has just arrived in Singapore.',
        quoteLanguage: 'en',
        translation: 'Ho dato il benvenuto al presidente Kim Jong Un, appena arrivato a Singapore.',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'refutes',
        kind: 'statement',
        title: 'Kim Jong Un torna in aereo da Singapore',
        publisher: 'KCNA, agenzia di Stato nordcoreana',
        interest: 'party',
        url: 'http://juche007-anglo-peopleskoreafriendship.blogspot.com/2018/06/kim-jong-un-returns-home.html?m=1',
        publishedOn: '2018-06-14',
        locator:
          'testo in inglese, riprodotto da un’associazione di amicizia con la Corea del Nord',
        origin: 'Governo della Corea del Nord',
        quote:
          'The Chinese plane carrying him arrived at Pyongyang International Airport at 7:00 a.m. of Wednesday.',
        quoteLanguage: 'en',
        translation:
          'L’aereo cinese che lo portava è arrivato all’aeroporto internazionale di Pyongyang alle 7 di mercoledì.',
      },
    },
    {
      verb: 'ask',
      question: {
        who: 'The Sample Herald',
        role: 'redazione (testata inventata)',
        way: 'form',
        question: 'Nel giugno 2018 Kim atterrò a Singapore. Su che cosa si basa la vostra frase?',
        visibility: 'public',
      },
    },
    {
      day: 11,
      verb: 'answer',
      outcome: 'replied',
      reply: 'Avete ragione: volevamo dire che di rado vola. Correggiamo.',
    },
    {
      verb: 'propose',
      verdict: {
        rating: 'false',
        reasons: ['factual_error'],
        conclusion:
          'Il 10 giugno 2018 Kim atterrò a Singapore per l’incontro con Donald Trump; del volo di ritorno scrisse anche l’agenzia del suo Paese.',
        conclusionEn:
          'On 10 June 2018 Kim landed in Singapore for his meeting with Donald Trump; his own country’s news agency reported the flight back.',
        rationale: `Basta un viaggio. Il **10 giugno 2018** il ministro degli Esteri di Singapore lo accolse all’aeroporto [1], e tre giorni dopo, scrisse l’agenzia nordcoreana, tornò a Pyongyang su un aereo cinese [2]. Le due origini non dipendono l’una dall’altra.

Che Kim preferisca il treno è un’altra cosa, e qui non è in discussione. La testata ci ha risposto che corregge.`,
        holdsOn: '2025-05-26',
        findingsWord:
          'Dei due voli ci sono le foto; il secondo paragrafo riferisce la risposta della testata, e non ha altra fonte.',
      },
    },
    { day: 12, by: 'editor', verb: 'publish' },
  ],
}
