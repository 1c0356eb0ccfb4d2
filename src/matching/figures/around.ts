import type { Manner } from './bounds.ts'
import type { Tokens } from './tokens.ts'

/** So many words before a figure can say how it is meant. */
const BEFORE = 5

/** What may stand between such a word and the figure. */
const filler =
  "(?: (?:di|del|dell|dello|della|delle|dei|degli|d|a|al|ai|all|alla|alle|agli|ad|i|gli|le|il|lo|la|l|'|the|to|of|than|from|un|una|a|an|altri|altre|ulteriori|other|another))*"
const di = '(?: (?:di|del|dell|dello|della|delle|dei|degli|d|the))'
const the = "(?: (?:i|gli|le|il|lo|la|l|'|un|una|a|an|the|altri|altre|other|another))*"

const before = (
  [
    [
      'just_over',
      `(?:poco più|poco oltre|poco sopra|appena più|appena oltre|just over|just above|just more|slightly (?:more|over|above)|(?:a )?little (?:more|over))${filler}`,
    ],
    [
      'just_under',
      `(?:poco meno|poco sotto|appena meno|appena sotto|just under|just below|just less|slightly (?:less|under|below|fewer)|(?:a )?little (?:less|under))${filler}`,
    ],
    [
      'at_most',
      `(?:non più${di}|non oltre|no (?:more|greater|higher) than|not more than|fino a[a-z]*|fin(?:o)? a|sino a[a-z]*|al massimo|massimo|al più|up to|as (?:many|much|few|little|high) as up to|at most|maximum of|a maximum of|≤)${filler}`,
    ],
    [
      'at_least',
      `(?:almeno|non meno${di}|minimo|come minimo|a partire da|at least|no (?:fewer|less|lower) than|not (?:fewer|less) than|minimum of|starting (?:at|from)|≥)${filler}`,
    ],
    [
      'at_least',
      `(?:più${di}|più che|oltre|al di sopra|sopra|superior[ei] a[a-z]*|maggior[ei] di|in eccesso|more than|above|exceed(?:s|ed|ing)?|greater than|higher than|larger than|upwards? of|in excess of|super(?:a|ano|ato|ata|ati|ate|ava|avano|erà|ando|are|i)|north of|>)${the}`,
    ],
    ['at_least', '(?:over)'],
    [
      'at_most',
      `(?:meno${di}|meno che|al di sotto|sotto|inferior[ei] a[a-z]*|minor[ei] di|less than|fewer than|lower than|under|below|south of|<)${the}`,
    ],
    ['nearly', `(?:quasi|pressoché|praticamente|nearly|almost|approaching)${filler}`],
    [
      'roughly',
      `(?:circa|all ' incirca|incirca|attorno|intorno|suppergiù|approssimativamente|più o meno|grosso modo|(?:vicin[oaie]|prossim[oaie]) a[a-z]*|nell ' ordine|about|around|roughly|approximately|approx|close to|near|nearer|in the region|on the order|an estimated|estimated|more or less|~|≈|±)${filler}`,
    ],
    ['roughly', '(?:some|c|ca)'],
  ] as const
).map(([manner, words]): [Manner, RegExp] => [manner, new RegExp(`(?:^| )${words}$`)])

const after: [Manner, RegExp][] = [
  [
    'at_least',
    /^(?:(?:o|od|e) (?:più|oltre)|in su|e passa|or (?:more|above|over|older)|and (?:above|over|up))(?: |$)/,
  ],
  ['at_most', /^(?:o meno|o ancora meno|or (?:less|fewer|under|below|younger)|in giù)(?: |$)/],
  ['just_over', /^abbondant[ei](?: |$)/],
  ['just_under', /^scars[ieao](?: |$)/],
  [
    'roughly',
    /^(?:circa|ca|o giù di lì|or so|or thereabouts|o poco più|o poco meno|all ' incirca|più o meno|roughly|approximately)(?: |$)/,
  ],
]

const isKept = /^['~≈±<>≤≥+]$/

/** The words before a place, in small letters: no further than the last sign. */
export function wordsBefore({ all }: Tokens, at: number, many = BEFORE): string {
  const words: string[] = []
  for (let i = at - 1; i >= 0 && words.length < many; i--) {
    const token = all[i]
    if (!token || (token.kind === 'sign' && !isKept.test(token.text))) break
    words.unshift(token.text)
  }
  return words.join(' ')
}

/** How a figure is meant, as the words around it say. */
export function mannerOf(tokens: Tokens, first: number, next: number): Manner {
  const words = wordsBefore(tokens, first)
  const found = words && before.find(([, pattern]) => pattern.test(words))
  if (found) return found[0]
  const behind = (at: number) => [0, 1, 2, 3].map((i) => tokens.word(at + i)).join(' ')
  // A sign for more stands close to the number, and before no other one.
  if (tokens.word(next) === '+') {
    return tokens.all[next]?.close && !tokens.all[next + 1]?.close ? 'at_least' : 'plainly'
  }
  const here = behind(next)
  // Behind the thing that is counted too: `200 persone circa`.
  const there = /^\p{L}/u.test(here) && !/^(più|meno|o|or) /.test(here) ? behind(next + 1) : ''
  for (const text of [here, there]) {
    const said = text && after.find(([, pattern]) => pattern.test(text))
    if (said) return said[0]
  }
  return 'plainly'
}
