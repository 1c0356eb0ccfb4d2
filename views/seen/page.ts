import { has } from '../../src/domain/member.ts'
import { MAX_SEEN } from '../../src/domain/seen.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import { heading, langOf, note, number, postForm, type Refused, submit } from '../parts.ts'
import { similarRulings } from '../rulings/similar.ts'
import { similarItem } from '../similar/item.ts'
import type { Similar, SimilarRuling } from '../similar/props.ts'

/** What the desk has that is like a sentence, or like a text as a whole, and what others rated. */
export type Answer = {
  text: string
  isWhole: boolean
  similar: readonly Similar[]
  rulings: readonly SimilarRuling[]
}

export type SeenProps = Refused & {
  /** What was found in the text that was asked about; null where none was. */
  found: { language: string; answers: readonly Answer[]; passedOver: number } | null
}

/** Asks of any text whether the desk has checked before what it says. */
export function seenPage(frame: Frame, { found, typed, errors }: SeenProps): Html {
  const { t } = frame
  const title = t('seen.title')
  const form = postForm(
    frame,
    { id: 'seen', action: '/seen', typed, errors },
    (fields) => html`
${fields.area({ name: 'text', label: t('seen.text'), hint: t('seen.text_hint', { max: number(frame, MAX_SEEN) }), rows: 6, serif: true, required: true })}
<div class="actions">${submit(t('seen.submit'), { tone: 'primary' })}</div>`,
  )
  return page(
    frame,
    { title },
    html`
${heading({ title, lead: t('seen.lead'), back: { href: '/claims', label: t('nav.claims') } })}
${form}
<div class="seen-answers" id="seen-answers"><p class="similar-title" role="status" id="seen-said">${found ? said(frame, found.answers) : nothing}</p>
${found ? answers(frame, found) : nothing}</div>`,
  )
}

function said({ t }: Frame, answers: readonly Answer[]): string {
  const sentences = answers.filter(({ isWhole }) => !isWhole)
  if (sentences.length === 0) return t('seen.wordless')
  const known = answers.filter(({ similar }) => similar.length > 0)
  const elsewhere = answers.filter((one) => one.similar.length === 0 && one.rulings.length > 0)
  const warned = [...known, ...elsewhere].filter(
    ({ similar, rulings }) => (similar[0] ?? rulings[0])?.likeness.warns,
  )
  const total = sentences.length
  const count = t('seen.count', { count: Math.min(known.length, total), total })
  return [
    count,
    ...(elsewhere.length > 0 ? [t('seen.rated', { count: elsewhere.length })] : []),
    ...(warned.length > 0 ? [t('similar.some_warn', { count: warned.length })] : []),
  ].join(' ')
}

type Found = NonNullable<SeenProps['found']>

function answers(frame: Frame, found: Found): Html {
  const { answers, passedOver } = found
  const more = passedOver > 0 ? note(frame.t('seen.passed_over', { count: passedOver })) : nothing
  if (answers.length === 0) return nothing
  return html`${more}<ol class="rows" role="list">${answers.map((one, i) => answer(frame, found, one, i + 1))}</ol>`
}

function answer(frame: Frame, { language }: Found, one: Answer, place: number): Html {
  const { t, viewer } = frame
  const { text, isWhole, similar, rulings } = one
  const items = similar.map((found) =>
    similarItem(frame, `answer-${place}-${found.claim.id}`, found, null),
  )
  const list = similar.length
    ? html`<ul class="similar-found" role="list">${items}</ul>`
    : html`<p class="note">${t('seen.nothing')}</p>`
  const take = viewer !== null && has(viewer, 'checker') && !isWhole
  const query = String(new URLSearchParams({ statement: text, language }))
  const own = take
    ? html`<p class="note seen-own"><a href="/claims/new?${query}">${t(similar.length ? 'seen.own' : 'seen.take')}<span class="visually-hidden">: ${text}</span></a></p>`
    : nothing
  const words = isWhole
    ? html`<p class="seen-whole">${t('seen.whole')}</p>`
    : html`<blockquote${langOf(frame, language)}>${text}</blockquote>`
  return html`<li class="seen-answer" id="answer-${place}">${words}${list}${similarRulings(frame, `answer-${place}`, rulings)}${own}</li>`
}
