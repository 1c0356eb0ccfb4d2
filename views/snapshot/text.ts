import type { Sentence } from '../article/place.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'

/** A kept text on its measure: its paragraphs, each sentence with its number as an address. */
export function snapshotText(
  frame: Frame,
  { sentences, language }: { sentences: readonly Sentence[]; language: string | null },
): Html {
  const paragraphs = Map.groupBy(sentences, ({ paragraph }) => paragraph)
  const lang = language ? html` lang="${language}"` : ''
  const own = language && language !== frame.lang ? html` lang="${frame.lang}"` : ''
  const sentence = ({ number, start, text }: Sentence) =>
    html`<span class="sentence" id="s${number}" data-start="${start}"><a class="number" id="n${number}" href="#s${number}"${own} aria-label="${frame.t('reader.sentence', { number })}">${number}</a>${text}</span> `
  return html`<div class="text"${lang}>
${[...paragraphs.values()].map(
  (group) => html`<p>${group.map(sentence)}</p>
`,
)}</div>`
}
