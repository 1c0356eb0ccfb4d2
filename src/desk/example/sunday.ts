import type { Life } from './shapes.ts'
import { leftOnSunday, seenAtTheBorder } from './sources.ts'

/** The departure on Sunday evening, from sources that nobody names. */
export const sunday: Life = {
  key: 'sunday',
  steps: [
    {
      day: 2,
      verb: 'open',
      words: {
        statement:
          'Il treno di Kim Jong Un ha lasciato Pyongyang la sera di domenica 10 settembre 2023',
        statementEn:
          'Kim Jong Un’s train left Pyongyang on the evening of Sunday 10 September 2023',
        kind: 'happened',
        topics: 'Corea del Nord, visite in Russia, treno',
      },
      at: {
        article: 'daily',
        words:
          'A Seul fonti coperte dall’anonimato hanno raccontato alla stampa che il convoglio ha lasciato Pyongyang nella serata di domenica.',
        claimant: 'unknown',
        chain: ['fonti di Seul, senza nome', 'stampa', 'Corriere dell’Esempio'],
        claimedOn: '2023-09-11',
      },
    },
    { day: 6, verb: 'give', to: 'checker' },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'article',
        title: 'Un treno che si ritiene di Kim sarebbe partito da Pyongyang',
        publisher: 'Chosun Ilbo',
        interest: 'independent',
        url: 'https://www.wionews.com/world/train-with-possibly-kim-jong-un-on-board-leaves-north-korea-for-russia-south-korean-media-634806',
        publishedOn: '2023-09-11',
        locator: 'riferito da WION lo stesso giorno',
        origin: 'Fonti governative sudcoreane senza nome',
      },
    },
    {
      verb: 'evidence',
      source: {
        ...seenAtTheBorder,
        stance: 'context',
        note: 'Prova che lunedì un treno era al confine. Non dice quando era partito.',
      },
    },
    { day: 7, verb: 'evidence', source: { ...leftOnSunday, stance: 'refutes' } },
    {
      verb: 'evidence',
      source: {
        stance: 'context',
        kind: 'expert',
        title: 'Telefonata con un collega che da Seul ha seguito il viaggio',
        interest: 'independent',
        note: 'Appunti d’esempio: la persona non esiste. Servono a mostrare che cosa resta in redazione.',
        visibility: 'desk_only',
        visibilityReason: 'Ha parlato a condizione di non comparire.',
      },
    },
    {
      day: 8,
      verb: 'search',
      search: {
        place: 'Archivi fotografici delle agenzie e immagini satellitari in commercio',
        words: 'Pyongyang station; Kim train; 10 September 2023',
        outcome: 'none_found',
        note: 'Immagini della partenza con un’ora verificabile non ne abbiamo trovate.',
      },
    },
    {
      verb: 'ask',
      question: {
        who: 'Livia Sarti',
        role: 'autrice dell’articolo, Corriere dell’Esempio (persona inventata)',
        way: 'email',
        question:
          'Ha parlato lei con le fonti di Seul? E di che cosa parlano: di domenica, o della sera?',
        visibility: 'public',
      },
    },
    {
      day: 10,
      verb: 'answer',
      outcome: 'replied',
      reply: 'Non ho parlato con loro: la notizia era nei giornali di Seul, e l’ora veniva da lì.',
    },
    {
      day: 11,
      verb: 'propose',
      verdict: {
        rating: 'unproven',
        conclusion:
          'Della sera parlano soltanto fonti senza nome; il giorno dopo Pyongyang confermò la domenica, ma nel pomeriggio.',
        conclusionEn:
          'Only unnamed sources speak of the evening; the next day Pyongyang confirmed the Sunday, but in the afternoon.',
        rationale: `L’11 settembre 2023, quando la frase fu scritta, l’unica origine erano fonti governative sudcoreane che nessuno nomina [1]. Che quel lunedì un treno fosse al confine lo videro dei giornalisti [2]; ma questo non dice a che ora fosse partito.

Il **12 settembre** l’agenzia nordcoreana scrisse che Kim era partito domenica **pomeriggio** [3]. È una parte in causa, ed è l’unica voce sull’ora che abbia un nome: conferma il giorno e contraddice la sera. Per questo il giudizio guarda al 12 e non al giorno dell’articolo.

Diamo «non provato» e non «falso» perché fra pomeriggio e sera corre poco, e nessuna delle due ore si può verificare. Chi vuole sapere il giorno può fidarsi della domenica, sulla parola di Pyongyang [3].`,
        holdsOn: '2023-09-12',
        findingsWord:
          'Le fonti di quella sera non hanno nome, e il verdetto lo dice: chi lo afferma non si può sapere.',
      },
    },
    { day: 12, by: 'second', verb: 'publish' },
  ],
}
