import type { Verdict } from '../../src/domain/verdict.ts'
import type { Changes, ClaimProps } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { isMessageKey } from '../messages.ts'
import {
  type FoldedRun,
  langOf,
  note,
  partialDate,
  ratingMark,
  textDifference,
  wordDifference,
} from '../parts.ts'

/** What a reviewer lets readers read instead of what they read before: only what is different. */
export function changesAgainst(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { working, changes } = props
  if (!working || !changes) return nothing
  const rows = [...marks(frame, working, props), ...texts(frame, changes, props)]
  const body = rows.length
    ? html`<dl class="changes">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
    : note(t('changes.none'))
  return html`<div class="version-changes" id="changes"><h3>${t('changes.title', { number: changes.against.number })}</h3>${body}</div>`
}

type Row = [label: string, value: Part]

/** What is chosen rather than written: as it was, and as it is. */
function marks(frame: Frame, working: Verdict, { changes, scale, appearances }: ClaimProps): Row[] {
  const { t } = frame
  const was = changes?.against ?? working
  const rating = ({ rating }: Verdict) => {
    const found = scale.find(({ id }) => id === rating)
    return found ? ratingMark(frame, found) : null
  }
  const reasons = (one: Verdict) =>
    joined(
      one.reasons.map((reason) => {
        const key = `reason.${reason}`
        return isMessageKey(key) ? t(key) : reason
      }),
    )
  const titles = ({ confirmed }: Verdict) =>
    joined(
      appearances
        .filter(({ appearance }) => confirmed?.includes(appearance.id))
        .map(({ article }) => article.title),
    )
  const date = (day: string | null) => day && partialDate(frame, day)
  const row = (label: string, of: (one: Verdict) => Part): Row[] => {
    const [before, now] = [of(was), of(working)]
    return `${before}` === `${now}` ? [] : [[label, fromTo(frame, before, now)]]
  }
  return [
    ...row(t('verdict.rating'), rating),
    ...row(t('verdict.reasons'), reasons),
    ...row(t('verdict.holds_on_field'), ({ holdsOn }) => date(holdsOn)),
    ...row(t('verdict.confirmed'), titles),
    ...row(t('verdict.valid_until_field'), ({ validUntil }) => date(validUntil)),
  ]
}

function fromTo({ t }: Frame, before: Part, now: Part): Html {
  const said = (part: Part): Part => (`${part ?? ''}` ? part : t('changes.nothing'))
  return html`<del>${said(before)}</del> <span aria-hidden="true">→</span> <ins>${said(now)}</ins>`
}

function texts(frame: Frame, changes: Changes, { claim }: ClaimProps): Row[] {
  const { t } = frame
  const isChange = ({ kind }: FoldedRun) => kind === 'added' || kind === 'removed'
  const conclusions = [
    ['conclusion', claim.language],
    ['conclusionEn', 'en'],
    ['conclusionIt', 'it'],
  ] as const
  const { rationale } = changes
  const heavy: Row[] = rationale === null ? [[t('verdict.rationale'), t('changes.too_heavy')]] : []
  return [
    ...conclusions
      .filter(([name]) => changes[name].some(isChange))
      .map(([name, language]): Row => {
        const words = wordDifference(frame, changes[name])
        return [t(`verdict.${name}`), html`<p${langOf(frame, language)}>${words}</p>`]
      }),
    ...heavy,
    ...(rationale?.some(isChange)
      ? [[t('verdict.rationale'), textDifference(frame, rationale, claim.language)] satisfies Row]
      : []),
  ]
}
