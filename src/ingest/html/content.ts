import { Readability } from '@mozilla/readability'
import {
  contains,
  type DomDocument,
  type DomElement,
  elementsIn,
  namesOf,
  parsePage,
  textOf,
} from './dom.ts'
import { comparable } from './filter.ts'
import { BODY_NAME, LEAD_NAME } from './names.ts'
import { prune, weigh } from './prune.ts'
import { type Block, lengthOf, renderBlocks } from './render.ts'

/** More elements than this keep Readability busy for seconds. */
const MAX_SCORED = 8000

/** More blocks than this are not the pieces of one article; each is compared with each. */
const MAX_NAMED = 300

/** Less running text than this, in UTF-16 units, and something better is looked for. */
const LITTLE = 250

/** What a page says of its article elsewhere, to find its text by. */
export type Clue = {
  /** `articleBody` of its linked data */
  body: string | null
  /** `description`, where the page shows it too it is the lead */
  description: string | null
}

/**
 * Finds the article in a page: what its system calls the body of the article, else what Readability
 * takes for it, each after pruning; the page's linked data decides between them and is the text
 * itself where neither holds it (a teaser before a pay wall).
 *
 * @param page the parsed page; it is taken apart
 * @param html the same as `scanPage` wrote it, for a second try
 */
export function articleBlocks(page: DomDocument, html: string, clue: Clue): Block[] {
  prune(page.body)
  const hearts = heartsOf(page.body)
  const declared = hearts.flatMap((heart) => renderBlocks(heart))
  const lead = leadOf(page.body, hearts, clue.description)
  const loose = renderBlocks(page.body).filter((block) => isRunning(block))
  let scored = readable(page)
  const enough = Math.max(3 * running(declared), running(scored)) >= LITTLE
  if (!enough) {
    const whole = readable(parsePage(html))
    if (running(whole) > 2 * running(scored)) scored = whole
  }
  const chosen = choose(declared, scored, loose, clue.body)
  return withLead(chosen, lead)
}

function choose(declared: Block[], scored: Block[], loose: Block[], body: string | null): Block[] {
  const words = running(scored)
  let chosen = running(declared) >= 0.75 * words ? declared : scored
  const little = running(chosen) < (chosen === declared ? LITTLE / 3 : LITTLE)
  if (little && running(loose) > 2 * running(chosen)) chosen = loose
  if (body === null || body.length < 300) return chosen
  const by = (blocks: Block[]) => coverage(body, blocks)
  for (const other of [declared, scored, loose]) {
    if (by(other) > by(chosen) + 0.2) chosen = other
  }
  if (by(chosen) > 0.4 || running(chosen) > 0.8 * body.length) return chosen
  return body
    .split(/\n+/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, kind: 'paragraph', linked: 0, group: 0 }))
}

/** How much of a text stands in the blocks, 0 to 1, by samples from all of it. */
function coverage(body: string, blocks: readonly Block[]): number {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const text = letters(blocks.map((block) => block.text).join(' '))
  const whole = letters(body.slice(0, 50_000))
  const samples = 20
  const size = 24
  let found = 0
  for (let at = 0; at < samples; at++) {
    const from = Math.floor(((whole.length - size) * at) / (samples - 1))
    if (text.includes(whole.slice(from, from + size))) found++
  }
  return found / samples
}

/** The blocks that a system names as the body of the article; several where it comes in pieces. */
function heartsOf(body: DomElement): DomElement[] {
  const weights = weigh(body)
  const plain = (element: DomElement) => weights.get(element)?.plain ?? 0
  const named = elementsIn(body).filter((element) => {
    const declared = /\barticleBody\b/i.test(element.getAttribute('itemprop') ?? '')
    return plain(element) > 0 && (declared || BODY_NAME.test(namesOf(element)))
  })
  named.length = Math.min(named.length, MAX_NAMED)
  const outer = named.filter((element) => {
    const inner = named.filter((other) => other !== element && contains(element, other))
    return !inner.some((other) => plain(other) >= 0.85 * plain(element))
  })
  const groups = new Map<string, DomElement[]>()
  for (const element of outer) {
    if (outer.some((other) => other !== element && contains(other, element))) continue
    const key = `${element.localName} ${element.getAttribute('itemprop') ?? ''} ${namesOf(element)}`
    groups.set(key, [...(groups.get(key) ?? []), element])
  }
  const sum = (elements: readonly DomElement[]) =>
    elements.reduce((total, element) => total + plain(element), 0)
  return [...groups.values()].sort((one, other) => sum(other) - sum(one))[0] ?? []
}

/** The lead that stands outside the body: called so, or the same as the page's description. */
function leadOf(body: DomElement, hearts: DomElement[], description: string | null): Block | null {
  const all = elementsIn(body)
  const headline = all.findIndex((element) => element.localName === 'h1')
  const heart = hearts[0] === undefined ? -1 : all.indexOf(hearts[0])
  if (headline === -1 && heart === -1) return null
  const same = comparable(description ?? '').slice(0, 60)
  const end = heart > headline ? heart : headline + 40
  for (const element of all.slice(Math.max(0, headline - 6), end)) {
    if (
      element.localName === 'h1' ||
      !/^(?:h[2-6]|p|div|span|section|strong)$/.test(element.localName)
    )
      continue
    const named =
      LEAD_NAME.test(namesOf(element)) ||
      /\b(?:description|alternativeHeadline)\b/.test(element.getAttribute('itemprop') ?? '')
    const text = textOf(element)
    if (text.length < 30 || text.length > 700) continue
    const shown = same.length > 40 && comparable(text).startsWith(same)
    if (!named && !shown) continue
    const blocks = renderBlocks(element)
    const [block] = blocks
    if (block !== undefined && blocks.length <= 3 && block.linked < 0.5) {
      return { text, kind: 'paragraph', linked: block.linked, group: 0 }
    }
  }
  return null
}

function withLead(blocks: Block[], lead: Block | null): Block[] {
  if (lead === null) return blocks
  const line = comparable(lead.text)
  const there = blocks.some((block) => comparable(block.text).includes(line.slice(0, 80)))
  return there ? blocks : [lead, ...blocks]
}

/** What Readability takes for the article. It changes the page: nothing else can be read from it. */
function readable(page: DomDocument): Block[] {
  if (elementsIn(page.body).length > MAX_SCORED) return []
  try {
    const reader = new Readability<DomElement>(page, {
      disableJSONLD: true,
      serializer: (element) => element,
    })
    const content = reader.parse()?.content
    return content ? renderBlocks(content) : []
  } catch {
    // Written for browsers, it trips over trees that only a broken page has: then there is none.
    return []
  }
}

function isRunning({ text, linked }: Block): boolean {
  const length = lengthOf(text)
  return linked < 0.5 && (length >= 80 || (length >= 40 && /[.!?…。！？]["”»’)」]*$/.test(text)))
}

/** How much running text the blocks hold, in UTF-16 units. */
export function running(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (isRunning(block) ? lengthOf(block.text) : 0), 0)
}
