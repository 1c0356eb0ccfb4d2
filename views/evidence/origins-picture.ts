import type { Evidence } from '../../src/domain/evidence.ts'
import { type Made, type Origin, originsOf } from '../../src/domain/origins.ts'
import type { Frame } from '../frame.ts'
import { classes, type Html, html, nothing } from '../html.ts'
import { stanceDrawing } from '../parts.ts'

/* All in units of the drawing, which is scaled as a whole. */
const WIDTH = 360
const ROW = 26
/** An origin of two lines: its name, and that it is the claimant. */
const TWO_LINES = 40
const LINE_FROM = 56
const NODE = 128
const NAME = 144
/** What fits beside the node, in letters of the usual width. */
const LETTERS = 30

/** An origin with the height at which it and each of its sources stand. */
type Placed = Origin & { y: number; sources: { one: Evidence; y: number }[] }

/**
 * Which sources lead back to the same origin, and which to the claimant: drawn, and in words. Nothing as
 * long as no origin is named.
 */
export function originsPicture(frame: Frame, evidence: readonly Evidence[], made: Made): Html {
  const { t } = frame
  const origins = originsOf(evidence, made)
  if (!origins.some(({ name }) => name !== null)) return nothing
  const { placed, height } = place(origins)
  const sources = origins.reduce((sum, one) => sum + one.evidence.length, 0)
  const label = t('origins.label', { sources, origins: origins.length })
  return html`<figure class="origins" aria-labelledby="origins-caption"><figcaption id="origins-caption">${t('origins.caption')}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${label}" focusable="false">
${placed.map((one) => drawn(frame, one))}</svg>
<details class="origins-words"><summary>${t('origins.in_words')}</summary><ul>${inWords(frame, origins).map((line) => html`<li>${line}</li>`)}</ul></details></figure>`
}

/** Each origin beside the middle of its sources, one under the other: so no lines cross. */
function place(origins: Origin[]): { placed: Placed[]; height: number } {
  let height = 0
  const placed = origins.map((origin) => {
    const many = origin.evidence.length * ROW
    const room = Math.max(many, origin.isClaimant ? TWO_LINES : ROW)
    const y = height + room / 2
    const first = y - many / 2 + ROW / 2
    height += room
    return { ...origin, y, sources: origin.evidence.map((one, i) => ({ one, y: first + i * ROW })) }
  })
  return { placed, height }
}

function drawn(frame: Frame, { name, isClaimant, y, sources }: Placed): Html {
  const kind = classes('origin', isClaimant && 'of-claimant', name === null && 'unnamed')
  const curve = (from: number) => `M${LINE_FROM} ${from}C92 ${from} 92 ${y} ${NODE - 5} ${y}`
  const source = ({ one, y: at }: Placed['sources'][number]) =>
    html`<path class="origin-line" d="${curve(at)}" fill="none" stroke="currentColor"/><g class="stance-${one.stance}" transform="translate(2 ${at - 8})">${stanceDrawing[one.stance]}</g><text x="22" y="${at}" dominant-baseline="central">[${one.number}]</text>`
  return html`<g class="${kind}">${sources.map(source)}${node(isClaimant, name === null, y)}${words(frame, name, isClaimant, y)}</g>
`
}

/** A dot; a square for the claimant; an open ring where nobody named an origin. */
function node(isClaimant: boolean, isUnnamed: boolean, y: number): Html {
  if (isClaimant) {
    return html`<rect x="${NODE - 5}" y="${y - 5}" width="10" height="10" fill="none" stroke="currentColor" stroke-width="2"/>`
  }
  const filling = isUnnamed ? 'none' : 'currentColor'
  return html`<circle cx="${NODE}" cy="${y}" r="4.25" fill="${filling}" stroke="currentColor" stroke-width="1.5"/>`
}

function words({ t }: Frame, name: string | null, isClaimant: boolean, y: number): Html {
  const full = name ?? t('origins.unnamed')
  const shown = cut(full)
  const title = shown === full ? nothing : html`<title>${full}</title>`
  const line = (at: number, text: string, kind: string) =>
    html`<text class="${kind}" x="${NAME}" y="${at}" dominant-baseline="central">${title}${text}</text>`
  if (!isClaimant) return line(y, shown, 'origin-name')
  return html`${line(y - 8, shown, 'origin-name')}${line(y + 9, t('origins.claimant'), 'origin-is')}`
}

/** A long name by its beginning; it stands whole in its title, and in the words. */
function cut(name: string): string {
  const points = Array.from(name.replace(/\s+/g, ' '))
  return points.length > LETTERS
    ? `${points
        .slice(0, LETTERS - 1)
        .join('')
        .trimEnd()}…`
    : name
}

/** The same for whoever does not see it: origin by origin, and last what names none. */
function inWords({ t, lang }: Frame, origins: Origin[]): string[] {
  const list = new Intl.ListFormat(lang, { type: 'conjunction' })
  const numbers = (some: Evidence[]) => list.format(some.map(({ number }) => `[${number}]`))
  const named = origins.flatMap(({ name, isClaimant, evidence }) => {
    if (name === null) return []
    const said = { sources: numbers(evidence), count: evidence.length, origin: name }
    return [t(isClaimant ? 'origins.lead_claimant' : 'origins.lead', said)]
  })
  const own = origins.flatMap(({ name, evidence }) => (name === null ? evidence : []))
  const rest = { sources: numbers(own), count: own.length }
  return own.length > 0 ? [...named, t('origins.lead_unnamed', rest)] : named
}
