import { linksIn, MAX_LINKS } from '../../src/domain/appearance.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { type Fields, submit } from '../parts.ts'
import { chain } from './claimant.ts'

/** A chain that the text of the article tells, and who the claimant would be with it. */
export type Suggested = {
  chain: readonly string[]
  claimantKind: 'named' | 'unknown'
  claimant: string | null
  /** The words that say so. */
  words: string
}

type ChainOptions = {
  value: readonly string[]
  suggestions: readonly Suggested[]
  /** The language of the article, where it is not the page’s. */
  language?: string | undefined
  /** The id of a list of names to offer; null for none. */
  list: string | null
}

/** So many there are to begin with: who claims it, who relayed it, who published it. */
const ROWS = 3

/**
 * The chain through which a claim reached us: a row a link, claimant first. An emptied row is no link.
 * With script links are added, moved and taken out in place (`assets/chain.js`); without it there is
 * always an empty row at the end, and a button for one more.
 */
export function chainFields(frame: Frame, fields: Fields, options: ChainOptions): Html {
  const { t } = frame
  const name = 'attribution'
  const sent = [fields.typed?.[name] ?? [...options.value]].flat()
  const links = linksIn(sent)
  const many = Math.min(MAX_LINKS, Math.max(ROWS, links.length + 1, sent.length))
  const rows = Array.from({ length: Math.max(many, links.length) }, (_, i) =>
    row(frame, fields.id(name), { i, link: links[i] ?? '', list: options.list }),
  )
  const inside = html`<button class="default-submit" type="submit" hidden tabindex="-1"></button>
<ol class="chain-links" id="${fields.id(name)}-links" role="list" data-most="${MAX_LINKS}">${rows}</ol>
<div class="chain-more">${oneMore(frame)}<p class="visually-hidden" role="status" id="${fields.id(name)}-said" data-moved="${t('chain.moved', { link: '{link}', number: '{number}' })}" data-removed="${t('chain.removed', { link: '{link}' })}" data-filled="${t('chain.filled')}"></p></div>
${suggested(frame, options)}`
  const label = t('claimForm.attribution')
  return html`<div class="chain-field" data-chain-field>${fields.several({ name, label, hint: t('claimForm.attribution_hint') }, inside)}</div>`
}

type Row = { i: number; link: string; list: string | null }

function row({ t }: Frame, id: string, { i, link, list }: Row): Html {
  const number = i + 1
  const label = t('chain.link', { number })
  const tool = (what: 'up' | 'down' | 'remove', sign: string) =>
    html`<button class="button quiet" type="button" data-chain="${what}" aria-label="${t(`chain.${what}`, { number })}" title="${t(`chain.${what}`, { number })}"><span aria-hidden="true">${sign}</span></button>`
  return html`<li><input type="text" id="${id}-${i}" name="attribution" value="${link}" placeholder=" " aria-label="${label}" maxlength="1000"${list ? html` list="${list}"` : ''}><span class="chain-tools with-script">${tool('up', '↑')}${tool('down', '↓')}${tool('remove', '✕')}</span></li>`
}

/** Without script the form comes back with one more row; with it the row is there at once. */
const oneMore = ({ t }: Frame): Html =>
  html`<button class="button quiet" type="submit" name="do" value="link" data-chain="add">${t('chain.add')}</button>`

/** What the text says, each with the button that fills it in. */
function suggested(frame: Frame, { suggestions, language }: ChainOptions): Html {
  const { t } = frame
  if (suggestions.length === 0) return nothing
  const one = (each: Suggested, i: number) =>
    html`<li><q class="chain-words"${language ? html` lang="${language}"` : ''}>${each.words}</q>
<span class="chain-found">${chain(frame, each.chain)} <span class="chain-fill" data-links="${JSON.stringify(each.chain)}" data-kind="${each.claimantKind}" data-claimant="${each.claimant ?? ''}">${submit(t('chain.fill'), { tone: 'quiet', name: 'do', value: `chain-${i}` })}</span></span></li>`
  return html`<div class="chain-suggestions"><p class="note">${t('chain.text_says')}</p><ul role="list">${suggestions.map(one)}</ul></div>`
}
