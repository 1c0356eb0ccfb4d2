import type { RefusalCode } from '../../src/domain/refusal.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { isMessageKey, type Values } from '../messages.ts'

/** The head of a page: where one came from, its title, what it is, and the one thing to do next. */
export function heading(options: {
  title: Part
  back?: { href: string; label: string }
  lead?: Part
  actions?: Part
}): Html {
  const { title, back, lead, actions } = options
  return html`<header class="heading">
${back ? html`<p class="back"><a href="${back.href}">‹ ${back.label}</a></p>` : nothing}
<div class="heading-row"><h1>${title}</h1>${actions ? html`<div class="actions">${actions}</div>` : nothing}</div>
${lead ? html`<p class="lead">${lead}</p>` : nothing}
</header>`
}

/** A part of a page, named by its own heading. Its id is where the focus goes after a form. */
export function section(id: string, title: Part, body: Part, aside?: Part): Html {
  return html`<section class="section" id="${id}" aria-labelledby="${id}-heading">
<div class="section-head"><h2 id="${id}-heading">${title}</h2>${aside ? html`<div class="aside">${aside}</div>` : nothing}</div>
${body}
</section>`
}

/** Nothing here yet: what would be here, and how to begin. */
export const emptyState = (text: Part, next?: Part): Html =>
  html`<div class="empty"><p>${text}</p>${next ? html`<p>${next}</p>` : nothing}</div>`

/** A quiet remark beside the work. */
export const note = (body: Part): Html => html`<p class="note">${body}</p>`

/** Something went wrong, said where it happened; the focus goes to it. */
export const alert = (body: Part): Html =>
  html`<div class="alert" role="alert" tabindex="-1">${body}</div>`

const words = ['stage', 'status', 'role'] as const

/**
 * What a refusal means and what to do next, in the reader's language.
 * @param values as the refusal carries them: `stage`, `status`, `need` (a role), `minutes` to wait,
 *   `max` bytes
 */
export function refusalMessage(
  { t, lang }: Pick<Frame, 't' | 'lang'>,
  code: RefusalCode,
  values: Values = {},
): string {
  const said: Values = { stage: '', status: '', role: '', need: '', minutes: 0, ...values }
  if (values.need) said.role = values.need
  for (const word of words) {
    const key = `${word}.${said[word]}`
    if (isMessageKey(key)) said[word] = t(key)
  }
  said.max = size(lang, Number(values.max ?? 1_000_000))
  return t(`refusal.${code}`, said)
}

/** A number of bytes as people say it: 1 MB, 250 kB. */
export function size(lang: string, bytes: number): string {
  const unit = bytes >= 1_000_000 ? 'megabyte' : bytes >= 1000 ? 'kilobyte' : 'byte'
  const many = { byte: 1, kilobyte: 1000, megabyte: 1_000_000 }[unit]
  const options = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(lang, options).format(bytes / many)
}

/** Rows of facts: what it is called, and what it is. What is null is left out. */
export function facts(rows: [label: Part, value: Part][]): Html {
  const shown = rows.filter(([, value]) => value !== null && value !== undefined && value !== '')
  return html`<dl class="facts">${shown.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** Links to the page before and the page after, of a list. They lead to its top. */
export function pager({ t }: Frame, pages: { newer?: string | null; older?: string | null }): Html {
  if (!pages.newer && !pages.older) return nothing
  const link = (href: string, label: Part) =>
    html`<a href="${href}" hx-swap="outerMorph show:top">${label}</a>`
  return html`<nav class="pager" aria-label="${t('pager.label')}">${
    pages.newer ? link(pages.newer, html`‹ ${t('pager.newer')}`) : nothing
  }${pages.older ? link(pages.older, html`${t('pager.older')} ›`) : nothing}</nav>`
}

/** Something to take along: shown as text, selected by a click, copied by a button where it can be. */
export function copyable({ t }: Frame, id: string, label: string, text: string): Html {
  return html`<div class="field copyable"><label for="${id}">${label}</label><div class="copy-row"><input class="mono" id="${id}" type="text" readonly value="${text}"><button class="button quiet" type="button" hidden data-copy="${id}" data-done="${t('copy.done')}">${t('copy.do')}</button></div></div>`
}

/** What a colleague saved in between, beside the form that still holds what one typed. */
export function theirs({ t }: Frame, rows: [label: string, value: Part][]): Html {
  const shown = rows.map(([label, value]): [string, Part] => [
    label,
    value || t('conflict.nothing'),
  ])
  return html`<div class="theirs"><p class="theirs-title">${t('conflict.theirs')}</p>${facts(shown)}${note(t('conflict.yours'))}</div>`
}
