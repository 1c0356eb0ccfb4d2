import { z } from 'zod'
import { claimantKinds } from '../domain/appearance.ts'
import { claimKinds } from '../domain/claim.ts'
import { replies, ways } from '../domain/contact.ts'
import { evidenceKinds, interests, ranks, stances } from '../domain/evidence.ts'
import { proofStatuses } from '../domain/proof.ts'
import { outcomes } from '../domain/search-record.ts'
import { correctionKinds, reasons } from '../domain/verdict.ts'

/** Names the form of the document. A change that a reader could trip over gets a new number. */
export const SCHEMA_ID = 'riscontro/verdict-export/v1'
export const SCHEMA_PATH = '/schemas/verdict-export/v1.json'

const id = z.string().describe('Stable for ever')
const date = z.string().nullable().describe('YYYY, YYYY-MM or YYYY-MM-DD; null where it is unknown')
const certainty = z
  .enum(['stated', 'inferred', 'unknown'])
  .describe('stated in the source; inferred by the desk, with a reason; or unknown')
const labels = z.object({ en: z.string(), it: z.string() }).describe('The label by language')

const rating = z.object({
  id: z.string().describe('The rating on the desk’s scale'),
  number: z.number().int().nullable().describe('5 (true) to 1 (false); null for labels apart'),
  labels,
})

const article = z.object({
  id,
  title: z.string(),
  outlet: z.string().nullable(),
  outletCertainty: certainty,
  byline: z.string().nullable(),
  url: z.string().nullable(),
  date,
  dateCertainty: certainty,
  language: z.string().describe('ISO 639'),
})

const appearance = z.object({
  id,
  quote: z.string().describe('The exact words in the article'),
  claimant: z.object({
    kind: z.enum(claimantKinds).describe('outlet: the outlet in its own voice'),
    name: z.string().nullable(),
    role: z.string().nullable().default(null),
    sameAs: z.array(z.string()).default([]).describe('Pages about the same one elsewhere'),
  }),
  attribution: z.array(z.string()).describe('How it reached the article, claimant first'),
  claimedOn: date,
  claimedOnCertainty: certainty,
  checked: z
    .boolean()
    .default(true)
    .describe('false: claimed later than the verdict holds for, and not confirmed for that date'),
  article,
})

const hash = z.string()

const snapshot = z.object({
  takenAt: z.iso.datetime(),
  url: z.string().nullable().describe('Where it was in the end, after redirects'),
  status: z.number().int().nullable().describe('HTTP’s'),
  bytes: hash.describe('SHA-256 of what the host sent, or of what was given'),
  text: hash.nullable().describe('SHA-256 of the text that was read from it'),
  warc: hash.describe('SHA-256 of the WARC file that holds it'),
})

const evidence = z.object({
  id,
  number: z.number().int().describe('As the rationale cites it: [1]'),
  stance: z.enum(stances),
  kind: z.enum(evidenceKinds).nullable().default(null),
  title: z.string(),
  publisher: z.string().nullable(),
  interest: z.enum(interests).describe('What the publisher has at stake'),
  url: z.string().nullable(),
  publishedOn: date,
  locator: z.string().nullable().default(null).describe('Where in it: a page, a minute'),
  origin: z.string().nullable().default(null).describe('Where it ultimately comes from'),
  originIsClaimant: z
    .boolean()
    .default(false)
    .describe('It leads back to the claimant: it shows that it was said, not that it is so'),
  quote: z.string().nullable().describe('Exact words, in their own language'),
  quoteLanguage: z.string().nullable(),
  translation: z.string().nullable().describe('The desk’s own translation of the quote'),
  proof: z
    .enum(proofStatuses)
    .nullable()
    .default(null)
    .describe('What became of the quote in the text that was kept; null where nobody looked'),
  quoteReason: z
    .string()
    .nullable()
    .default(null)
    .describe('Why the quote is given though it is not in that text'),
  snapshot: snapshot.nullable().default(null).describe('What was kept of the source'),
  rank: z.enum(ranks),
  rankReason: z.string().nullable(),
})

const search = z.object({
  place: z.string(),
  words: z.string(),
  searchedOn: date,
  outcome: z.enum(outcomes),
  note: z.string().nullable(),
})

const contact = z.object({
  who: z.string(),
  role: z.string().nullable(),
  way: z.enum(ways),
  askedOn: date,
  question: z.string(),
  outcome: z.enum(replies).describe('silent: asked, and no answer'),
  reply: z.string().nullable(),
  repliedOn: date,
})

/** The same words in the languages of the desk’s pages, where somebody wrote them. */
const translations = z.object({ en: z.string().nullable(), it: z.string().nullable() })

const reusedFrom = z.object({
  verdictId: id,
  claimId: id,
  version: z.number().int(),
  slug: z.string().nullable().describe('Its address, as that of this verdict'),
  statement: z.string().describe('Of the other claim'),
  language: z.string().describe('ISO 639'),
})

/**
 * One verdict version as the public is told it. What has a default was not told by older versions of
 * the desk: their publications are read with it, and kept as they are.
 */
