import type { SearchRecord } from '../../src/domain/search-record.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { note, partialDate, quoted } from '../parts.ts'

/** Where the desk looked, for what, and what came of it: as the desk reads it and as it is printed. */
export const searchList = (frame: Frame, searches: SearchRecord[]): Html =>
  html`<ul class="searches" role="list">${searches.map((one) => searchItem(frame, one))}</ul>`

function searchItem(frame: Frame, search: SearchRecord): Html {
  const { place, words, searchedOn, outcome, note: remark } = search
  // A search for exact words brings its own quotation marks, and they say how it was searched.
  const sought = /["“”„«»]/.test(words) ? words : quoted(frame, words)
  const outcomeWord = html`<strong class="outcome">${frame.t(`outcome.${outcome}`)}</strong>`
  return html`<li><p>${joined([html`${place}, ${sought}`, outcomeWord, partialDate(frame, searchedOn)])}</p>${remark ? note(remark) : nothing}</li>`
}
