import type { Frame } from '../frame.ts'
import { classes, type Html, html, nothing, type Part } from '../html.ts'
import { langOf } from '../parts.ts'
import { because, marked, warned } from '../similar/item.ts'
import type { SimilarRuling } from '../similar/props.ts'
import { signsList } from '../similar/signs.ts'
import { rated, rulingFacts } from './said.ts'

/** What can be done about a ruling that is suggested. */
export type RulingWays = (one: SimilarRuling) => Part

/**
 * How others rated what is like some words, apart from what the desk has itself: nothing here was decided
 * by the desk.
 * @param id what the ids of its rows begin with
 */
export function similarRulings(
  frame: Frame,
  id: string,
  rulings: readonly SimilarRuling[],
  ways: RulingWays | null = null,
): Html {
  if (rulings.length === 0) return nothing
  const items = rulings.map((one) => item(frame, `${id}-${one.ruling.id}`, one, ways))
  return html`<div class="elsewhere"><p class="similar-title" id="${id}-elsewhere">${frame.t('ruling.similar', { count: rulings.length })}</p>
<ul class="rows" role="list" aria-labelledby="${id}-elsewhere">${items}</ul></div>`
}

function item(frame: Frame, id: string, one: SimilarRuling, ways: RulingWays | null): Html {
  const { ruling, rating, said } = one
  const done = ways?.(one)
  return html`<li class="${classes('similar-claim', 'ruling', one.likeness.warns && 'warns')}" id="${id}">${warned(frame, one)}<p>${rated(frame, ruling)}</p>
<a class="statement" href="/rulings/${ruling.id}"${langOf(frame, said.language)}><bdi>${marked(said)}</bdi></a>
<p class="note similar-stands">${rulingFacts(frame, ruling, rating)}</p>
${signsList(frame, one)}${because(frame, one)}${done ? html`<div class="similar-ways">${done}</div>` : nothing}</li>`
}
