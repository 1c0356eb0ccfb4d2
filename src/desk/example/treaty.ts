import type { Life } from './shapes.ts'

/** The treaty of June 2024, and the troops that were sent after it. */
export const treaty: Life = {
  key: 'treaty',
  steps: [
    {
      day: 0,
      verb: 'open',
      words: {
        statement:
          'Nel giugno 2024, a Pyongyang, Vladimir Putin e Kim Jong Un hanno firmato un trattato che impegna i due Paesi a soccorrersi in caso di attacco',
        statementEn:
          'In June 2024, in Pyongyang, Vladimir Putin and Kim Jong Un signed a treaty that commits their countries to aid each other if attacked',
        kind: 'happened',
        topics: 'Russia, Corea del Nord, trattato',
      },
      at: {
        article: 'agency',
        words:
          'Tutto comincia a Pyongyang nel giugno 2024, con Vladimir Putin ospite di Kim. Là i due firmarono un trattato che obbliga ciascuno a soccorrere l’altro se viene attaccato.',
        claimant: 'outlet',
        claimedOn: '2025-05-22',
      },
    },
    { day: 1, verb: 'give', to: 'checker' },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'document',
        title:
          'Testo del trattato di partenariato strategico globale fra RPDC e Russia, in inglese',
        publisher: 'KCNA, agenzia di Stato nordcoreana',
        interest: 'party',
        url: 'https://kcnawatch.org/newstream/1718870859-459880358/dprk-russia-treaty-on-comprehensive-strategic-partnership',
        publishedOn: '2024-06-20',
        locator: 'articolo 4',
        quote:
          'In case any one of the two sides is put in a state of war by an armed invasion from an individual state or several states, the other side shall provide military and other assistance with all means in its possession without delay in accordance with Article 51 of the UN Charter and the laws of the DPRK and the Russian Federation.',
        quoteLanguage: 'en',
        writtenOut: true,
        translation:
          'Se una delle due parti si trova in stato di guerra per un’invasione armata da parte di uno o più Stati, l’altra parte le fornisce senza indugio assistenza militare e di altro tipo con tutti i mezzi di cui dispone, secondo l’articolo 51 della Carta dell’Onu e le leggi della RPDC e della Federazione Russa.',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'statement',
        title: 'Colloqui di Pyongyang e dichiarazioni alla stampa dopo la firma',
        publisher: 'Presidenza della Federazione Russa',
        interest: 'party',
        url: 'http://en.kremlin.ru/events/president/news/by-date/19.06.2024',
        publishedOn: '2024-06-19',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'context',
        kind: 'statement',
        title: 'Scambio degli strumenti di ratifica a Mosca: il trattato entra in vigore',
        publisher: 'KCNA, agenzia di Stato nordcoreana',
        interest: 'party',
        url: 'https://interfax.com/newsroom/top-stories/108291/',
        publishedOn: '2024-12-05',
        locator: 'citata da Interfax lo stesso giorno',
        quote:
          'The treaty has an effect from December 4, 2024 when the ratification instruments were exchanged according to Article 22 of the treaty',
        quoteLanguage: 'en',
        writtenOut: true,
        translation:
          'Il trattato ha effetto dal 4 dicembre 2024, giorno in cui sono stati scambiati gli strumenti di ratifica secondo l’articolo 22 del trattato',
      },
    },
    {
      day: 2,
      verb: 'propose',
      verdict: {
        rating: 'true',
        conclusion:
          'Il trattato fu firmato a Pyongyang il 19 giugno 2024, e l’articolo 4 impegna ciascuno a dare assistenza militare all’altro se subisce un’invasione armata.',
        conclusionEn:
          'The treaty was signed in Pyongyang on 19 June 2024, and article 4 commits each side to give the other military assistance if it suffers an armed invasion.',
        rationale: `Il documento si chiama *trattato di partenariato strategico globale*. Il Cremlino ne diede notizia il giorno della firma, il **19 giugno 2024** [2]; il testo uscì il giorno dopo sull’agenzia nordcoreana [1].

L’obbligo di soccorso sta nell’articolo 4 [1]. Vale per un’«invasione armata» e rinvia all’articolo 51 della Carta dell’Onu e alle leggi dei due Paesi: chi scrive «se viene attaccato» lo riassume bene, ma riassume un articolo e non l’intero trattato.

Le fonti sono le due parti, l’una indipendente dall’altra. Su che cosa hanno firmato, dove e quando sono la fonte prima, e concordano. Il trattato è in vigore dal 4 dicembre 2024 [3].`,
        holdsOn: '2025-05-22',
        findingsWord:
          'Il testo è pubblico, e le due parti che l’hanno firmato lo raccontano allo stesso modo.',
      },
    },
    { day: 3, by: 'editor', verb: 'publish' },
  ],
}
