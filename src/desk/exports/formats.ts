import { isGone } from '../../domain/export-change.ts'
import { toldPath } from '../../domain/slug.ts'
import {
  DATA_FEED_END,
  dataFeedElement,
  dataFeedHead,
  deletedItem,
} from '../../interchange/data-feed.ts'
import { type CsvRow, csvHead, csvRows } from '../../interchange/exports/csv.ts'
import { publicVerdict } from '../../interchange/verdict-export.ts'
import type { PublicationRow } from '../../store/publications.ts'
import type { Store } from '../../store/store.ts'
import type { Changed } from './changes.ts'
import {
  BETWEEN,
  begins,
  END,
  element,
  elements,
  type Form,
  inAList,
  inARow,
  pick,
} from './forms.ts'
import type { AskedDocument, Head } from './head.ts'
import { prover } from './proofs.ts'
import { type Explained, explained } from './reasons.ts'

const told = ({ body }: PublicationRow) => publicVerdict.parse(JSON.parse(body))
const placed = ({ seq, entryHash, hash }: PublicationRow) => ({
  ...{ seq, hash: entryHash, publication: hash },
})

/** Who publishes a feed. */
const feedOf = ({ home }: AskedDocument, { desk }: Head) => ({
  ...{ home, name: desk.name, site: desk.url },
})

const inAFeed = <Row>(asked: AskedDocument, head: Head, text: Form<Row>['text']): Form<Row> => ({
  begin: dataFeedHead(feedOf(asked, head), head.generatedAt),
  ...{ first: '', between: BETWEEN, end: DATA_FEED_END },
  text,
})

/** How the kept publications are written. */
export async function wholeForm(
  store: Store,
  asked: AskedDocument,
  head: Head,
): Promise<Form<PublicationRow>> {
  const { columns, bom, home, fields } = asked
  switch (asked.format) {
    case 'json': {
      const prove = await prover(store, asked.place.checkpoint)
      return inAList(begins(head, 'verdicts'), END, (rows) => elements(rows, prove, fields))
    }
    case 'ndjson':
      // A proof moves with every decision; a line stays as it is until something is told of its verdict.
      return inARow('', (rows) => rows.map((row) => `${pick(element(row), fields)}\n`).join(''))
    case 'csv':
      return inARow(csvHead(columns, bom), (rows) => {
        const cells = rows.map((row): CsvRow => {
          const verdict = told(row)
          return { told: verdict, place: placed(row), url: home + toldPath(verdict), change: null }
        })
        return csvRows(cells, columns)
      })
    case 'jsonld': {
      const feed = feedOf(asked, head)
      // What was withdrawn or replaced is no review that stands, and need not be read.
      return inAFeed(asked, head, (rows) =>
        rows
          .filter(({ status }) => status === 'published')
          .flatMap((row) => dataFeedElement(told(row), feed) ?? [])
          .join(BETWEEN),
      )
    }
  }
}

/** A change as an element of JSON, and a line of NDJSON. */
function changeText(row: Explained, at: string, fields: string[] | null): string {
  const { change, reason, told, passes } = row
  const { id, claimId, version } = told
  const said = { change, at, id, claimId, version, gone: isGone(row), reason }
  const verdict = passes ? pick(element(row), fields) : 'null'
  return `${JSON.stringify(said).slice(0, -1)},"verdict":${verdict}}`
}

function changeRow(row: Explained, at: string, home: string): CsvRow {
  const { change, reason, told, passes } = row
  const said = { change, at, reason }
  if (passes) return { told, place: placed(row), url: home + toldPath(told), change: said }
  const { id, claimId, version } = told
  return { told: { id, claimId, version }, place: null, url: null, change: said }
}

/** How what became of them is written. */
export function changeForm(store: Store, asked: AskedDocument, head: Head): Form<Changed> {
  const { columns, bom, home, fields } = asked
  const at = (row: Changed) => (row.toldSince ? row.at : head.generatedAt)
  const texts = async (rows: Changed[], text: (row: Explained) => string, between: string) =>
    (await explained(store, rows)).map(text).join(between)
  switch (asked.format) {
    case 'json': {
      const text = (row: Explained) => changeText(row, at(row), fields)
      return inAList(begins(head, 'changes'), END, (rows) => texts(rows, text, BETWEEN))
    }
    case 'ndjson': {
      const text = (row: Explained) => `${changeText(row, at(row), fields)}\n`
      return inARow('', (rows) => texts(rows, text, ''))
    }
    case 'csv':
      return inARow(csvHead(columns, bom), async (rows) => {
        const cells = await explained(store, rows)
        return csvRows(
          cells.map((row) => changeRow(row, at(row), home)),
          columns,
        )
      })
    case 'jsonld': {
      const feed = feedOf(asked, head)
      const item = (row: Explained) =>
        (isGone(row) ? null : dataFeedElement(row.told, feed)) ?? deletedItem(row.told.id, at(row))
      return inAFeed(asked, head, (rows) => texts(rows, item, BETWEEN))
    }
  }
}
