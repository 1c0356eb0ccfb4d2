import type { Claim } from '../domain/claim.ts'
import type { Evidence } from '../domain/evidence.ts'
import { statementIn } from '../domain/look/sources.ts'
import type { FigurePair, QuotedFigures } from '../domain/quoted-figures.ts'
import { compareFigures, type Figure } from '../matching/figures.ts'

type Worded = Pick<
  Claim,
  'kind' | 'language' | 'statement' | 'statementEn' | 'statementIt' | 'leadAppearance'
>

const asRead = ({ first, second }: { first: Figure; second: Figure }): FigurePair => ({
  said: first.text,
  quoted: second.text,
})

/** What a quote says of the figures of a statement; null where there is no quote, or no figure. */
function quotedFigures(claim: Worded, { quote, quoteLanguage }: Evidence): QuotedFigures | null {
  if (!quote) return null
  const language = quoteLanguage ?? claim.language
  const statement = statementIn({ claim }, language)
  const found = compareFigures(statement, { text: quote, language })
  // Dates in a source are often others, and speak of something else.
  const [others, differ] = [true, false].map((dates) =>
    found.differ.filter(({ first }) => (first.unit === 'date') === dates),
  )
  const silent = [...found.onlyFirst, ...(others ?? []).map(({ first }) => first)]
  if (found.agree.length + found.differ.length + found.onlyFirst.length === 0) return null
  return {
    language: statement.language,
    agree: found.agree.map(asRead),
    differ: (differ ?? []).map(asRead),
    silent: silent.toSorted((a, b) => a.from - b.from).map(({ text }) => text),
  }
}

/** What each quote says of the figures of the statement, by the evidence’s id. */
export function figuresBeside(claim: Worded, evidence: Evidence[]): Record<string, QuotedFigures> {
  return Object.fromEntries(
    evidence.flatMap((one) => {
      const found = quotedFigures(claim, one)
      return found ? [[one.id, found]] : []
    }),
  )
}
