import { decodeHTML } from 'entities'
import { Parser } from 'htmlparser2'
import type { RulingRecord } from '../../domain/ruling-record.ts'
import { addressIn } from './addresses.ts'
import { type Context, excerptOf } from './context.ts'
import { readJson, readValue } from './json.ts'
import { Microdata } from './microdata.ts'
import { languageIn } from './values.ts'

/** What of a page is kept of its scripts, in UTF-16 units. */
const MOST = 16_000_000
/** Elements that nobody closed lie in one another; where so many do, nobody laid the page out, and it ends. */
const DEEPEST = 2000

/** What a page says of itself and of what it reviews. */
type Page = {
  scripts: string[]
  items: Microdata['items']
  language: string | null
  url: string | null
  title: string
}

const isLinked = (type: string | undefined): boolean => /ld\+json/i.test(type ?? '')

/** Walks a page of any length once; entities stay as they are, to be decoded where they are read. */
class Walk {
  private readonly microdata = new Microdata()
  private readonly page: Page = { scripts: [], items: [], language: null, url: null, title: '' }
  private script: string | null = null
  private inTitle = false
  private left = MOST

  readonly parser = new Parser(
    {
      onopentag: (name, attributes) => this.enter(name, attributes),
      ontext: (text) => this.text(text),
      onclosetag: (name) => this.leave(name),
    },
    { decodeEntities: false },
  )

  private enter(name: string, attributes: Record<string, string>): void {
    this.microdata.enter(name, attributes)
    // What closes an element is looked for among all that are open.
    if (this.microdata.depth > DEEPEST) this.parser.pause()
    if (name === 'html') this.page.language = languageIn(attributes.lang ?? null)
    if (name === 'title' && this.page.title === '') this.inTitle = true
    if (name === 'script' && isLinked(attributes.type)) this.script = ''
    const isCanonical = name === 'link' && /\bcanonical\b/i.test(attributes.rel ?? '')
    if (isCanonical) this.page.url ??= addressIn(attributes.href ?? '')
  }

  private text(text: string): void {
    if (this.script === null) {
      if (this.inTitle && this.page.title.length < 1000) this.page.title += text
      this.microdata.text(text)
      return
    }
    this.left -= text.length
    if (this.left >= 0) this.script += text
  }

  private leave(name: string): void {
    this.microdata.leave()
    if (name === 'title') this.inTitle = false
    if (name !== 'script' || this.script === null) return
    this.page.scripts.push(this.script)
    this.script = null
  }

  end(): Page {
    this.parser.end()
    return { ...this.page, items: this.microdata.items }
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** A script that a template escaped as if it were text is one all the same. */
const unescaped = (script: string): string =>
  script.includes('"') || !script.includes('&quot;') ? script : decodeHTML(script)

/** What scripts and microdata say; of scripts that are broken, or hold no review, only those that mean to hold one. */
async function* recordsOf(
  { scripts, items }: Page,
  context: Context,
): AsyncGenerator<RulingRecord> {
  for (const script of scripts) {
    for await (const record of readJson(once(unescaped(script)), context)) {
      if ('read' in record) yield record
      else if (record.refused !== 'no_review' && script.includes('ClaimReview')) yield record
    }
  }
  for (const item of items) yield* readValue(item, 0, context)
}

/**
 * The reviews in an HTML page, as JSON-LD in its scripts or as microdata: each once, however often it is said. One
 * broken script costs none of the others.
 */
export async function* readPage(
  chunks: AsyncIterable<string>,
  context: Context,
): AsyncGenerator<RulingRecord> {
  const walk = new Walk()
  for await (const chunk of chunks) walk.parser.write(chunk)
  const page = walk.end()
  const known = { ...context, page: context.page ?? page.url }
  // A page in another language than its reviews is rare; one that says nothing is not.
  const around = { ...known, language: context.language ?? page.language }
  const keys = new Set<string>()
  let line = 0
  for await (const record of recordsOf(page, around)) {
    if ('read' in record && keys.has(record.read.key)) continue
    if ('read' in record) keys.add(record.read.key)
    line += 1
    yield { ...record, line }
  }
  if (line > 0) return
  yield { line: 1, refused: 'no_review', field: null, excerpt: excerptOf(page.title) }
}
