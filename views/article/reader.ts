import type { Frame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { ratingLabel, ratingShape } from '../parts.ts'
import { type Choice, type Sentence, type Stretch, stretches, type Taken } from './place.ts'

/** What the text is shown with. */
export type ReaderProps = {
  article: { id: string; title: string; language: string }
  sentences: readonly Sentence[]
  taken: readonly Taken[]
  choice: Choice | null
  /** Whether this person takes claims; else a number is only an address. */
  canTake: boolean
}

type Marked = Taken & { start: number; end: number }

/** The text in its paragraphs, each sentence with its number, claims marked where they stand. */
export function readerText(frame: Frame, props: ReaderProps): Html {
  const { sentences, taken, choice, article } = props
  const marks = taken.map((one) => ({ ...one, ...rangeOf(one) }))
  const paragraphs = Map.groupBy(sentences, ({ paragraph }) => paragraph)
  const paragraph = (group: Sentence[]) => {
    const isTitle = group.map(({ text }) => text).join(' ') === article.title
    const [from, to] = [group[0]?.start ?? 0, group.at(-1)?.end ?? 0]
    const here = marks.filter(({ start, end }) => start < to && end > from)
    return html`<p${isTitle ? html` class="text-title"` : ''}>${group.map((one) => sentence(frame, props, one, here))}</p>
`
  }
  return html`<div class="text" lang="${article.language}" hx-target:inherited="body" hx-push-url:inherited="true">
${[...paragraphs.values()].map(paragraph)}</div>
<p class="visually-hidden" role="status" id="choice-said">${choice ? said(frame, choice, 'reader.chosen_status') : ''}</p>
${choice ? chosenBar(frame, article.id, choice) : nothing}`
}

const rangeOf = ({ appearance: { start, end } }: Taken) => ({ start, end })

/** How many sentences are chosen, and which. */
export const said = (
  { t }: Frame,
  { from, to }: Choice,
  key: 'reader.chosen' | 'reader.chosen_status' | 'reader.place',
): string => t(key, { count: to - from + 1, from, to })

const isChosen = (choice: Choice | null, { number }: Sentence): boolean =>
  choice !== null && choice.from <= number && number <= choice.to

/** After the last sentence chosen, whoever goes by the keyboard can go on to the form. */
const onwards = (frame: Frame, { article }: ReaderProps): Html =>
  html`<a class="to-form" href="#take"${own(frame, article.language)}>${frame.t('reader.to_form')}</a>`

function sentence(frame: Frame, props: ReaderProps, one: Sentence, marks: Marked[]): Html {
  const chosen = isChosen(props.choice, one)
  const words = stretches(one, marks).map((stretch) => stretchOf(frame, stretch))
  const isLast = props.choice?.to === one.number
  return html`<span class="sentence${chosen ? ' chosen' : ''}" id="s${one.number}">${number(frame, props, one)}${words}</span>${isLast ? onwards(frame, props) : ''} `
}

/** Words that a claim was taken from are underlined, but not the blanks around its shape. */
function stretchOf(frame: Frame, { text, within, ending }: Stretch<Marked>): Part {
  if (within.length === 0) return text
  const words = text.trimStart()
  const blank = text.slice(0, text.length - words.length)
  return html`${blank}<span class="taken-words">${words}</span>${ending.map((mark) => claimMark(frame, mark))}`
}

/** The words of the tools around a text are not in the language of the text. */
const own = ({ lang }: Frame, language: string): Html =>
  lang === language ? nothing : html` lang="${lang}"`

/** The shape of the claim's public rating, after its words, leads to the claim. */
function claimMark(frame: Frame, { claim, rating, appearance }: Marked): Html {
  const label = rating ? ratingLabel(frame, rating) : frame.t('rating.none')
  const about = frame.t('reader.claim_mark', { statement: claim.statement, rating: label })
  const shape = rating ? ratingShape(rating) : html`<span class="dot" aria-hidden="true">•</span>`
  return html`<a class="claim-mark" id="mark-${appearance.id}" href="/claims/${claim.id}" lang="${frame.lang}" title="${about}" aria-label="${about}">${shape}</a>`
}

/** What a sentence's number does: chooses it, extends the choice to it, or takes the choice back. */
export function step(choice: Choice | null, number: number) {
  if (!choice) return { key: 'reader.choose', next: { from: number, to: number } } as const
  const { from, to } = choice
  if (number < from || number > to) {
    const next = { from: Math.min(from, number), to: Math.max(to, number) }
    return { key: 'reader.extend', next } as const
  }
  if (from === to) return { key: 'reader.clear_one', next: null } as const
  return { key: 'reader.only', next: { from: number, to: number } } as const
}

function number(frame: Frame, props: ReaderProps, one: Sentence): Html {
  const { t } = frame
  const { article, canTake, choice } = props
  const n = one.number
  const words = own(frame, article.language)
  if (!canTake) {
    return html`<a class="number" id="n${n}" href="#s${n}"${words} aria-label="${t('reader.sentence', { number: n })}">${n}</a>`
  }
  const { key, next } = step(choice, n)
  const path = `/articles/${article.id}${next ? `?from=${next.from}&to=${next.to}` : ''}`
  const label = t(key, { number: n })
  // Without script the browser goes to the sentence; with it nothing moves, so no anchor there.
  // Who clears the choice leaves the form: what is typed in it is asked after first.
  return html`<a class="number" id="n${n}" href="${path}#s${n}" hx-get="${path}"${next ? '' : html` data-leaves`}${words} title="${label}" aria-label="${label}">${n}</a>`
}

/** At the foot of a narrow window while the text is read: the form is far below. */
function chosenBar(frame: Frame, id: string, choice: Choice): Html {
  const { t } = frame
  const path = `/articles/${id}`
  return html`<div class="chosen-bar"><p>${said(frame, choice, 'reader.chosen')}</p><a href="#take">${t('reader.to_form')}</a><a href="${path}#s${choice.from}" hx-get="${path}" hx-target="body" hx-push-url="true" data-leaves>${t('reader.clear')}</a></div>`
}
