import type { Tokens } from './tokens.ts'

const set = (text: string) => new Set(text.split(/\s+/))

const months =
  `gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
  january february march april may june july august september october november december`
    .split(/\s+/)
    .map((word, i): [string, number] => [word, (i % 12) + 1])

/** Left out are those that are words of their own: `set`, `ago`. */
const shortMonths =
  'gen:1 jan:1 feb:2 mar:3 apr:4 mag:5 giu:6 jun:6 lug:7 jul:7 aug:8 sep:9 sept:9 sett:9 ott:10 oct:10 nov:11 dic:12 dec:12'
    .split(' ')
    .map((pair): [string, number] => {
      const [word = '', month] = pair.split(':')
      return [word, Number(month)]
    })

/** Which month a word is, from 1. */
export const monthOf = new Map([...months, ...shortMonths])

/** Months that may be something else: before a number they are one only where a year follows. */
export const doubtfulMonths = new Set(['may', 'march', ...shortMonths.map(([word]) => word)])

/** Before a year. */
export const timeWords = set(
  `nel dal del al il anno in since of from by until before after year fino entro during between
  primavera estate autunno inverno spring summer autumn winter early late ${months.map(([word]) => word).join(' ')}`,
)

/** The currency that a sign or a word means, by ISO 4217. */
export const currencies = new Map(
  `EUR € eur euro euros euro
  USD $ usd dollaro dollari dollar dollars
  GBP £ gbp sterlina sterline pound pounds quid
  JPY ¥ jpy yen
  CNY cny yuan renminbi
  RUB ₽ rub rublo rubli ruble rubles rouble roubles
  UAH uah grivna grivnia grivnie hryvnia hryvnias
  INR ₹ inr rupia rupie rupee rupees
  KRW ₩ krw won
  ILS ₪ ils shekel shekels
  TRY ₺
  ITL itl lira lire
  CHF chf franco franchi franc francs
  SEK sek
  PLN pln zloty
  BRL brl reais
  MXN mxn pesos peso`
    .split('\n')
    .flatMap((line) => {
      const [code = '', ...words] = line.trim().split(' ')
      return words.map((word): [string, string] => [word, code])
    }),
)

/** Of these a hundred make one. */
export const cents = new Map([
  ['centesimo', 'EUR'],
  ['centesimi', 'EUR'],
  ['cents', 'USD'],
  ['cent', 'USD'],
  ['pence', 'GBP'],
])

/** Between a figure and what it counts. */
export const linking = set('di d of')

/** An article that is a number only before a multiplier, or in `one in three`. */
export const articles = set('un una uno a an one')

/** Behind `sei` that is a verb and no six. */
const beingWords = set(
  'un una uno il lo la l stato stata stati state in a al tu più molto così già solo sempre il',
)

/** Whether `sei` says that you are: no plural follows, or a word that `six` does not follow stands before. */
export function notSix({ word, all }: Tokens, at: number): boolean {
  if (word(at) !== 'sei') return false
  if (/^(tu|ci|ti|se|chi|dove|non|che|perché|quando)$/.test(word(at - 1))) return true
  const next = all[at + 1]
  if (next?.kind !== 'word') return next?.text !== '-' && next?.text !== '%'
  return (
    beingWords.has(next.text) ||
    next.text.endsWith('mente') ||
    (/[oaà]$/.test(next.text) && !/^(euro|mila|o|a)$/.test(next.text))
  )
}
