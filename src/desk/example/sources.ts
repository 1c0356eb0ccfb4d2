import type { Source } from './shapes.ts'

/*
 * Sources that bear on more than one claim. Where the page of the publisher's own is not certain to
 * stay, the address is that of somebody who carries its words, and the locator says so; where nobody
 * is certain to, there is none.
 */

/** Eleven states, Seoul among them. What it counts for differs from claim to claim. */
export const msmt: Source = {
  stance: 'supports',
  kind: 'document',
  title: 'Primo rapporto della squadra multilaterale che segue le sanzioni (MSMT)',
  publisher: 'Multilateral Sanctions Monitoring Team, undici Stati',
  interest: 'state',
  url: 'https://www.anews.com.tr/world/2025/05/29/russia-provided-north-korea-with-air-defense-system-seoul',
  publishedOn: '2025-05-29',
  locator: 'riassunto da A News il giorno in cui uscì',
  origin: 'Governi che partecipano, fra cui Seul e Washington',
}

/** The denial of 2022: a year before what the claims are about, so that it is no proof against them. */
export const denial: Source = {
  stance: 'context',
  kind: 'statement',
  title: 'Smentita del ministero della Difesa nordcoreano sulle forniture di armi alla Russia',
  publisher: 'KCNA, agenzia di Stato nordcoreana',
  interest: 'party',
  url: 'https://m-en.yna.co.kr/view/AEN20220922001151325',
  publishedOn: '2022-09-22',
  locator: 'citata da Yonhap lo stesso giorno',
  origin: 'Governo della Corea del Nord',
  quote:
    'We have never exported weapons or ammunition to Russia before and we will not plan to export them',
  quoteLanguage: 'en',
  writtenOut: true,
  translation:
    'Non abbiamo mai esportato in Russia armi o munizioni, e non abbiamo in programma di farlo',
}

/** What the Kremlin answered when the shipments were reported. */
export const kremlinDenial: Source = {
  stance: 'refutes',
  kind: 'statement',
  title: 'Peskov sulle consegne di munizioni nordcoreane: nessuna prova',
  publisher: 'Presidenza della Federazione Russa',
  interest: 'party',
  url: 'https://www.kyivpost.com/post/22852',
  publishedOn: '2023-10-17',
  locator: 'parole del portavoce, citate da Kyiv Post',
  origin: 'Governo della Federazione Russa',
  quote: 'They report this all the time, without providing any proof',
  quoteLanguage: 'en',
  writtenOut: true,
  translation: 'Lo riferiscono di continuo, senza fornire nessuna prova',
}

export const seenAtTheBorder: Source = {
  stance: 'supports',
  kind: 'article',
  title: 'Il treno visto dai giornalisti dell’agenzia alla stazione di confine nordcoreana',
  publisher: 'Associated Press',
  interest: 'independent',
  url: 'https://www.ap.org/news-highlights/best-of-the-week/2023/exclusive-images-kim-jong-un-train-russia-north-korea/',
  publishedOn: '2023-09-11',
  locator: 'all’indirizzo l’agenzia racconta come lo videro i suoi inviati',
  origin: 'Giornalisti sul posto',
}

export const leftOnSunday: Source = {
  stance: 'supports',
  kind: 'statement',
  title: 'Kim Jong Un parte in treno da Pyongyang per la Russia',
  publisher: 'KCNA, agenzia di Stato nordcoreana',
  interest: 'party',
  url: 'https://en.yna.co.kr/view/AEN20230912000600325',
  publishedOn: '2023-09-12',
  locator: 'riferito da Yonhap lo stesso giorno',
  origin: 'Governo della Corea del Nord',
  note: 'Dice domenica 10 settembre, nel pomeriggio.',
}

export const vladivostok: Source = {
  stance: 'supports',
  kind: 'document',
  title: 'Colloqui russo-nordcoreani a Vladivostok',
  publisher: 'Presidenza della Federazione Russa',
  interest: 'party',
  url: 'http://en.kremlin.ru/events/president/news/by-date/25.04.2019',
  publishedOn: '2019-04-25',
  origin: 'Governo della Federazione Russa',
}

export const vostochny: Source = {
  stance: 'supports',
  kind: 'statement',
  title: 'Colloqui russo-nordcoreani al cosmodromo di Vostochny, parole di apertura',
  publisher: 'Presidenza della Federazione Russa',
  interest: 'party',
  url: 'https://www.devdiscourse.com/article/politics/2591747-quotes-putin-and-north-koreas-kim-in-their-own-words',
  publishedOn: '2023-09-13',
  locator: 'nella traduzione inglese di Reuters',
  origin: 'Governo della Federazione Russa',
  quote:
    'I am very glad to see and welcome you again in Russia - this time, as we agreed, at our Vostochny cosmodrome.',
  quoteLanguage: 'en',
  translation:
    'Sono molto lieto di rivederla e di darle di nuovo il benvenuto in Russia, questa volta, come d’accordo, nel nostro cosmodromo di Vostochny.',
}

/** Pyongyang’s own account of the same talks. */
export const vostochnyByKcna: Source = {
  stance: 'supports',
  kind: 'statement',
  title: 'Kim Jong Un a colloquio con Putin in Russia',
  publisher: 'KCNA, agenzia di Stato nordcoreana',
  interest: 'party',
  url: 'https://kcnawatch.org/newstream/1694650132-738452796/new-milestone-for-development-of-dprk-russia-relations-respected-comrade-kim-jong-un-has-historic-meetingwith-president-vladimir-vladimirovich-putinat-vostochny-spaceport',
  publishedOn: '2023-09-14',
  origin: 'Governo della Corea del Nord',
  quote: 'at the Vostochny Spaceport in Amur Oblast of the Far Eastern Region on September 13',
  quoteLanguage: 'en',
  translation:
    'al cosmodromo di Vostochny, nella regione dell’Amur dell’Estremo Oriente, il 13 settembre',
}
