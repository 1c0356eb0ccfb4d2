const set = (text: string) => new Set(text.split(/\s+/))

const months =
  `gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
  january february march april may june july august september october november december`
    .split(/\s+/)
    .map((word, i): [string, number] => [word, (i % 12) + 1])

/** Which month a word is, from 1. */
export const monthOf = new Map(months)

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
