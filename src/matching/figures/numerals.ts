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

/** What a number is multiplied by when this follows. */
export const multipliers = new Map(
  Object.entries({
    mila: 1e3,
    migliaio: 1e3,
    milione: 1e6,
    milioni: 1e6,
    mln: 1e6,
    miliardo: 1e9,
    miliardi: 1e9,
    mld: 1e9,
    thousand: 1e3,
    million: 1e6,
    mn: 1e6,
    billion: 1e9,
    bn: 1e9,
    trillion: 1e12,
  }),
)

/** The same where it stands close to its digits: `£5m`, `300k`. */
export const closeMultipliers = new Map([...multipliers, ['k', 1e3], ['m', 1e6], ['b', 1e9]])

/** So many, more or less. */
export const roundly = new Map(
  Object.entries({
    decina: 10,
    dozzina: 12,
    quindicina: 15,
    ventina: 20,
    trentina: 30,
    quarantina: 40,
    cinquantina: 50,
    sessantina: 60,
    settantina: 70,
    ottantina: 80,
    novantina: 90,
    centinaio: 100,
    dozen: 12,
  }),
)

/** So vague that nothing differs from it. */
export const vaguely = new Map(
  Object.entries({
    decine: 10,
    dozzine: 12,
    centinaia: 100,
    migliaia: 1e3,
    milioni: 1e6,
    miliardi: 1e9,
    tens: 10,
    dozens: 12,
    hundreds: 100,
    thousands: 1e3,
    millions: 1e6,
    billions: 1e9,
    trillions: 1e12,
  }),
)

const italianParts = numbered('mezzo terzo quarto quinto sesto settimo ottavo nono decimo', 2)
const englishParts = numbered('half third quarter fifth sixth seventh eighth ninth tenth', 2)

/** Into how many parts a fraction's second word divides: `due terzi`, `three quarters`. */
export const parts = new Map([
  ...italianParts,
  ...italianParts.map(([word, n]): [string, number] => [word.replace(/o$/, 'i'), n]),
  ...englishParts,
  ...englishParts.map(([word, n]): [string, number] => [`${word}s`, n]),
])
