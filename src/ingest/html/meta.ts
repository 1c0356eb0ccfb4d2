import { type DomDocument, type DomElement, elementsIn, settle } from './dom.ts'

/** What stands in the head of a page: `<meta>`, `<link>`, `<title>`, `<html lang>`. */
export type Meta = {
  /** the values under a name, a property or an `itemprop`, in small letters, in the order of the page */
  values(...names: string[]): string[]
  /** the address that a kind of link leads to */
  link(rel: string): string | null
  title: string | null
  language: string | null
}

export function readMeta(page: DomDocument): Meta {
  const values = new Map<string, string[]>()
  const links = new Map<string, string>()
  let title: string | null = null
  const add = (element: DomElement) => {
    const content = settle(element.getAttribute('content') ?? '')
    if (content === '') return
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (element.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
        if (name !== '') values.set(name, [...(values.get(name) ?? []), content].slice(0, 20))
      }
    }
  }
  for (const element of elementsIn(page.head)) {
    if (element.localName === 'meta') add(element)
    else if (element.localName === 'title') title ??= settle(element.textContent ?? '') || null
    else if (element.localName === 'link') {
      const href = element.getAttribute('href') ?? ''
      for (const rel of (element.getAttribute('rel') ?? '').toLowerCase().split(/\s+/)) {
        if (href !== '' && !links.has(rel)) links.set(rel, href)
      }
    }
  }
  return {
    values: (...names) => names.flatMap((name) => values.get(name) ?? []),
    link: (rel) => links.get(rel) ?? null,
    title,
    language: page.documentElement.getAttribute('lang') || null,
  }
}
