import {
  contains,
  type DomDocument,
  type DomElement,
  elementsIn,
  namesOf,
  parentOf,
  textOf,
} from './dom.ts'
import { BYLINE_NAME, DATE_NAME, FURNITURE_NAME, HEADLINE_NAME } from './names.ts'

/** What the page shows around its headline, for where its head says nothing. */
export type Visible = {
  headlines: string[]
  bylines: string[]
  dates: string[]
}

/** How far from the headline byline and date may stand, in elements. */
const NEAR = 120

/** Elements looked at; each costs a few searches. */
const MOST = 12_000

/** Reads headline, byline and date from the elements of a page, before it is pruned. */
export function readVisible(page: DomDocument): Visible {
  const all = elementsIn(page.body).slice(0, MOST)
  const headings = all
    .map((element, at) => ({ element, at }))
    .filter(({ element }) => isHeadline(element) && !inFurniture(element))
    // Other articles' headlines go by the same names; the page's own is its `<h1>`, if it has one.
    .sort((one, other) => rank(one.element) - rank(other.element) || one.at - other.at)
  const headline = headings[0]?.at ?? null
  const near = all.map((element, at) => ({ element, distance: distanceTo(headline, at) }))
  const ordered = near
    .filter(({ distance }) => distance < (headline === null ? MOST : 4 * NEAR))
    .sort((one, other) => one.distance - other.distance)
    .map(({ element }) => element)
  return {
    headlines: headings.slice(0, 10).map(({ element }) => textOf(element)),
    bylines: bylinesIn(ordered),
    dates: datesIn(ordered),
  }
}

function isHeadline(element: DomElement): boolean {
  const declared = /\bheadline\b/i.test(element.getAttribute('itemprop') ?? '')
  const named = /^h[1-3]$/.test(element.localName) && HEADLINE_NAME.test(namesOf(element))
  if (!declared && !named && element.localName !== 'h1') return false
  const { length } = textOf(element)
  return length >= 8 && length <= 400
}

function rank(element: DomElement): number {
  return element.localName === 'h1' ? 0 : 1
}

/** What stands before the headline is less likely to be meant for it than what stands after. */
function distanceTo(headline: number | null, at: number): number {
  if (headline === null) return at
  return at >= headline ? at - headline : 3 * (headline - at)
}

function inFurniture(element: DomElement): boolean {
  let at: DomElement | null = element
  for (let up = 0; at !== null && up < 8; up++) {
    if (/^(?:nav|footer|aside)$/.test(at.localName)) return true
    if (
      /-(?:comment[^-]*|related[^-]*|sidebar|recommend[^-]*|most-read|footer)-/.test(namesOf(at))
    ) {
      return true
    }
    at = parentOf(at)
  }
  return false
}

function bylinesIn(elements: readonly DomElement[]): string[] {
  const certain: DomElement[] = []
  const likely: DomElement[] = []
  for (const element of elements) {
    const names = namesOf(element)
    const property = element.getAttribute('itemprop') ?? ''
    const author = /\bauthor\b/i.test(`${property} ${element.getAttribute('rel') ?? ''}`)
    if (!author && (!BYLINE_NAME.test(names) || FURNITURE_NAME.test(names))) continue
    if (certain.length > 20 || likely.length > 20) break
    const text = textOf(element)
    if (text.length < 3 || text.length > 160 || inFurniture(element)) continue
    if (author) certain.push(element)
    else likely.push(element)
  }
  const chosen = certain.length > 0 ? certain.slice(0, 6) : likely.slice(0, 4)
  return innermost(chosen).map((element) => nameIn(element))
}

/** The name alone, where microdata sets it apart. */
function nameIn(element: DomElement): string {
  const name = elementsIn(element).find((inner) => inner.getAttribute('itemprop') === 'name')
  return textOf(name ?? element)
}

function innermost(elements: readonly DomElement[]): DomElement[] {
  return elements.filter(
    (element) => !elements.some((other) => other !== element && contains(element, other)),
  )
}

function datesIn(elements: readonly DomElement[]): string[] {
  const published: string[] = []
  const likely: string[] = []
  for (const element of elements) {
    const property = element.getAttribute('itemprop') ?? ''
    const names = namesOf(element)
    const isTime = element.localName === 'time'
    if (!isTime && !/datePublished|dateCreated/i.test(property) && !DATE_NAME.test(names)) continue
    if (published.length + likely.length > 20) break
    const text = textOf(element)
    const machine = element.getAttribute('datetime') || element.getAttribute('content') || ''
    if (text.length > 120 || inFurniture(element) || (machine === '' && !/\d/.test(text))) continue
    const updated = /modif|updat|aggiorn|aktualis|mis à jour|actualiz/i
    if (updated.test(`${property} ${names}`) || updated.test(text.slice(0, 30))) continue
    const written = machine === '' ? text : machine
    if (/datePublished/i.test(property) || /\bpubdate\b/.test(names)) published.push(written)
    else likely.push(written)
  }
  return [...published, ...likely].slice(0, 8)
}
