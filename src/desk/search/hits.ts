import type { Hit } from '../../domain/hit.ts'
import { piecesOf, type Sought } from '../../matching/query/marks.ts'
import { isFoundBy, telling } from '../../matching/query/sought.ts'
import { stemOf } from '../../matching/stems.ts'
import type { Store } from '../../store/store.ts'
import type { Asking } from './asking.ts'
import { textsOf } from './texts.ts'
import type { Understood, Word } from './understand.ts'

/** What is to be marked: the words as they are, or as they were taken. */
export function soughtOf({ taken }: Pick<Asking, 'taken'>, { words, phrases }: Understood): Sought {
  const terms = words.map(
    (word) => taken.find(({ typed }) => typed === word.typed)?.word.term ?? word.term,
  )
  return { terms, phrases }
}

/** How many places are shown beside the statement. */
const SHOWN = 2

const marked = ({ pieces }: Hit): string[] =>
  pieces.flatMap(({ text, isHit }) => (isHit ? [text] : []))
const kindsIn = (hit: Hit): number => new Set(marked(hit).map((text) => text.toLowerCase())).size

/** Where each of these claims says what is sought: its statement whole, and of the rest what says most. */
export async function hitsOf(
  store: Store,
  ids: string[],
  asking: Pick<Asking, 'taken'>,
  understood: Understood,
): Promise<Map<string, Hit[]>> {
  const sought = soughtOf(asking, understood)
  const wanted = sought.terms.length + sought.phrases.length
  if (wanted === 0) return new Map()
  const texts = await textsOf(store, ids)
  return new Map(
    [...texts].map(([id, said]) => {
      const hits = said.flatMap(({ field, number, language, text }): Hit[] => {
        const pieces = piecesOf(text, language, sought, field === 'statement')
        return pieces.length > 0 ? [{ field, number, language, pieces }] : []
      })
      const statements = hits.filter(({ field }) => field === 'statement')
      const isAll = statements.some((hit) => kindsIn(hit) >= wanted)
      const others = hits
        .filter(({ field }) => field !== 'statement')
        .sort((a, b) => kindsIn(b) - kindsIn(a))
        .slice(0, isAll ? 0 : SHOWN)
      return [id, [...statements, ...others]]
    }),
  )
}

/** The words as they stand in what was found: what a word was taken for, as people write it. */
export function wordsTaken(
  taken: Asking['taken'],
  hits: Map<string, Hit[]>,
  languages: string[],
): { typed: string; as: 'beginning' | 'near'; words: string[] }[] {
  const all = [...hits.values()].flat().flatMap(marked)
  const isOf = (text: string, { term }: Word) => {
    const word = telling(text)
    return word !== null && languages.some((code) => isFoundBy(term, stemOf(word, code)))
  }
  return taken.map(({ typed, as, word }) => {
    const words = all.filter((text) => isOf(text, word)).map((text) => text.toLowerCase())
    return { typed, as, words: [...new Set(words)].slice(0, 3) }
  })
}
