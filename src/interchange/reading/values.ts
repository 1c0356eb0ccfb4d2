import { decodeHTMLStrict } from 'entities'
import { withFewMarks } from '../../domain/marks.ts'

/** An object of a JSON text, whatever is in it. */
export type Node = { readonly [name: string]: unknown }

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whole names of schema.org, and those that a context shortens. */
const PREFIXES = ['schema:', 'http://schema.org/', 'https://schema.org/']

/** What an object says under a name of schema.org, however it writes that. */
export function memberOf(node: Node, name: string): unknown {
  const own = Object.hasOwn(node, name) ? node[name] : undefined
  if (own !== undefined) return own
  for (const prefix of PREFIXES) {
    const value = Object.hasOwn(node, prefix + name) ? node[prefix + name] : undefined
    if (value !== undefined) return value
  }
  return undefined
}

/** A value as the list that it may be: nothing is an empty one. */
export const listOf = (value: unknown): unknown[] => {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.flat(3) : [value]
}

/** The names of an object’s types, without the address of the vocabulary. */
export const typesOf = (node: Node): string[] =>
  listOf(node['@type'] ?? node.type).flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : [],
  )

/** Letters of ASCII with single blanks between, and nothing that could be an entity. */
const SIMPLE = /^[!-%'-~]+(?: [!-%'-~]+)*$/

/**
 * A text as it was meant: entities decoded, once; nothing that no text has in it; blanks settled. A text that is
 * too long stays so.
 */
export function plain(text: string): string {
  // Most texts are short names, addresses and dates: those are told from others faster than they are mended.
  if (SIMPLE.test(text)) return text
  const read = text.includes('&') ? decodeHTMLStrict(text) : text
  return withFewMarks(read.replaceAll('\0', '').toWellFormed()).replace(/\s+/g, ' ').trim()
}

/** The texts in a value: a text, a number, a list of them, `@value`, or one by language. */
function textsIn(value: unknown, language: string | null, depth = 0): string[] {
  if (typeof value === 'string') return [plain(value)].filter(Boolean)
  if (typeof value === 'number') return [String(value)]
  if (depth > 3) return []
  if (Array.isArray(value)) {
    const own = value.find((one) => isNode(one) && one['@language'] === language)
    return (own === undefined ? value : [own]).flatMap((one) => textsIn(one, language, depth + 1))
  }
  if (!isNode(value)) return []
  if ('@value' in value) return textsIn(value['@value'], language, depth + 1)
  const byLanguage = Object.entries(value).filter(([tag]) => /^[a-z]{2,3}(?:-\w{2,8})?$/i.test(tag))
  const own = byLanguage.find(([tag]) => languageIn(tag) === language) ?? byLanguage[0]
  return own ? textsIn(own[1], language, depth + 1) : []
}

/** The first text in a value, or null where it holds none. */
export const textIn = (value: unknown, language: string | null = null): string | null =>
  textsIn(value, language)[0] ?? null

/** The first text under any of the names, in this order. */
export function textOf(node: Node, names: string[], language: string | null = null): string | null {
  for (const name of names) {
    const text = textIn(memberOf(node, name), language)
    if (text) return text
  }
  return null
}

/** Those that spreadsheets and pages name in words. */
const LANGUAGES = new Map(
  Object.entries({
    ...{ italian: 'it', italiano: 'it', ita: 'it', english: 'en', inglese: 'en', eng: 'en' },
    ...{ french: 'fr', francese: 'fr', français: 'fr', german: 'de', tedesco: 'de', deutsch: 'de' },
    ...{ spanish: 'es', spagnolo: 'es', español: 'es', portuguese: 'pt', portoghese: 'pt' },
  }),
)

/** A language by its tag (`it-IT`) or its name; ISO 639, null where it is none. */
export function languageIn(text: string | null): string | null {
  const name = (text ?? '').trim().toLowerCase()
  return LANGUAGES.get(name) ?? /^[a-z]{2,3}(?=$|[-_])/.exec(name)?.[0] ?? null
}
