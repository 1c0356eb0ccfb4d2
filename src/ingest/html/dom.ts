import { parseHTML } from 'linkedom'

/** What the reading needs of a node; the library's own types ask for a browser's. */
export type DomNode = {
  readonly nodeType: number
  readonly textContent: string | null
  readonly parentNode: DomNode | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
}

export type DomElement = DomNode & {
  /** in lower case */
  readonly localName: string
  getAttribute(name: string): string | null
  remove(): void
}

export type DomDocument = {
  readonly documentElement: DomElement
  readonly head: DomElement
  readonly body: DomElement
}

/** @param html as `scanPage` writes it: nothing else is safe to parse */
export function parsePage(html: string): DomDocument {
  return parseHTML(html).document
}

/** The text of a few words of HTML: entities decoded, tags taken out, blanks settled. */
export function plainText(html: string): string {
  if (!/[&<]/.test(html)) return settle(html)
  const holder = `<!DOCTYPE html><html><head></head><body>${html.replace(/<[^>]{0,300}>/g, ' ').replaceAll('<', '&lt;')}</body></html>`
  const once = settle(parsePage(holder).body.textContent ?? '')
  // Some systems escape twice: `&amp;quot;`.
  return /&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(once) && once !== html ? plainText(once) : once
}

/** One blank for each run of blanks, none around. */
export function settle(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

export function isElement(node: DomNode | null): node is DomElement {
  return node !== null && node.nodeType === 1
}

export function isText(node: DomNode): boolean {
  return node.nodeType === 3
}

export function childrenOf(node: DomNode): DomNode[] {
  const children: DomNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child)
  return children
}

/** Every element below `root`, in the order of the page. */
export function elementsIn(root: DomNode): DomElement[] {
  const found: DomElement[] = []
  const visit = (node: DomNode) => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (!isElement(child)) continue
      found.push(child)
      visit(child)
    }
  }
  visit(root)
  return found
}

export function parentOf(node: DomNode): DomElement | null {
  return isElement(node.parentNode) ? node.parentNode : null
}

/** Whether `outer` is `node` or stands around it. */
export function contains(outer: DomNode, node: DomNode): boolean {
  for (let at: DomNode | null = node; at !== null; at = at.parentNode) if (at === outer) return true
  return false
}

export function textOf(element: DomElement): string {
  return settle(element.textContent ?? '')
}

/** Attributes by which authors of pages name a block; some have them where classes are scrambled. */
const NAMES = ['class', 'id', 'data-component', 'data-testid', 'data-gu-name', 'data-qa']

/**
 * Names that tell of the page around a block (`has-sidebar`) or of the article's subject
 * (WordPress: `tag-cookies`) and not what the block is.
 */
const STATE =
  /^(?:(?:has|no|with|without|hide|show|is|not|elementor-widget|wp-block-post)[-_]|(?:tag|category)-(?!list|links?|cloud|box|container|wrap|items?))/i

/**
 * The names of a block as words between hyphens, `-article-body--left-column-`: one hyphen inside a
 * name, two between names.
 */
export function namesOf(element: DomElement): string {
  let names = ''
  for (const attribute of NAMES) {
    const value = element.getAttribute(attribute)
    if (value === null || value === '') continue
    for (const name of value.slice(0, 400).split(/\s+/)) {
      if (STATE.test(name)) continue
      const words = name
        .replace(/([a-z\d])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
      names += `-${words}-`.replace(/-{2,}/g, '-')
    }
  }
  return names
}
