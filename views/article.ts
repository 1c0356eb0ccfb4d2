import type { Article, ArticleVersion } from '../src/domain/article.ts'
import type { Coverage } from '../src/domain/coverage.ts'
import type { Snapshot } from '../src/domain/snapshot.ts'
import type { Source } from '../src/domain/source.ts'
import { readerAddress } from './article/address.ts'
import {
  type AsideFormProps,
  asideForm,
  asidesHere,
  restAside,
  twoWays,
} from './article/aside-form.ts'
import { type ClaimFormProps, claimForm } from './article/claim-form.ts'
import { coverageBar } from './article/coverage.ts'
import { detailFields, originLine, sourceLink, whyInferred } from './article/details.ts'
import type { Choice } from './article/place.ts'
import { type ReaderText, readerText } from './article/reader.ts'
import { takenList } from './article/taken.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing, type Part } from './html.ts'
import { page } from './layout.ts'
import {
  alert,
  buttonLink,
  heading,
  languageName,
  postForm,
  type Refused,
  submit,
  theirs,
  when,
} from './parts.ts'
import { type SeenSoFar, seenSection } from './seen/article.ts'
import { goneMark } from './source/state.ts'

export type { AsideFormProps } from './article/aside-form.ts'
export type { ClaimFormProps } from './article/claim-form.ts'

export type ArticleProps = ReaderText & {
  article: Article
  /** The claim for which words are chosen, if it is on the desk. */
  claim: { id: string } | null
  version: Pick<ArticleVersion, 'id' | 'number' | 'source' | 'addedAt'>
  /** What the version was read from, and where that was taken of. */
  snapshot: Snapshot | null
  source: Source | null
  /** With a choice: the form for what is chosen. */
  form: ClaimFormProps | null
  /** What became of each sentence, and whether that is shown. */
  coverage: Coverage
  covering: boolean
  /** The form that sets aside what is chosen, or all that is left. */
  aside: AsideFormProps | null
  /** What its sentences are like, where that was asked for as a page. */
  seen?: SeenSoFar | null
  /** Why a form was refused or a choice is none, where that is no matter of one field. */
  problem?: string | null
}

/** The reader: the text in numbered sentences, and beside it what was taken from it. */
export function articlePage(frame: Frame, props: ArticleProps): Html {
  const { t } = frame
  const { article, problem, canTake, aside, covering, coverage } = props
  const reading = {
    ...props,
    purpose: aside && !aside.all ? 'aside' : 'claim',
    looks: covering ? coverage.looks : undefined,
    seen: props.seen?.seen,
    taking: readerAddress(props, null),
    // Whoever clears the choice leaves the claim that it was made for, too.
    address: (choice: Choice | null) =>
      readerAddress(choice ? props : { ...props, claim: null }, choice),
  } as const
  const edit = buttonLink(`/articles/${article.id}/details`, t('article.edit'), 'quiet')
  return page(
    frame,
    { title: article.title, width: 'wide' },
    html`
${heading({
  title: html`<span lang="${article.language}">${article.title}</span>`,
  back: { href: '/articles', label: t('article.title') },
  lead: facts(frame, props),
  actions: canTake ? edit : nothing,
})}
${whyInferred(frame, article)}${older(frame, props)}${props.source ? goneMark(frame, props.source, props.snapshot) : nothing}
<div class="reader">
<section class="reader-text" aria-label="${t('reader.text')}">${coverageBar(frame, props)}${readerText(frame, reading)}${aside?.all ? restAside(frame, aside) : nothing}</section>
<div class="reader-side">${problem ? alert(html`<p>${problem}</p>`) : nothing}${beside(frame, props)}${seenBefore(frame, props)}</div>
</div>`,
  )
}

/** What of the text was checked before; nothing where claims were taken from all of it. */
function seenBefore(frame: Frame, props: ArticleProps): Html {
  const { claimed, aside, left } = props.coverage.counts
  const isOpen = claimed < claimed + aside + left
  return isOpen ? seenSection(frame, props, props.seen ?? null) : nothing
}

/** What can be done with what is chosen; without a choice, what was done. */
function beside(frame: Frame, props: ArticleProps): Html {
  const { form, aside, canTake } = props
  const sets = aside !== null && !aside.all
  const chosen = html`${asidesHere(frame, props)}${canTake ? twoWays(frame, props, sets) : nothing}`
  if (sets) return html`${chosen}${asideForm(frame, aside)}`
  return html`${chosen}${form ? claimForm(frame, form) : takenList(frame, props)}`
}

function facts(frame: Frame, { article, version, source }: ArticleProps): Part {
  const came = html`${frame.t(`article.added_${version.source}`)} ${when(frame, version.addedAt)}`
  const changes =
    source && html`<a href="/sources/${source.id}">${frame.t('article.source_page')}</a>`
  const history = html`<a href="/articles/${article.id}/history">${frame.t('claim.history')}</a>`
  return joined([
    originLine(frame, article),
    sourceLink(frame, article.url),
    came,
    changes,
    history,
  ])
}

/** What was read before the text changed is not what the article says now. */
function older({ t }: Frame, { article, version }: ArticleProps): Html {
  if (version.id === article.version) return nothing
  return html`<p class="note older">${t('reader.older', { number: version.number })} <a href="/articles/${article.id}" hx-swap="outerMorph show:top">${t('reader.newest')}</a></p>`
}

/** `theirs`: what somebody else saved in between; `article` then carries its revision. */
export type ArticleDetailsProps = Refused & {
  article: Article
  theirs?: Article | null
  problem?: string | null
}

/** What the desk knows of an article, to be put right. */
export function articleDetailsPage(frame: Frame, props: ArticleDetailsProps): Html {
  const { t } = frame
  const { article, problem, typed, errors } = props
  const path = `/articles/${article.id}`
  const hidden = { revision: article.revision }
  const form = {
    id: `details-${article.revision}`,
    action: `${path}/details`,
    hidden,
    typed,
    errors,
  }
  return page(
    frame,
    { title: t('article.details_title'), width: 'narrow' },
    html`
${heading({ title: t('article.details_title'), lead: t('article.details_lead'), back: { href: path, label: article.title } })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}${props.theirs ? theirs(frame, savedRows(frame, props.theirs)) : nothing}
${postForm(
  frame,
  { ...form, guard: true },
  (fields) => html`${detailFields(frame, fields, article)}
<div class="actions">${submit(t('article.details_submit'), { tone: 'primary' })}${buttonLink(path, t('article.cancel'), 'quiet')}</div>`,
)}`,
  )
}

/** Every field of an article as it is saved, under the name that the form gives it. */
const savedRows = (frame: Frame, saved: Article): [label: string, value: Part][] => {
  const { t } = frame
  const names = ['title', 'outlet', 'outletReason', 'byline', 'date', 'dateReason'] as const
  return [
    ...names.map((name): [string, Part] => [t(`article.field_${name}`), saved[name]]),
    [t('article.field_language'), languageName(frame, saved.language)],
    [t('article.field_url'), saved.url],
  ]
}
