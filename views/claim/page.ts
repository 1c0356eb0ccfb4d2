import type { Claim } from '../../src/domain/claim.ts'
import { onlyReading } from '../../src/domain/member.ts'
import { evidenceSection } from '../evidence/section.ts'
import type { Frame } from '../frame.ts'
import { classes, type Html, html, joined, nothing } from '../html.ts'
import { page } from '../layout.ts'
import {
  alert,
  heading,
  history,
  inReadersLanguage,
  keptWords,
  langOf,
  languagesOf,
  section,
  stageLabel,
  toTheSecond,
} from '../parts.ts'
import { similarSection } from '../similar/claim.ts'
import { findingsNow } from '../verdict/look.ts'
import { verdictSection } from '../verdict/section.ts'
import { appearancesSection } from './appearances.ts'
import { asItStood, pastMark } from './as-of.ts'
import { claimedBy, claimedWhen } from './claimant.ts'
import { contactsSection } from './contacts.ts'
import { linksSection } from './links.ts'
import { planned, topicLinks } from './planning.ts'
import { type ClaimForm, type ClaimProps, canWork, reason } from './props.ts'
import { reported } from './reported.ts'
import { searchesSection } from './searches.ts'
import { steps } from './steps.ts'

export type { ClaimForm, ClaimProps } from './props.ts'

/**
 * One claim: what it says, what it rests on, what the desk concludes, and what comes next. The same
 * page serves whoever checks it and whoever reads the verdict afterwards.
 */
export function claimPage(whole: Frame, read: ClaimProps): Html {
  const frame = read.asOf ? inThePast(whole, read.asOf) : whole
  const { t } = frame
  const props = { ...read, findings: findingsNow(read) }
  const { claim } = props
  const title = html`<span${langOf(frame, claim.language)}>${claim.statement}</span>`
  const back = { href: props.queue ?? '/claims', label: t('nav.claims') }
  // A reviewer reads the evidence before the verdict; whoever writes needs the verdict at hand.
  const grid = classes('claim-grid', claim.stage !== 'in_review' && 'verdict-near')
  const body = html`${reported(frame, props.letters)}${planned(frame, props)}${kin(frame, props)}${steps(frame, props)}
${jumps(frame, props)}
<div class="${grid}"><div class="grounds">
${appearancesSection(frame, props)}
${evidenceSection(frame, props)}
${searchesSection(frame, props)}
${contactsSection(frame, props)}
${linksSection(frame, props)}
${props.asOf ? nothing : similarSection(frame, claim)}
</div>
${verdictSection(frame, props)}
</div>
${historySection(frame, props)}`
  const past = props.asOf ? pastMark(whole, claim.id, props.asOf) : nothing
  return page(
    whole,
    { title: titleOf(whole, props), width: 'wide' },
    html`
${past}${heading({ title, back, lead: html`${translated(frame, claim)}${about(frame, props)}` })}
${displaced(frame, props, body)}${body}`,
  )
}

/**
 * The past is read as a viewer reads, whoever reads it: nothing in it can be changed. Its times count
 * from then.
 */
const inThePast = (frame: Frame, moment: string): Frame => ({
  ...frame,
  now: moment,
  viewer: frame.viewer && onlyReading(frame.viewer),
})

/** A tab, and a list of pages one saw, tell the past from the present. */
const titleOf = (frame: Frame, { claim: { statement }, asOf }: ClaimProps): string =>
  asOf ? frame.t('asof.title', { statement, time: toTheSecond(frame, asOf) }) : statement

/** The statement in the reader's language, where somebody put it into that. */
function translated(frame: Frame, { statement, language, statementEn, statementIt }: Claim): Html {
  const words = { language, text: statement, en: statementEn, it: statementIt }
  const { text, original } = inReadersLanguage(frame, words)
  return original ? html`<span class="statement-translated">${text}</span>` : nothing
}

/** Where each form stands, by its id: one that is not on the page cannot show why it was refused. */
const formIds: Record<ClaimForm, string> = {
  verdict: 'draft',
  evidence: 'new-evidence',
  search: 'new-search',
  contact: 'new-contact',
  set_aside: 'setting-aside',
  reading: 'reading',
  return: 'returning',
  publication: 'publication',
  reopening: 'reopening',
  keeping: 'keep',
  withdrawal: 'withdrawing',
  typo: 'mending',
  assignment: 'assignment',
  plan: 'planning',
  confirmation: 'confirm',
  recheck: 'next-look',
  link: 'new-link',
  unlinking: 'unlinking',
  reuse: 'reuse',
  original: 'stand',
}

