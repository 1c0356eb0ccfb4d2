import { cited } from '../citations.ts'
import { isUsable } from '../evidence.ts'
import { type Finding, finding, type Looked } from './finding.ts'

const heading = /^ {0,3}#{1,6}(\s|$)/
const underline = /^ {0,3}(=+|-{2,}|\*{3,}|_{3,})\s*$/
const fence = /^ {0,3}(```|~~~)/
const item = /^\s*([-*+]|\d{1,9}[.)])\s/
const quote = /^ {0,3}>/

/**
 * The paragraphs of a text in Markdown. Headings, rules and code are none. A list is one with what
 * leads to it, and so are words quoted after a colon: one source speaks for all of it.
 */
function paragraphsOf(markdown: string): string[] {
  const blocks: string[][] = []
  let block: string[] = []
  let inCode = false
  const end = () => {
    if (block.length > 0) blocks.push(block)
    block = []
  }
  for (const line of markdown.split('\n')) {
    if (fence.test(line)) inCode = !inCode
    if (inCode || fence.test(line) || !line.trim() || heading.test(line)) end()
    else if (!underline.test(line)) block.push(line)
    // One line with a rule beneath it is a heading.
    else if (block.length === 1) block = []
    else end()
  }
  end()
  const joined: string[][] = []
  for (const next of blocks) {
    const last = joined.at(-1)
    if (last && goesOn(last, next)) last.push(...next)
    else joined.push([...next])
  }
  return joined.map((lines) => lines.join('\n')).filter((text) => /\p{L}/u.test(text))
}

/** Whether a block belongs to what stands before it. */
function goesOn(before: string[], [first = '']: string[]): boolean {
  const leads = /:\s*$/.test(before.at(-1) ?? '')
  if (item.test(first)) return leads || before.some((line) => item.test(line))
  if (quote.test(first)) return leads
  return /^\s{2,}/.test(first) && before.some((line) => item.test(line))
}

const FIRST_WORDS = 6
const LONGEST = 60

/** How a paragraph begins, without its marks. */
function beginning(paragraph: string): string {
  const start = paragraph.slice(0, 10 * LONGEST)
  const plain = start.replace(/\]\([^)]*\)/g, ']').replace(/[*_`>#[\]]|^\s*[-+]\s/gm, '')
  const words = plain.trim().split(/\s+/)
  const shown = words.slice(0, FIRST_WORDS).join(' ').slice(0, LONGEST)
  return words.length > FIRST_WORDS ? `${shown.replace(/[,;:.]$/, '')}…` : shown
}

/**
 * Paragraphs of the rationale that cite nothing that counts. Where nothing on the claim counts there
 * is nothing to cite: then the searches carry the verdict.
 */
export function unsourced({ verdict, evidence }: Looked): Finding[] {
  const usable = new Set(evidence.filter(isUsable).map(({ number }) => number))
  if (usable.size === 0) return []
  return paragraphsOf(verdict.rationale).flatMap((paragraph, i) => {
    if (cited(paragraph).some((number) => usable.has(number))) return []
    const number = String(i + 1)
    return [finding('unsourced_paragraph', `#rationale-${number}`, { words: beginning(paragraph) })]
  })
}
