import { createHash } from 'node:crypto'
import { lettersOf } from '../../domain/rating.ts'
import type { Note, RulingRead, RulingRecord, UnreadCode } from '../../domain/ruling-record.ts'
import { readDay } from '../../domain/told-day.ts'
import { type Addresses, addressIn, hostIn } from './addresses.ts'
import { type Context, excerptOf } from './context.ts'
import { languageIn } from './values.ts'

/** What a record says, as it says it; null or empty where it does not. Texts are `plain`. */
export type Said = {
  key: string | null
  statement: string | null
  label: string | null
  url: string | null
  /** The address or host of the publisher. */
  site: string | null
  publisherName: string | null
  title: string | null
  language: string | null
  claimant: string | null
  claimantRole: string | null
  claimedOn: string | null
  reviewedOn: string | null
  appearances: Addresses
  links: Addresses
  /** Whether the file itself shows that its dates begin with the day, or with the month. */
  dayFirst: boolean | null
  original: string
}

/** In UTF-16 units. */
const LONGEST = {
  statement: 10_000,
  label: 500,
  key: 500,
  title: 1000,
  publisher: 300,
  publisherName: 300,
  claimant: 500,
  claimantRole: 500,
  original: 1_000_000,
}
const MOST_ADDRESSES = 200

/** Where dates in English begin with the day. */
const DAY_FIRST_HOST = /\.(?:uk|ie|au|nz|za|in|eu|mt)$/

/** Reads one record, and notes what has to be left out of it. */
class Assembling {
  readonly notes: Note[] = []
  private readonly said: Said
  private readonly context: Context

  constructor(said: Said, context: Context) {
    this.said = said
    this.context = context
  }

  /** A text that may be left out. */
  text(field: 'title' | 'publisherName' | 'claimant' | 'claimantRole'): string | null {
    const text = this.said[field]
    if (text === null || text.length <= LONGEST[field]) return text
    return this.leave(field, 'too_long', text)
  }

  address(): string | null {
    const { url } = this.said
    if (!url) return this.context.page
    const address = addressIn(url, this.context.page)
    return address ?? this.leave('url', 'bad_address', url) ?? this.context.page
  }

  addresses(field: 'appearances' | 'links'): string[] {
    const { read, junk } = this.said[field]
    for (const written of junk.slice(0, 10)) this.leave(field, 'bad_address', written)
    if (read.length > MOST_ADDRESSES) this.leave(field, 'too_long', read[MOST_ADDRESSES] ?? '')
    return read.slice(0, MOST_ADDRESSES)
  }

  /** A day that could be another one is kept, and noted: nobody may take it for certain. */
  day(field: 'claimedOn' | 'reviewedOn', language: string, publisher: string): string | null {
    const written = this.said[field]
    if (!written) return null
    const { timeZone } = this.context
    const dayFirst = this.said.dayFirst ?? (language !== 'en' || DAY_FIRST_HOST.test(publisher))
    const read = readDay(written, { timeZone, dayFirst, language })
    if (!read || (read.isGuess && this.said.dayFirst === null)) {
      this.leave(field, 'bad_date', written)
    }
    return read?.day ?? null
  }

  private leave(field: string, code: UnreadCode, text: string): null {
    this.notes.push({ field, code, excerpt: excerptOf(text) })
    return null
  }
}

/**
 * What a ruling is known by where its publisher gives it no identifier of its own: whose it is, where it stands
 * and what it rates; without an address also who claimed that and when, as people repeat one another.
 */
function keyOf(read: Omit<RulingRead, 'key'>): string {
  const { publisher, url, statement, claimant, claimedOn, appearances } = read
  const what = statement ? [statement] : appearances
  const parts = [publisher, url, ...what, ...(url ? [] : [claimant, claimedOn])]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}

/** Why nothing can be made of it: the code and the field; or null. */
function refusal(said: Said): [UnreadCode, string | null] | null {
  const { statement, label, key, appearances, original } = said
  if (original.length > LONGEST.original) return ['too_long', null]
  if (!statement && appearances.read.length === 0) return ['no_statement', 'statement']
  if (!label) return ['no_label', 'label']
  const sizes = [
    ['statement', statement],
    ['label', label],
    ['key', key],
  ] as const
  const long = sizes.find(([field, text]) => (text?.length ?? 0) > LONGEST[field])
  return long ? ['too_long', long[0]] : null
}

/**
 * Makes a ruling of what a record says, or says why not. A publisher without an address goes by its name in
 * small letters.
 */
export function assemble(said: Said, line: number, context: Context): RulingRecord {
  const refuse = (refused: UnreadCode, field: string | null): RulingRecord => {
    return { line, refused, field, excerpt: excerptOf(said.statement || said.original) }
  }
  const refused = refusal(said)
  if (refused) return refuse(...refused)
  const assembling = new Assembling(said, context)
  const url = assembling.address()
  const publisherName = assembling.text('publisherName')
  const publisher =
    hostIn(said.url ? url : null) ??
    hostIn(said.site) ??
    hostIn(url) ??
    context.publisher ??
    lettersOf(publisherName ?? said.site ?? '')
  if (!publisher) return refuse('no_publisher', 'publisher')
  if (publisher.length > LONGEST.publisher) return refuse('too_long', 'publisher')
  const statement = said.statement ?? ''
  const language =
    languageIn(said.language) ?? context.language ?? context.languageOf(statement) ?? 'und'
  const read = {
    publisher,
    publisherName,
    url,
    title: assembling.text('title'),
    statement,
    language,
    claimant: assembling.text('claimant'),
    claimantRole: assembling.text('claimantRole'),
    claimedOn: assembling.day('claimedOn', language, publisher),
    reviewedOn: assembling.day('reviewedOn', language, publisher),
    label: said.label ?? '',
    appearances: assembling.addresses('appearances'),
    links: assembling.addresses('links'),
    original: said.original,
  }
  return { line, read: { key: said.key ?? keyOf(read), ...read }, notes: assembling.notes }
}
