import type { ArticleReading } from '../../src/ingest/read.ts'

type Heading = Omit<ArticleReading, 'text' | 'sentences'>
export type Sample = { name: string; text: string; expected: Partial<Heading> }

/** Two paragraphs that say nothing about title, date, byline or outlet. */
const italianBody = `La giunta ha deciso ieri sera di chiudere al traffico il ponte vecchio, che da mesi mostra crepe lungo i piloni più esposti alla corrente. I lavori dureranno almeno due anni, secondo i tecnici del comune.

I commercianti del quartiere temono di perdere clienti e chiedono un rimborso. Un incontro è previsto per il 12 giugno 2031, ma nessuno ha ancora confermato l’orario.`

export const englishBody = `The council decided last night to close the old bridge to cars, after inspectors found cracks in the piers that stand in the strongest current. Repairs will take at least two years, engineers said on Monday, and the road will stay shut.

Shop owners in the district fear that they will lose customers. A meeting is planned for June 12, 2031, but nobody has confirmed the hour.`

export const italianSamples: Sample[] = [
  {
    name: 'an Italian page title with a bar, a date line and a byline',
    text: `Chiude il ponte vecchio | Gazzetta del Fiume\n\ndi Carla Bonetti\n\n3 aprile 2024\n\n${italianBody}`,
    expected: {
      title: 'Chiude il ponte vecchio',
      outlet: 'Gazzetta del Fiume',
      byline: 'Carla Bonetti',
      date: '2024-04-03',
      language: 'it',
    },
  },
  {
    name: 'the dateline of an agency between dashes, and no year anywhere',
    text: `Ponte vecchio: stop alle auto\n\n(ANSA) - PAVIA, 21 MAG - ${italianBody}`,
    expected: { title: 'Ponte vecchio: stop alle auto', outlet: 'ANSA', byline: null, date: null },
  },
  {
    name: 'a dateline whose year stands in the line above',
    text: `Ponte vecchio: stop alle auto\nAggiornato il 2 gennaio 2025\n\nPavia, 31 dic. (Adnkronos) - ${italianBody}`,
    expected: { outlet: 'Adnkronos', date: '2024-12-31' },
  },
  {
    name: 'published and updated in one line',
    text: `Stop alle auto sul ponte\nPubblicato il 20 maggio 2025, aggiornato il 22 maggio 2025\n${italianBody}`,
    expected: { title: 'Stop alle auto sul ponte', date: '2025-05-20', outlet: null },
  },
  {
    name: 'a weekday, the time, the reading time',
    text: `Stop alle auto sul ponte\nmercoledì 21 maggio 2025 ore 14:30 - 3 minuti di lettura\n${italianBody}`,
    expected: { date: '2025-05-21' },
  },
  {
    name: 'first of the month and two authors',
    text: `Stop alle auto sul ponte\nA cura di Carla Bonetti e Ugo De Santis\n1° maggio 2025\n${italianBody}`,
    expected: { byline: 'Carla Bonetti, Ugo De Santis', date: '2025-05-01' },
  },
  {
    name: 'a date without a label beside that of an update, and an office behind the author',
    text: `Stop alle auto sul ponte\n20 maggio 2025 (modifica il 22 maggio 2025 | 18:22)\ndi Ugo De Santis, inviato a Pavia\n${italianBody}`,
    expected: { date: '2025-05-20', byline: 'Ugo De Santis' },
  },
  {
    name: 'only an update is dated',
    text: `Stop alle auto sul ponte\nAggiornato il 21 maggio 2025\n${italianBody}`,
    expected: { date: null },
  },
  {
    name: 'a day that does not exist',
    text: `Stop alle auto sul ponte\nPubblicato il 31 febbraio 2025\n${italianBody}`,
    expected: { date: null },
  },
  {
    name: 'numbers for the date, day first',
    text: `Stop alle auto sul ponte\ndi Ugo De Santis - 05/06/2025\n${italianBody}`,
    expected: { date: '2025-06-05', byline: 'Ugo De Santis' },
  },
  {
    name: 'a correspondent abroad, and a date in the title that is no publication date',
    text: `Capaci, la strage del 23 maggio 1992\ndal nostro inviato a Palermo Ugo De Santis\n\n${italianBody}`,
    expected: {
      title: 'Capaci, la strage del 23 maggio 1992',
      byline: 'Ugo De Santis',
      date: null,
    },
  },
  {
    name: 'a dash in a headline is no outlet',
    text: `Ponte vecchio - La protesta dei negozianti\n\n${italianBody}`,
    expected: { title: 'Ponte vecchio - La protesta dei negozianti', outlet: null },
  },
  {
    name: 'the address of the site behind a dash, and the label at the end',
    text: `Ponte vecchio, la protesta dei negozianti - ilfiume.it\n\n${italianBody}\n\nPubblicato il: 21/05/2025`,
    expected: {
      title: 'Ponte vecchio, la protesta dei negozianti',
      outlet: 'ilfiume',
      date: '2025-05-21',
    },
  },
  {
    name: 'title and lead run together',
    text: `Il ponte vecchio chiude alle auto per due anni: lo annuncia il comune Secondo i tecnici le crepe lungo i piloni sono ormai troppo larghe, e nessuno può garantire la sicurezza di chi passa. La protesta dei negozianti è già cominciata.\n\n${italianBody}`,
    expected: {
      title: 'Il ponte vecchio chiude alle auto per due anni: lo annuncia il comune',
      titleProposed: true,
      date: null,
    },
  },
  {
    name: 'a text without a headline',
    text: italianBody,
    expected: { titleProposed: true, outlet: null, byline: null, date: null, language: 'it' },
  },
  {
    name: 'a section above the headline and the newsroom as author',
    text: `CRONACA\nChiude il ponte vecchio\na cura della Redazione\n21 mag 2025 14:30\n${italianBody}`,
    expected: { title: 'Chiude il ponte vecchio', byline: null, date: '2025-05-21' },
  },
]

