import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { z } from 'zod'
import { schema } from './json-schema.ts'
import type { Web } from './web.ts'

const content = z.record(z.string(), z.object({ schema }))
const parameter = z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema })
const operation = z.object({
  summary: z.string(),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
})
const document = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
})

/** One endpoint, as the document says it. */
export type Operation = z.output<typeof operation> & { method: string; path: string }
export type Document = z.output<typeof document>

/** The document of the API. */
export async function described(web: Web): Promise<Document> {
  const said = await web.app.request('http://desk.test/api/v1/openapi.json')
  return document.parse(await said.json())
}

/** Every endpoint that a document names. */
export const operationsIn = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ ...one, method, path })),
  )

/** The scope that an endpoint asks for. */
export const scopeOf = ({ security }: Operation): string => security[0]?.token?.[0] ?? ''

export const header = (one: Operation, name: string): boolean =>
  one.parameters.some((some) => some.in === 'header' && some.name === name)

/** What is sent with a JSON body: its schema, where there is one. */
export const bodyOf = ({ requestBody }: Operation) =>
  requestBody?.content['application/json']?.schema

/** Says what is wrong with an answer by the document; null where nothing is. */
export function checker({ components }: Document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  const compiled = new Map<object, ValidateFunction>()
  const checkOf = (one: object) => {
    const check = compiled.get(one) ?? ajv.compile({ ...one, components })
    compiled.set(one, check)
    return check
  }

  return async (asked: Operation, answer: Response): Promise<string | null> => {
    const text = await answer.text()
    const said = asked.responses[answer.status]
    if (!said) return `status ${answer.status} is not documented: ${text.slice(0, 500)}`
    const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
    if (!said.content) return text === '' ? null : `a body where none is documented: ${text}`
    const there = said.content[type]
    if (!there) return `${type} is not documented for ${answer.status}`
    const check = checkOf(there.schema)
    return check(JSON.parse(text)) ? null : `${ajv.errorsText(check.errors)}: ${text.slice(0, 800)}`
  }
}
