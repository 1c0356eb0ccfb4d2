import { stringify } from 'csv-stringify/sync'
import type { PublicVerdict } from '../verdict-export.ts'

/** What a row is made of: a version as it was told, its place in the ledger, and what became of it since. */
export type CsvRow = {
  /** Nothing but its id, its claim and its number where it passes the filters no longer. */
  told: PublicVerdict | Pick<PublicVerdict, 'id' | 'claimId' | 'version'>
  place: { seq: number; hash: string; publication: string } | null
  /** The address of its page. */
  url: string | null
  change: { change: string; at: string; reason: string | null } | null
}

type Cell = string | number | null | undefined

/** Values of a list stand in one cell, one a line. */
const lines = (values: (string | number | null | undefined)[]): string =>
  values.map((value) => value ?? '').join('\n')

const ofTold =
  (cell: (told: PublicVerdict) => Cell) =>
  ({ told }: CsvRow): Cell =>
    'claim' in told ? cell(told) : null

/** Each of a list, as a cell. */
const ofEach =
  <T>(list: (told: PublicVerdict) => T[], value: (one: T) => Cell) =>
  ({ told }: CsvRow): Cell =>
    'claim' in told ? lines(list(told).map(value)) : null

const appearances = ({ appearances }: PublicVerdict) => appearances
const evidence = ({ evidence }: PublicVerdict) => evidence
const searches = ({ searches }: PublicVerdict) => searches
const contacts = ({ contacts }: PublicVerdict) => contacts

/** Whence a cell comes, by the name of its column: where it stands in the JSON. */
const cells = {
  change: ({ change }: CsvRow) => change?.change,
  changedAt: ({ change }: CsvRow) => change?.at,
  changeReason: ({ change }: CsvRow) => change?.reason,
  id: ({ told }: CsvRow) => told.id,
  claimId: ({ told }: CsvRow) => told.claimId,
  version: ({ told }: CsvRow) => told.version,
  url: ({ url }: CsvRow) => url,
  status: ofTold(({ status }) => status),
  underCorrectionSince: ofTold(({ underCorrectionSince }) => underCorrectionSince),
  'claim.statement': ofTold(({ claim }) => claim.statement),
  'claim.kind': ofTold(({ claim }) => claim.kind),
  'claim.language': ofTold(({ claim }) => claim.language),
  'claim.translations.en': ofTold(({ claim }) => claim.translations.en),
  'claim.translations.it': ofTold(({ claim }) => claim.translations.it),
  'claim.topics': ofEach(
    ({ claim }) => claim.topics,
    (topic) => topic,
  ),
  'rating.id': ofTold(({ rating }) => rating.id),
  'rating.number': ofTold(({ rating }) => rating.number),
  'rating.labels.en': ofTold(({ rating }) => rating.labels.en),
  'rating.labels.it': ofTold(({ rating }) => rating.labels.it),
  reasons: ofEach(
    ({ reasons }) => reasons,
    (reason) => reason,
  ),
  conclusion: ofTold(({ conclusion }) => conclusion),
  'conclusionTranslations.en': ofTold((told) => told.conclusionTranslations.en),
  'conclusionTranslations.it': ofTold((told) => told.conclusionTranslations.it),
  'rationale.text': ofTold(({ rationale }) => rationale.text),
  'rationale.markdown': ofTold(({ rationale }) => rationale.markdown),
  holdsOn: ofTold(({ holdsOn }) => holdsOn),
  validUntil: ofTold(({ validUntil }) => validUntil),
  author: ofTold(({ author }) => author),
  reviewer: ofTold(({ reviewer }) => reviewer),
  publishedAt: ofTold(({ publishedAt }) => publishedAt),
  'correction.kind': ofTold(({ correction }) => correction?.kind),
  'correction.reason': ofTold(({ correction }) => correction?.reason),
  withdrawalReason: ofTold(({ withdrawalReason }) => withdrawalReason),
  'reusedFrom.verdictId': ofTold(({ reusedFrom }) => reusedFrom?.verdictId),
  'appearances.quote': ofEach(appearances, ({ quote }) => quote),
  'appearances.claimant.name': ofEach(appearances, ({ claimant }) => claimant.name),
  'appearances.claimedOn': ofEach(appearances, ({ claimedOn }) => claimedOn),
  'appearances.article.title': ofEach(appearances, ({ article }) => article.title),
  'appearances.article.outlet': ofEach(appearances, ({ article }) => article.outlet),
  'appearances.article.url': ofEach(appearances, ({ article }) => article.url),
  'evidence.stance': ofEach(evidence, ({ stance }) => stance),
  'evidence.title': ofEach(evidence, ({ title }) => title),
  'evidence.publisher': ofEach(evidence, ({ publisher }) => publisher),
  'evidence.url': ofEach(evidence, ({ url }) => url),
  'evidence.quote': ofEach(evidence, ({ quote }) => quote),
  'searches.place': ofEach(searches, ({ place }) => place),
  'searches.outcome': ofEach(searches, ({ outcome }) => outcome),
  'contacts.who': ofEach(contacts, ({ who }) => who),
  'contacts.outcome': ofEach(contacts, ({ outcome }) => outcome),
  'ledger.seq': ({ place }: CsvRow) => place?.seq,
  'ledger.hash': ({ place }: CsvRow) => place?.hash,
  'ledger.publication': ({ place }: CsvRow) => place?.publication,
} satisfies Record<string, (row: CsvRow) => Cell>

export type CsvColumn = keyof typeof cells
export const isCsvColumn = (name: string): name is CsvColumn => Object.hasOwn(cells, name)

/** Every column, in the order in which they stand where changes are asked for and none are chosen. */
export const csvColumns: CsvColumn[] = Object.keys(cells).filter(isCsvColumn)

/** The same where everything is asked for: nothing became of it. */
export const versionColumns: CsvColumn[] = csvColumns.filter((name) => !name.startsWith('change'))

/**
 * Rows by RFC 4180. A cell that a spreadsheet would run (it begins with = + - @, a tab or a carriage
 * return; OWASP, "CSV Injection") begins with an apostrophe instead: it is a text, whatever it says.
 */
const text = (rows: Cell[][], isFirst: boolean, bom: boolean): string =>
  stringify(rows, {
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    escape_formulas: true,
    bom: bom && isFirst,
  })

/** The names of the columns, with a byte order mark before them where it is asked for. */
export const csvHead = (columns: CsvColumn[], bom: boolean): string => text([columns], true, bom)

export const csvRows = (rows: CsvRow[], columns: CsvColumn[]): string =>
  rows.length
    ? text(
        rows.map((row) => columns.map((name) => cells[name](row))),
        false,
        false,
      )
    : ''
