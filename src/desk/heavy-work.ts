import { type Anchor, anchorIn, type Folded, folded } from '../domain/anchor.ts'
import { Refusal } from '../domain/refusal.ts'
import { decodeHtml } from '../ingest/html/decode.ts'
import { inert } from '../ingest/html/inert.ts'
import { readHtml } from '../ingest/html.ts'
import { readPdf } from '../ingest/pdf.ts'
import { openStore, type Store } from '../store/store.ts'
import { alikeToEach } from './alike.ts'
import { catchUpIn } from './catching-up.ts'
import { dueOf } from './due.ts'
import { choicesOf } from './exports/choices.ts'
import { documentPieces, previewOf } from './exports/document.ts'
import { newsOf } from './exports/news.ts'
import { packed } from './exports/packing.ts'
import type { HeavyRead, HeavyRequest } from './heavy-jobs.ts'
import { importLines } from './imports/beside.ts'
import { searchTold } from './public-search.ts'
import { searchRulings } from './rulings/search.ts'
import { search, searchArticles } from './search.ts'
import { countsOf } from './shares.ts'
import { foldedDifference, textDifference } from './text-difference.ts'

/** The worker's own connection: nobody waits behind its reads. */
let store: Promise<Store> | null = null

async function storeAt(address: string): Promise<Store> {
  store ??= openStore(address)
  try {
    return await store
  } catch (error) {
    store = null
    throw error
  }
}

type Reading = Extract<HeavyRead, { url: string | null }>

const readPage = ({ bytes, contentType, ...options }: Reading) =>
  readHtml(decodeHtml(bytes, contentType), options)

/** Each text is read once, however many excerpts were cut from it. */
function anchorsIn({ text, excerpts }: Extract<HeavyRead, { read: 'anchors' }>): Anchor[] {
  const read = new Map<string, Folded>()
  const foldedOnce = (text: string) => {
    const there = read.get(text) ?? folded(text)
    read.set(text, there)
    return there
  }
  return excerpts.map(({ excerpt, from }) => anchorIn(foldedOnce(text), excerpt, foldedOnce(from)))
}

/** The texts of an answer, one after the other; all but a document are one. */
async function textsOf({ address, job }: HeavyRequest) {
  switch (job.read) {
    case 'verdicts':
      return documentPieces(await storeAt(address), job)
    case 'preview':
      return [JSON.stringify(await previewOf(await storeAt(address), job))]
    case 'news':
      return [JSON.stringify(await newsOf(await storeAt(address), job))]
    case 'choices':
      return [JSON.stringify(await choicesOf(await storeAt(address), job.most))]
    case 'similar':
      return [JSON.stringify(await alikeToEach(await storeAt(address), job))]
    case 'catchUp':
      return [JSON.stringify(await catchUpIn(await storeAt(address), job))]
    case 'import':
      return importLines(await storeAt(address), job)
    case 'root':
      return [await (await storeAt(address)).tree.root(job.size)]
    case 'due':
      return [JSON.stringify(await dueOf(await storeAt(address), job))]
    case 'search':
      return [JSON.stringify(await search(await storeAt(address), job))]
    case 'articles':
      return [JSON.stringify(await searchArticles(await storeAt(address), job))]
    case 'rulings':
      return [JSON.stringify(await searchRulings(await storeAt(address), job))]
    case 'told':
      return [JSON.stringify(await searchTold(await storeAt(address), job))]
    case 'coverage':
      return [JSON.stringify(await countsOf(await storeAt(address), job.articles))]
    case 'page':
      return [JSON.stringify(readPage(job))]
    case 'anchors':
      return [JSON.stringify(anchorsIn(job))]
    case 'difference':
      return [JSON.stringify(foldedDifference(textDifference(job.before, job.after)))]
    case 'html':
      return [inert(decodeHtml(job.bytes, job.contentType))]
    case 'pdf':
      return [JSON.stringify(await readPdf(job.bytes, job))]
  }
}

/**
 * What a heavy read was asked for, as a stream of UTF-8 bytes, packed where that is asked. Whoever gives the stream up
 * ends the reading.
 * @throws Refusal as `readHtml` and `readPdf` do
 */
export const carryOut = async (request: HeavyRequest): Promise<ReadableStream<Uint8Array>> =>
  packed(await textsOf(request), 'packing' in request.job ? request.job.packing : null)

/** The parts of a refusal, or null where something broke. */
export const refusalIn = (error: unknown) =>
  error instanceof Refusal ? { code: error.code, fields: error.fields, values: error.values } : null
