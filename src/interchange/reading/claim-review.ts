import type { RulingRecord } from '../../domain/ruling-record.ts'
import { addressesIn } from './addresses.ts'
import { assemble } from './assemble.ts'
import type { Context } from './context.ts'
import { ratingLabel } from './rating-label.ts'
import {
  isNode,
  languageIn,
  listOf,
  memberOf,
  type Node,
  plain,
  textIn,
  textOf,
  typesOf,
} from './values.ts'

/** Somebody’s name, whether it stands by itself or in an object; several are told one after the other. */
function nameIn(value: unknown): string | null {
  const names = listOf(value).flatMap((one) => {
    const name = isNode(one) ? textOf(one, ['name', 'legalName']) : textIn(one)
    return name && !/^https?:\/\//.test(name) ? [name] : []
  })
  return [...new Set(names)].join(', ') || null
}

const firstOf = (values: unknown[], names: string[]): string | null => {
  for (const value of values) {
    const text = isNode(value) ? textOf(value, names) : null
    if (text) return text
  }
  return null
}

/** Whose it is: whoever wrote it, else whoever published it. */
function publisherOf(review: Node) {
  const own = listOf(memberOf(review, 'author'))
  const around = ['publisher', 'sdPublisher', 'sourceOrganization']
  const other = around.flatMap((name) => listOf(memberOf(review, name)))
  const organizations = [...own, ...other].filter((one) => isNode(one) && !isPerson(one))
  return {
    // Of a person the address is the page about them.
    site: firstOf(organizations, ['url', 'sameAs', '@id']),
    name: nameIn(organizations[0] ?? own[0] ?? other[0]),
  }
}

const isClaim = (node: Node): boolean => typesOf(node).includes('Claim')
const isPerson = (node: Node): boolean => typesOf(node).includes('Person')

/** What was reviewed: who claimed it, when, and where. A `CreativeWork` is the place itself. */
function itemOf(review: Node, page: string | null) {
  const items = listOf(memberOf(review, 'itemReviewed'))
  const nodes = items.filter(isNode)
  const places = ['firstAppearance', 'appearance'].flatMap((name) =>
    nodes.flatMap((node) => listOf(memberOf(node, name))),
  )
  const works = nodes.filter((node) => !isClaim(node))
  const own = works.map((node) => ({ '@type': 'CreativeWork', url: memberOf(node, 'url') }))
  const authors = nodes.flatMap((node) => listOf(memberOf(node, 'author')))
  return {
    statement:
      firstOf(nodes, ['claimReviewed', 'text']) ??
      firstOf(nodes.filter(isClaim), ['name', 'headline']),
    claimant:
      nameIn(authors) ?? nameIn(nodes.flatMap((n) => listOf(memberOf(n, 'claimInterpreter')))),
    claimantRole: firstOf(authors, ['jobTitle']),
    claimedOn: firstOf(nodes, ['datePublished', 'dateCreated']),
    appearances: addressesIn(
      [...places, ...own, ...items.filter((one) => typeof one === 'string')],
      page,
    ),
  }
}

/** What an Italian or English page calls a language, or the language that its texts are marked with. */
function languageOf(review: Node): string | null {
  const [said] = listOf(memberOf(review, 'inLanguage'))
  const named = isNode(said) ? textOf(said, ['alternateName', 'name']) : textIn(said)
  const [claim] = listOf(memberOf(review, 'claimReviewed'))
  const marked = isNode(claim) && '@language' in claim ? textIn(claim['@language']) : null
  return languageIn(named) ?? languageIn(marked)
}

/**
 * A schema.org ClaimReview as it is met in the wild.
 * @param review with what it refers to in it
 */
export function readClaimReview(review: Node, line: number, context: Context): RulingRecord {
  const language = languageOf(review)
  const { site, name } = publisherOf(review)
  const { statement, ...item } = itemOf(review, context.page)
  const claimed = textIn(memberOf(review, 'claimReviewed'), language)
  const [url] = listOf(memberOf(review, 'url'))
  const sources = ['citation', 'isBasedOn'].flatMap((one) => listOf(memberOf(review, one)))
  return assemble(
    {
      ...item,
      key: null,
      statement: claimed ?? statement,
      label: ratingLabel(memberOf(review, 'reviewRating'), language),
      url: typeof url === 'string' ? plain(url) || null : firstOf([url], ['url', '@id']),
      site,
      publisherName: name,
      title: textOf(review, ['headline', 'name'], language),
      language,
      reviewedOn: textOf(review, ['datePublished', 'dateCreated', 'dateModified']),
      // A source that is named by its title is no junk.
      links: { ...addressesIn(sources, context.page), junk: [] },
      dayFirst: null,
      original: JSON.stringify(review),
    },
    line,
    context,
  )
}
