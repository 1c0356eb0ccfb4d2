import type { PublicationRow } from '../../store/publications.ts'
import type { Proof } from './proofs.ts'

/** How rows are written in one form: what stands before the first of them, between them, and after them. */
export type Form<Row> = {
  begin: string
  first: string
  between: string
  end: string
  /** Some of them; empty where none of these stands in it. */
  text(rows: Row[]): string | Promise<string>
}

export const BETWEEN = ',\n'
export const END = '\n]}\n'

/** The head of a document of JSON, up to its list. */
export const begins = (head: object, list: string): string =>
  `${JSON.stringify(head).slice(0, -1)},"${list}":[`

/** A form in which one row simply follows the other. */
export const inARow = <Row>(begin: string, text: Form<Row>['text']): Form<Row> => ({
  ...{ begin, first: '', between: '', end: '' },
  text,
})

/** A form of JSON, in which they are elements of a list. */
export const inAList = <Row>(begin: string, end: string, text: Form<Row>['text']): Form<Row> => ({
  ...{ begin, first: '\n', between: BETWEEN, end },
  text,
})

/** What of a row is told beside its body. */
type Told = Pick<PublicationRow, 'seq' | 'entryHash' | 'hash' | 'body'>

/** A kept publication with its place in the ledger; its bytes are not touched. */
export function element({ body, seq, entryHash, hash }: Told, proof?: Proof | null): string {
  // Hashes need no escaping, and there are many of them.
  const place = `"seq":${seq},"hash":"${entryHash}","publication":"${hash}"`
  const proved = proof === undefined ? '' : `,"proof":${JSON.stringify(proof)}`
  return `${body.slice(0, -1)},"ledger":{${place}${proved}}}`
}

/** The same with some of its members alone, in their order there. */
export function pick(element: string, fields: string[] | null): string {
  if (!fields) return element
  const members = Object.entries<unknown>(JSON.parse(element))
  return JSON.stringify(Object.fromEntries(members.filter(([name]) => fields.includes(name))))
}

export async function elements(
  rows: Told[],
  prove: (seq: number) => Promise<Proof | null>,
  fields: string[] | null = null,
): Promise<string> {
  const texts: string[] = []
  for (const row of rows) texts.push(pick(element(row, await prove(row.seq)), fields))
  return texts.join(BETWEEN)
}
