import { findableStages } from '../../src/domain/another-appearance.ts'
import type { Article } from '../../src/domain/article.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { Suggested } from '../claim/chain-fields.ts'
import { appearanceFields, claimFields } from '../claim/fields.ts'
import { topicsField } from '../claim/planning.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import {
  alert,
  buttonLink,
  type Fields,
  fieldMessage,
  langOf,
  note,
  partialDate,
  postForm,
  type Refused,
  ratingMark,
  section,
  stageLabel,
  submit,
} from '../parts.ts'
import { readerAddress } from './address.ts'
import type { Chosen } from './place.ts'
import { said } from './reader.ts'
import { type Found, lookButton, similarRegion } from './similar.ts'

export type ClaimFormProps = Refused & {
  /** The id of what the form makes, and of the appearance that a new claim begins with. */
  newId: string
  appearanceId: string
  article: Pick<Article, 'id' | 'version' | 'language' | 'outlet' | 'date' | 'dateReason'>
  version: { id: string }
  /** What was chosen; null where that is no place in the text (any more). */
  choice: Chosen | null
  quote: string
  /** What the desk has already that speaks of the same thing. */
  similar: Found
  /** The names of claimants that the desk has already. */
  claimants: readonly string[]
  /** The chains that the article tells where the words stand. */
  suggestions: readonly Suggested[]
  /** The claim on the desk that these words are; null for a new one. */
  claim: Claim | null
  /** What is public of that claim; null where nothing is. */
  told?: { verdict: Verdict; rating: Rating | null } | null
  /** Whether the reader shows what became of each sentence, and goes on doing so. */
  covering?: boolean
}

/**
 * Takes the chosen words as a new claim, or as one more appearance of a claim on the desk; filled in
 * with the words and the article's date. It is one form with two ends: what is typed in it stays when
 * other words are chosen, or the other end.
 */
export function claimForm(frame: Frame, props: ClaimFormProps): Html {
  const { t } = frame
  const { newId, appearanceId, version, article, choice, claim, typed, errors } = props
  const { date, dateReason } = article
  const place = { version: version.id, start: choice?.start, end: choice?.end }
  const coverage = props.covering ? '1' : null
  const about = claim ? { claim: claim.id } : { appearanceId }
  const hidden = { ...place, ...about, coverage }
  const action = `/articles/${article.id}/${claim ? 'appearances' : 'claims'}`
  const given = {
    claimantKind: 'named',
    claimedOn: date,
    claimedOnReason: date ? dateReason : null,
  } as const
  const form = postForm(
    frame,
    { id: 'claim', action, newId, hidden, typed, errors, guard: true },
    (fields) => html`
${excerpt(frame, fields, props)}
${claim ? known(frame, fields, claim, props) : worded(frame, fields, props, true)}
${appearanceFields(frame, fields, given, { article, known: props.claimants, suggestions: props.suggestions })}
${props.told ? note(t('claimForm.same_told')) : nothing}
<div class="actions">${submit(t(claim ? 'claimForm.submit_same' : 'claimForm.submit'), { tone: 'primary' })}${claim ? nothing : lookButton(frame)}${buttonLink(readerAddress({ ...props, claim: null }, null), t('article.cancel'), 'quiet')}</div>`,
  )
  const title = t(claim ? 'claimForm.title_same' : 'claimForm.title')
  return section('take', title, form, choice ? said(frame, choice, 'reader.place') : nothing)
}

/** The words themselves. What is wrong with them is said beside them, as with any field. */
function excerpt(frame: Frame, fields: Fields, { quote, article, errors }: ClaimFormProps): Html {
  const { t } = frame
  const error = errors?.excerpt
  fields.labels.set('excerpt', t('claimForm.excerpt'))
  fields.places.set('excerpt', 'claim-excerpt')
  const words = quote
    ? html`<blockquote lang="${article.language}">${abridged(quote)}</blockquote>`
    : html`<p class="muted">${t('claimForm.no_words')}</p>`
  return html`<figure class="excerpt" id="claim-excerpt" tabindex="-1"><figcaption>${t('claimForm.excerpt')}</figcaption>${words}${error ? html`<p class="error">${fieldMessage(frame, error)}</p>` : nothing}</figure>`
}

/** What is claimed, in the desk's words: the chosen ones to begin with. */
function worded(frame: Frame, fields: Fields, props: ClaimFormProps, isNew: boolean): Html {
  const { article, choice, quote, similar, typed } = props
  const language = String(typed?.language ?? article.language)
  const same = (claim: Claim) => readerAddress({ ...props, claim }, choice)
  const source = `/articles/${article.id}/similar`
  const region = { id: 'claim', source, place: true }
  const list = similarRegion(frame, region, { similar, same: choice ? same : null })
  const statement = quote.replace(/\s+/g, ' ')
  return html`${claimFields(frame, fields, { statement, language }, isNew ? list : nothing)}
${topicsField(frame, fields)}`
}

/** A claim on the desk. What was typed for a new one waits out of sight, in case it is one after all. */
function known(frame: Frame, fields: Fields, claim: Claim, props: ClaimFormProps): Html {
  const { t } = frame
  const back = readerAddress({ ...props, claim: null }, props.choice)
  const isOpen = findableStages.includes(claim.stage)
  return html`<div class="known-claim" id="known-claim"><p class="note">${t('claimForm.same_of')} ${joined([stageLabel(frame, claim.stage), ...publicNow(frame, props)])}</p>
<p><a class="statement" href="/claims/${claim.id}"${langOf(frame, claim.language)}>${claim.statement}</a></p>
<p><a href="${back}#take" hx-get="${back}" hx-target="body" hx-push-url="true" data-focus="claim-statement">${t('claimForm.not_same')}</a></p></div>
${isOpen ? nothing : alert(html`<p>${t('claimForm.closed', { stage: claim.stage })}</p>`)}<div hidden>${worded(frame, fields, props, false)}</div>`
}

/** What readers read of a claim, and as of when. */
function publicNow(frame: Frame, { told }: ClaimFormProps): Part[] {
  if (!told) return []
  const { verdict, rating } = told
  const { holdsOn } = verdict
  return [
    rating ? ratingMark(frame, rating) : null,
    holdsOn && html`${frame.t('verdict.holds_on')} ${partialDate(frame, holdsOn)}`,
  ]
}

/** A long choice by its beginning and its end; it stands whole in the text beside. */
function abridged(quote: string): string {
  const points = Array.from(quote.replace(/\n+/g, '\n'))
  if (points.length <= 500) return points.join('')
  return `${points.slice(0, 300).join('')} […] ${points.slice(-120).join('')}`
}
