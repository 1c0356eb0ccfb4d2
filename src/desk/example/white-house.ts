import type { Life } from './shapes.ts'

/** What the White House said: apart from whether it is so. */
export const whiteHouse: Life = {
  key: 'white_house',
  steps: [
    {
      day: 0,
      verb: 'open',
      words: {
        statement:
          'Fra la fine di agosto e i primi di settembre del 2023 la Casa Bianca ha detto, in base a informazioni di intelligence, che la Russia voleva comprare munizioni d’artiglieria nordcoreane',
        statementEn:
          'Between late August and early September 2023 the White House said, on the basis of intelligence, that Russia wanted to buy North Korean artillery ammunition',
        kind: 'said',
        topics: 'Stati Uniti, Russia, Corea del Nord, munizioni',
      },
      at: {
        article: 'daily',
        words:
          'La settimana scorsa la Casa Bianca ha riferito che, in base a notizie dei servizi segreti, Mosca vuole acquistare da Pyongyang altre munizioni per l’artiglieria.',
        claimant: 'outlet',
        claimedOn: '2023-09-11',
      },
    },
    { day: 1, verb: 'give', to: 'checker' },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'article',
        title: 'Kirby: le trattative per le armi fra Russia e Corea del Nord vanno avanti',
        publisher: 'Reuters',
        interest: 'independent',
        url: 'https://english.alarabiya.net/News/world/2023/08/30/US-concerned-that-North-Korea-Russia-arms-talks-are-advancing-White-House',
        publishedOn: '2023-08-30',
        locator: 'ripresa da Al Arabiya',
        origin: 'Casa Bianca, portavoce John Kirby',
        quote:
          'Russian Defense Minister Sergei Shoigu had recently traveled to North Korea to try to convince Pyongyang to sell artillery ammunition to Russia',
        quoteLanguage: 'en',
        translation:
          'Il ministro della Difesa russo Sergei Shoigu era andato da poco in Corea del Nord per cercare di convincere Pyongyang a vendere alla Russia munizioni d’artiglieria',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'statement',
        title: 'John Kirby, portavoce del Consiglio per la sicurezza nazionale, ai giornalisti',
        publisher: 'Casa Bianca',
        interest: 'party',
        url: 'https://www.wionews.com/world/us-claims-russia-north-korea-actively-advancing-in-negotiations-over-arms-deal-630701',
        publishedOn: '2023-08-30',
        locator: 'parole citate da WION il giorno dopo',
        origin: 'Casa Bianca, portavoce John Kirby',
        quote:
          'we have new information which we are able to share today that arms negotiations between Russia and the DPRK are actively advancing',
        quoteLanguage: 'en',
        translation:
          'abbiamo informazioni nuove, che oggi possiamo rendere note: le trattative per le armi fra la Russia e la RPDC vanno avanti',
        note: 'È lo stesso incontro con i giornalisti di [1]: l’origine è una.',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'article',
        title: 'La portavoce Adrienne Watson sulle trattative e su un colloquio fra i due leader',
        publisher: 'Associated Press',
        interest: 'independent',
        url: 'https://ksltv.com/583950/north-koreas-kim-jong-un-may-meet-with-putin-in-russia-this-month-us-official-says/',
        publishedOn: '2023-09-04',
        locator: 'ripresa da KSL',
        origin: 'Casa Bianca, portavoce Adrienne Watson',
        quote: 'tried to persuade North Korea to sell artillery ammunition to Russia',
        quoteLanguage: 'en',
        translation:
          'ha cercato di persuadere la Corea del Nord a vendere alla Russia munizioni d’artiglieria',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'context',
        kind: 'statement',
        title: 'Conferenza stampa con il consigliere per la sicurezza nazionale Jake Sullivan',
        publisher: 'Casa Bianca',
        interest: 'party',
        url: 'https://news.koreaherald.com/view.php?ud=20230906000102',
        publishedOn: '2023-09-05',
        locator: 'parole citate da Yonhap, su The Korea Herald',
        origin: 'Casa Bianca',
        quote: 'to make a trip to Pyongyang in essence to ask for weapons',
        quoteLanguage: 'en',
        translation: 'fare un viaggio a Pyongyang, in sostanza per chiedere armi',
        note: 'Parla di armi, non di artiglieria: per questo è contesto.',
      },
    },
    {
      day: 4,
      verb: 'propose',
      verdict: {
        rating: 'true',
        conclusion:
          'Lo disse il 30 agosto 2023, richiamandosi a informazioni nuove, e lo ripeté il 4 settembre; questo prova che cosa ha detto, non che cosa volesse Mosca.',
        conclusionEn:
          'It said so on 30 August 2023, pointing to new information, and again on 4 September; this proves what it said, not what Moscow wanted.',
        rationale: `L’articolo è dell’11 settembre: «la settimana scorsa» sono i giorni dal 4 al 10:

- Il **30 agosto** il portavoce Kirby disse di avere «informazioni nuove» sulle trattative per le armi [2]; Reuters le chiama intelligence [1]. Dell’artiglieria parlò a proposito del ministro Shoigu, andato a Pyongyang per convincerla a vendere munizioni alla Russia [1].
- Il **4 settembre** la portavoce Watson ripeté che Shoigu aveva cercato di ottenere munizioni d’artiglieria [3]. Questa è la dichiarazione che cade nella settimana dell’articolo.
- Il **5 settembre** Sullivan ne rispose in conferenza stampa parlando di armi, senza dire quali [4]: da solo non basterebbe.

L’articolo scrive «altre» munizioni. Nelle dichiarazioni che abbiamo letto [2] [3] [4] l’aggettivo non c’è, e l’abbiamo lasciato fuori.

La domanda qui è che cosa la Casa Bianca abbia detto, e per questo la fonte migliore è lei stessa. Se fosse vero che la Russia cercava quelle munizioni è un’altra affermazione, e la controlliamo a parte.`,
        holdsOn: '2023-09-11',
        findingsWord:
          'Che cosa disse la Casa Bianca lo mostrano le sue parole: qui non si giudica se fosse vero.',
      },
    },
    { day: 5, by: 'second', verb: 'publish' },
  ],
}
