import { settle } from './dom.ts'
import { ABOUT_SITE, LABEL, RELATED } from './phrases.ts'
import { type Block, lengthOf } from './render.ts'

/** What is known of the page when its text is filtered. */
export type Known = { title: string | null; byline: string | null; outlet: string | null }

const SENTENCE_END = /[.!?…:。！？]["”»’)\]」]*$/

/** So long a text is part of the article, whatever it says. */
const LONG = 400

/**
 * Takes out of an article's blocks those that are not its text: links to other articles, labels,
 * lines about the site, its headline, byline and date again, the author's portrait at the end.
 */
export function filterBlocks(blocks: readonly Block[], known: Known): Block[] {
  const kept: Block[] = []
  const lists = linkLists(blocks)
  let announced = false
  let announcedList = 0
  for (const [at, block] of blocks.entries()) {
    if (announced && (isOthersHeadline(block) || lists.has(block.group))) continue
    if (block.group !== 0 && block.group === announcedList) continue
    announced = isAnnouncement(block)
    if (announced) {
      const next = blocks[at + 1]
      if (next !== undefined && !SENTENCE_END.test(next.text)) announcedList = next.group
    }
    if (announced || lists.has(block.group) || isFurniture(block)) continue
    kept.push(block)
  }
  return trimEnd(trimHead(kept, known), known)
}

/** Lists and tables that hold little but links. */
function linkLists(blocks: readonly Block[]): Set<number> {
  const lengths = new Map<number, { all: number; linked: number }>()
  for (const { group, text, linked } of blocks) {
    if (group === 0) continue
    const sum = lengths.get(group) ?? { all: 0, linked: 0 }
    lengths.set(group, { all: sum.all + text.length, linked: sum.linked + text.length * linked })
  }
  const found = [...lengths].filter(([, { all, linked }]) => linked > 0.75 * all)
  return new Set(found.map(([group]) => group))
}

function isAnnouncement({ text, linked, kind }: Block): boolean {
  const match = RELATED.exec(text)
  if (match === null || text.length > 250) return false
  const rest = text.slice(match[0].length)
  const alone = !/[\p{L}\p{N}]{2}/u.test(rest)
  return alone || linked > 0.3 || kind === 'heading' || /^\s*(?:[:>→»|–-]|\n)/.test(rest)
}

function isOthersHeadline({ text, linked }: Block): boolean {
  return linked > 0.6 && text.length < 250
}

function isFurniture({ text, linked, kind }: Block): boolean {
  if (text.length >= LONG) return false
  if (linked > 0.9 && text.length < 250 && !SENTENCE_END.test(text)) return true
  if (linked > 0.9 && kind === 'heading') return true
  if (!/\p{L}/u.test(text) && kind !== 'row') return true
  return LABEL.test(text) || ABOUT_SITE.some((pattern) => pattern.test(text))
}

/** Headline, byline and date stand in fields of their own. */
function trimHead(blocks: readonly Block[], { title, byline, outlet }: Known): Block[] {
  const same = comparable(title ?? '')
  const names = (byline ?? '').split(', ').filter((name) => name !== '')
  return blocks.filter(({ text, kind }, at) => {
    if (at > 7 || text.length > 200) return true
    const line = comparable(text)
    if (line === same || (outlet !== null && line === comparable(outlet))) return false
    let rest = line
    for (const name of names) rest = rest.replaceAll(comparable(name), ' ')
    const signs = rest !== line
    const words = rest.replace(STAMP, ' ').match(/\p{L}{2,}/gu)?.length ?? 0
    if (signs) return words > 3 || text.length > 100
    // A row of figures is no date.
    return words > 0 || kind === 'row' || !/\d/.test(line)
  })
}

/** Words of a line that tells who and when, none of an article. */
const STAMP =
  /(?<!\p{L})(?:by|di|von|par|por|de|a cura|redazione|published|updated|pubblicat[oa]|aggiornat[oa]|ultimo|aggiornamento|publié|mis à jour|modifié|le|il|am|um|uhr|alle|ore|at|on|à|a las|el|h|gmt|utc|est|edt|bst|cet|cest|pm|veröffentlicht|aktualisiert|stand|publicado|actualizado|min|read|lettura|minut[eio]s?|\p{L}{3,12}day|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|jan\p{L}*|feb\p{L}*|mar\p{L}*|apr\p{L}*|ma[iy]|maggio|gen\p{L}*|giu\p{L}*|lug\p{L}*|ago\p{L}*|set\p{L}*|ott\p{L}*|dic\p{L}*|jun[ei]?|jul[iy]?|aug\p{L}*|sept?\p{L}*|o[ck]t\p{L}*|nov\p{L}*|de[cz]\p{L}*|märz|janv\p{L}*|févr\p{L}*|mars|avril|juin|juil\p{L}*|août|déc\p{L}*|enero|abril|mayo|jun[ih]o|jul[ih]o|agosto|diciembre)(?!\p{L})/giu

/** Headings without text under them, and what the author is and does elsewhere. */
function trimEnd(blocks: readonly Block[], { byline }: Known): Block[] {
  const kept = [...blocks]
  const names = (byline ?? '').split(', ').map(comparable)
  const portrait = ({ text }: Block) => {
    const line = comparable(text)
    return names.some(
      (name) =>
        name.includes(' ') &&
        line.startsWith(name) &&
        (line === name || (text.length < 600 && PORTRAIT.test(line.slice(name.length)))),
    )
  }
  const from = Math.max(1, kept.length - 4)
  for (let at = kept.length - 1; at >= from; at--) {
    const block = kept[at]
    if (block !== undefined && portrait(block)) kept.splice(at, 1)
  }
  // Headings without text, counters, scraps of buttons.
  for (let last = kept.at(-1); last !== undefined && kept.length > 1; last = kept.at(-1)) {
    const scrap = last.kind === 'paragraph' && lengthOf(last.text) < 30
    if (last.kind !== 'heading' && !(scrap && !SENTENCE_END.test(last.text))) break
    kept.pop()
  }
  return kept
}

const PORTRAIT =
  /^,?\s(?:is an?|is the|is|was|has|covers|writes|reports|joined|è|nato|nata|scrive|lavora|ist|schreibt|arbeitet|geboren|est|écrit|es|escribe|é)(?!\p{L})/u

/** A text for comparing: small letters, single blanks, plain quotes, no marks around. */
export function comparable(text: string): string {
  return settle(text)
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
