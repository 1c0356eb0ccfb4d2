import { childrenOf, type DomElement, type DomNode, isElement, isText, settle } from './dom.ts'

export type Block = {
  /** blanks settled; line breaks only where the page has `<br>` or preformatted text */
  text: string
  kind: 'paragraph' | 'heading' | 'item' | 'row'
  /** how much of the text stands in links, 0 to 1 */
  linked: number
  /** counts the lists and tables, so that items of one are known; 0 elsewhere */
  group: number
}

/** Elements that stand on lines of their own; all others, unknown ones too, are part of a line. */
const BLOCK = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td
  tfoot th thead tr ul`.split(/\s+/),
)
const NEVER = new Set('script style noscript template figcaption img svg button'.split(' '))

/** A break of lines inside a paragraph, while it is put together; no cleaned text holds it. */
const BREAK = '\u0001'

/**
 * Writes a tree as blocks of plain text in the order of the page: paragraphs, headings, items of
 * lists, rows of tables with their cells between bars. Two breaks in a row end a paragraph.
 */
export function renderBlocks(root: DomNode): Block[] {
  const blocks: Block[] = []
  let words = ''
  let linked = 0
  let groups = 0
  let context: { kind: Block['kind']; group: number } = { kind: 'paragraph', group: 0 }

  function finish(): void {
    const share = linked
    // Blanks are settled first: matched next to the breaks they would cost the square of their number.
    const whole = settle(words)
    words = ''
    linked = 0
    const length = whole.replaceAll(BREAK, '').length
    if (length === 0) return
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is the mark of a break
    for (const part of whole.split(/ ?\u0001(?: ?\u0001)+ ?/)) {
      const lines = part.split(BREAK).map((line) => line.trim())
      const text = lines.filter((line) => line !== '').join('\n')
      if (text !== '') blocks.push({ text, ...context, linked: Math.min(1, share / length) })
    }
  }

  function inside(element: DomElement, next: typeof context, inLink: boolean, pre: boolean): void {
    finish()
    const before = context
    context = next
    visit(element, inLink, pre)
    finish()
    context = before
  }

  function row(element: DomElement, group: number): void {
    finish()
    const cells: string[] = []
    for (const cell of childrenOf(element)) {
      if (!isElement(cell)) continue
      const text = renderBlocks(cell)
        .map((block) => block.text)
        .join(' ')
      if (text !== '') cells.push(text)
    }
    const text = cells.join(' | ')
    if (text !== '') blocks.push({ text, kind: 'row', group, linked: 0 })
  }

  function visit(node: DomNode, inLink: boolean, pre: boolean): void {
    for (const child of childrenOf(node)) {
      if (isText(child)) {
        const text = (child.textContent ?? '').replaceAll(BREAK, '')
        words += pre ? text.replaceAll('\n', BREAK) : text
        if (inLink) linked += settle(text).length
      } else if (isElement(child)) element(child, inLink, pre)
    }
  }

  function element(child: DomElement, inLink: boolean, pre: boolean): void {
    const { localName } = child
    const link = inLink || localName === 'a'
    if (NEVER.has(localName)) return
    if (localName === 'br') words += BREAK
    else if (localName === 'sup' && /^\W*\d{0,3}\W*$/.test(child.textContent ?? '')) return
    else if (!BLOCK.has(localName)) visit(child, link, pre)
    else if (/^h[1-6]$/.test(localName)) {
      inside(child, { kind: 'heading', group: 0 }, link, pre)
    } else if (localName === 'li') {
      inside(child, { kind: 'item', group: context.group }, link, pre)
    } else if (/^(?:ul|ol|dl)$/.test(localName)) {
      groups++
      inside(child, { kind: 'item', group: groups }, link, pre)
    } else if (localName === 'table' && isData(child)) {
      groups++
      inside(child, { kind: 'row', group: groups }, link, pre)
    } else if (localName === 'tr' && context.kind === 'row') row(child, context.group)
    else inside(child, context, link, pre || localName === 'pre')
  }

  visit(root, false, false)
  finish()
  return blocks
}

/** Old pages are laid out with tables: one with long cells or a table inside is none of data. */
function isData(table: DomElement): boolean {
  const visit = (node: DomNode): boolean =>
    childrenOf(node).every((child) => {
      if (!isElement(child)) return true
      if (/^(?:table|p|h[1-6]|ul|article)$/.test(child.localName)) return false
      const cell = /^t[dh]$/.test(child.localName)
      if (cell && (child.textContent ?? '').length > 400) return false
      return visit(child)
    })
  return visit(table)
}

/** The length of a text as a measure of how much it says: a Chinese character says about three. */
export function lengthOf(text: string): number {
  return text.length + 2 * (text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0)
}

/** Blocks as cleaned text: a blank line between paragraphs, none between items and rows of one list. */
export function joinBlocks(blocks: readonly Block[]): string {
  let text = ''
  let before: Block | undefined
  for (const block of blocks) {
    const together = before !== undefined && block.group > 0 && block.group === before.group
    text += before === undefined ? '' : together ? '\n' : '\n\n'
    text += block.text
    before = block
  }
  return text
}
