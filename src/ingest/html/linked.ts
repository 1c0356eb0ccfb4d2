import { plainText } from './dom.ts'

/** What the linked data of a page says of its article; each text decoded, none checked. */
export type LinkedArticle = {
  headlines: string[]
  authors: string[]
  publishers: string[]
  dates: string[]
  languages: string[]
  urls: string[]
  description: string | null
  body: string | null
}

type Thing = Record<string, unknown>

/** Things looked at in one page. */
const MAX_THINGS = 3000

/** The longest script read, in UTF-16 units. */
const MAX_SCRIPT = 2_000_000
/** Nobody's data is so deep, and parsing it takes long. */
const NESTED = /(?:[[{]\s{0,9}){60}/

const ARTICLE =
  /(?:article|newsarticle|posting|report|reportage\w*|review|liveblogposting|claimreview|opinion\w*)$/i
/** Things that may tell when a page is from, where no article does. */
const PAGE = /^(?:webpage|itempage|newspage|creativework|videoobject)$/i
const SITE = /^(?:website|newsmediaorganization|organization|publisher)$/i

/**
 * Reads the article in the `application/ld+json` of a page: alone, in arrays, in a `@graph`; with
 * its references followed. A script that is broken beyond small mistakes is passed over.
 *
 * @param scripts what stands in the scripts
 * @param isThis whether an address or a headline is that of the page: of several articles, its own
 *   is read
 */
export function readLinked(
  scripts: readonly string[],
  isThis: (text: string) => boolean,
): LinkedArticle | null {
  const things = scripts.flatMap((script) => thingsIn(parseLoosely(script)))
  const byId = new Map<string, Thing>()
  for (const thing of things) {
    const id = thing['@id']
    if (typeof id === 'string' && Object.keys(thing).length > 1 && !byId.has(id))
      byId.set(id, thing)
  }
  const follow = (value: unknown): unknown => {
    if (!isThing(value)) return value
    const id = value['@id']
    const whole = typeof id === 'string' && !('name' in value) ? byId.get(id) : undefined
    return whole ?? value
  }
  const all = (value: unknown): unknown[] =>
    (Array.isArray(value) ? value.flat(2) : [value]).map(follow)
  const texts = (value: unknown): string[] =>
    all(value).flatMap((one) => {
      if (typeof one === 'string')
        return [plainText(one.slice(0, 2000))].filter((text) => text !== '')
      if (typeof one === 'number') return [String(one)]
      if (isThing(one)) return texts(one.name ?? one['@value'] ?? one.alternateName)
      return []
    })
  const addresses = (thing: Thing): string[] =>
    [thing.url, thing['@id'], thing.mainEntityOfPage].flatMap((value) =>
      all(value).flatMap((one) =>
        typeof one === 'string' ? [one] : isThing(one) ? strings([one['@id'], one.url]) : [],
      ),
    )
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)))
  const own =
    articles.find((thing) => addresses(thing).some(isThis)) ??
    articles.find((thing) => texts(thing.headline).some(isThis)) ??
    articles.find((thing) => thing.headline !== undefined || thing.articleBody !== undefined) ??
    articles[0]
  const pages = things.filter((thing) => typesOf(thing).some((type) => PAGE.test(type)))
  if (own === undefined && pages.length === 0) return null
  const site = things.filter((thing) => typesOf(thing).some((type) => SITE.test(type)))
  const from = own ?? {}
  const body = strings([from.articleBody]).map(bodyText)[0] ?? null
  return {
    headlines: texts(from.headline ?? from.name),
    authors: texts(from.author ?? from.creator),
    publishers: [...texts(from.publisher), ...site.flatMap((thing) => texts(thing.name))],
    dates: [own, ...pages].flatMap((thing) => texts(thing?.datePublished ?? thing?.dateCreated)),
    languages: [own, ...pages].flatMap((thing) => texts(thing?.inLanguage)),
    urls: own === undefined ? [] : addresses(own),
    description: texts(from.description)[0] ?? null,
    body: body === '' ? null : body,
  }
}

/** The body keeps its paragraphs, whether they are lines or tags. */
function bodyText(body: string): string {
  return body
    .slice(0, 500_000)
    .replace(/<\/?(?:p|br|div|h[1-6]|li)\b[^>]{0,200}>/gi, '\n')
    .split('\n')
    .map(plainText)
    .filter((line) => line !== '')
    .join('\n')
}

/** Every thing with a type, wherever pages put them. */
function thingsIn(root: unknown): Thing[] {
  const found: Thing[] = []
  const queue: unknown[] = [root]
  for (let at = 0; at < queue.length && at < MAX_THINGS; at++) {
    const value = queue[at]
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_THINGS))
    else if (isThing(value)) {
      if (typesOf(value).length > 0 || '@id' in value) found.push(value)
      queue.push(value['@graph'], value.mainEntity, value.mainEntityOfPage, value.author)
    }
  }
  return found
}

/**
 * Parses JSON with the mistakes that templates make: comments and CDATA around it, a semicolon
 * after it, line ends inside texts, commas too many, everything escaped for HTML.
 *
 * @returns undefined where it cannot be read all the same
 */
function parseLoosely(script: string): unknown {
  if (script.length > MAX_SCRIPT || NESTED.test(script)) return undefined
  const bare = script
    .replace(/^[\s;]*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s{0,9}\]\]>(?:\s{0,9}\*\/)?)[\s;]*$/, '')
    .trim()
    .replace(/;$/, '')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside texts
  const settled = bare.replace(/[\u0000-\u001f]/g, ' ')
  const attempts = [
    () => bare,
    () => settled,
    () => settled.replace(/,(\s{0,99}[}\]])/g, '$1'),
    () => plainText(settled).replace(/,(\s{0,99}[}\]])/g, '$1'),
    () => settled.replace(/,(\s{0,99}[}\]])/g, '$1').replace(/\\(?!["\\/bfnrtu])/g, '\\\\'),
  ]
  for (const attempt of attempts) {
    try {
      const value: unknown = JSON.parse(attempt())
      return value
    } catch {
      // The next attempt forgives more.
    }
  }
  return undefined
}

function typesOf(thing: Thing): string[] {
  const type = thing['@type']
  return strings(Array.isArray(type) ? type : [type]).map((name) => name.replace(/^.*[/#:]/, ''))
}

function strings(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === 'string')
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
