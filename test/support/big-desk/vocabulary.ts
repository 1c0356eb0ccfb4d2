import type { Random } from '../edits.ts'

/** The languages of the claims, the more common ones first. */
export const languages = ['it', 'en', 'fr', 'de'] as const
export type Language = (typeof languages)[number]

/** How a language looks: its syllables, how its words end and are inflected, and its small words. */
type Looks = { onsets: string[]; vowels: string[]; ends: string[][]; small: string[] }

const list = (text: string): string[] => text.split(' ')
/** Ends of one word with commas between them, `-` for none. */
const ends = (text: string): string[][] =>
  list(text).map((one) => one.split(',').map((end) => (end === '-' ? '' : end)))

const looks: Record<Language, Looks> = {
  it: {
    onsets: list('b c d f g l m n p r s t v br cr dr fr gr pr tr pl st sp sc gl z'),
    vowels: list('a e i o u'),
    ends: ends('o,i a,e e,i o,i zione,zioni mento,menti ità,ità ato,ata,are oso,osa,osi ista,isti'),
    small: list(
      'il la di che e per con del della in un una non si da al nel sul le i ha è sono più',
    ),
  },
  en: {
    onsets: list('b c d f g h l m n p r s t w v br cl dr fr gr pr st tr sl sp ch sh th k'),
    vowels: list('a e i o u ea oo ou'),
    ends: ends('-,s -,s -,s,ed,ing er,ers ment,ments ness ation,ations al able ly ist,ists'),
    small: list(
      'the of and to in a that for on with by was were has is from at as it not than more',
    ),
  },
  fr: {
    onsets: list('b c d f g j l m n p r s t v br cl dr fr gr pr tr bl pl ch'),
    vowels: list('a e i o u ou oi é'),
    ends: ends('e,es -,s tion,tions ment,ments eur,eurs er,é,ée ique,iques té,tés'),
    small: list('le la les de des du et en un une que qui pour dans sur par au est a pas plus'),
  },
  de: {
    onsets: list('b d f g h k l m n p r s t w z br dr fr gr kr pr st sch tr'),
    vowels: list('a e i o u ei au ä ö ü'),
    ends: ends('-,en -,e er,ern ung,ungen heit,heiten keit,keiten en,t,te lich,liche'),
    small: list('der die das und in zu den von mit für auf ist im dem nicht ein eine als auch es'),
  },
}

/** How many words a language has. */
const WORDS = 200_000
/** A prime: words that are alike do not stand one after the other. */
const STRIDE = 7_919

/** Where benches take words from: the most common ones, those in between, and the rare ones. */
export const ranks = { head: [0, 1, 2, 3], middle: [500, 900, 2000], tail: [30_000, 90_000] }

/**
 * How common words are: the word at rank r is as common as 1/(r + 2.7) (Mandelbrot's form of Zipf's
 * law, with the numbers that he gives for English).
 */
const OFFSET = 2.7
const SPAN = Math.log((WORDS + OFFSET) / OFFSET)

/** A rank, the first ones by far the most often; by the inverse of the integral, as there are many. */
export const rankBy = (random: Random, words = WORDS): number => {
  const span = words === WORDS ? SPAN : Math.log((words + OFFSET) / OFFSET)
  return Math.min(words - 1, Math.floor(OFFSET * (Math.exp(random.next() * span) - 1)))
}

/** The letters of a word before its end: the more common, the shorter, and no two the same. */
function rootAt(rank: number, { onsets, vowels }: Looks): string {
  const isShort = rank < 400
  const base = onsets.length * vowels.length
  const space = isShort ? base ** 2 : base ** 3
  let rest = (rank * STRIDE + 17) % space
  let root = ''
  for (let left = space; left > 1; left /= base) {
    const at = rest % base
    rest = Math.floor(rest / base)
    root += `${onsets[at % onsets.length]}${vowels[Math.floor(at / onsets.length)]}`
  }
  return root + onsets[(rank * 13) % onsets.length]?.charAt(0)
}

/** The words of a language that is none, but looks like one and can be stemmed like it. */
function wordsOf(language: Language) {
  const look = looks[language]
  const made: string[][] = []

  /** A word in all its forms. @param rank 0 is the most common one */
  function forms(rank: number): string[] {
    const known = made[rank]
    if (known) return known
    const root = rootAt(rank, look)
    const fresh = (look.ends[rank % look.ends.length] ?? ['']).map((end) => root + end)
    made[rank] = fresh
    return fresh
  }

  return {
    /** The word at a rank, as a dictionary has it. */
    word: (rank: number): string => forms(rank)[0] ?? '',
    /** Some word, in some form. */
    any: (random: Random): string => random.oneOf(forms(rankBy(random))),
    /** One of those that every text is full of. */
    small: (random: Random): string => random.oneOf(look.small),
  }
}

export type Words = ReturnType<typeof wordsOf>

const known = new Map<Language, Words>()

export function vocabulary(language: Language): Words {
  const words = known.get(language) ?? wordsOf(language)
  known.set(language, words)
  return words
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The name of a person or a body; the same for the same number. */
export function nameAt(number: number): string {
  const { word } = vocabulary(number % 3 === 0 ? 'en' : 'it')
  return `${capital(word(5000 + number))} ${capital(word(70_000 + ((number * 31) % 90_000)))}`
}
