import type { Life } from './shapes.ts'
import { msmt } from './sources.ts'

/** An estimate published as if two sources had counted it; both repeat one. Under correction. */
export const fifteenThousand: Life = {
  key: 'fifteen_thousand',
  steps: [
    {
      day: 5,
      verb: 'open',
      words: {
        statement: 'I soldati che la Corea del Nord ha mandato in Russia sono circa quindicimila',
        statementEn: 'North Korea has sent about 15,000 soldiers to Russia',
        kind: 'figure',
        topics: 'Corea del Nord, guerra in Ucraina, soldati',
      },
      at: {
        article: 'weekly',
        words: 'South Korea’s spy agency puts the contingent at about 15,000.',
        claimant: {
          name: 'Servizio nazionale di intelligence della Corea del Sud',
          role: 'servizi segreti sudcoreani (NIS)',
          sameAs: 'https://en.wikipedia.org/wiki/National_Intelligence_Service_(South_Korea)',
        },
        chain: ['Servizio nazionale di intelligence della Corea del Sud', 'The Sample Herald'],
        claimedOn: '2025-04-30',
        claimedOnReason:
          'L’articolo non dice quando: la stima fu riferita ai giornalisti il 30 aprile 2025.',
      },
    },
    { day: 7, verb: 'give', to: 'checker' },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'article',
        title: 'Circa seicento nordcoreani uccisi combattendo per la Russia, secondo il NIS',
        publisher: 'Yonhap',
        interest: 'independent',
        url: 'http://koreabizwire.com/about-600-n-korean-soldiers-killed-fighting-for-russia-against-ukraine/315703',
        publishedOn: '2025-04-30',
        locator: 'ripresa da Korea Bizwire',
        origin: 'NIS, audizione a porte chiuse riferita dai deputati',
        quote: 'North Korea has sent about 15,000 troops to Russia',
        quoteLanguage: 'en',
        writtenOut: true,
        translation: 'La Corea del Nord ha mandato in Russia circa 15.000 soldati',
      },
    },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'article',
        title: 'Il NIS ai deputati: soldati nordcoreani in Russia e perdite',
        publisher: 'KBS World',
        interest: 'independent',
        url: 'https://world.kbs.co.kr/service/news_view.htm?Seq_Code=192744&lang=e',
        publishedOn: '2025-04-30',
        origin: 'NIS, audizione a porte chiuse riferita dai deputati',
        quote:
          'the North sent a total of 15-thousand troops to assist Russia in its war against Ukraine via two deployments',
        quoteLanguage: 'en',
        writtenOut: true,
        translation:
          'il Nord ha mandato in tutto quindicimila soldati, in due invii, ad aiutare la Russia nella guerra contro l’Ucraina',
      },
    },
    {
      day: 8,
      verb: 'propose',
      verdict: {
        rating: 'mostly_true',
        conclusion: 'Due testate danno la cifra di quindicimila soldati, arrivati in due invii.',
        conclusionEn:
          'Two news outlets give the figure of 15,000 soldiers, sent in two deployments.',
        rationale: 'La cifra si legge in Yonhap [1] e in KBS World [2], che parla di due invii.',
        holdsOn: '2025-04-30',
        findingsWord:
          'Due testate riprendono la stessa audizione, a porte chiuse: oltre al NIS non c’è chi possa rispondere.',
      },
    },
    { day: 10, by: 'editor', verb: 'publish' },
    { day: 24, by: 'second', verb: 'reopen', underCorrection: 'yes' },
    { by: 'second', verb: 'give', to: 'checker' },
    {
      by: 'second',
      verb: 'plan',
      plan: {
        why: 'Le due testate ripetono la stessa audizione: l’origine è una, e noi ne abbiamo contate due.',
        waitsFor: 'Una stima che non venga da Seul.',
        dueIn: 2,
      },
    },
    {
      day: 26,
      verb: 'evidence',
      source: {
        ...msmt,
        stance: 'context',
        note: 'Oltre 11.000 nel 2024 e altri 3.000 dopo. Vicino, ma anche qui c’è Seul.',
      },
    },
    {
      verb: 'draft',
      verdict: {
        rating: 'unproven',
        reasons: ['unverified_as_fact'],
        conclusion:
          'Quindicimila è la stima di un solo servizio di intelligence, e né Mosca né Pyongyang hanno dato numeri.',
        conclusionEn:
          'The figure of 15,000 is the estimate of a single intelligence service, and neither Moscow nor Pyongyang has given numbers.',
        rationale:
          'Yonhap [1] e KBS World [2] riprendono la stessa audizione: è **una** origine, ed è parte in causa. Il rapporto degli undici Stati [3], uscito un mese dopo, si avvicina a quel numero, ma fra loro c’è Seul. È il metro che usiamo per la visita in preparazione: una sola origine interessata non basta.',
        holdsOn: '2025-05-29',
      },
    },
  ],
}
