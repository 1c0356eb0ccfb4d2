import type { OpenAPIHono } from '@hono/zod-openapi'
import { scopes } from '../../domain/token.ts'
import type { Env } from '../env.ts'

export type Document = ReturnType<OpenAPIHono<Env>['getOpenAPI31Document']>
type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>
type Answers = NonNullable<Operation['responses']>

const described = new WeakMap<OpenAPIHono<Env>, Document>()

/** What the desk can be asked for, as OpenAPI 3.1 says it. @param url where its endpoints stand */
export function documentOf(endpoints: OpenAPIHono<Env>, url: string): Document {
  const document = described.get(endpoints) ?? describe(endpoints)
  described.set(endpoints, document)
  return { ...document, servers: [{ url }] }
}

const INTRODUCTION = `Everything that the pages of the desk do, for programs.

Every request carries a token, \`Authorization: Bearer rsc_…\`, which a person makes on the page of their
account. It does no more than its scopes say, nor than its person may: ${scopes.join(', ')}.

A refusal is \`application/problem+json\` (RFC 9457): \`code\` says why, \`errors\` what is wrong with each field.
What is changed is named with the revision that was read: its \`ETag\` goes into \`If-Match\`. A \`POST\` carries an
\`Idempotency-Key\`: sent again within a day, it is answered as it was, and nothing is done twice.
Lists go on at \`next\`, which goes into \`after\`. \`RateLimit\` says how many requests are left.`

const header = (description: string, pattern?: string) => ({
  description,
  schema: { type: 'string' as const, ...(pattern && { pattern }) },
})

const headers = {
  ETag: header('The revision', '^"\\d+"$'),
  Link: header('Where the list goes on: rel="next"'),
  Location: header('Where it is'),
  RateLimit: header('How many requests are left to the token, and for how long'),
  'RateLimit-Policy': header('How many it has, in how many seconds'),
  'Retry-After': header('After how many seconds to ask again', '^\\d+$'),
  'WWW-Authenticate': header('That a token is needed'),
  Allow: header('Which methods the address is for'),
}

/** The headers that an answer of a status can have. */
function headersOf(status: string): (keyof typeof headers)[] {
  const rate = ['RateLimit', 'RateLimit-Policy'] as const
  if (status === '401') return ['WWW-Authenticate']
  if (status === '429') return [...rate, 'Retry-After']
  if (status === '201') return [...rate, 'ETag', 'Location']
  return status === '200' ? [...rate, 'ETag', 'Link'] : [...rate]
}

function withHeaders(responses: Answers): Answers {
  const named = (status: string) =>
    Object.fromEntries(
      headersOf(status).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
    )
  return Object.fromEntries(
    Object.entries(responses).map(([status, one]) => [status, { ...one, headers: named(status) }]),
  )
}

function describe(endpoints: OpenAPIHono<Env>): Document {
  const document = endpoints.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Riscontro', version: '1', description: INTRODUCTION },
  })
  const token = { type: 'http' as const, scheme: 'bearer', description: 'A token of this desk' }
  for (const item of Object.values(document.paths ?? {})) {
    for (const method of ['get', 'post', 'patch', 'delete'] as const) {
      const asked = item[method]
      if (asked) asked.responses = withHeaders(asked.responses ?? {})
    }
  }
  return {
    ...document,
    components: { ...document.components, headers, securitySchemes: { token } },
  }
}
