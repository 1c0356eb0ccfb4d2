import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Page } from '../env.ts'
import { originOf } from '../frame.ts'

const described = new WeakMap<OpenAPIHono<Env>, object>()

/** What the desk can be asked for, as OpenAPI 3.1 says it. */
export function documentOf(c: Page, endpoints: OpenAPIHono<Env>): object {
  const document = described.get(endpoints) ?? describe(endpoints)
  described.set(endpoints, document)
  return { ...document, servers: [{ url: `${originOf(c)}/api/v1` }] }
}

function describe(endpoints: OpenAPIHono<Env>) {
  endpoints.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
  })
  return endpoints.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Riscontro', version: '1' },
  })
}
