import type { RulingRecord } from '../../domain/ruling-record.ts'
import { readClaimReview } from './claim-review.ts'
import { type Context, excerptOf } from './context.ts'
import { isFoundClaim, isMarkupPage, readFoundClaim, readMarkupPage } from './fact-check-tools.ts'
import { jsonPieces } from './json-pieces.ts'
import { MOST } from './json-walk.ts'
import { isNode, type Node, typesOf } from './values.ts'

/** How deep and how wide a record is looked through. */
const DEEPEST = 30
const WIDEST = 100_000
/** How far what a node refers to is put in its place, and how much for one review, in UTF-16 units. */
const REFERRED = 4
const MOST_REFERRED = 500_000

/** All objects in a value, from the outside in; those inside of what `isFound` says yes to are not looked at. */
function nodesIn(value: unknown, isFound: (node: Node) => boolean): Node[] {
  const found: Node[] = []
  let left = WIDEST
  const visit = (one: unknown, depth: number): void => {
    if (typeof one !== 'object' || one === null || depth > DEEPEST || left <= 0) return
    left -= 1
    if (isNode(one) && isFound(one)) found.push(one)
    else for (const inner of Object.values(one)) visit(inner, depth + 1)
  }
  visit(value, 0)
  return found
}

const isReview = (node: Node): boolean =>
  typesOf(node).some((type) => type === 'ClaimReview') || isFoundClaim(node) || isMarkupPage(node)

/** What the nodes of a graph are called, to be found by those that name them. */
function namesIn(value: unknown): Map<string, Node> {
  const names = new Map<string, Node>()
  nodesIn(value, (node) => {
    const id = node['@id']
    if (typeof id === 'string' && Object.keys(node).length > 1 && !names.has(id))
      names.set(id, node)
    return false
  })
  return names
}

/**
 * Puts nodes that are only named (`{"@id": …}`) in their place. Those that name one another many times over would
 * come to far more than was written: what is told again has its measure, of each review and of all.
 */
function referring(names: Map<string, Node>) {
  const sizes = new Map<Node, number>()
  let left = 4 * MOST
  let here = 0
  const sizeOf = (node: Node): number => {
    const size = sizes.get(node) ?? JSON.stringify(node).length
    sizes.set(node, size)
    return size
  }
  const referred = (value: unknown, depth = REFERRED): unknown => {
    if (typeof value !== 'object' || value === null || depth === 0) return value
    if (Array.isArray(value)) return value.map((one) => referred(one, depth))
    const entries = Object.entries(value)
    const [first] = entries
    const named = entries.length === 1 && first?.[0] === '@id' ? names.get(String(first[1])) : null
    if (named) {
      const size = sizeOf(named)
      here -= size
      left -= size
      return Math.min(here, left) < 0 ? value : referred(named, depth - 1)
    }
    return Object.fromEntries(entries.map(([name, one]) => [name, referred(one, depth - 1)]))
  }
  return (review: Node): unknown => {
    here = MOST_REFERRED
    return referred(review)
  }
}

/** Every review in a value, wherever it stands in it; none where lists lie in it too deep to be read. */
export function* readValue(
  value: unknown,
  line: number,
  context: Context,
): Generator<RulingRecord> {
  try {
    yield* recordsIn(value, line, context)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
}

function* recordsIn(value: unknown, line: number, context: Context): Generator<RulingRecord> {
  const reviews = nodesIn(value, isReview)
  const isGraph = reviews.length > 0 && isNode(value) && '@graph' in value
  const referred = isGraph ? referring(namesIn(value)) : null
  for (const review of reviews) {
    if (isFoundClaim(review)) yield* readFoundClaim(review, line, context)
    else if (isMarkupPage(review)) yield* readMarkupPage(review, line, context)
    else {
      const whole = referred ? referred(review) : review
      yield readClaimReview(isNode(whole) ? whole : review, line, context)
    }
  }
}

/** An answer of Fact Check Tools that found nothing. */
const isEmpty = (value: unknown): boolean => isNode(value) && Object.keys(value).length === 0

/**
 * The reviews in a JSON text of any length: ClaimReview by itself, in a list, a `@graph` or a DataFeed, answers of
 * Fact Check Tools, or a line of NDJSON each. A record in which there is none is refused.
 */
export async function* readJson(
  chunks: AsyncIterable<string>,
  context: Context,
): AsyncGenerator<RulingRecord> {
  for await (const { text, line, json } of jsonPieces(chunks)) {
    if (!json) {
      yield { line, refused: 'not_json', field: null, excerpt: excerptOf(text) }
      continue
    }
    let isFound = isEmpty(json.value)
    for (const record of readValue(json.value, line, context)) {
      isFound = true
      yield record
    }
    if (isFound) continue
    yield { line, refused: 'no_review', field: null, excerpt: excerptOf(text) }
  }
}
