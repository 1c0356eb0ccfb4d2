/** A word or a sign of a sentence; `start` and `end` are UTF-16 positions in it. */
export type Token = {
  text: string
  /** In small letters, with a straight apostrophe: what word lists are asked with. */
  low: string
  start: number
  end: number
  /** Begins with a capital letter. */
  capital: boolean
  /** Begins the sentence, or something that is quoted: its capital says nothing. */
  first: boolean
  /** Stands in quotation marks. */
  quoted: boolean
}

const TITLE =
  'Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Adm|Maj|on|dott|dr|ing|avv|gen|sen|prof|sig|mons|col'

/** Abbreviated titles, initials, words with inner signs and an apostrophe, and any other sign. */
const TOKEN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${TITLE})\\.(?=\\s\\p{Lu})|(?:\\p{Lu}\\.){2,}|\\p{Lu}\\.(?=\\s\\p{Lu})` +
    "|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:[-.&][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*(?:['’](?:s(?![\\p{L}\\p{N}]))?)?|\\S",
  'gu',
)

/** The words and signs of a sentence. */
export function tokensOf(sentence: string): Token[] {
  const tokens: Token[] = []
  let quoted = false
  let first = true
  for (const { 0: text, index } of sentence.matchAll(TOKEN)) {
    const opens = /^[«“„]$/.test(text) || (text === '"' && !quoted)
    const closes = /^[»”]$/.test(text) || (text === '"' && quoted)
    if (closes) quoted = false
    const isWord = /^[\p{L}\p{N}]/u.test(text)
    tokens.push({
      text,
      low: text.toLowerCase().replace('’', "'"),
      start: index,
      end: index + text.length,
      capital: /^\p{Lu}/u.test(text),
      first: isWord && first,
      quoted,
    })
    if (opens) quoted = true
    if (isWord) first = false
    else if (opens || /^[:–—-]$/.test(text)) first = true
  }
  return tokens
}

/** What a word list knows a word as: without an apostrophe at its end, or an English genitive. */
export const bare = ({ low }: Token): string => low.replace(/'s?$/, '')

export const wordsIn = (...lists: string[]): ReadonlySet<string> =>
  new Set(lists.join(' ').trim().split(/\s+/))
