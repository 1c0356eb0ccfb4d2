import type { Life } from './shapes.ts'
import { msmt } from './sources.ts'

/** Troops sent, as an outlet says in its own voice. */
export const troops: Life = {
  key: 'troops',
  steps: [
    {
      day: 0,
      verb: 'open',
      words: {
        statement:
          'Dopo il trattato del giugno 2024 la Corea del Nord ha mandato migliaia di soldati a combattere al fianco della Russia contro l’Ucraina',
        statementEn:
          'After the treaty of June 2024 North Korea sent thousands of soldiers to fight alongside Russia against Ukraine',
        kind: 'happened',
        topics: 'Russia, Corea del Nord, guerra in Ucraina, soldati',
      },
      at: {
        article: 'agency',
        words:
          'Sono migliaia i militari che Pyongyang, dopo la firma di quel patto, ha mandato a combattere al fianco dei russi contro l’Ucraina.',
        claimant: 'outlet',
        claimedOn: '2025-05-22',
      },
    },
    { day: 2, verb: 'give', to: 'checker' },
    {
      verb: 'plan',
      plan: { why: 'È il fatto da cui dipendono quasi tutte le altre affermazioni.' },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'statement',
        title: 'Dichiarazione della Commissione militare centrale del Partito del lavoro di Corea',
        publisher: 'KCNA, agenzia di Stato nordcoreana',
        interest: 'party',
        url: 'https://arabnews.pk/node/2598962',
        publishedOn: '2025-04-28',
        locator: 'citata da Associated Press, su Arab News',
        origin: 'Governo della Corea del Nord',
        quote:
          'annihilate and wipe out the Ukrainian neo-Nazi occupiers and liberate the Kursk area in cooperation with the Russian armed forces',
        quoteLanguage: 'en',
        writtenOut: true,
        translation:
          'annientare e spazzare via gli occupanti neonazisti ucraini e liberare la zona di Kursk insieme con le forze armate russe',
        note: 'Ammette l’invio nella regione di Kursk e lo fonda sull’articolo 4 del trattato. Non dà numeri.',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'statement',
        title: 'Dichiarazione di Vladimir Putin sui militari nordcoreani nella regione di Kursk',
        publisher: 'Presidenza della Federazione Russa',
        interest: 'party',
        url: 'https://kcnawatch.org/newstream/1745878075-343569229/russian-president-issues-statement-on-participation-of-combat-sub-units-of-dprk-armed-forces-in-operations-for-liberating-kursk-area-of-russia/',
        publishedOn: '2025-04-28',
        locator: 'testo integrale in inglese, ripreso da KCNA il giorno dopo',
        origin: 'Governo della Federazione Russa',
        quote:
          'Units of the Korean People’s Army played an active role in the fight that brought the defeat of the neo-Nazi formations of the Kiev regime that invaded our territory',
        quoteLanguage: 'en',
        translation:
          'Reparti dell’Esercito popolare coreano hanno avuto parte attiva nella lotta che ha portato alla sconfitta delle formazioni neonaziste del regime di Kiev che avevano invaso il nostro territorio',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'statement',
        title:
          'Rapporto del capo di stato maggiore Valery Gerasimov a Putin sulla regione di Kursk',
        publisher: 'Presidenza della Federazione Russa',
        interest: 'party',
        url: 'https://kcnawatch.org/newstream/1745974002-694468613/russian-figures-highly-praise-feats-of-combat-sub-units-of-dprk-armed-forces-in-liberating-kursk-area/',
        publishedOn: '2025-04-26',
        locator: 'in inglese, ripreso da KCNA il 29 aprile',
        origin: 'Governo della Federazione Russa',
        quote:
          "I want to point out the participation of servicemen from the Democratic People's Republic of Korea in the liberation of the Kursk Region's border areas",
        quoteLanguage: 'en',
        translation:
          'Voglio segnalare che militari della Repubblica popolare democratica di Corea hanno partecipato alla liberazione delle zone di confine della regione di Kursk',
        note: 'È la prima ammissione pubblica da parte russa.',
      },
    },
    {
      day: 3,
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'statement',
        title:
          'Comunicato sul primo invio di soldati nordcoreani a Vladivostok, con immagini satellitari',
        publisher: 'Servizio nazionale di intelligence della Corea del Sud (NIS)',
        interest: 'state',
        url: 'https://anews.com.tr/asia/2024/10/18/n-korea-sent-first-contingent-of-1500-soldiers-to-russia-seoul-spy-agency',
        publishedOn: '2024-10-18',
        locator: 'nella traduzione inglese di AFP, su A News',
        origin: 'NIS',
        quote:
          'North Korea transported its special forces to Russia via a Russian Navy transport ship',
        quoteLanguage: 'en',
        translation:
          'la Corea del Nord ha trasferito forze speciali in Russia su una nave da trasporto della Marina russa',
        note: 'Circa 1.500 uomini nel primo trasporto, con altri in partenza.',
      },
    },
    {
      verb: 'evidence',
      source: {
        ...msmt,
        note: 'Parla di oltre 11.000 soldati nel 2024 e di altri 3.000 dopo. Fra gli undici c’è Seul: non è del tutto indipendente dal NIS.',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'refutes',
        kind: 'statement',
        title:
          'Il rappresentante nordcoreano alla Prima commissione dell’Assemblea generale dell’Onu',
        publisher: 'Missione della RPDC presso le Nazioni Unite',
        interest: 'party',
        url: 'http://world.kbs.co.kr/service/news_view.htm?lang=e&Seq_Code=188596',
        publishedOn: '2024-10-21',
        locator: 'riferito da KBS World il giorno dopo',
        origin: 'Governo della Corea del Nord',
        note: 'Chiamò l’invio di truppe una voce senza fondamento.',
        rank: 'deprecated',
        rankReason: 'Superata dall’ammissione dello stesso governo il 28 aprile 2025.',
      },
    },
    {
      day: 4,
      verb: 'search',
      search: {
        place: 'KCNA Watch e archivio del Cremlino, dal 28 aprile 2025',
        words: 'Kursk; DPRK troops; military personnel',
        outcome: 'none_found',
        note: 'Nessuna delle due capitali è tornata sull’ammissione.',
      },
    },
    {
      day: 8,
      verb: 'propose',
      verdict: {
        rating: 'true',
        conclusion:
          'Dall’ottobre 2024 la Corea del Nord ha mandato migliaia di soldati, e nell’aprile 2025 lo hanno ammesso sia Mosca sia Pyongyang.',
        conclusionEn:
          'From October 2024 North Korea sent thousands of soldiers, and in April 2025 both Moscow and Pyongyang admitted it.',
        rationale: `Che i soldati ci siano stati lo dicono, dopo mesi di silenzi e di smentite, i due governi che li hanno mandati e impiegati: il capo di stato maggiore russo il 26 aprile 2025 [3], Putin [2] e la Commissione militare nordcoreana [1] due giorni dopo. Pyongyang richiama l’articolo 4 del trattato, quindi anche il «dopo» della frase è suo.

Né Mosca né Pyongyang danno un numero. Che siano **migliaia** lo dicono i servizi sudcoreani, che segnalarono la prima partenza [4], e il rapporto di undici Stati, uscito il 29 maggio, che ne conta oltre undicimila nel solo 2024 [5]. Sono fonti di parte avversa e in parte si appoggiano l’una all’altra; ma l’ordine di grandezza è lo stesso, e dopo l’ammissione non abbiamo trovato chi lo contesti.

Nell’elenco delle fonti c’è anche una smentita nordcoreana dell’ottobre 2024: non la contiamo, perché la supera l’ammissione dello stesso governo [1]. I combattimenti ammessi sono quelli nella regione russa di Kursk, contro reparti ucraini.`,
        holdsOn: '2025-05-29',
        findingsWord:
          'Mosca e Pyongyang hanno ammesso l’invio in pubblico: chiederlo di nuovo non aggiungerebbe nulla.',
      },
    },
    { day: 9, by: 'second', verb: 'publish' },
  ],
}
