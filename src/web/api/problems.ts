import { z } from '@hono/zod-openapi'
import { fieldCodes, refusalCodes } from '../../domain/refusal.ts'

const values = z.record(z.string(), z.union([z.string(), z.number()]))

/** Why a request was refused (RFC 9457). */
const problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'The same in English words, for people' }),
    code: z.enum(refusalCodes).nullable(),
    errors: z
      .record(z.string(), z.object({ code: z.enum(fieldCodes), values: values.optional() }))
      .optional(),
    values: values.optional(),
  })
  .openapi('Problem')

const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

/** What any request can be refused for. */
export const onRead = {
  401: refused('No token, or none that is valid'),
  403: refused('The role, or the scope of the token, does not allow it'),
  404: refused('There is no such thing'),
  422: refused('Something in the request is wrong: `errors` says what'),
  429: refused('Too many requests: `Retry-After` says when to come again'),
}

/** What a request that brings something can be refused for, too. */
const onWrite = {
  ...onRead,
  400: refused('The body is no JSON, or a header is missing'),
  409: refused('It cannot be done as things stand, or is being done'),
  410: refused('It has ended, or was used'),
  413: refused('The body is larger than accepted'),
  415: refused('The body is not said to be JSON'),
  507: refused('The disk of the desk is full'),
}

export const onMake = onWrite

/** The same for one that names the revision that was read. */
export const onChange = {
  ...onWrite,
  412: refused('It is at another revision than `If-Match` names'),
  428: refused('`If-Match` is missing'),
}

/** What fetching a page can come to, too. */
export const onFetch = {
  502: refused('The page could not be had from its host'),
  504: refused('The host did not send the page in time'),
}
