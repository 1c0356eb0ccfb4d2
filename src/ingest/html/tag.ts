/** A start tag as it stands in a page. */
export type Tag = {
  /** in lower case */
  name: string
  /** those that the reading looks at, by their names in lower case; entities are not decoded yet */
  attributes: Map<string, string>
  /** UTF-16 units: where the text goes on */
  end: number
}

const KEPT = new Set(
  `id class role itemprop itemtype property name content http-equiv href rel datetime type lang
  hidden aria-hidden data-component data-testid data-gu-name data-qa title`.split(/\s+/),
)

/** The longest value of an attribute that is kept, in UTF-16 units. */
const MAX_VALUE = 4000

/** More attributes than any tag has. */
const MAX_ATTRIBUTES = 200

const NAME = /[^\s"'<>/=]+/y
const BLANKS = /[\s/]*/y
const EQUALS = /\s*=\s*/y
const BARE = /[^\s>]+/y

/** Reads start tags of one page, in time proportional to its length whatever the quotes do. */
export function tagReader(html: string): (at: number) => Tag {
  // Once a quote is known not to come again, it is not looked for again.
  const lastQuote = { '"': html.lastIndexOf('"'), "'": html.lastIndexOf("'") }
  const take = (pattern: RegExp, at: number): string => {
    pattern.lastIndex = at
    return pattern.exec(html)?.[0] ?? ''
  }

  function value(at: number): { text: string; end: number } {
    const quote = html.charAt(at)
    if ((quote === '"' || quote === "'") && lastQuote[quote] > at) {
      const end = html.indexOf(quote, at + 1)
      return { text: html.slice(at + 1, Math.min(end, at + 1 + MAX_VALUE)), end: end + 1 }
    }
    const text = take(BARE, at)
    return { text: text.slice(0, MAX_VALUE), end: at + text.length }
  }

  /** @param start where `<` stands, before a letter */
  return (start) => {
    const name = take(NAME, start + 1)
    const attributes = new Map<string, string>()
    let at = start + 1 + name.length
    for (let read = 0; read < MAX_ATTRIBUTES; read++) {
      at += take(BLANKS, at).length
      const attribute = take(NAME, at)
      if (attribute === '') {
        // A stray quote or equals sign is stepped over; `>` or `<` ends the tag.
        if (/["'=]/.test(html.charAt(at))) at++
        else break
        continue
      }
      at += attribute.length
      const equals = take(EQUALS, at)
      const found = equals === '' ? { text: '', end: at } : value(at + equals.length)
      at = found.end
      keep(attributes, attribute.toLowerCase(), found.text)
    }
    const close = html.charAt(at) === '<' ? at : html.indexOf('>', at)
    const end = close === -1 ? html.length : html.charAt(close) === '<' ? close : close + 1
    return { name: name.toLowerCase(), attributes, end }
  }
}

function keep(attributes: Map<string, string>, name: string, value: string): void {
  if (name === 'style') {
    if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value)) attributes.set('hidden', '')
  } else if (KEPT.has(name) && !attributes.has(name)) attributes.set(name, value)
}

/** Writes a start tag again, its attributes between double quotes. */
export function writeTag(name: string, attributes: ReadonlyMap<string, string>): string {
  let written = `<${name}`
  for (const [attribute, value] of attributes) {
    written += ` ${attribute}="${value.replaceAll('"', '&quot;')}"`
  }
  return `${written}>`
}
