import { type ChangeKind, type ChangesAsked, changeKinds } from '../../src/domain/public-list.ts'
import { mendedWords } from '../../src/domain/typo.ts'
import type { PublicFrame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { emptyState, exactDay, langOf } from '../parts.ts'
import { publicPage } from './layout.ts'
import { inTongue, publicPager, statementOf, toldRating, verdictPath } from './parts.ts'
import type { Shapes, ToldVerdict } from './props.ts'

/** A change in what the public was told: before, since, and what stands now. */
export type Change = {
  at: string
  kind: ChangeKind
  told: ToldVerdict
  before: ToldVerdict | null
  present: ToldVerdict
}

export type CorrectionsProps = {
  asked: ChangesAsked
  changes: Change[]
  /** The place before which the list goes on. */
  next: number | null
  scale: Shapes
}

function changesPath(kind: ChangeKind | null, before?: number | null): string {
  const query = new URLSearchParams()
  if (kind) query.set('kind', kind)
  if (before) query.set('before', String(before))
  return query.size ? `/corrections?${query}` : '/corrections'
}

/** What was corrected, updated, clarified, mended and withdrawn: only the first says that we erred. */
export function correctionsPage(frame: PublicFrame, props: CorrectionsProps): Html {
  const { t, desk } = frame
  const { asked, changes, next, scale } = props
  const title = t('public.corrections_title')
  const about = {
    title,
    description: t('public.corrections_description', { desk: desk.name }),
    canonical: '/corrections',
    unlisted: asked.kind !== null || asked.before !== null,
  }
  const list = html`<ol class="changes" role="list">${changes.map((one) => change(frame, one, scale))}</ol>`
  return publicPage(
    frame,
    about,
    html`
<header class="list-head"><h1>${title}</h1>
<p class="lead">${t('public.corrections_lead')}</p></header>
${kinds(frame, asked)}
${changes.length ? list : emptyState(t('public.corrections_none'))}
${publicPager(frame, { first: asked.before ? changesPath(asked.kind) : null, older: next ? changesPath(asked.kind, next) : null })}`,
  )
}

function kinds({ t }: PublicFrame, asked: ChangesAsked): Html {
  const link = (kind: ChangeKind | null) => {
    const current = asked.kind === kind ? html` aria-current="true"` : nothing
    return html`<li><a href="${changesPath(kind)}"${current}>${kind ? t(`public.kinds_${kind}`) : t('public.any_kind')}</a></li>`
  }
  return html`<nav class="list-ratings" aria-label="${t('public.by_kind')}"><ul role="list">${[null, ...changeKinds].map(link)}</ul></nav>`
}

/** The reason that was given for a change; a mended typo has none but its words. */
const reasonOf = ({ kind, told }: Change): string | null =>
  kind === 'withdrawal'
    ? told.withdrawalReason
    : kind === 'typo'
      ? null
      : (told.correction?.reason ?? null)

function change(frame: PublicFrame, one: Change, scale: Shapes): Html {
  const { t } = frame
  const { at, kind, told, before, present } = one
  const statement = statementOf(frame, told)
  const reason = reasonOf(one)
  const words = reason
    ? html`<p class="change-reason"${langOf(frame, told.claim.language)} dir="auto">${reason}</p>`
    : nothing
  return html`<li class="change-item change-item-${kind}">
<p class="change-kind"><strong>${kindWord(frame, kind)}</strong> <span class="note">${exactDay(frame, at)}</span></p>
<h2><a href="${pathOf(told, present)}"${inTongue(frame, statement.lang)}>${statement.text}</a></h2>
${words}${mended(frame, one)}${ratings(frame, one, scale)}
${before ? html`<p class="note">${joined([html`<a href="${pathOf(before, present)}">${t('public.read_before')}</a>`, html`<a href="${pathOf(told, present)}">${t('public.read_since')}</a>`])}</p>` : nothing}
</li>`
}

/** How a change is called: of all these only a correction says that we erred. */
const kindWord = ({ t }: PublicFrame, kind: ChangeKind): string =>
  kind === 'withdrawal' ? t('public.withdrawn') : t(`correction_kind.${kind}`)

/** Where a version is read: the one that stands now at its own address, others at theirs. */
const pathOf = (told: ToldVerdict, present: ToldVerdict): string =>
  verdictPath(present, told.id === present.id ? undefined : told.version)

/** The words that a typo was mended in, with their language. */
function wordsMended({ kind, told, before }: Change) {
  if (kind !== 'typo' || !before) return null
  const { en, it } = told.conclusionTranslations
  const texts = [
    { lang: told.claim.language, was: before.conclusion, is: told.conclusion },
    { lang: 'en', was: before.conclusionTranslations.en, is: en },
    { lang: 'it', was: before.conclusionTranslations.it, is: it },
    { lang: told.claim.language, was: before.rationale.text, is: told.rationale.text },
  ]
  return texts.flatMap(({ lang, was, is }) =>
    mendedWords(was ?? '', is ?? '').map((pair) => ({ ...pair, lang })),
  )
}

/** A typo is its own reason: the words before and since. */
function mended(frame: PublicFrame, one: Change): Html {
  const { t } = frame
  const pairs = wordsMended(one)
  if (!pairs) return nothing
  if (pairs.length === 0) return html`<p class="change-words">${t('public.mended_signs')}</p>`
  return html`<ul class="change-words" role="list">${pairs.map(
    ({ was, is, lang }) =>
      html`<li><span class="visually-hidden">${t('public.mended_from')} </span><del${langOf(frame, lang)} dir="auto">${was}</del> <span aria-hidden="true">→</span> <span class="visually-hidden">${t('public.mended_to')} </span><ins${langOf(frame, lang)} dir="auto">${is}</ins></li>`,
  )}</ul>`
}

/** How the rating changed, where it did. */
function ratings(frame: PublicFrame, { before, told }: Change, scale: Shapes): Html {
  if (!before || before.rating.id === told.rating.id) return nothing
  const { t } = frame
  return html`<p class="change-ratings"><span class="visually-hidden">${t('public.rating_from')} </span>${toldRating(frame, before.rating, scale)} <span aria-hidden="true">→</span> <span class="visually-hidden">${t('public.rating_to')} </span>${toldRating(frame, told.rating, scale)}</p>`
}

/** A change in plain text, as a feed tells it. */
export function changeInWords(frame: PublicFrame, one: Change) {
  const { t, lang, origin } = frame
  const { kind, told, before, present } = one
  const statement = statementOf(frame, told).text
  const name = kind === 'withdrawal' ? t('public.withdrawn') : t(`correction_name.${kind}`)
  const rated =
    before && before.rating.id !== told.rating.id
      ? t('public.rated', {
          before: before.rating.labels[lang],
          since: told.rating.labels[lang],
        })
      : null
  const mended = wordsMended(one)?.map(({ was, is }) =>
    t('public.rated', { before: was, since: is }),
  )
  return {
    title: `${name}: ${statement}`,
    link: origin + pathOf(told, present),
    summary: [reasonOf(one), rated, ...(mended ?? [])].filter(Boolean).join(' · '),
  }
}
