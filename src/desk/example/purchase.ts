import type { Life } from './shapes.ts'
import { denial, kremlinDenial } from './sources.ts'

/** That the purchase took place: neither article says so. Opened without one. */
export const purchase: Life = {
  key: 'purchase',
  steps: [
    {
      day: 12,
      verb: 'open_alone',
      explanation:
        'Nessun articolo lo dice: uno riferisce che la Russia cercava munizioni, e aggiunge che di un affare concluso non parla nessuno. Molti lettori però ne deducono l’acquisto, e ce lo scrivono. L’abbiamo aperta per tenerla distinta da ciò che è stato detto e da ciò che è stato cercato.',
      words: {
        statement: 'La Russia ha comprato munizioni d’artiglieria dalla Corea del Nord',
        statementEn: 'Russia has bought artillery ammunition from North Korea',
        kind: 'happened',
        topics: 'Russia, Corea del Nord, munizioni, sanzioni',
      },
    },
    { day: 13, verb: 'give', to: 'checker' },
    {
      verb: 'evidence',
      source: {
        stance: 'supports',
        kind: 'statement',
        title:
          'Kirby: oltre mille container di materiale militare dalla Corea del Nord alla Russia',
        publisher: 'Casa Bianca',
        interest: 'state',
        url: 'https://en.yna.co.kr/view/AEN20231014000400315',
        publishedOn: '2023-10-13',
        locator: 'parole citate da Yonhap il giorno dopo',
        origin: 'Intelligence degli Stati Uniti',
        quote:
          'North Korea has provided Russia with more than 1,000 containers of military equipment',
        quoteLanguage: 'en',
        translation:
          'La Corea del Nord ha fornito alla Russia oltre mille container di materiale militare',
        note: 'Parla di consegne. Del prezzo no.',
      },
    },
    { verb: 'evidence', source: denial },
    {
      verb: 'evidence',
      source: {
        stance: 'context',
        kind: 'document',
        title: 'Risoluzione 1874 (2009) del Consiglio di sicurezza',
        publisher: 'Nazioni Unite',
        interest: 'independent',
        url: 'https://undocs.org/S/RES/1874(2009)',
        publishedOn: '2009-06-12',
        locator: 'paragrafo 9',
        quote:
          'Decides that the measures in paragraph 8 (b) of resolution 1718 (2006) shall also apply to all arms and related materiel',
        quoteLanguage: 'en',
        translation:
          'Decide che le misure del paragrafo 8 (b) della risoluzione 1718 (2006) valgano anche per tutte le armi e il materiale connesso',
        note: 'L’acquisto sarebbe vietato: una ragione in più per non dichiararlo, da una parte e dall’altra.',
      },
    },
    { verb: 'evidence', source: kremlinDenial },
    {
      day: 15,
      verb: 'search',
      search: {
        place: 'Rapporti sulle sanzioni e siti ufficiali russi',
        words: 'contract; payment; price; ammunition; DPRK',
        outcome: 'none_found',
        note: 'Consegne sì; né un contratto, né un prezzo, né un pagamento.',
      },
    },
    {
      day: 20,
      verb: 'draft',
      verdict: {
        conclusion:
          'Washington ha documentato consegne; che siano state comprate, e a quale prezzo, non lo mostra nessuno.',
        conclusionEn:
          'Washington has documented deliveries; that they were bought, and at what price, nobody has shown.',
        rationale:
          'Washington parla di consegne [1] e non di un prezzo; Mosca risponde che mancano le prove [4]. Comprare armi dalla Corea del Nord è vietato a ogni Stato [3]. La smentita di Pyongyang [2] è del 2022, anteriore alle consegne: è contesto, e non prova il contrario.',
        holdsOn: '2025-05-22',
      },
    },
    {
      verb: 'plan',
      plan: {
        why: 'Ce lo scrivono i lettori, che lo leggono fra le righe.',
        waitsFor: 'Qualunque documento su come Mosca paghi: denaro, petrolio o tecnologia.',
        dueIn: 6,
      },
    },
  ],
}
