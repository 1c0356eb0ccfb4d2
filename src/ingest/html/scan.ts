import { type Tag, tagReader, writeTag } from './tag.ts'

/** A page made small and harmless enough to be parsed into a tree. */
export type ScannedPage = {
  /** well-formed enough for a parser, without scripts, styles, drawings and comments */
  html: string
  /** what stands in its `application/ld+json` scripts */
  linked: string[]
}

/** A long live page has about ten thousand elements that matter. */
const MAX_ELEMENTS = 20_000
const MAX_DEPTH = 100
/** Text of the page, menus included, in UTF-16 units. */
const MAX_TEXT = 1_500_000
const MAX_LINKED = 40
/** Times that `<` stands in a text and begins no tag. */
const MAX_STRAYS = 2000
/** How far up an end tag looks for its start tag. */
const REACH = 60

/** Elements whose contents are no text of the page, up to their end tag. */
const RAW = new Set(
  'script style noscript template svg math iframe textarea object noembed noframes xmp'.split(' '),
)
const VOID = new Set('area base br col embed hr img input param source track wbr'.split(' '))
/** They change how letters look and nothing else. */
const LOOKS = new Set('b i em strong u font small big tt center s strike abbr acronym'.split(' '))
const INLINE = new Set([...LOOKS, ...'a span label q cite code sub sup time mark'.split(' ')])
/** Elements that end by themselves where one of these begins. */
const ENDED_BY: ReadonlyMap<string, RegExp> = new Map([
  [
    'p',
    /^(?:p|div|ul|ol|dl|table|h[1-6]|section|article|aside|header|footer|form|pre|blockquote|figure|main|nav|hr|fieldset|address)$/,
  ],
  ['li', /^li$/],
  ['dt', /^d[dt]$/],
  ['dd', /^d[dt]$/],
  ['td', /^t[dhr]$/],
  ['th', /^t[dhr]$/],
  ['tr', /^tr$/],
  ['option', /^option$/],
])

/**
 * Goes once over a page, in time proportional to its length, and writes what an article can be read
 * from: without scripts, with the few attributes that matter, at most `MAX_ELEMENTS` elements,
 * `MAX_DEPTH` deep. So the parser and the libraries after it meet nothing that could hold them up.
 */
export function scanPage(html: string): ScannedPage {
  const readTag = tagReader(html)
  const head: string[] = []
  const body: string[] = []
  const linked: string[] = []
  const unclosed = new Set<string>()
  // A comment that nobody closed ends with its tag: the rest of the page is still read.
  const lastComment = html.lastIndexOf('-->')
  const open: { name: string; kept: boolean }[] = []
  let language = ''
  let elements = 0
  let depth = 0
  let text = 0
  let strays = 0
  let titled = false

  function write(words: string): void {
    const room = MAX_TEXT - text
    if (room <= 0 || words === '') return
    text += words.length
    body.push(words.slice(0, room))
  }

  function leave(count: number): void {
    for (const { kept } of open.splice(open.length - count)) if (kept) depth--
  }

  function enter(tag: Tag): void {
    const { name, attributes } = tag
    const top = open.at(-1)
    if (top !== undefined && ENDED_BY.get(top.name)?.test(name)) leave(1)
    const plain = attributes.size === 0 && (LOOKS.has(name) || name === 'span')
    const kept = !plain && elements < MAX_ELEMENTS && depth < MAX_DEPTH
    if (kept) {
      elements++
      body.push(writeTag(name, attributes))
    } else if (!INLINE.has(name)) write('\n')
    if (VOID.has(name) || open.length > 50 * MAX_DEPTH) return
    open.push({ name, kept })
    if (kept) depth++
  }

  function end(name: string): void {
    for (let back = 1; back <= Math.min(REACH, open.length); back++) {
      const entry = open[open.length - back]
      if (entry === undefined) return
      if (entry.name === name) {
        leave(back)
        if (entry.kept) body.push(`</${name}>`)
        return
      }
      // `<a><div></a></div>`: letting the link end the block would move everything after it.
      if (INLINE.has(name) && !INLINE.has(entry.name)) return
    }
  }

  /** Steps over an element that is not text; returns where the page goes on. */
  function skip(tag: Tag): number {
    if (unclosed.has(tag.name)) return tag.end
    const close = new RegExp(`</${tag.name}(?=[\\s/>])`, 'gi')
    close.lastIndex = tag.end
    const found = close.exec(html)
    if (found === null) {
      unclosed.add(tag.name)
      return tag.end
    }
    const type = tag.attributes.get('type') ?? ''
    if (tag.name === 'script' && /ld\+json/i.test(type) && linked.length < MAX_LINKED) {
      linked.push(html.slice(tag.end, found.index))
    }
    return after(html, '>', found.index)
  }

  for (let at = 0; at < html.length; ) {
    const less = html.indexOf('<', at)
    write(html.slice(at, less === -1 ? html.length : less))
    if (less === -1) break
    const next = html.charAt(less + 1)
    if (html.startsWith('<!--', less)) at = after(html, less < lastComment ? '-->' : '>', less + 2)
    else if (next === '!' || next === '?') at = after(html, '>', less)
    else if (next === '/') {
      const name = /^[a-z][^\s/>]{0,60}/i.exec(html.slice(less + 2, less + 64))?.[0].toLowerCase()
      if (name !== undefined) end(name)
      at = after(html, '>', less)
    } else if (!/[a-z]/i.test(next)) {
      // A parser makes a node of each: those of a formula stay, a million of them do not.
      write(strays++ < MAX_STRAYS ? '&lt;' : ' ')
      at = less + 1
    } else {
      const tag = readTag(less)
      at = tag.end
      if (tag.name === 'html') language ||= tag.attributes.get('lang') ?? ''
      else if (tag.name === 'head' || tag.name === 'body') continue
      else if (tag.name === 'meta' || tag.name === 'link') {
        if (head.length < 1000) head.push(writeTag(tag.name, tag.attributes))
      } else if (tag.name === 'title') {
        const stop = html.indexOf('<', at)
        const words = html.slice(at, Math.min(stop === -1 ? html.length : stop, at + 1000))
        if (!titled) head.push(`<title>${words}</title>`)
        titled ||= words.trim() !== ''
        at += words.length
      } else if (RAW.has(tag.name)) at = skip(tag)
      else enter(tag)
    }
  }
  const opening = writeTag('html', new Map([['lang', language]]))
  return {
    html: `<!DOCTYPE html>${opening}<head>${head.join('')}</head><body>${body.join('')}</body></html>`,
    linked,
  }
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}
