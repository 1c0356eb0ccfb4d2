/** Of a text longer than this nothing is mended. */
const LONGEST = 1_000_000

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

/**
 * What may stand in a string: escaped letters, or any but a quote; and what may follow a comma too much. A string
 * that is not closed goes on to the end, or each quote in it would be looked for the end of again.
 */
const TOKENS =
  /"[^"\\]*(?:\\[\s\S]?[^"\\]*)*(?:"|$)|,(?=\s*[}\]])|<!--|-->|\/\*\s*<!\[CDATA\[\s*\*\/|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?(?:<!\[CDATA\[|\]\]>)/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what it looks for
const CONTROL = /[\u0000-\u001f]/g

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Line ends within strings escaped, commas before an end and the marks of a script taken out. */
const mended = (text: string): string =>
  text.replace(TOKENS, (token) =>
    token.startsWith('"')
      ? token.replace(CONTROL, escaped).replace(/\\(?!["\\/bfnrtu])/g, '\\\\')
      : '',
  )

/**
 * A JSON text; or one that a person or a template wrote with line ends in its strings, a comma too many, or the
 * marks of a script around it. What is said is not guessed at.
 * @returns null where it is broken
 */
export function looseJson(text: string): { value: unknown } | null {
  return parsed(text) ?? (text.length > LONGEST ? null : parsed(mended(text)))
}
