import type { Life } from './shapes.ts'
import { denial, kremlinDenial } from './sources.ts'

/** What Russia sought: the same sentence, another claim, another claimant. */
export const sought: Life = {
  key: 'sought',
  steps: [
    {
      day: 0,
      verb: 'open',
      words: {
        statement:
          'Nell’estate del 2023 la Russia cercava di comprare dalla Corea del Nord altre munizioni d’artiglieria',
        statementEn:
          'In the summer of 2023 Russia was trying to buy more artillery ammunition from North Korea',
        kind: 'happened',
        topics: 'Russia, Corea del Nord, munizioni',
      },
      at: {
        article: 'daily',
        words: 'Mosca vuole acquistare da Pyongyang altre munizioni per l’artiglieria',
        claimant: {
          name: 'Intelligence degli Stati Uniti',
          role: 'agenzie di intelligence del governo americano',
          sameAs: 'https://en.wikipedia.org/wiki/United_States_Intelligence_Community',
        },
        chain: ['Intelligence degli Stati Uniti', 'Casa Bianca', 'Corriere dell’Esempio'],
        claimedOn: '2023-09',
        claimedOnReason:
          'L’articolo è dell’11 settembre 2023 e dice «la settimana scorsa»: fra il 4 e il 10.',
      },
    },
    { day: 9, verb: 'give', to: 'checker' },
    {
      day: 10,
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'statement',
        title:
          'Dichiarazione di Stati Uniti, Regno Unito, Corea del Sud e Giappone alle Nazioni Unite',
        publisher: 'Missione degli Stati Uniti presso le Nazioni Unite',
        interest: 'state',
        url: 'https://mprnews.org/story/2023/08/30/us-says-russia-has-made-shameful-moves-toward-new-north-korea-arms-deals',
        publishedOn: '2023-08-30',
        locator: 'parole dell’ambasciatrice Thomas-Greenfield, citate da MPR News',
        origin: 'Intelligence degli Stati Uniti',
        quote:
          'Russia used this visit to the DPRK to try to convince Pyongyang to sell artillery ammunition to Russia.',
        quoteLanguage: 'en',
        writtenOut: true,
        translation:
          'La Russia ha usato questa visita nella RPDC per cercare di convincere Pyongyang a venderle munizioni d’artiglieria.',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'context',
        kind: 'statement',
        title: 'Kim mostra al ministro russo Shoigu l’esposizione di armi di Pyongyang',
        publisher: 'KCNA, agenzia di Stato nordcoreana',
        interest: 'party',
        publishedOn: '2023-07-27',
        locator: 'notizie del 27 luglio 2023',
        origin: 'Governo della Corea del Nord',
        note: 'Un ministro della Difesa davanti a un campionario: compatibile con la trattativa, ma non la prova.',
      },
    },
    {
      day: 12,
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'image',
        title: 'The Orient Express: North Korea’s Clandestine Supply Route to Russia',
        publisher: 'Royal United Services Institute (RUSI)',
        interest: 'independent',
        url: 'https://www.wired-gov.net/wg/news.nsf/articles/the+orient+express+north+koreas+clandestine+supply+route+to+russia+17102023142500?open',
        publishedOn: '2023-10-16',
        locator: 'ripubblicato da Wired-GOV il giorno dopo',
        origin: 'Immagini satellitari e tracce di navigazione',
        quote:
          'Dozens of high-resolution images taken in recent months reveal that Russia has likely begun shipping North Korean munitions at scale',
        quoteLanguage: 'en',
        translation:
          'Decine di immagini ad alta risoluzione degli ultimi mesi rivelano che la Russia, probabilmente, ha cominciato a trasportare munizioni nordcoreane in grande quantità',
        note: 'Navi russe fra Rajin e Dunai, fra agosto e ottobre 2023.',
        rank: 'preferred',
        rankReason: 'È l’unica fonte che non passa da un governo.',
      },
    },
    { verb: 'evidence', source: denial },
    { verb: 'evidence', source: kremlinDenial },
    {
      day: 27,
      verb: 'propose',
      verdict: {
        rating: 'mostly_true',
        conclusion:
          'I trasporti via nave visti dai satelliti nelle stesse settimane confermano che Mosca cercava materiale da Pyongyang; della trattativa non è pubblico nessun documento.',
        conclusionEn:
          'The shipments that satellites saw in the same weeks confirm that Moscow sought supplies from Pyongyang; no document of the talks is public.',
        rationale: `A dirlo sono quattro governi [1], ma l’origine è **una**: l’intelligence degli Stati Uniti, che non ha mostrato come lo sa.

Quello che sposta il giudizio viene da fuori: le immagini raccolte dal RUSI [3] mostrano navi russe che, fra agosto e ottobre 2023, fanno la spola fra il porto nordcoreano di Rajin e quello militare russo di Dunai. Chi manda una nave a caricare si è messo d’accordo prima. In luglio il ministro della Difesa russo era stato all’esposizione di armi di Pyongyang [2].

Contro c’è il Cremlino, che alle notizie sulle consegne rispose che mancano le prove [5]: è parte in causa. La smentita nordcoreana [4] è invece del settembre 2022: parla di un anno prima, e qui è contesto.

Non diciamo «vero» senza riserve perché dalle immagini [3] non si vede che cosa ci fosse nei container, e il RUSI stesso scrive «probabilmente», né si sa se Mosca volesse **comprare** o barattare.`,
        holdsOn: '2023-10-17',
        findingsWord:
          'I governi chiamati in causa hanno già risposto in pubblico, e le risposte sono fra le prove.',
      },
    },
  ],
}
