/** What a method of the Fact Check Tools API is asked by, and of which type each is. */
export type Fields = Record<string, 'string' | 'int32'>

export const searchFields = {
  query: 'string',
  languageCode: 'string',
  reviewPublisherSiteFilter: 'string',
  maxAgeDays: 'int32',
  pageSize: 'int32',
  pageToken: 'string',
  offset: 'int32',
} as const satisfies Fields

export const pagesFields = {
  url: 'string',
  organization: 'string',
  pageSize: 'int32',
  pageToken: 'string',
  offset: 'int32',
} as const satisfies Fields

/** What every method of Google’s APIs takes; none of it is needed here. */
const standard = new Set([
  ...['$.xgafv', 'access_token', 'alt', 'callback', 'fields', 'key', 'oauth_token', 'prettyPrint'],
  ...['quotaUser', 'upload_protocol', 'uploadType'],
])

type Value<T> = T extends 'int32' ? number : string
/** What was asked; what was left out is empty, or 0, as there. */
export type Asked<F extends Fields> = { [name in keyof F]: Value<F[name]> }

/** What is wrong with what was asked, in the words of Google’s APIs. */
export type Wrong = { wrong: string }

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** What strangers wrote is quoted only so far. */
const quoted = (text: string): string => `"${text.slice(0, 100)}"`

const unknown = (name: string) =>
  `Invalid JSON payload received. Unknown name ${quoted(name)}: Cannot bind query parameter. Field '${name.slice(0, 100)}' could not be found in request message.`

const MOST = 2 ** 31

/**
 * Reads the parameters of a method, which may be written in both ways that Google’s APIs know
 * (`pageSize`, `page_size`).
 * @param pairs of the address, in its order
 */
export function readAsked<F extends Fields>(
  fields: F,
  pairs: Iterable<[name: string, value: string]>,
): { asked: Asked<F>; pretty: boolean } | Wrong {
  const read: Record<string, string | number> = {}
  for (const [name, type] of Object.entries(fields)) read[name] = type === 'int32' ? 0 : ''
  const seen = new Set<string>()
  let pretty = true
  for (const [given, value] of pairs) {
    const name = Object.keys(fields).find((one) => one === given || snake(one) === given)
    if (given === 'alt' && value !== 'json')
      return { wrong: `Invalid value for alt: ${quoted(value)}` }
    if (given === 'callback') return { wrong: 'JSONP is not offered: use CORS.' }
    if (given === 'prettyPrint') pretty = value !== 'false' && value !== '0'
    if (standard.has(given)) continue
    if (!name) return { wrong: unknown(given) }
    if (seen.has(name)) return { wrong: `${snake(name)} is given more than once.` }
    seen.add(name)
    if (fields[name] === 'string') read[name] = value
    else {
      const number = /^[+-]?\d{1,10}$/.test(value) ? Number(value) : Number.NaN
      if (!(number >= -MOST && number < MOST)) {
        return { wrong: `Invalid value at '${snake(name)}' (TYPE_INT32), ${quoted(value)}` }
      }
      read[name] = number
    }
  }
  return isRead(fields, read) ? { asked: read, pretty } : { wrong: 'INVALID_ARGUMENT' }
}

const isRead = <F extends Fields>(fields: F, read: object): read is Asked<F> =>
  Object.keys(fields).every((name) => name in read)
