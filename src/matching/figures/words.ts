const set = (text: string) => new Set(text.split(/\s+/))

const months =
  `gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
  january february march april may june july august september october november december`
    .split(/\s+/)
    .map((word, i): [string, number] => [word, (i % 12) + 1])

/** Left out are those that are words of their own: `set`, `ago`. */
const shortMonths = Object.entries({
  gen: 1,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  mag: 5,
  giu: 6,
  jun: 6,
  lug: 7,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  sett: 9,
  ott: 10,
  oct: 10,
  nov: 11,
  dic: 12,
  dec: 12,
})

/** Which month a word is, from 1. */
export const monthOf = new Map([...months, ...shortMonths])

/** Months that may be something else: before a number they are one only where a year follows. */
export const doubtfulMonths = new Set(['may', ...shortMonths.map(([word]) => word)])

/** Before a year. */
export const timeWords = set(
  `nel dal del al il anno in since of from by until before after year fino entro during between
  primavera estate autunno inverno spring summer autumn winter early late ${months.map(([word]) => word).join(' ')}`,
)

/** What stands after these is a name and no figure: an article of a law, a page, an hour. */
export const references = set(
  `art articolo articoli article articles comma legge law decreto decree direttiva directive risoluzione
  resolution numero number no nr num pagina pagine pag page pages pp section sezione capitolo chapter
  ore versione version volume vol figura figure tabella table lotto gruppo`,
)

/** After a number, written to it: `21st`, `3°`. */
export const ordinalEnds = set('st nd rd th ° º ª o a')

/** Before a figure (some of them of two words), and after it: it is meant roughly. */
export const roughBefore = set(
  `circa quasi oltre almeno attorno intorno sotto sopra about around nearly almost over under roughly
  approximately some least up ~ più meno massimo than`,
)
export const roughAfter = set('circa abbondanti scarsi roughly')

/** The currency that a sign or a word means, by ISO 4217. */
export const currencies = new Map(
  Object.entries({
    '€': 'EUR',
    eur: 'EUR',
    euro: 'EUR',
    euros: 'EUR',
    $: 'USD',
    usd: 'USD',
    dollaro: 'USD',
    dollari: 'USD',
    dollar: 'USD',
    dollars: 'USD',
    '£': 'GBP',
    gbp: 'GBP',
    sterlina: 'GBP',
    sterline: 'GBP',
    pound: 'GBP',
    pounds: 'GBP',
    yen: 'JPY',
    yuan: 'CNY',
    rublo: 'RUB',
    rubli: 'RUB',
    ruble: 'RUB',
    rubles: 'RUB',
    lira: 'ITL',
    lire: 'ITL',
    franchi: 'CHF',
    francs: 'CHF',
  }),
)

/** Between a figure and what it counts. */
export const linking = set('di d of')

/** An article that is a number only before a multiplier, or in `one in three`. */
export const articles = set('un una uno a an one')
