import { type Chain, chainsIn, isSame } from './attribution/chains.ts'
import { english } from './attribution/english.ts'
import { englishForms } from './attribution/english-forms.ts'
import { italian } from './attribution/italian.ts'
import { italianForms } from './attribution/italian-forms.ts'
import { nameIn, whole } from './attribution/names.ts'
import { Sentence } from './attribution/sentence.ts'

/** What is taken from an article, with what stands around it. */
export type Passage = {
  /** The sentences in which the words stand. */
  taken: readonly string[]
  /** The other sentences of their paragraph, before and after. */
  before: readonly string[]
  after: readonly string[]
  /** What the article says further up, where people are called by their whole names. */
  above: string
  /** ISO 639-1; forms of reporting are known in Italian and in English. */
  language: string | null
  /** Who published it, where that is known. */
  outlet: string | null
}

/** A chain that the text tells: claimant first, the outlet last. */
export type Suggestion = {
  chain: string[]
  /** Unknown where the first link is a source without a name. */
  claimantKind: 'named' | 'unknown'
  /** The claimant’s name, without the office before it where the two can be told apart. */
  claimant: string | null
  /** The words that say so. */
  words: string
}

const MOST = 5
/** No passage of so many sentences tells of one chain. */
const FARTHEST = 8
/** No sentence says who said it later than this, in UTF-16 units. */
const LONGEST = 2000
/** How far up a whole name is looked for. */
const ABOVE = 20_000

/** What begins like this speaks of the sentence before. */
const LOOKS_BACK = {
  it: /^[«“"]?(?:Lo |L['’](?:ha|hanno|aveva|annuncio|avrebbe) |La (?:notizia|conferma) |A (?:dirlo|riferirlo|rivelarlo|scriverlo|darne notizia)|È quanto|E['’] quanto|Così |Parola di|Ne dà notizia)/u,
  en: /^[“"]?(?:That(?:’s|'s| is| was)? according to|This was|It was|The (?:claim|news|report|announcement) was|That was)/u,
}

/** What begins like this, and names nobody, goes on with whoever spoke before. */
const GOES_ON = {
  it: /^[«“"]?(?:Ha (?:poi |anche |inoltre )?(?:aggiunto|spiegato|detto|precisato|sottolineato|concluso|ribadito)|Aggiunge|E ha aggiunto|Poi ha aggiunto)|[,»”"] (?:ha (?:poi |anche |inoltre )?(?:aggiunto|concluso|spiegato|detto|precisato)|si legge nell[ao] (?:nota|stess[ao]))/u,
  en: /^(?:He|She|They) (?:also |later |then )?(?:said|added|told|wrote|warned|insisted)|[,”"] (?:he|she|they) (?:said|added|told|wrote|warned|insisted)/u,
}

/**
 * Reads how a claim reached an article: who says it, and who passed it on. What the passage says itself
 * comes first, then what the next sentence says of it, then whoever was speaking before. Where the text
 * names nobody, nothing is suggested. Takes time in proportion to the passage.
 */
export function attributions(passage: Passage): Suggestion[] {
  const language = passage.language === 'en' ? 'en' : passage.language === 'it' ? 'it' : null
  if (!language) return []
  const read = (texts: readonly string[]) => texts.flatMap((text) => readOne(text, language))
  const taken = passage.taken.slice(0, FARTHEST)
  const [next] = passage.after
  const said = next && LOOKS_BACK[language].test(next) ? read([next]) : []
  const goesOn = taken.some((text) => GOES_ON[language].test(text.slice(0, LONGEST)))
  const before = goesOn ? read(passage.before.slice(-3)).slice(-1) : []
  const all = [...read(taken), ...said, ...before].map((chain) => suggestion(chain, passage))
  const isFirst = ({ chain }: Suggestion, i: number) =>
    all.findIndex((one) => one.chain.join('\n') === chain.join('\n')) === i
  return all.filter(isFirst).slice(0, MOST)
}

/** The chains of one sentence; what is said within a quotation counts where nothing else is. */
function readOne(text: string, language: 'it' | 'en'): Chain[] {
  const { grammar, around } = language === 'it' ? italian : english
  const sentence = new Sentence(text.slice(0, LONGEST).normalize('NFC'), grammar, around)
  const found = language === 'it' ? italianForms(sentence) : englishForms(sentence)
  const outside = found.filter(({ phrase }) => !sentence.tokens[phrase.from]?.quoted)
  return chainsIn(sentence, outside.length > 0 ? outside : found)
}

function suggestion({ links, words }: Chain, { outlet, above, before }: Passage): Suggestion {
  const around = `${above.slice(-ABOVE)}\n${before.join('\n')}`.slice(-ABOVE)
  const texts = links.map(({ text }) => whole(text, around))
  const ends = outlet && !isSame(texts.at(-1) ?? '', outlet) ? [outlet] : []
  const [claimant = ''] = texts
  const isNamed = links[0]?.kind !== 'unnamed'
  return {
    chain: [...texts, ...ends],
    claimantKind: isNamed ? 'named' : 'unknown',
    claimant: isNamed ? nameIn(claimant) : null,
    words,
  }
}
