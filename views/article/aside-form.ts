import { asideReasons, MOST_ASIDES } from '../../src/domain/aside.ts'
import type { Coverage } from '../../src/domain/coverage.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import {
  alert,
  asking,
  buttonLink,
  type Fields,
  fieldMessage,
  postForm,
  type Refused,
  section,
  submit,
  when,
} from '../parts.ts'
import { readerAddress, type Shown } from './address.ts'
import type { Chosen } from './place.ts'
import { said } from './reader.ts'

export type AsideFormProps = Refused &
  Shown & {
    /** The id of the first thing that the form makes. */
    newId: string
    choice: Chosen | null
    /** How many sentences it would set aside: of what is chosen, or of the whole text. */
    left: number
    /** Whether it is about everything that is left. */
    all: boolean
  }

type HereProps = Shown & { coverage: Coverage; choice: Chosen | null; canTake: boolean }

/** The looks of the sentences that are chosen. */
const chosenLooks = ({ coverage, choice }: { coverage: Coverage; choice: Chosen | null }) =>
  choice ? coverage.looks.slice(choice.from - 1, choice.to) : []

/** Where the reader opens the form that sets sentences aside. */
const asideAddress = (shown: Shown, choice: Chosen | null): string =>
  `${readerAddress({ ...shown, claim: null, covering: true }, choice && { from: choice.from, to: choice.to })}&aside=1`

/** What chosen words can become: a claim, or nothing to check. */
export function twoWays(frame: Frame, props: HereProps, aside: boolean): Html {
  const { t } = frame
  const { choice } = props
  const isLeft = chosenLooks(props).some(({ state }) => state === 'left')
  if (!choice || !isLeft) return nothing
  const way = (path: string, to: string, label: string, current: boolean) =>
    html`<a id="way-${to}" href="${path}#${to}" hx-get="${path}" hx-target="body" hx-push-url="true" data-leaves${current ? html` aria-current="true"` : ''}>${label}</a>`
  return html`<nav class="two-ways" aria-label="${t('aside.ways')}">${way(readerAddress(props, choice), 'take', t('claimForm.title'), !aside)}${way(asideAddress(props, choice), 'aside', t('aside.title'), aside)}</nav>`
}

/** Sets the chosen sentences aside: of several, those that nobody has looked at. */
export function asideForm(frame: Frame, props: AsideFormProps): Html {
  const { t } = frame
  const { choice, left } = props
  const many = choice && left < choice.to - choice.from + 1
  const back = buttonLink(
    readerAddress({ ...props, claim: null }, null),
    t('article.cancel'),
    'quiet',
  )
  const place = { start: choice?.start, end: choice?.end }
  const form = posted(
    frame,
    props,
    'aside',
    place,
    (fields) => html`${misplaced(frame, props)}
${many ? html`<p class="note">${t('aside.only_left', { count: left })}</p>` : nothing}${reasons(frame, fields)}
<div class="actions">${submit(t('aside.submit', { count: left }), { tone: 'primary' })}${back}</div>`,
  )
  return section(
    'aside',
    t('aside.title'),
    form,
    choice ? said(frame, choice, 'reader.place') : nothing,
  )
}

/** Everything that is left, with one reason: asked once more, with what it does. */
export function restAside(frame: Frame, props: AsideFormProps): Html {
  const { t } = frame
  const count = Math.min(props.left, MOST_ASIDES)
  if (count === 0) return nothing
  const ask = {
    id: 'rest',
    label: t(count < props.left ? 'aside.rest_next' : 'aside.rest', { count }),
    consequence: t('aside.rest_text', { count }),
    open: props.typed !== undefined,
  }
  const form = posted(
    frame,
    props,
    'rest',
    { left: props.left },
    (fields) => html`${reasons(frame, fields)}
<div class="actions">${submit(t('aside.submit', { count }))}</div>`,
  )
  return asking(ask, form)
}

function posted(
  frame: Frame,
  { newId, article, version, typed, errors }: AsideFormProps,
  id: 'aside' | 'rest',
  place: Record<string, number | undefined>,
  body: (fields: Fields) => Html,
): Html {
  const action = `/articles/${article.id}/asides`
  const hidden = { version: version.id, ...place }
  return postForm(frame, { id, action, newId, hidden, typed, errors, guard: true }, body)
}

function reasons({ t }: Frame, fields: Fields): Html {
  const choices = asideReasons.map((value) => ({ value, label: t(`aside_reason.${value}`) }))
  return html`${fields.radios({ name: 'reason', label: t('aside.reason'), choices, required: true })}
${fields.text({ name: 'words', label: t('aside.words'), hint: t('aside.words_hint') })}`
}

/** A place that is none, or too long, is no matter of one field. */
function misplaced(frame: Frame, { errors }: AsideFormProps): Html {
  const error = errors?.excerpt
  return error ? alert(html`<p>${fieldMessage(frame, error)}</p>`) : nothing
}

/** Why the chosen sentences were set aside, and the way back. */
export function asidesHere(frame: Frame, props: HereProps): Html {
  const { t } = frame
  const { choice, article, canTake } = props
  const all = [...new Set(chosenLooks(props).flatMap(({ asides }) => asides))]
  const asides = all.slice(0, MOST_ASIDES)
  if (!choice || asides.length === 0) return nothing
  const row = (aside: (typeof asides)[number]) =>
    html`<li>${joined([t(`aside_reason.${aside.reason}`), aside.words, when(frame, aside.addedAt)])}</li>`
  const hidden = {
    asides: asides.map(({ id }) => id).join(' '),
    from: choice.from,
    to: choice.to,
    version: props.version.id,
  }
  const form = {
    id: 'lift',
    class: 'inline',
    action: `/articles/${article.id}/asides/lifting`,
    hidden,
  }
  const lift = canTake
    ? postForm(frame, form, () => submit(t('aside.lift', { count: asides.length })))
    : nothing
  const list = html`<ul class="asides" role="list">${asides.slice(0, SHOWN).map(row)}</ul>`
  return section(
    'asides',
    t('look.aside'),
    html`${list}${lift}`,
    said(frame, choice, 'reader.place'),
  )
}

/** A few reasons tell enough of many sentences. */
const SHOWN = 8
