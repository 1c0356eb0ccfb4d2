import type { Life } from './shapes.ts'
import { leftOnSunday, seenAtTheBorder } from './sources.ts'

/** The journeys by armoured train: one claim, in two articles. */
export const train: Life = {
  key: 'train',
  steps: [
    {
      day: 1,
      verb: 'open',
      words: {
        statement:
          'Kim Jong Un ha viaggiato sul suo treno blindato in tutte e due le visite in Russia, nel 2019 e nel 2023',
        statementEn:
          'Kim Jong Un travelled on his armoured train for both visits to Russia, in 2019 and in 2023',
        kind: 'happened',
        topics: 'Corea del Nord, visite in Russia, treno',
      },
      at: {
        article: 'agency',
        words:
          'Entrambe le volte viaggiò sul treno corazzato che usa per gli spostamenti all’estero.',
        claimant: 'outlet',
        claimedOn: '2025-05-22',
      },
    },
    {
      day: 2,
      verb: 'appear',
      at: {
        article: 'daily',
        words:
          'Anche allora scelse il treno blindato, lo stesso mezzo con cui si sta spostando adesso.',
        claimant: 'outlet',
        claimedOn: '2023-09-11',
      },
    },
    { verb: 'give', to: 'checker' },
    {
      day: 5,
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'article',
        title: 'Il treno di Kim lascia Khasan diretto a Ussurijsk, 24 aprile 2019',
        publisher: 'TASS, agenzia di Stato russa',
        interest: 'state',
        url: 'https://tass.com/world/1055288',
        publishedOn: '2019-04-24',
        origin: 'Amministrazione del distretto di Khasan',
        quote:
          'The armored train carrying North Korean leader Kim Jong-un has left the border station of Hasan and is heading toward Ussuriysk',
        quoteLanguage: 'en',
        translation:
          'Il treno blindato che porta il leader nordcoreano Kim Jong Un ha lasciato la stazione di confine di Khasan e va verso Ussurijsk',
      },
    },
    { verb: 'evidence', source: leftOnSunday },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'video',
        title: 'L’accoglienza di Kim alla stazione di Khasan, 12 settembre 2023',
        publisher: 'Aleksandr Kozlov, ministro russo delle Risorse naturali',
        interest: 'party',
        publishedOn: '2023-09-12',
        locator: 'canale Telegram del ministro',
        origin: 'Delegazione russa che accolse il treno',
      },
    },
    { day: 6, verb: 'evidence', source: seenAtTheBorder },
    {
      day: 10,
      verb: 'propose',
      verdict: {
        rating: 'mostly_true',
        conclusion:
          'Kim arrivò in treno tutte e due le volte, e lo mostrano immagini e testimoni; che il treno sia blindato, invece, è soltanto riferito.',
        conclusionEn:
          'Kim came by train both times, as pictures and witnesses show; that the train is armoured, however, is only reported.',
        rationale: `**2019.** Il treno passò da Khasan, appena dentro la Russia, il 24 aprile [1].

**2023.** Pyongyang annunciò la partenza in treno [2], i giornalisti dell’Associated Press videro un treno come il suo alla stazione di confine [4], e un ministro russo diffuse le immagini dell’arrivo a Khasan [3]. Sono tre origini diverse.

**La corazza.** La TASS lo chiama «blindato» [1] e non dice da che cosa lo sappia; le altre fonti non ne parlano. Della blindatura si legge da anni, di articolo in articolo, senza che si risalga a un documento: perciò il giudizio non è pieno.

La frase dell’11 settembre 2023 fu scritta a viaggio in corso, e parlava del 2023 al presente: quel che disse si è avverato [3].`,
        holdsOn: '2025-05-22',
        findingsWord:
          'Tre origini mostrano il treno; sulla corazza, dove manca una ricerca, il dubbio è già nel giudizio.',
      },
    },
    { day: 11, by: 'editor', verb: 'publish' },
  ],
}
