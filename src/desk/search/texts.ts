import type { HitField } from '../../domain/hit.ts'
import type { Store } from '../../store/store.ts'

/** What a claim says in one of the places where it is searched. */
export type Said = { field: HitField; number: number | null; language: string; text: string }

/**
 * All that claims can be found by, as it is written, the most telling first. Of verdicts only what the
 * public reads: a draft, a proposal and what is read blind are found by nobody.
 */
export async function textsOf(store: Store, ids: string[]): Promise<Map<string, Said[]>> {
  const [claims, appearances, evidence, told] = await Promise.all([
    store.claims.byIds(ids),
    store.claims.appearances(ids),
    store.claims.evidence(ids),
    store.facts.told(ids),
  ])
  const [articles, claimants] = await Promise.all([
    store.articles.byIds([...new Set(appearances.map(({ article }) => article))]),
    store.claimants.byIds([...new Set(appearances.flatMap(({ claimantId }) => claimantId ?? []))]),
  ])
  const article = new Map(articles.map((one) => [one.id, one]))
  const claimant = new Map(claimants.map((one) => [one.id, one]))
  const of = <T extends { claim: string }>(rows: T[]) => Map.groupBy(rows, ({ claim }) => claim)
  const [placesOf, evidenceOf, toldOf] = [of(appearances), of(evidence), of(told)]
  return new Map(
    claims.map((claim) => {
      const { language } = claim
      const said: Said[] = []
      const add = (field: HitField, text: string | null, code = language, number?: number) => {
        if (text) said.push({ field, number: number ?? null, language: code, text })
      }
      add('statement', claim.statement)
      add('statement', claim.statementEn, 'en')
      add('statement', claim.statementIt, 'it')
      for (const place of placesOf.get(claim.id) ?? []) {
        const who = claimant.get(place.claimantId ?? '')
        const where = article.get(place.article)
        const chain = place.attribution.join(' → ')
        add('claimant', [place.claimant, who?.name, who?.role].filter(Boolean).join(', '))
        add('claimant', chain)
        add('article', [where?.title, where?.outlet].filter(Boolean).join(', '), where?.language)
      }
      for (const one of evidenceOf.get(claim.id) ?? []) {
        const { number } = one
        add('evidence', [one.title, one.publisher].filter(Boolean).join(', '), language, number)
        add('evidence', one.quote, one.quoteLanguage ?? language, number)
        add('evidence', one.translation, language, number)
        add('evidence', one.note, language, number)
      }
      for (const one of toldOf.get(claim.id) ?? []) {
        add('verdict', one.conclusion)
        add('verdict', one.conclusionEn, 'en')
        add('verdict', one.conclusionIt, 'it')
        add('verdict', one.rationale)
      }
      return [claim.id, said]
    }),
  )
}
