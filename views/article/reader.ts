import type { Look } from '../../src/domain/coverage.ts'
import type { Frame } from '../frame.ts'
import { classes, type Html, html, nothing, type Part } from '../html.ts'
import { lookShape, ratingLabel, ratingShape } from '../parts.ts'
import { type Seen, seenMark } from '../seen/article.ts'
import { lookWords } from './coverage.ts'
import {
  type Choice,
  type Chosen,
  type Range,
  type Sentence,
  type Stretch,
  standing,
  stretches,
  type Taken,
  trimmed,
} from './place.ts'

/** A text in its sentences, and what was taken from it. */
export type ReaderText = {
  article: { title: string; language: string }
  sentences: readonly Sentence[]
  taken: readonly Taken[]
  choice: Chosen | null
  /** Whether this person takes words from it; else a number is only an address. */
  canTake: boolean
}

/** What the text is shown with. */
export type ReaderProps = ReaderText & {
  /** What words are chosen for. */
  purpose: keyof typeof called
  /** Where a choice leads; without one it is cleared. */
  address: (choice: Choice | Chosen | null) => string
  /** What became of each sentence, where that is shown. */
  looks?: readonly Look[]
  /** What sentences are like that are known, where that is shown. */
  seen?: readonly Seen[]
  /** Where words that are selected with script are taken (`assets/reader.js`). */
  taking: string
  /** Where the words stand that evidence quotes; where they may stand, as long as nobody can tell. */
  quoted?: { sure: boolean; places: readonly Range[] }
}

/** How the tools around a text are called, by what words are chosen for. */
const called = {
  claim: {
    choose: 'reader.choose',
    chosen: 'reader.chosen_status',
    form: 'reader.to_form',
    at: 'take',
    take: 'claimForm.title',
    selected: 'reader.selected',
  },
  aside: {
    choose: 'reader.choose',
    chosen: 'reader.chosen',
    form: 'aside.title',
    at: 'aside',
    take: 'claimForm.title',
    selected: 'reader.selected',
  },
  quote: {
    choose: 'quoting.choose',
    chosen: 'quoting.chosen_status',
    form: 'quoting.to_form',
    at: 'take',
    take: 'quoting.take',
    selected: 'quoting.selected',
  },
} as const

/** A place in the text: of words that a claim was taken from, that are quoted, or that are chosen. */
type Mark = Range & { taken: Taken | null; quote?: { sure: boolean; first: boolean } }

/** The text in its paragraphs, each sentence with its number, claims marked where they stand. */
export function readerText(frame: Frame, props: ReaderProps): Html {
  const { sentences, choice, article, canTake, purpose } = props
  const marks = marksOf(props)
  const paragraphs = Map.groupBy(sentences, ({ paragraph }) => paragraph)
  const paragraph = (group: Sentence[]) => {
    const isTitle = group.map(({ text }) => text).join(' ') === article.title
    const [from, to] = [group[0]?.start ?? 0, group.at(-1)?.end ?? 0]
    const here = marks.filter(({ start, end }) => start < to && end > from)
    return html`<p${isTitle ? html` class="text-title"` : ''}>${group.map((one) => sentence(frame, props, one, here))}</p>
`
  }
  const taking = canTake ? html` data-take="${props.taking}"` : ''
  const text = classes('text', props.looks && 'covering')
  return html`<div class="${text}" lang="${article.language}" hx-target:inherited="body" hx-push-url:inherited="true"${taking}>
${[...paragraphs.values()].map(paragraph)}</div>
<p class="visually-hidden" role="status" id="choice-said">${choice ? said(frame, choice, called[purpose].chosen) : ''}</p>
${canTake ? selectionBar(frame, props) : nothing}
${choice ? chosenBar(frame, props, choice) : nothing}`
}

function marksOf({ sentences, taken, choice, quoted }: ReaderProps): Mark[] {
  const claims = taken.flatMap((one): Mark[] => {
    const stands = standing(one)
    const place = stands && trimmed(sentences, stands)
    return place ? [{ ...place, taken: one }] : []
  })
  const words = choice && !choice.whole ? [{ ...choice, taken: null }] : []
  const quotes = (quoted?.places ?? []).map(
    (place, i): Mark => ({
      ...place,
      taken: null,
      quote: { sure: quoted?.sure ?? false, first: i === 0 },
    }),
  )
  return [...claims, ...quotes, ...words]
}

/** What is chosen, and in which sentences. */
export function said(
  { t }: Frame,
  { from, to, ...rest }: Choice | Chosen,
  key: 'reader.chosen' | 'reader.chosen_status' | 'quoting.chosen_status' | 'reader.place',
): string {
  const words = 'whole' in rest && !rest.whole ? 'yes' : 'no'
  return t(key, { count: to - from + 1, from, to, words })
}

const isIn = (choice: Chosen | null, { number }: Sentence): boolean =>
  choice !== null && choice.from <= number && number <= choice.to

/** After the last sentence chosen, whoever goes by the keyboard can go on to the form. */
const onwards = (frame: Frame, { article, purpose }: ReaderProps): Html =>
  html`<a class="to-form" href="#${called[purpose].at}"${own(frame, article.language)}>${frame.t(called[purpose].form)}</a>`

