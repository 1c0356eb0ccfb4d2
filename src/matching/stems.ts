import stemmers from 'snowball-stemmers'

/** Languages that the stemmers know, by ISO 639-1. */
const algorithms: Record<string, string> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
}

/** Whether a stemmer knows a language. @param language ISO 639 */
export const knows = (language: string): boolean => Object.hasOwn(algorithms, language)

/** Letters and digits that have no accents: most words of most languages. */
const PLAIN = /^[A-Za-z0-9]*$/

/** A text without its accents. */
export const bare = (text: string): string =>
  PLAIN.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')

/** Words that say nothing of what a claim is about. Anything under three letters is left out anyway. */
const idle = new Set(
  bare(
    `agli alla alle allo anche anzi avere aveva aver che chi coi col come con contro cui dagli dai dal dalla
  dalle dallo degli dei del della delle dello dentro dopo dove due era erano essere fra gli hai hanno ho
  lei loro lui mentre molto nei negli nel nella nelle nello noi non nostro oltre ora per però perché più
  poi prima qua quale quali quando quanto quella quelle quello questa queste questi questo sarà sarebbe
  sei sia siano sono sopra sotto sta stata state stati stato stessa stesso sua sue sugli sui sul sulla
  sulle suo suoi tra tre tutti tutto una uno verso voi
  dell nell sull dall all quell quest coll bell ogni così già ecco eccetera
  don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn
  about after all also and any are because been before being between both but can could did does during
  each even for from had has have her here his how into its itself just may might more most much not now
  off only other our out over own said same she should some such than that the their them then there these
  they this those through too under until very was were what when where which while who why will with would
  you your`,
  ).split(/\s+/),
)

const stemmerOf = new Map<string, { stem(word: string): string }>()
const knownStems = new Map<string, string>()
const KNOWN_WORDS = 50_000

function stem(word: string, language: string): string {
  const algorithm = Object.hasOwn(algorithms, language) ? algorithms[language] : null
  if (!algorithm || /\p{N}/u.test(word)) return word
  const key = `${algorithm} ${word}`
  const known = knownStems.get(key)
  if (known) return known
  const stemmer = stemmerOf.get(algorithm) ?? stemmers.newStemmer(algorithm)
  stemmerOf.set(algorithm, stemmer)
  if (knownStems.size >= KNOWN_WORDS) knownStems.clear()
  const stemmed = stemmer.stem(word)
  knownStems.set(key, stemmed)
  return stemmed
}

/** Scripts that leave no space between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u

/**
 * The words of a text that say what it is about, in small letters and in its order. Where no spaces
 * part them, each two letters that follow each other are taken for one.
 */
export function tellingWords(text: string): string[] {
  const small = text.normalize('NFC').toLowerCase()
  const words = small.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (unspaced.test(small)) return words.flatMap(pairsOf).filter(tells)
  return words.filter(tells)
}

const tells = (word: string): boolean =>
  (word.length > 2 || /\p{N}/u.test(word) || unspaced.test(word)) && !idle.has(bare(word))

/** Whether a word in small letters says what a text is about. */
export const isTelling = (word: string): boolean =>
  PLAIN.test(word) ? tells(word) : tellingWords(word).length > 0

function pairsOf(word: string): string[] {
  const letters = Array.from(word)
  if (letters.length < 3 || !unspaced.test(word)) return [word]
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}

/** The stem of a word in small letters, as the index of claims has it. */
export const stemOf = (word: string, language: string): string => bare(stem(word, language))

/**
 * The stems of a text, each once, in its order: small letters, without accents, elisions parted
 * (`l’accordo` is `accordo`), idle words left out. An index stores these of each text of a claim, and
 * in how many claims each stands (`Rarity` of similar.ts); it is asked for `Profile.stems` of another.
 * @param language ISO 639; where no stemmer knows it, words stand for themselves
 */
export function stemsOf(text: string, language: string): string[] {
  return [...new Set(tellingWords(text).map((word) => stemOf(word, language)))]
}
