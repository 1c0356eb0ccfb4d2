import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tables } from '../define.ts'
import type { Result, Steps } from '../steps.ts'
import type { Stems } from './counting.ts'
import { type Findable, fields, GAP, type Indexing, type Worded } from './dialect.ts'
import { type Part, part, worded } from './parts.ts'
import { rulingDocuments } from './ruling-documents.ts'

/**
 * A document's words, each once a field: a line each, in the order of the fields; empty ones at the end have
 * none. And each once, of all of it and of its statement.
 */
export function stemLines(words: Worded): Stems & { lines: string } {
  const all = new Set<string>()
  const sets = fields.map((field) => {
    const stems = new Set(words[field])
    stems.delete(GAP)
    for (const stem of stems) all.add(stem)
    return stems
  })
  const lines = sets.map((stems) => (stems.size > 0 ? ` ${[...stems].join(' ')} ` : ''))
  return { lines: lines.join('\n').replace(/\n+$/, ''), all, statement: sets[0] ?? new Set() }
}

const grouped = (rows: Result['rows'], by: string) => Map.groupBy(rows, (row) => row[by])

const list = (text: unknown): unknown[] => {
  const read: unknown = typeof text === 'string' ? JSON.parse(text) : []
  return Array.isArray(read) ? read : []
}

/**
 * What claims are found by: their statements, who claims them, the articles that they appear in, their
 * evidence, and of verdicts only what the public reads: a draft, a proposal and a version that is read
 * blind are found by nobody. The public reads a statement as it was told, until it is told anew.
 */
function* claimDocuments(
  tables: Tables,
  { among }: Indexing,
  ids: string[],
): Steps<Map<string, Worded>> {
  const { claims, appearances, articles, claimants, evidence, verdicts, publications } = tables
  const there = yield sql`select id, statement, language, statement_en, statement_it from ${claims}
    where ${among(sql`id`, ids)}`
  const appearing =
    yield sql`select a.claim as claim, a.claimant as claimant, a.attribution as chain,
      c.name as name, c.role as role, t.title as title, t.outlet as outlet, t.language as language
    from ${appearances} a join ${articles} t on t.id = a.article
      left join ${claimants} c on c.id = a.claimant_id
    where ${among(sql`a.claim`, ids)} order by a.claim, a.added_at, a.id`
  const sources = yield sql`select claim, title, publisher, note, quote, quote_language as language,
      translation
    from ${evidence} where ${among(sql`claim`, ids)} order by claim, number`
  const told = yield sql`select claim, conclusion, conclusion_en, conclusion_it, rationale
    from ${verdicts} where ${among(sql`claim`, ids)} and coalesce(status, '') = 'published'`
  const publicly = yield sql`select v.claim as claim, p.body as body
    from ${verdicts} v join ${publications} p on p.verdict = v.id
    where ${among(sql`v.claim`, ids)} and coalesce(v.status, '') = 'published' order by p.seq`
  const [places, grounds, verdictsOf, toldOf] = [appearing, sources, told, publicly].map(
    ({ rows }) => grouped(rows, 'claim'),
  )
  const documents = new Map<string, Worded>()
  for (const claim of there.rows) {
    const { language } = claim
    const at = places?.get(claim.id) ?? []
    const [verdict] = verdictsOf?.get(claim.id) ?? []
    const bases = grounds?.get(claim.id) ?? []
    const speaks = at.flatMap((one) => [one.claimant, one.name, one.role, ...list(one.chain)])
    const titles = at.flatMap((one) => [
      part(one.title, one.language),
      part(one.outlet, one.language),
    ])
    const words = worded({
      statement: [
        part(claim.statement, language),
        part(claim.statement_en, 'en'),
        part(claim.statement_it, 'it'),
      ],
      conclusion: [
        part(verdict?.conclusion, language),
        part(verdict?.conclusion_en, 'en'),
        part(verdict?.conclusion_it, 'it'),
        ...statementIn(toldOf?.get(claim.id)?.at(-1)?.body, claim.statement),
      ],
      claimant: [...new Set(speaks)].map((one) => part(one, language)),
      title: unlike(titles),
      evidence: bases.flatMap((one) => [
        part(one.title, language),
        part(one.publisher, language),
        part(one.quote, one.language ?? language),
        part(one.translation, language),
        part(one.note, language),
      ]),
      rationale: [part(verdict?.rationale, language)],
    })
    documents.set(String(claim.id), words)
  }
  return documents
}

const publishedClaim = z.object({
  claim: z.object({ statement: z.string(), language: z.string() }),
})

/** The statement that the public was told, where it is another one now. */
function statementIn(body: unknown, now: unknown): Part[] {
  const read = publishedClaim.safeParse(typeof body === 'string' ? JSON.parse(body) : null)
  if (!read.success || read.data.claim.statement === now) return []
  const { statement, language } = read.data.claim
  return [part(statement, language)]
}

/** An outlet with many articles is named once. */
const unlike = (parts: Part[]): Part[] => [...new Map(parts.map((one) => [one.text, one])).values()]

/** What articles are found by: their titles, who wrote them, and the text of the version that is shown. */
function* articleDocuments(
  tables: Tables,
  { among }: Indexing,
  ids: string[],
): Steps<Map<string, Worded>> {
  const { articles, articleVersions, texts } = tables
  const { rows } = yield sql`select t.id as id, t.title as title, t.outlet as outlet,
      t.byline as byline, t.language as language, x.text as text
    from ${articles} t left join ${articleVersions} v on v.id = t.version
      left join ${texts} x on x.hash = v.text
    where ${among(sql`t.id`, ids)}`
  return new Map(
    rows.map(({ id, title, outlet, byline, language, text }) => [
      String(id),
      worded({
        title: [part(title, language), part(outlet, language)],
        claimant: [part(byline, language)],
        text: [part(text, language)],
      }),
    ]),
  )
}

const readers = { claim: claimDocuments, article: articleDocuments, ruling: rulingDocuments }

/** Reads documents as they are now. @returns each by its subject's id; none that is not there */
export const readDocuments = (
  tables: Tables,
  indexing: Indexing,
  kind: Findable,
  ids: string[],
): Steps<Map<string, Worded>> => readers[kind](tables, indexing, ids)