function sentence(frame: Frame, props: ReaderProps, one: Sentence, marks: Mark[]): Html {
  const { choice, looks } = props
  const chosen = isIn(choice, one) && (choice?.whole ? 'chosen' : 'touched')
  const look = looks && `look-${looks[one.number - 1]?.state}`
  const parts = stretches(one, marks)
  // A link to the quote leads to its first words.
  const first = parts.findIndex(({ within }) =>
    within.some(({ quote, start }) => quote?.first && start >= one.start),
  )
  const words = parts.map((part, i) => stretchOf(frame, part, i === first))
  const isLast = choice?.to === one.number
  const like = props.seen?.find(({ sentence }) => sentence.number === one.number)
  return html`<span class="${classes('sentence', chosen, look)}" id="s${one.number}" data-start="${one.start}">${number(frame, props, one)}${like ? seenMark(frame, like) : nothing}${words}</span>${isLast ? onwards(frame, props) : ''} `
}

/** Words that a claim was taken from are underlined, but not the blanks around its shape. */
function stretchOf(
  frame: Frame,
  { text, within, ending }: Stretch<Mark>,
  beginsQuote: boolean,
): Part {
  if (within.length === 0) return text
  const words = text.trimStart()
  const blank = text.slice(0, text.length - words.length)
  const claims = within.flatMap(({ taken }) => taken ?? [])
  const under = claims.map(({ appearance }) => appearance.id).join(' ')
  const underlined = under
    ? html`<span class="taken-words" data-in="${under}">${words}</span>`
    : words
  const others = within.filter(({ taken }) => !taken)
  const shapes = ending.map(({ taken }) => (taken ? claimMark(frame, taken) : ''))
  if (others.length === 0) return html`${blank}${underlined}${shapes}`
  const look = others.some(({ quote }) => !quote)
    ? 'chosen-words'
    : others.some(({ quote }) => quote?.sure)
      ? 'quoted-words'
      : 'possible-words'
  return html`${blank}<mark class="${look}"${beginsQuote ? html` id="quote"` : ''}>${underlined}</mark>${shapes}`
}

/** The words of the tools around a text are not in the language of the text. */
const own = ({ lang }: Frame, language: string): Html =>
  lang === language ? nothing : html` lang="${lang}"`

/** The shape of the claim's public rating, after its words, leads to the claim. */
function claimMark(frame: Frame, { claim, rating, unchecked, appearance }: Taken): Html {
  const told = rating ? ratingLabel(frame, rating) : frame.t('rating.none')
  const label = unchecked ? `${told}, ${frame.t('validity.unchecked')}` : told
  const about = frame.t('reader.claim_mark', { statement: claim.statement, rating: label })
  const shape = rating ? ratingShape(rating) : html`<span class="dot" aria-hidden="true">•</span>`
  return html`<a class="claim-mark" id="mark-${appearance.id}" data-of="${appearance.id}" href="/claims/${claim.id}" lang="${frame.lang}" title="${about}" aria-label="${about}">${shape}${unchecked ? html`<span class="unchecked-sign" aria-hidden="true">?</span>` : nothing}</a>`
}

/** What a sentence's number does: chooses it, extends the choice to it, or takes the choice back. */
export function step(choice: Pick<Chosen, 'from' | 'to' | 'whole'> | null, number: number) {
  if (!choice) return { key: 'reader.choose', next: { from: number, to: number } } as const
  const { from, to, whole } = choice
  if (number < from || number > to) {
    const next = { from: Math.min(from, number), to: Math.max(to, number) }
    return { key: 'reader.extend', next } as const
  }
  const one = { from: number, to: number }
  if (!whole) return { key: 'reader.whole', next: one } as const
  if (from === to) return { key: 'reader.clear_one', next: null } as const
  return { key: 'reader.only', next: one } as const
}

function number(frame: Frame, props: ReaderProps, one: Sentence): Html {
  const { t } = frame
  const { article, canTake, choice, purpose, looks } = props
  const n = one.number
  const words = own(frame, article.language)
  const look = looks?.[n - 1]
  const state = look ? `: ${lookWords(frame, look)}` : ''
  const shown = look ? html`${lookShape(look.state)}${n}` : n
  if (!canTake) {
    const label = t('reader.sentence', { number: n }) + state
    return html`<a class="number" id="n${n}" href="#s${n}"${words}${look ? html` title="${label}"` : ''} aria-label="${label}">${shown}</a>`
  }
  const { key, next } = step(choice, n)
  const path = props.address(next)
  const label = t(key === 'reader.choose' ? called[purpose].choose : key, { number: n }) + state
  // Without script the browser goes to the sentence; with it nothing moves, so no anchor there.
  // Who clears the choice leaves the form: what is typed in it is asked after first.
  return html`<a class="number" id="n${n}" href="${path}#s${n}" hx-get="${path}"${next ? '' : html` data-leaves`}${words} title="${label}" aria-label="${label}">${shown}</a>`
}

/** Shows itself at words that are selected; what they are is said once the selecting pauses. */
function selectionBar({ t }: Frame, { purpose }: ReaderProps): Html {
  const { take, selected } = called[purpose]
  return html`<div class="selection-bar" id="selection-bar" hidden><button type="button" aria-keyshortcuts="Enter">${t(take)} <kbd>${t('reader.enter')}</kbd></button></div>
<p class="visually-hidden" role="status" id="selection-said" data-selected="${t(selected, { words: '{words}' })}" data-dropped="${t('reader.dropped')}"></p>`
}

/** At the foot of a narrow window while the text is read: the form is far below. */
function chosenBar(frame: Frame, props: ReaderProps, choice: Chosen): Html {
  const { t } = frame
  const path = props.address(null)
  return html`<div class="chosen-bar"><p>${said(frame, choice, 'reader.chosen')}</p><a href="#${called[props.purpose].at}">${t(called[props.purpose].form)}</a><a href="${path}#s${choice.from}" hx-get="${path}" hx-target="body" hx-push-url="true" data-leaves>${t('reader.clear')}</a></div>`
}
