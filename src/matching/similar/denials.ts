import type { Written } from '../figures/figure.ts'
import { bare } from '../stems.ts'

/** Words that deny what they stand with. */
const denying: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({
    it: `non mai nessun nessuno nessuna senza ne niente nulla neanche nemmeno neppure no nega negano negato
      smentisce smentiscono smentito smentita esclude escluso rifiuta rifiutato rifiutano`,
    en: `not never no none nobody nothing neither nor without cannot cant wont dont doesnt didnt isnt wasnt
      t deny denies denied denying refuse refuses refused fails failed`,
    fr: 'ne pas jamais aucun aucune sans rien personne',
    es: 'no nunca jamas ningun ninguna ninguno sin nada nadie',
    de: 'nicht nie niemals kein keine keinen keiner ohne nichts niemand',
    pt: 'nao nunca jamais nenhum nenhuma sem nada ninguem',
  }).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
)

/** Whether a word without accents may deny something. */
export const mayDeny = (plain: string, language: string): boolean =>
  Object.hasOwn(denying, language) && denying[language]?.has(plain) === true

/** After these, or before them, nothing is denied: `not only`, `no vax`. */
const notDenying = /^(?:solo|soltanto|only|just|merely|vax|tav|tap)$/
/** `No, il debito è salito`: an answer. */
const answers = /^no$/i

/** Two within so many words deny one thing: `non ha mai`, `did not … any`. */
const TOGETHER = 6

/** Where a text denies something, as it reads there. */
export type Denial = { text: string; from: number; to: number }

const token = /[\p{L}\p{M}\p{N}]+|[.,;:!?]/gu

export function denialsIn({ text, language }: Written): Denial[] {
  const words = Object.hasOwn(denying, language) ? denying[language] : null
  const found: Denial[] = []
  if (!words) return found
  const tokens = [...text.matchAll(token)]
  let last = Number.NEGATIVE_INFINITY
  for (const [i, { 0: word, index }] of tokens.entries()) {
    const plain = bare(word.toLowerCase())
    if (/^[.;:!?]$/.test(word)) last = Number.NEGATIVE_INFINITY
    const isSo =
      words.has(plain) && (plain !== 't' || /n['’]$/.test(text.slice(0, index).slice(-2)))
    const next = tokens[i + 1]?.[0].toLowerCase() ?? ''
    if (!isSo || notDenying.test(next) || (next === ',' && answers.test(word))) continue
    if (i - last > TOGETHER) {
      const from = plain === 't' ? (tokens[i - 1]?.index ?? index) : index
      const to = index + word.length
      found.push({ text: text.slice(from, to), from, to })
    }
    last = i
  }
  return found
}
