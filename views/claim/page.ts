import { evidenceSection } from '../evidence/section.ts'
import type { Frame } from '../frame.ts'
import { classes, type Html, html, joined, nothing } from '../html.ts'
import { page } from '../layout.ts'
import {
  alert,
  heading,
  history,
  keptWords,
  langOf,
  languageName,
  section,
  stageLabel,
} from '../parts.ts'
import { verdictSection } from '../verdict/section.ts'
import { appearancesSection } from './appearances.ts'
import { claimedBy, claimedWhen } from './claimant.ts'
import { type ClaimForm, type ClaimProps, canWork, reason } from './props.ts'
import { searchesSection } from './searches.ts'
import { steps } from './steps.ts'

export type { ClaimForm, ClaimProps } from './props.ts'

/**
 * One claim: what it says, what it rests on, what the desk concludes, and what comes next. The same
 * page serves whoever checks it and whoever reads the verdict afterwards.
 */
export function claimPage(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim } = props
  const title = html`<span${langOf(frame, claim.language)}>${claim.statement}</span>`
  const back = { href: '/claims', label: t('nav.claims') }
  // A reviewer reads the evidence before the verdict; whoever writes needs the verdict at hand.
  const grid = classes('claim-grid', claim.stage !== 'in_review' && 'verdict-near')
  const body = html`${steps(frame, props)}
${jumps(frame, props)}
<div class="${grid}"><div class="grounds">
${appearancesSection(frame, props)}
${evidenceSection(frame, props)}
${searchesSection(frame, props)}
</div>
${verdictSection(frame, props)}
</div>
${historySection(frame, props)}`
  return page(
    frame,
    { title: claim.statement, width: 'wide' },
    html`
${heading({ title, back, lead: about(frame, props) })}
${displaced(frame, props, body)}${body}`,
  )
}

/** Where each form stands, by its id: one that is not on the page cannot show why it was refused. */
const formIds: Record<ClaimForm, string> = {
  verdict: 'draft',
  evidence: 'new-evidence',
  search: 'new-search',
  set_aside: 'setting-aside',
  return: 'returning',
  publication: 'publication',
  reopening: 'reopening',
  keeping: 'keep',
  withdrawal: 'withdrawing',
  typo: 'mending',
  assignment: 'assignment',
}

/** Why a form was refused that has no place on the page any more, and what was typed in it. */
function displaced(frame: Frame, { refused }: ClaimProps, body: Html): Html {
  if (!refused || String(body).includes(`id="${formIds[refused.form]}-form"`)) return nothing
  return alert(html`<p>${reason(frame, refused)}</p>${keptWords(frame, refused.typed)}`)
}

/** What kind of claim it is, where it stands, and who made it when. */
function about(frame: Frame, props: ClaimProps): Html {
  const { t, lang } = frame
  const { claim, appearances } = props
  const lead =
    appearances.find(({ appearance }) => appearance.id === claim.leadAppearance) ?? appearances[0]
  const by = lead ? html`${claimedBy(frame, lead)}, ${claimedWhen(frame, lead.appearance)}` : null
  const edit = html`<a class="edit" href="/claims/${claim.id}/edit">${t('claim.edit')}<span class="visually-hidden"> ${t('claim.edit_statement')}</span></a>`
  return joined([
    stageLabel(frame, claim.stage),
    t(`kind.${claim.kind}`),
    by,
    claim.language === lang ? null : languageName(frame, claim.language),
    t('claim.revision', { revision: claim.revision }),
    canWork(props) ? edit : null,
  ])
}

/** On a small screen the parts stand far apart: the ways to them. */
function jumps({ t }: Frame, { evidence, appearances }: ClaimProps): Html {
  const link = (id: string, label: string, count: number | null = null) =>
    html`<a href="#${id}">${label}${count === null ? nothing : html` ${count}`}</a>`
  return html`<nav class="jumps" aria-label="${t('claim.on_this_page')}">${link('verdict', t('verdict.title'))}${link('evidence', t('claim.evidence'), evidence.length)}${link('appearances', t('claim.appearances_short'), appearances.length)}${link('history', t('claim.history'))}</nav>`
}

const RECENT = 8

function historySection(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { names, evidence, claim } = props
  const subjects = Object.fromEntries(
    evidence.map(({ id, number, title }) => [id, `[${number}] ${title}`]),
  )
  const called = { people: names, subjects }
  const earlier = props.history.slice(RECENT)
  return section(
    'history',
    t('claim.history'),
    html`${history(frame, props.history.slice(0, RECENT), called)}${
      earlier.length
        ? html`<details class="earlier" id="earlier-${claim.id}"><summary>${t('claim.history_earlier')}</summary>${history(frame, earlier, called)}</details>`
        : nothing
    }`,
  )
}
