import type { Node } from './values.ts'

type Attributes = Record<string, string>
type Item = Record<string, unknown>
/** An element that is open: the item that it is, and the names and text of a property that it holds. */
type Open = { item: Item | null; names: string[]; text: string }

/** Properties and letters of a page that are kept; a page of reviews has some hundreds. */
const MOST_PROPERTIES = 20_000
const MOST_TEXT = 4_000_000
/** Deeper than any page is laid out. */
const DEEPEST = 500

/** Attributes that say the value of an element, by its name (HTML, “Values”). */
const VALUES: Record<string, string> = {
  ...{ meta: 'content', a: 'href', area: 'href', link: 'href', img: 'src', iframe: 'src' },
  ...{
    time: 'datetime',
    data: 'value',
    meter: 'value',
    object: 'data',
    video: 'src',
    audio: 'src',
  },
}

/** Reads the microdata of a page as it is walked: `itemscope`, `itemtype`, `itemprop`. */
export class Microdata {
  private readonly open: Open[] = []
  /** Of these, the items. */
  private readonly inside: Item[] = []
  private readonly tops: Item[] = []
  private properties = MOST_PROPERTIES
  private letters = MOST_TEXT

  /** The items that stand in no other, as JSON-LD would say them. */
  get items(): Node[] {
    return this.tops
  }

  enter(name: string, attributes: Attributes): void {
    const names = (attributes.itemprop ?? '').split(/\s+/).filter(Boolean)
    const value = attributes.content ?? attributes[VALUES[name] ?? '']
    const item = 'itemscope' in attributes ? this.begin(attributes) : null
    if (item && names.length > 0 && this.around) this.say(names, item)
    else if (item) this.tops.push(item)
    else if (value !== undefined) this.say(names, value)
    const isOwn = !item && value === undefined
    this.open.push({ item, names: isOwn ? names : [], text: '' })
    if (item) this.inside.push(item)
  }

  text(text: string): void {
    if (this.letters < 0 || this.open.length > DEEPEST) return
    for (const element of this.open) {
      if (element.names.length === 0) continue
      element.text += text
      this.letters -= text.length
    }
  }

  leave(): void {
    const element = this.open.pop()
    if (element?.item) this.inside.pop()
    if (element && element.names.length > 0) this.say(element.names, element.text)
  }

  /** How many elements are open. */
  get depth(): number {
    return this.open.length
  }

  private get around(): Item | null {
    return this.inside.at(-1) ?? null
  }

  private begin({ itemtype, itemid }: Attributes): Item {
    const item: Item = { '@type': (itemtype ?? '').split(/\s+/).filter(Boolean) }
    if (itemid) item['@id'] = itemid
    return item
  }

  private say(names: string[], value: unknown): void {
    const item = this.around
    if (!item) return
    for (const name of names) {
      this.properties -= 1
      if (this.properties < 0) return
      const known = Object.hasOwn(item, name) ? item[name] : undefined
      if (known === undefined) item[name] = value
      else if (Array.isArray(known) && name !== '@type') known.push(value)
      else item[name] = [known, value]
    }
  }
}
