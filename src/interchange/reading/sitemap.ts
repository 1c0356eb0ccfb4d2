import { Parser } from 'htmlparser2'
import { addressIn } from './addresses.ts'

/** An address that a sitemap names: a page, or a further sitemap; and when that last changed, as it says. */
export type Listed = { of: 'page' | 'sitemap'; url: string; changed: string | null }

/** In UTF-16 units: what stands in an element is no longer than that. */
const LONGEST = 4000

/** Reads the addresses out of XML as it comes (https://www.sitemaps.org/protocol.html). */
class Walk {
  private found: Listed[] = []
  private of: Listed['of'] | null = null
  private text: string | null = null
  private said = { loc: '', lastmod: '' }

  readonly parser = new Parser(
    {
      onopentag: (name) => this.enter(name.toLowerCase()),
      ontext: (text) => {
        if (this.text !== null && this.text.length < LONGEST) this.text += text
      },
      // What ends with the file may have been cut off in the middle of an address.
      onclosetag: (name, isImplied) => isImplied || this.leave(name.toLowerCase()),
    },
    // `addressIn` decodes what it reads.
    { xmlMode: true, decodeEntities: false },
  )

  /** What was found since it was asked last. */
  take(): Listed[] {
    const { found } = this
    this.found = []
    return found
  }

  private enter(name: string): void {
    if (name === 'url' || name === 'sitemap') {
      this.of = name === 'url' ? 'page' : 'sitemap'
      this.said = { loc: '', lastmod: '' }
    }
    this.text = name === 'loc' || name === 'lastmod' ? '' : null
  }

  private leave(name: string): void {
    if (name === 'loc' || name === 'lastmod') this.said[name] = this.text?.trim() ?? ''
    this.text = null
    if (name !== 'url' && name !== 'sitemap') return
    const url = addressIn(this.said.loc)
    if (url && this.of) this.found.push({ of: this.of, url, changed: this.said.lastmod || null })
    this.of = null
  }
}

/** One address a line, as the protocol allows too. */
async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<Listed> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = (lines.pop() ?? '').slice(0, LONGEST)
    yield* lines.flatMap(pageOf)
  }
  yield* pageOf(rest)
}

function pageOf(line: string): Listed[] {
  const url = addressIn(line)
  return url ? [{ of: 'page', url, changed: null }] : []
}

async function* following(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/**
 * The addresses in a sitemap of any length: a `urlset`, a `sitemapindex`, or lines. Nothing is fetched, and what
 * is no http(s) address is left out.
 */
export async function* readSitemap(chunks: AsyncIterable<string>): AsyncGenerator<Listed> {
  const rest = chunks[Symbol.asyncIterator]()
  let first = ''
  while (first.trim() === '') {
    const next = await rest.next()
    if (next.done) return
    first += next.value
  }
  const all = following(first, rest)
  if (!first.trimStart().startsWith('<')) return yield* readLines(all)
  const walk = new Walk()
  for await (const chunk of all) {
    walk.parser.write(chunk)
    yield* walk.take()
  }
  walk.parser.end()
  yield* walk.take()
}
