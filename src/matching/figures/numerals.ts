/** Numbers as Italian and English write them in words. */

const numbered = (text: string, first = 0): [string, number][] =>
  text.split(/\s+/).map((word, i) => [word, first + i])

const italianSmall = new Map([
  ...numbered('zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici'),
  ...numbered('quattordici quindici sedici diciassette diciotto diciannove', 14),
])
/** What two-digit words begin with; their vowel goes before `uno` and `otto`. */
const italianTens = numbered(
  'vent trent quarant cinquant sessant settant ottant novant',
  2,
) satisfies [string, number][]

/** No number that anybody writes in one word is longer. */
const LONGEST = 60

/** `duemilacinquecento`, `ventuno`, `mille`: its value; null where a word is no number. */
export function italian(word: string): number | null {
  return word.length > LONGEST ? null : thousands(word.replace('é', 'e'))
}

function thousands(word: string): number | null {
  if (word.startsWith('mille')) return sum(1000, below(word.slice(5), hundreds))
  const at = word.indexOf('mila')
  if (at < 0) return hundreds(word)
  const many = hundreds(word.slice(0, at))
  return many === null ? null : sum(many * 1000, below(word.slice(at + 4), hundreds))
}

function hundreds(word: string): number | null {
  const at = word.indexOf('cento')
  if (at < 0) return tens(word)
  const many = at === 0 ? 1 : italianSmall.get(word.slice(0, at))
  if (!many || many > 9) return null
  return sum(many * 100, below(word.slice(at + 5), tens))
}

function tens(word: string): number | null {
  const small = italianSmall.get(word)
  if (small !== undefined) return small
  const found = italianTens.find(([stem]) => word.startsWith(stem))
  if (!found) return null
  const [stem, ten] = found
  const rest = word.slice(stem.length).replace(/^[ai](?!$)/, '')
  if (rest === (ten === 2 ? 'i' : 'a')) return ten * 10
  const one = rest === 'un' ? 1 : italianSmall.get(rest)
  return one && one < 10 ? ten * 10 + one : null
}

const below = (rest: string, read: (word: string) => number | null) => (rest ? read(rest) : 0)
const sum = (a: number, b: number | null) => (b === null ? null : a + b)

const english = new Map([
  ...numbered('zero one two three four five six seven eight nine ten eleven twelve thirteen'),
  ...numbered('fourteen fifteen sixteen seventeen eighteen nineteen', 14),
])
const englishTens = new Map(
  numbered('twenty thirty forty fifty sixty seventy eighty ninety', 2).map(
    ([word, ten]): [string, number] => [word, ten * 10],
  ),
)

/**
 * English numbers below a thousand are written in several words: `two hundred and twenty-five`.
 * @param words in small letters, signs among them, from the first that may be a number
 * @returns the value and how many words it took; null where they begin with no number
 */
export function englishBelowThousand(words: string[]): { value: number; length: number } | null {
  const ten = (at: number): { value: number; length: number } | null => {
    const tens = englishTens.get(words[at] ?? '')
    const one = english.get(words[at] ?? '')
    if (tens === undefined) return one === undefined ? null : { value: one, length: 1 }
    const skip = words[at + 1] === '-' ? 2 : 1
    const more = english.get(words[at + skip] ?? '')
    return more && more < 10 ? { value: tens + more, length: skip + 1 } : { value: tens, length: 1 }
  }
  const first = words[0] === 'a' && words[1] === 'hundred' ? { value: 1, length: 1 } : ten(0)
  if (!first || words[first.length] !== 'hundred' || first.value > 99) return first
  const hundred = { value: first.value * 100, length: first.length + 1 }
  const skip = words[hundred.length] === 'and' ? 1 : 0
  const rest = ten(hundred.length + skip)
  if (!rest) return hundred
  return { value: hundred.value + rest.value, length: hundred.length + skip + rest.length }
}

/** `trent’anni`, `cent’anni`: the number before an apostrophe. */
export function italianElided(word: string): number | null {
  return word === 'cent' || /(ent|ant)$/.test(word) ? italianStem(word, 'aio') : null
}

/** `trentenne`, `diciottenni`: so many years old; null where a word says no age. */
export function ageIn(word: string): number | null {
  const stem = /^(\p{L}+)enn[ei]$/u.exec(word)?.[1]
  return stem === undefined ? null : italianStem(stem, 'aieo')
}

const italianOrdinals = new Map(numbered('second terz quart quint sest settim ottav non decim', 2))

/** `terza`, `ventesimo`: from the second on, for `primo` says more than a number; null for other words. */
export function italianOrdinal(word: string): number | null {
  const small = /^(\p{L}+)[oaie]$/u.exec(word)?.[1]
  if (small === undefined) return null
  const known = italianOrdinals.get(small)
  if (known) return known
  const stem = /^(\p{L}+)esim$/u.exec(small)?.[1]
  return stem === undefined ? null : italianStem(stem, 'aieo')
}

/** A number without its last vowel, as words are made from it. */
function italianStem(stem: string, vowels: string): number | null {
  for (const vowel of ['', ...vowels]) {
    const value = italian(stem + vowel)
    if (value !== null && value > 10) return value
  }
  return null
}

const englishOrdinals = new Map([
  ...numbered('second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth', 2),
  ...numbered('thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth', 13),
  ...[...englishTens].map(([word, ten]): [string, number] => [word.replace(/y$/, 'ieth'), ten]),
  ['hundredth', 100],
])

/** `third`, `twenty-first`: the value and how many words, signs among them, it took. */
export function englishOrdinal(words: string[]): { value: number; length: number } | null {
  const [first = '', sign, last = ''] = words
  const tens = englishTens.get(first)
  const one = last === 'first' ? 1 : englishOrdinals.get(last)
  if (tens && sign === '-' && one && one < 10) return { value: tens + one, length: 3 }
  const value = englishOrdinals.get(first)
  return value ? { value, length: 1 } : null
}

const italianParts = numbered('mezzo terzo quarto quinto sesto settimo ottavo nono decimo', 2)
const englishParts = numbered('half third quarter fifth sixth seventh eighth ninth tenth', 2)

/** Into how many parts a fraction's second word divides: `due terzi`, `three quarters`. */
export const parts = new Map([
  ...italianParts,
  ...italianParts.map(([word, n]): [string, number] => [word.replace(/o$/, 'i'), n]),
  ...englishParts,
  ...englishParts.map(([word, n]): [string, number] => [`${word}s`, n]),
  ['halves', 2],
  ['fourth', 4],
  ['fourths', 4],
])
