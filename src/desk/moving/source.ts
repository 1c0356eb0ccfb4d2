import canonicalize from 'canonicalize'
import { z } from 'zod'
import { isWebAddress } from '../../domain/parse.ts'
import { partsOf, UnreadableDocument } from '../../interchange/document-parts.ts'
import { jsonPieces } from '../../interchange/reading/json-pieces.ts'
import {
  type PublicVerdict,
  publicVerdict,
  SCHEMA_ID,
  verdictExport,
} from '../../interchange/verdict-export.ts'
import { sha256 } from '../../store/seal.ts'

const { desk, scale } = verdictExport.shape

/** What an export says before its verdicts; lines of NDJSON have no such head. */
const headIn = z.object({ schema: z.literal(SCHEMA_ID), desk, scale })
export type MovedHead = Pick<z.output<typeof headIn>, 'desk' | 'scale'>

/** A verdict as it was told, with its bytes. */
export type MovedVerdict = { told: PublicVerdict; body: string; publication: string }

export type MovedPart = { head: MovedHead } | { verdict: MovedVerdict }

const withLedger = z.looseObject({ id: z.string(), ledger: z.object({ publication: z.string() }) })

/** Whether what is told leads nowhere but to the web, and stands at an address such as this desk makes. */
function leadsWell({ slug, evidence, appearances }: PublicVerdict): boolean {
  const addresses = [
    ...evidence.flatMap(({ url, snapshot }) => [url, snapshot?.url ?? null]),
    ...appearances.flatMap(({ article, claimant }) => [article.url, ...claimant.sameAs]),
  ]
  const isPlain = slug === null || /^[a-z0-9-]+$/.test(slug)
  return isPlain && addresses.every((one) => one === null || isWebAddress(one))
}

/**
 * One verdict of an export, with the bytes that it was told in: those that hash to what the ledger it comes from
 * says.
 * @throws UnreadableDocument where it does not, or is no verdict
 */
function verdictIn(value: unknown, number: number): MovedVerdict {
  const read = withLedger.safeParse(value)
  const told = publicVerdict.safeParse(value)
  if (!read.success || !told.success) {
    throw new UnreadableDocument(`Verdict ${number} of the document is no whole verdict.`)
  }
  const { ledger, ...rest } = read.data
  const body = canonicalize(rest) ?? ''
  if (sha256(body) !== ledger.publication) {
    throw new UnreadableDocument(
      `Verdict ${read.data.id} was altered: it does not hash to what was told.`,
    )
  }
  // Whoever writes an export anew writes its hashes anew, too.
  if (!leadsWell(told.data)) {
    throw new UnreadableDocument(`Verdict ${read.data.id} names an address that is none.`)
  }
  return { told: told.data, body, publication: ledger.publication }
}

/** Reads members of the document until it is known what it is: before its verdicts. */
function headReader() {
  const members: Record<string, unknown> = {}
  return {
    take(value: unknown): void {
      Object.assign(members, value)
    },
    /** @throws UnreadableDocument where it is no export, or a part of one */
    head(): MovedHead {
      if ('filters' in members) {
        throw new UnreadableDocument(
          'This export was narrowed down. Move a desk with one of everything.',
        )
      }
      const head = headIn.safeParse(members)
      if (!head.success)
        throw new UnreadableDocument(`It is no ${SCHEMA_ID}, or its head is not whole.`)
      return head.data
    },
  }
}

async function* partsOfDocument(source: AsyncIterable<Uint8Array>): AsyncGenerator<MovedPart> {
  const reader = headReader()
  let count = 0
  let isBegun = false
  for await (const { of, value, isDouble } of partsOf(source)) {
    if (isDouble) throw new UnreadableDocument('A name stands twice in the document.')
    if (of === 'document') {
      reader.take(value)
      continue
    }
    if (!isBegun) yield { head: reader.head() }
    isBegun = true
    count += 1
    yield { verdict: verdictIn(value, count) }
  }
  if (!isBegun) yield { head: reader.head() }
}

async function* decodedStrictly(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of source) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UnreadableDocument('The file is no UTF-8, or was damaged.')
  }
}

async function* partsOfLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<MovedPart> {
  let isEmpty = true
  for await (const { json, line } of jsonPieces(decodedStrictly(source))) {
    isEmpty = false
    if (!json) throw new UnreadableDocument(`Line ${line} is no JSON, or was damaged.`)
    yield { verdict: verdictIn(json.value, line) }
  }
  if (isEmpty) throw new UnreadableDocument('The file is empty.')
}

/** Enough to tell whether a head comes first. */
const SNIFFED = 4096

async function* following(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/**
 * Riscontro’s own export, part by part: the document (`.json`), whose head comes first, or its verdicts line by line
 * (`.ndjson`), which have none.
 * @throws UnreadableDocument where it is none, was altered, cut off or narrowed down
 */
export async function* partsOfExport(source: AsyncIterable<Uint8Array>): AsyncGenerator<MovedPart> {
  const rest = source[Symbol.asyncIterator]()
  let first = Buffer.alloc(0)
  while (first.length < SNIFFED) {
    const next = await rest.next()
    if (next.done) break
    first = Buffer.concat([first, next.value])
  }
  const hasHead = /^\ufeff?\s*\{\s*"(?:schema|generatedAt|desk|scale|cursor|verdicts)"/.test(
    first.toString('utf8'),
  )
  const all = following(first, rest)
  yield* hasHead ? partsOfDocument(all) : partsOfLines(all)
}
