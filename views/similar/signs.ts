import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import type { Alike, Sign } from './props.ts'

/** Drawn on 16 × 16: equal, not equal, almost equal, and a sign that asks to look. */
const drawings = {
  agree: html`<path d="M3.5 6h9M3.5 10h9" stroke="currentColor" stroke-width="1.7"/>`,
  differ: html`<path d="M3.5 6h9M3.5 10h9M10.8 2.6 5.2 13.4" stroke="currentColor" stroke-width="1.7"/>`,
  alike: html`<path d="M2 6.6c2-2.4 4-2.4 6-.8s4 1.6 6-.8M2 11.4c2-2.4 4-2.4 6-.8s4 1.6 6-.8" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
  warn: html`<path d="M8 1.8 15 14H1z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path d="M8 6v4" stroke="currentColor" stroke-width="1.7"/><circle cx="8" cy="12" r="0.95" fill="currentColor"/>`,
}

/** The sign alone, for where its words stand beside it. */
export const drawn = (what: keyof typeof drawings): Html =>
  html`<svg class="shape sign-${what}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${drawings[what]}</svg>`

/** What differs first: it is what one has to know. */
export function signsList(
  frame: Frame,
  { likeness: { agree, differ } }: Pick<Alike, 'likeness'>,
): Html {
  if (agree.length + differ.length === 0) return nothing
  return html`<ul class="signs" role="list">${differ.map((one) => item(frame, 'differ', one))}${agree.map((one) => item(frame, 'agree', one))}</ul>`
}

function item({ t }: Frame, how: 'agree' | 'differ', { sign, ours, theirs }: Sign): Html {
  const kind = t(`similar.sign_${sign}`)
  return html`<li class="sign ${how}">${drawn(how)} <span class="visually-hidden">${t(`similar.${how}`)}: </span><span>${kind}: ${words({ t }, how, { ours, theirs })}</span></li>`
}

/** As each of the two has it. */
function words(
  { t }: Pick<Frame, 't'>,
  how: 'agree' | 'differ',
  { ours, theirs }: Pick<Sign, 'ours' | 'theirs'>,
): string {
  if (how === 'differ' && ours && theirs) return t('similar.both', { ours, theirs })
  if (how === 'differ') {
    return ours ? t('similar.only_ours', { ours }) : t('similar.only_theirs', { theirs })
  }
  const isOne = !ours || !theirs || ours.toLowerCase() === theirs.toLowerCase()
  return isOne
    ? t('similar.alike', { words: ours || theirs })
    : t('similar.alike_both', { ours, theirs })
}

/** In what the two differ, as one sentence says it. */
export function warning(
  { t, lang }: Frame,
  { likeness: { differ } }: Pick<Alike, 'likeness'>,
): string {
  const kinds = [...new Set(differ.map(({ sign }) => sign))]
  const others = new Intl.ListFormat(lang).format(kinds.map((sign) => t(`similar.other_${sign}`)))
  return t('similar.warns', { others })
}