export const publicVerdict = z.object({
  id,
  claimId: id,
  version: z.number().int().describe('Numbered on its claim, from 1'),
  slug: z
    .string()
    .nullable()
    .default(null)
    .describe(
      'Its address is /verdicts/ and this; where it is null, /verdicts/ and the claim’s id',
    ),
  status: z
    .enum(['published', 'superseded', 'withdrawn'])
    .describe('superseded: a later version of the same claim replaces it'),
  underCorrectionSince: z.iso.datetime().nullable(),
  claim: z.object({
    statement: z.string(),
    kind: z.enum(claimKinds),
    language: z.string().describe('ISO 639'),
    translations: translations.default({ en: null, it: null }),
    topics: z.array(z.string()).default([]),
  }),
  rating,
  reasons: z.array(z.enum(reasons)),
  conclusion: z.string().describe('One sentence'),
  conclusionTranslations: translations.default({ en: null, it: null }),
  rationale: z.object({ markdown: z.string(), text: z.string() }),
  holdsOn: date.describe('The date that the verdict holds for'),
  validUntil: date.default(null).describe('Until when it may be relied on; null where nobody said'),
  author: z.string().describe('As the desk names them in public'),
  reviewer: z.string().nullable().describe('Whoever read it before the public did'),
  publishedAt: z.iso.datetime(),
  correction: z
    .object({ kind: z.enum(correctionKinds), reason: z.string().nullable() })
    .nullable()
    .describe('Why this version replaced the one before; only kind correction says that we erred'),
  withdrawalReason: z.string().nullable(),
  reusedFrom: reusedFrom
    .nullable()
    .default(null)
    .describe('The verdict on a claim that is the same, which this one took over'),
  appearances: z.array(appearance),
  evidence: z.array(evidence).describe('Desk-only evidence is never among it'),
  searches: z.array(search).describe('Where the desk looked, “none found” included'),
  contacts: z.array(contact).default([]).describe('Who was asked, and the reply or the silence'),
})
export type PublicVerdict = z.output<typeof publicVerdict>

const proof = z.object({
  index: z.number().int().describe('The leaf’s place in the tree, from 0: seq - 1'),
  path: z.array(z.string()).describe('The hashes beside the way from the leaf up to the root'),
})

export const place = z.object({
  seq: z.number().int().describe('The place of the decision in the desk’s ledger'),
  hash: z.string().describe('SHA-256 of that entry, chained to the one before on this verdict'),
  publication: z
    .string()
    .describe('SHA-256 of this verdict without its ledger member, as canonical JSON (RFC 8785)'),
  proof: proof
    .nullable()
    .default(null)
    .describe('That the checkpoint covers it (RFC 6962); null where it is older than the verdict'),
})
export type Place = z.output<typeof place>

const hex = z.string().regex(/^[0-9a-f]{64}$/)

/** A verdict's place, read strictly: nothing beside it, and every hash a hash. */
export const placeIn = z.strictObject({
  seq: z.number().int().min(1),
  hash: hex,
  publication: hex,
  proof: z
    .strictObject({ index: z.number().int().min(0), path: z.array(hex).max(64) })
    .nullable()
    .default(null),
})

/** A signed root of the desk’s ledger. */
export const signedCheckpoint = z.object({
  size: z.number().int().describe('How many ledger entries it covers'),
  at: z.iso.datetime().describe('When it was made'),
  root: z.string().describe('The root of the Merkle tree over them (RFC 6962), in hex'),
  key: z.string().describe('The key that signed it: first 16 hex digits of its SHA-256 (SPKI)'),
  signature: z
    .string()
    .describe('Ed25519, Base64, over the canonical JSON of at, key, root, schema and size'),
})

const some = z.array(z.string()).optional()
const day = z.string().optional().describe('YYYY-MM-DD, in UTC, included')

const filters = z.object({
  rating: some,
  topic: some,
  language: some.describe('Of the claim, ISO 639'),
  article: some,
  claimant: some.describe('An id; or outlet, unknown'),
  status: some.describe('under_correction: published, and marked so'),
  from: day,
  until: day,
})

/** The whole document. */
export const verdictExport = z.object({
  schema: z.literal(SCHEMA_ID),
  generatedAt: z.iso.datetime(),
  desk: z.object({ name: z.string(), url: z.string().nullable() }),
  scale: z.array(rating),
  cursor: z.number().int().describe('The last ledger entry that the document knows of'),
  checkpoint: signedCheckpoint
    .nullable()
    .default(null)
    .describe('What the verdicts are proved against; null in documents of older versions'),
  filters: filters.optional().describe('What was asked for; absent where all was'),
  verdicts: z.array(publicVerdict.extend({ ledger: place })),
})

/** The document's JSON Schema (2020-12), generated from the schema above. */
export const verdictExportSchema = () => ({
  $id: SCHEMA_PATH,
  title: 'Riscontro verdict export, version 1',
  // As it may be read: a publication of an older version lacks what has a default.
  ...z.toJSONSchema(verdictExport, { io: 'input' }),
})
