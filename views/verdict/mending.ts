import { has } from '../../src/domain/member.ts'
import { publicStatuses } from '../../src/domain/status.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import { type ClaimProps, complaint, refusedBy } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { action, asking, folded, note, postForm, submit } from '../parts.ts'

/** What an editor can do to a verdict that is public: mend a typo, read one mended, withdraw. */
export function mending(frame: Frame, told: Verdict, props: ClaimProps): Html {
  const { viewer } = frame
  const isEditor = viewer !== null && has(viewer, 'editor')
  if (told.status !== 'published') return nothing
  const canPlan = props.mayWrite ? nextLook(frame, told, props) : nothing
  return html`${props.awaitsReader ? secondReading(frame, told, props, isEditor) : nothing}${
    isEditor
      ? html`<div class="ways">${typoForm(frame, told, props)}${canPlan}${withdrawal(frame, told, props)}</div>`
      : html`<div class="ways">${canPlan}</div>`
  }`
}

/** One typo is mended by one editor, and read by another afterwards. */
function secondReading(frame: Frame, told: Verdict, props: ClaimProps, isEditor: boolean): Html {
  const { t, viewer } = frame
  const before = props.versions.findLast(
    ({ number, status }) => number < told.number && publicStatuses.includes(status),
  )
  const words = before ? changedWords(before, told) : []
  const changes = words.length
    ? html`<ul class="changed" role="list">${words.map(([was, now]) => html`<li><del>${was}</del> <span aria-hidden="true">→</span> <ins>${now}</ins></li>`)}</ul>`
    : note(t('verdict.only_signs'))
  const form = {
    id: 'second-reading',
    action: `/verdicts/${told.id}/reading`,
    revision: told.revision,
  }
  const mine = told.author === viewer?.id
  const next = mine
    ? html`<p class="why-not">${t('verdict.typo_yours')}</p>`
    : isEditor
      ? action(frame, { ...form, label: t('verdict.typo_read'), tone: 'primary' })
      : note(t('verdict.typo_waits'))
  return html`<div class="second-reading"><h3>${t('verdict.typo_mended')}</h3>${changes}${next}</div>`
}

const word = /[\p{L}\p{M}\p{N}]+/gu

/** The words that a typo changed, one by one: it keeps their number and order (domain/typo.ts). */
function changedWords(before: Verdict, after: Verdict): [was: string, now: string][] {
  const all = ({ conclusion, conclusionEn, conclusionIt, rationale }: Verdict) =>
    [conclusion, conclusionEn, conclusionIt, rationale].join('\n').match(word) ?? []
  const now = all(after)
  return all(before).flatMap((was, i): [string, string][] => {
    const is = now[i] ?? ''
    return was === is ? [] : [[was, is]]
  })
}

const translations = [
  ['conclusionEn', 'en'],
  ['conclusionIt', 'it'],
] as const

function typoForm(frame: Frame, told: Verdict, props: ClaimProps): Html {
  const { t } = frame
  const { claim, ids } = props
  const refused = refusedBy(props, 'typo')
  const form = {
    id: 'mending',
    action: `/verdicts/${told.id}/typo`,
    newId: ids.verdict,
    revision: told.revision,
    guard: true,
    ...refused,
  }
  const lang = claim.language
  const translated = translations.filter(([name]) => told[name])
  return folded(
    { id: 'typo', label: t('verdict.typo'), tone: 'quiet', open: refused !== undefined },
    html`
${complaint(frame, refused)}${note(t('verdict.typo_text'))}
${postForm(
  frame,
  form,
  (fields) => html`
${fields.area({ name: 'conclusion', label: t('verdict.conclusion'), value: told.conclusion, rows: 2, serif: true, lang, required: true })}
${translated.map(([name, lang]) => fields.area({ name, label: t(`verdict.${name}`), value: told[name], rows: 2, serif: true, lang, required: true }))}
${fields.area({ name: 'rationale', label: t('verdict.rationale'), value: told.rationale, rows: 6, serif: true, lang, required: true })}
<div class="actions">${submit(t('verdict.typo_submit'))}</div>`,
)}`,
  )
}

function withdrawal(frame: Frame, told: Verdict, props: ClaimProps): Html {
  const { t } = frame
  const refused = refusedBy(props, 'withdrawal')
  const form = {
    id: 'withdrawing',
    action: `/verdicts/${told.id}/withdrawal`,
    revision: told.revision,
    guard: true,
    ...refused,
  }
  const ask = {
    id: 'withdrawal',
    label: t('verdict.withdraw'),
    consequence: t('verdict.withdraw_text'),
    open: refused !== undefined,
  }
  return asking(
    ask,
    html`${complaint(frame, refused)}${postForm(
      frame,
      form,
      (fields) => html`
${fields.area({ name: 'reason', label: t('verdict.withdraw_reason'), hint: t('verdict.withdraw_reason_hint'), rows: 2, serif: true, lang: props.claim.language, required: true })}
<div class="actions">${submit(t('verdict.withdraw_submit'), { tone: 'danger' })}</div>`,
    )}`,
  )
}

/** When the desk looks at it again; readers are told nothing of that. */
function nextLook(frame: Frame, told: Verdict, props: ClaimProps): Html {
  const { t } = frame
  const refused = refusedBy(props, 'recheck')
  const form = {
    id: 'next-look',
    action: `/verdicts/${told.id}/recheck`,
    revision: told.revision,
    guard: true,
    ...refused,
  }
  return folded(
    { id: 'recheck', label: t('verdict.plan_recheck'), tone: 'quiet', open: refused !== undefined },
    html`
${complaint(frame, refused)}${postForm(
  frame,
  form,
  (fields) => html`
${fields.text({ name: 'recheckOn', label: t('verdict.recheck_on'), hint: t('verdict.recheck_hint'), value: told.recheckOn, size: 'short' })}
<div class="actions">${submit(t('form.save'))}</div>`,
)}`,
  )
}

/** The planned day, as long as it is to come: one that is there was this look. */
const comingDay = ({ now }: Frame, told: Verdict | null): string | null =>
  told?.recheckOn && told.recheckOn > now.slice(0, 10) ? told.recheckOn : null

/** Looked at again, and what is public stands. */
export function keeping(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, moves } = props
  const refused = refusedBy(props, 'keeping')
  if (!props.told) return nothing
  if (moves.keep !== null) {
    return moves.keep === 'forbidden' && props.mayWrite ? note(t('verdict.editor_keeps')) : nothing
  }
  const form = {
    id: 'keep',
    action: `/claims/${claim.id}/keeping`,
    revision: claim.revision,
    ...refused,
  }
  return folded(
    { id: 'keeping', label: t('move.keep'), open: refused !== undefined },
    html`
${complaint(frame, refused)}${postForm(
  frame,
  form,
  (fields) => html`
${fields.area({ name: 'comment', label: t('verdict.keep_comment'), hint: t('verdict.keep_hint'), rows: 2, required: true })}
${fields.text({ name: 'recheckOn', label: t('verdict.recheck_on'), hint: t('verdict.keep_recheck_hint'), value: comingDay(frame, props.told), size: 'short' })}
<div class="actions">${submit(t('move.keep'))}</div>`,
)}`,
  )
}
