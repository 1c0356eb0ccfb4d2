const REPORTING = [
  'said says told tells asked asks added adds wrote writes replied replies answered insisted',
  'warned claimed stated announced declared explained argued noted tweeted posted shouted',
  'ha hanno aveva disse dice spiega aggiunge afferma dichiara scrive risponde commenta avverte',
  'sostiene assicura ribadisce conclude replica chiede annuncia sottolinea ricorda',
]
  .join(' ')
  .replaceAll(' ', '|')

/** A name and a verb of saying: `Smith said`, `Rossi ha detto`. Read on a few dozen characters. */
const SPEAKER = new RegExp(
  `^\\s+(?!(?:He|She|It|They|We|I|You|Lui|Lei|Egli|Ella|Noi|Io|Chi|Non|Si|Ci|La|Lo)\\s)` +
    `(?:(?:the|Mr\\.|Mrs\\.|Ms\\.|Dr\\.)\\s+)?(?:\\p{Lu}[\\p{L}'’.-]{0,30}\\s+){1,4}(?:${REPORTING})(?!\\p{L})`,
  'u',
)

/** The longest quotation, in UTF-16 units, that one sentence may carry whole. */
const LONGEST_QUOTE = 700
const LONGEST_ASIDE = 300

/** What the quotation marks and brackets of a paragraph say about where sentences end. */
export type Quotes = {
  /** whether a sentence that broke here would break a quotation that it goes on after */
  inside(at: number): boolean
  /** whether the character here closes a quotation or a bracket */
  closes(at: number): boolean
}

/** Whether the text after a closing mark goes on with the sentence around the quotation. */
export function goesOn(text: string, after: number): boolean {
  const next = text.slice(after, after + 90)
  return (
    /^[»”"’'\])]{0,4}\s{0,3}[,;:]/.test(next) ||
    /^[»”"’'\])]{0,4}(?:\s{1,3}|\s{0,3}[–—-]\s{0,3})\p{Ll}/u.test(next) ||
    SPEAKER.test(next)
  )
}

/**
 * Pairs the quotation marks and brackets of one paragraph. Writers mix them (“so"), so any closing
 * mark closes the latest open quotation; a straight mark opens where none is open. Marks without a
 * partner say nothing.
 *
 * @param text one paragraph; `inside` must then be asked in rising order
 */
export function quotesIn(text: string): Quotes {
  const closing = new Set<number>()
  const spans: { open: number; close: number }[] = []
  const quotes: number[] = []
  const brackets: number[] = []
  for (const { 0: mark, index } of text.matchAll(/[«»“”„"()[\]]/g)) {
    if (mark === '(' || mark === '[') brackets.push(index)
    else if (mark === ')' || mark === ']') close(brackets, index, LONGEST_ASIDE)
    else if (mark === '«' || mark === '“' || mark === '„') quotes.push(index)
    else if (mark === '"' && opens(text, index, quotes)) quotes.push(index)
    else close(quotes, index, LONGEST_QUOTE)
  }
  spans.sort((one, other) => one.open - other.open)

  function close(open: number[], at: number, longest: number): void {
    closing.add(at)
    const from = open.pop()
    if (from === undefined || at - from > longest) return
    const handsOver = text[at - 1] === ',' || goesOn(text, at + 1)
    if (handsOver) spans.push({ open: from, close: at })
  }

  let span = 0
  let until = -1
  return {
    inside(at) {
      for (let next = spans[span]; next !== undefined && next.open < at; next = spans[++span]) {
        until = Math.max(until, next.close)
      }
      return at <= until
    },
    closes: (at) => closing.has(at),
  }
}

function opens(text: string, at: number, quotes: readonly number[]): boolean {
  if (quotes.length === 0) return true
  return /[\s(]/.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ')
}