/** Why a form was refused that has no place on the page any more, and what was typed in it. */
function displaced(frame: Frame, { refused, previewed }: ClaimProps, body: Html): Html {
  const isThere = (form: ClaimForm) => String(body).includes(`id="${formIds[form]}-form"`)
  if (previewed && !isThere('verdict')) {
    return alert(html`<p>${frame.t('claim.moved_on')}</p>${keptWords(frame, previewed)}`)
  }
  if (!refused || isThere(refused.form)) return nothing
  return alert(html`<p>${reason(frame, refused)}</p>${keptWords(frame, refused.typed)}`)
}

/** What kind of claim it is, where it stands, and who made it when. */
function about(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, appearances } = props
  const lead =
    appearances.find(({ appearance }) => appearance.id === claim.leadAppearance) ?? appearances[0]
  const by = lead ? html`${claimedBy(frame, lead)}, ${claimedWhen(frame, lead.appearance)}` : null
  const edit = html`<a class="edit" href="/claims/${claim.id}/edit">${t('claim.edit')}<span class="visually-hidden"> ${t('claim.edit_statement')}</span></a>`
  const split = html`<a class="edit" href="/claims/${claim.id}/split">${t('split.do')}</a>`
  return joined([
    stageLabel(frame, claim.stage),
    t(`kind.${claim.kind}`),
    by,
    claim.topics ? topicLinks(claim.topics) : null,
    languagesOf(frame, claim.language, lead?.article.language ?? null),
    canWork(props) ? edit : null,
    canWork(props) && !props.told ? split : null,
  ])
}

/** The claim that it was split from, or those that were split from it. */
function kin(frame: Frame, { splitFrom, parts }: ClaimProps): Html {
  const { t } = frame
  const link = ({ id, statement, language }: Claim) =>
    html`<a href="/claims/${id}"${langOf(frame, language)}>${statement}</a>`
  return html`${splitFrom ? html`<p class="note kin">${t('split.from')} ${link(splitFrom)}</p>` : nothing}${
    parts.length
      ? html`<p class="note kin">${t('split.into', { count: parts.length })} ${joined(parts.map(link))}</p>`
      : nothing
  }`
}

/** On a small screen the parts stand far apart: the ways to them. */
function jumps({ t }: Frame, props: ClaimProps): Html {
  const { evidence, appearances, searches, contacts, links, mayWrite, asOf } = props
  const link = (id: string, label: string, count: number | null = null) =>
    html`<a href="#${id}">${label}${count === null ? nothing : html` ${count}`}</a>`
  return html`<nav class="jumps" aria-label="${t('claim.on_this_page')}">${link('verdict', t('verdict.title'))}${link('evidence', t('claim.evidence'), evidence.length)}${link('searches', t('claim.searches'), searches.length)}${link('contacts', t('contact.title'), contacts.length)}${links.length || mayWrite ? link('links', t('claim.links_short'), links.length) : nothing}${link('appearances', t('claim.appearances_short'), appearances.length)}${asOf ? nothing : link('similar', t('similar.title'))}${link('history', t('claim.history'))}</nav>`
}

const RECENT = 8

function historySection(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { names, evidence, contacts, links, claim } = props
  const subjects = Object.fromEntries([
    ...evidence.map(({ id, number, title }) => [id, `[${number}] ${title}`]),
    ...contacts.map(({ id, who }) => [id, who]),
    ...links.map((one) => [one.link.id, `${t(`link.${one.sense}`)}: ${one.claim.statement}`]),
  ])
  const called = { people: names, subjects }
  const earlier = props.history.slice(RECENT)
  return section(
    'history',
    t('claim.history'),
    html`${history(frame, props.history.slice(0, RECENT), called)}${
      earlier.length
        ? html`<details class="earlier" id="earlier-${claim.id}"><summary>${t('claim.history_earlier')}</summary>${history(frame, earlier, called)}</details>`
        : nothing
    }${props.asOf ? nothing : asItStood(frame, claim.id)}`,
    props.asOf ? null : html`<a href="/claims/${claim.id}/history">${t('told.history')}</a>`,
  )
}
