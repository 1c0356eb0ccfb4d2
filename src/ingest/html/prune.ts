import {
  childrenOf,
  type DomElement,
  type DomNode,
  elementsIn,
  isElement,
  isText,
  namesOf,
  parentOf,
  settle,
  textOf,
} from './dom.ts'
import { BODY_NAME, BYLINE_NAME, DATE_NAME, FURNITURE_NAME, FURNITURE_ROLE } from './names.ts'
import { lengthOf } from './render.ts'

/** How much text a block holds, in UTF-16 units. */
export type Weight = {
  /** running text outside links; scraps of a few words do not count */
  plain: number
  /** text inside links */
  linked: number
}

/** A piece of text shorter than this is a label more often than part of a sentence. */
const SCRAP = 25

const NEVER_TEXT = new Set(
  `nav aside footer form button select input label dialog video audio canvas embed figcaption img
  picture source map area amp-ad amp-embed amp-social-share amp-sidebar amp-consent menu option`.split(
    /\s+/,
  ),
)

/** Of what is called furniture, this may hold more words than the article itself. */
const COMMENTS = /-(?:comments?|commenti|kommentare?|commentaires|comentarios|respond|disqus)[^-]*-/

/** Weighs every block below `root`, and `root`, in one pass. */
export function weigh(root: DomElement): Map<DomElement, Weight> {
  const weights = new Map<DomElement, Weight>()
  const visit = (element: DomElement, inLink: boolean): Weight => {
    const weight = { plain: 0, linked: 0 }
    // Entities and comments divide a text into several nodes; it is weighed whole.
    let words = ''
    const settleWords = () => {
      const length = lengthOf(settle(words))
      words = ''
      if (inLink) weight.linked += length
      else if (length >= SCRAP) weight.plain += length
    }
    for (const child of childrenOf(element)) {
      if (isText(child)) words += child.textContent ?? ''
      else if (isElement(child)) {
        settleWords()
        const inner = visit(child, inLink || child.localName === 'a')
        weight.plain += inner.plain
        weight.linked += inner.linked
      }
    }
    settleWords()
    weights.set(element, weight)
    return weight
  }
  visit(root, false)
  return weights
}

/**
 * Takes out of a page what is not its article: menus, consent dialogs, share bars, related links,
 * newsletter boxes, advertisements, comments, captions, the author's portrait, tags, byline and
 * date. A block that holds most of the page's text or the body of the article stays, whatever it is
 * called, and is looked into.
 */
export function prune(body: DomElement): void {
  const weights = weigh(body)
  const total = weights.get(body)?.plain ?? 0
  const named = elementsIn(body).filter((element) => isHeart(element, weights))
  const most = Math.max(0, ...named.map((element) => weights.get(element)?.plain ?? 0))
  // The text of a card beside the article goes by the same names; there is less of it.
  const hearts = named.filter(
    (element) => element.localName === 'h1' || (weights.get(element)?.plain ?? 0) > most / 3,
  )
  const guarded = new Set<DomNode>()
  for (const heart of hearts) {
    for (let at: DomNode | null = heart; at !== null && !guarded.has(at); at = at.parentNode) {
      guarded.add(at)
    }
  }
  const visit = (node: DomElement, inArticle: boolean) => {
    for (const child of childrenOf(node)) {
      if (!isElement(child)) continue
      const plain = weights.get(child)?.plain ?? 0
      const names = namesOf(child)
      const bulk = plain > (COMMENTS.test(names) ? 0.9 : 0.5) * total
      const inside = inArticle || child.localName === 'article' || child.localName === 'main'
      if (!guarded.has(child) && !bulk && isFurniture(child, names, inside)) child.remove()
      else visit(child, inside)
    }
  }
  visit(body, false)
}

/** The main headline and the body of the article: nothing around them is furniture. */
function isHeart(element: DomElement, weights: Map<DomElement, Weight>): boolean {
  if (element.localName === 'h1') return textOf(element).length >= 10
  const plain = weights.get(element)?.plain ?? 0
  if (plain < 120) return false
  if (/\barticleBody\b/i.test(element.getAttribute('itemprop') ?? '')) return true
  return BODY_NAME.test(namesOf(element)) && !inChrome(element)
}

/** What a consent dialog or a footer calls its text is not the article's body. */
function inChrome(element: DomElement): boolean {
  let at: DomElement | null = element
  for (let up = 0; at !== null && up < 7; up++) {
    if (/^(?:footer|nav|dialog)$/.test(at.localName)) return true
    if (/dialog/.test(at.getAttribute('role') ?? '')) return true
    const names = namesOf(at)
    if (COMMENTS.test(names) || CHROME.test(names)) return true
    at = parentOf(at)
  }
  return false
}

const CHROME = /-(?:cookie[^-]*|consent[^-]*|gdpr|footer|sidebar|related[^-]*|newsletter[^-]*)-/

function isFurniture(element: DomElement, names: string, inArticle: boolean): boolean {
  const { localName } = element
  if (localName === 'html' || localName === 'body') return false
  if (NEVER_TEXT.has(localName)) return true
  if (localName === 'header' && !inArticle) return true
  if (FURNITURE_ROLE.test(element.getAttribute('role') ?? '')) return true
  if (element.getAttribute('hidden') !== null) return true
  if (element.getAttribute('aria-hidden') === 'true') return true
  const property = element.getAttribute('itemprop') ?? ''
  if (/\b(?:comment|keywords|caption|publisher|image|interactionStatistic)\b/i.test(property)) {
    return true
  }
  if (FURNITURE_NAME.test(names)) return !isSentencePart(element)
  if (localName === 'time') return inArticle && isShort(element, 60) && !isSentencePart(element)
  const signs =
    BYLINE_NAME.test(names) ||
    /\bauthor\b/i.test(`${property} ${element.getAttribute('rel') ?? ''}`) ||
    localName === 'address'
  if (signs) return isShort(element, 160) && !isSentencePart(element)
  return DATE_NAME.test(names) && isShort(element, 80) && /\d/.test(textOf(element))
}

function isShort(element: DomElement, most: number): boolean {
  return textOf(element).length <= most
}

/** Whether words stand right beside it: the link to an author in a sentence is part of it. */
function isSentencePart(element: DomElement): boolean {
  const parent = isElement(element.parentNode) ? element.parentNode : null
  if (parent === null || !/^(?:p|li|span|td|blockquote)$/.test(parent.localName)) return false
  return textOf(parent).length - textOf(element).length > 60
}