export const englishSamples: Sample[] = [
  {
    name: 'a capital place before a report without a headline',
    text: `LEEDS — ${englishBody}`,
    expected: { titleProposed: true, outlet: null, date: null },
  },
  {
    name: 'an English page with an outlet, a byline and a date',
    text: `Old bridge to close for two years | The River Gazette\n\nBy Jane Roe\n\nMay 21, 2025\n\n${englishBody}`,
    expected: {
      title: 'Old bridge to close for two years',
      outlet: 'The River Gazette',
      byline: 'Jane Roe',
      date: '2025-05-21',
      language: 'en',
    },
  },
  {
    name: 'a dateline with the agency behind the date',
    text: `Old bridge to close\n\nLEEDS, May 21 (Reuters) - ${englishBody}`,
    expected: { title: 'Old bridge to close', outlet: 'Reuters', date: null, byline: null },
  },
  {
    name: 'byline and date in one line',
    text: `Old bridge to close\nBy Jane Roe and John Q. Public | 21 May 2025\n${englishBody}`,
    expected: { byline: 'Jane Roe, John Q. Public', date: '2025-05-21' },
  },
  {
    name: 'an ambiguous date in numbers stays unknown',
    text: `Old bridge to close\nPublished: 05/06/2025\n${englishBody}`,
    expected: { date: null, language: 'en' },
  },
  {
    name: 'a date in numbers that can be read in one way',
    text: `Old bridge to close\nPublished: 05/21/2025\n${englishBody}`,
    expected: { date: '2025-05-21' },
  },
  {
    name: 'label and date on two lines',
    text: `Old bridge to close - BBC News\nPublished\n21 May 2025\nUpdated\n22 May 2025\n${englishBody}`,
    expected: { title: 'Old bridge to close', outlet: 'BBC News', date: '2025-05-21' },
  },
  {
    name: 'an author with their agency is no outlet',
    text: `Old bridge to close\nJane Roe, Associated Press\nPosted on Wednesday, 21st May 2025 at 10.15\n${englishBody}`,
    expected: { byline: 'Jane Roe', outlet: null, date: '2025-05-21' },
  },
  {
    name: 'an office behind the name, a place, an ISO date',
    text: `Old bridge to close\nBy Jane Roe, Political Editor, in Leeds\n2025-05-21T08:00:00Z\n${englishBody}`,
    expected: { byline: 'Jane Roe', date: '2025-05-21' },
  },
  {
    name: 'a credit at the end',
    text: `Old bridge to close\n\nLEEDS (Reuters) - ${englishBody}\n\n(Reporting by Jane Roe in Leeds and John Doe; Editing by Ann Other)`,
    expected: { byline: 'Jane Roe, John Doe', outlet: 'Reuters' },
  },
  {
    name: 'a section after a bar and then the outlet',
    text: `Old bridge to close | Transport | The River\n${englishBody}`,
    expected: { title: 'Old bridge to close', outlet: 'The River' },
  },
  {
    name: 'a date in the running text only',
    text: `Old bridge to close\n\n${englishBody}`,
    expected: { date: null, byline: null, outlet: null },
  },
  {
    name: 'title and lead run together in English',
    text: `Old bridge to close for two years as cracks spread through its piers The council said on Monday that nobody could promise the safety of those who cross, and that repairs would begin before the summer.\n\n${englishBody}`,
    expected: {
      title: 'Old bridge to close for two years as cracks spread through its piers',
      titleProposed: true,
    },
  },
]
