import { sketch } from '../../src/domain/drafting.ts'
import { type Finding, type FindingCode, findingCodes, notedIn } from '../../src/domain/look.ts'
import type { Verdict, Written } from '../../src/domain/verdict.ts'
import { type ClaimProps, namesOf } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { type Fields, langOf, note, personName } from '../parts.ts'
import { beginning } from './beginning.ts'
import { outgoingList } from './outgoing.ts'

/** What a finding's place is called by: the articles that the claim appears in. */
type Places = Pick<ClaimProps, 'appearances' | 'claim'>

/** What is found now, in the verdict as it is typed, or as it waits for its reader. */
export function findingsNow(props: ClaimProps): Finding[] {
  const { claim, look, working } = props
  if (!look) return []
  if (claim.stage === 'in_review') return working ? look(working) : []
  if (claim.stage !== 'checking') return []
  return look(asTyped(beginning(props), props))
}

/** A verdict with what was typed since. */
function asTyped(begun: Written, { previewed, refused }: ClaimProps): Written {
  const typed = previewed ?? (refused?.form === 'verdict' ? refused.typed : null)
  return typed ? sketch(begun, typed) : begun
}

/** Those that are about the claim as a whole: the sentence itself leads to the place. */
const whole = new Set<FindingCode>([
  'only_claimant',
  'one_origin',
  'no_contrary_search',
  'nobody_asked',
])

const rowsOf = (findings: Finding[]): [FindingCode, ...Finding[]][] =>
  findingCodes.flatMap((code): [FindingCode, ...Finding[]][] => {
    const some = findings.filter((one) => one.code === code)
    return some.length > 0 ? [[code, ...some]] : []
  })

/** How many things there are to look at, each in one sentence. */
export const lookTitle = ({ t }: Frame, findings: Finding[]): string =>
  t('look.title', { count: rowsOf(findings).length })

/** Each finding as a sentence, with the way to its place. */
export function lookList(frame: Frame, findings: Finding[], props: Places): Html {
  const rows = rowsOf(findings)
  if (rows.length === 0) return note(frame.t('look.nothing'))
  return html`<ul class="scrutiny-list" role="list">${rows.map(([code, ...some]) => html`<li>${row(frame, code, some, props)}</li>`)}</ul>`
}

function row(frame: Frame, code: FindingCode, some: Finding[], props: Places): Html {
  const said = frame.t(`look.${code}`, { count: some.length })
  const [first] = some
  if (first && whole.has(code)) return html`<a href="${first.place}">${said}</a>`
  return html`${said} <span class="scrutiny-places">${joined(some.map((one) => place(frame, one, props)))}</span>`
}

/** A finding's place, by its name, and what is said there. */
function place(frame: Frame, { place: at, values }: Finding, props: Places): Html {
  const { t } = frame
  const { words, said, quoted } = values
  const number = /\d+$/.exec(at)?.[0] ?? ''
  if (at.startsWith('#evidence-')) {
    const name = html`<span class="visually-hidden">${t('look.evidence')} </span>[${number}]`
    return html`<a href="${at}">${name}</a>${other(frame, said, quoted)}`
  }
  if (at.startsWith('#rationale-')) {
    const href = props.claim.stage === 'in_review' ? '#rationale' : '#draft-rationale'
    const name = words
      ? html`<q${langOf(frame, props.claim.language)}>${words}</q>`
      : t('look.paragraph', { number })
    return html`<a href="${href}">${name}</a>`
  }
  if (at === '#statement') {
    const figure = html`<q${langOf(frame, props.claim.language)}>${said}</q>`
    return html`<a href="/claims/${props.claim.id}/edit">${figure}</a>`
  }
  const found = props.appearances.find(({ appearance }) => at.endsWith(appearance.id))
  if (!found) return html`${t('look.elsewhere')}`
  const { title, language } = found.article
  return html`<a href="${at}"${langOf(frame, language)}>${title}</a>${other(frame, said, quoted)}`
}

const other = ({ t }: Frame, said: string | undefined, quoted: string | undefined): Html =>
  said && quoted
    ? html` <span class="scrutiny-figures">${t('look.figures', { said, quoted })}</span>`
    : nothing

/** From the place of findings back to the look, with how many there are; nothing where there are none. */
export function backToLook(
  { t }: Frame,
  { findings = [] }: ClaimProps,
  ...places: string[]
): Html | null {
  const count = findings.filter(({ place }) => places.includes(place)).length
  if (count === 0) return null
  return html`<a href="#look">${t('look.named', { count })}<span class="visually-hidden"> ${t('look.in')}</span></a>`
}

/** The look beside the verdict that is being written, and why one goes on with what is open. */
export function lookBeforeSigning(
  frame: Frame,
  fields: Fields,
  begun: Written,
  props: ClaimProps,
): Html {
  const { t } = frame
  const { findings = [], missing } = props
  const asked = fields.errors.findingsWord !== undefined
  // Before there is a verdict to sign, what is open is no more than a count.
  const open = asked || Object.keys(missing).length === 0
  const word = fields.area({
    name: 'findingsWord',
    label: t('look.word'),
    hint: t('look.word_hint'),
    value: begun.findingsWord,
    rows: 2,
    unmarked: true,
  })
  return html`<details class="scrutiny" id="look"${open ? html` open` : ''}><summary class="scrutiny-title" id="look-title">${lookTitle(frame, findings)}</summary>
<div id="look-findings">${lookList(frame, findings, props)}${outgoingList(frame, props.outgoing?.(asTyped(begun, props)) ?? [], props.claim)}</div>
<div class="scrutiny-word">${word}</div></details>`
}

/** What was open when a verdict was proposed, the word for it, and what has become of it since. */
export function lookAtProposal(frame: Frame, working: Verdict, props: ClaimProps): Html {
  const { t } = frame
  const { findings = [] } = props
  const then = notedIn(working.findings)
  const isIn = (all: Finding[], { code, place }: Finding) =>
    all.some((one) => one.code === code && one.place === place)
  const settled = then.filter((one) => !isIn(findings, one))
  const since = findings.filter((one) => !isIn(then, one))
  const open = findings.filter((one) => isIn(then, one))
  const part = (title: string | null, some: Finding[]) =>
    some.length > 0
      ? html`${title ? html`<h4>${title}</h4>` : nothing}${lookList(frame, some, props)}`
      : nothing
  const who = personName(frame, namesOf(props), working.author)
  const word = working.findingsWord
    ? html`<div class="scrutiny-said"><p class="note">${t('look.went_on', { who })}</p><p class="plain-text">${working.findingsWord}</p></div>`
    : nothing
  const changed = settled.length + since.length > 0
  return html`<div class="scrutiny" id="look"><h3>${lookTitle(frame, findings)}</h3>
${part(changed ? t('look.open') : null, open)}${part(t('look.since'), since)}${part(t('look.settled'), settled)}
${word}${outgoingList(frame, props.outgoing?.(working) ?? [], props.claim)}</div>`
}
