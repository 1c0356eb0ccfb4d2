import type { ApiEndpoint, ApiProps } from '../../../views/api/document.ts'
import type { Document } from './document.ts'
import { shapeOf } from './shapes.ts'

type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>
type Content = Record<string, { schema?: object }>

const methods = ['get', 'post', 'patch', 'delete'] as const

const shapeIn = (content: Content | undefined): string | null => {
  const [one] = Object.values(content ?? {})
  return one?.schema ? shapeOf(one.schema) : null
}

/** What an address, its query and its headers take. */
function takenBy({ parameters = [] }: Operation): ApiEndpoint['parameters'] {
  return parameters.flatMap((one) =>
    '$ref' in one
      ? []
      : {
          name: one.name,
          place: one.in,
          required: one.required ?? false,
          shape: shapeOf(one.schema ?? {}),
          description: one.description ?? null,
        },
  )
}

function endpointOf(method: string, path: string, one: Operation): ApiEndpoint {
  const { requestBody: body } = one
  return {
    id: `${method}-${path.replaceAll(/[^\w]+/g, '-').replaceAll(/^-|-$/g, '')}`,
    method: method.toUpperCase(),
    path,
    tag: one.tags?.[0] ?? '',
    summary: one.summary ?? '',
    description: one.description ?? null,
    scope: one.security?.[0]?.token?.[0] ?? '',
    parameters: takenBy(one),
    body: body && 'content' in body ? shapeIn(body.content) : null,
    answers: Object.entries(one.responses ?? {}).map(([status, answer]) => ({
      status,
      description: ('description' in answer ? (answer.description ?? '') : '').replaceAll('`', ''),
      shape: 'content' in answer ? shapeIn(answer.content) : null,
    })),
  }
}

const says = ({ method, path, tag, summary }: ApiEndpoint, words: string[]): boolean => {
  const text = `${method} ${path} ${tag} ${summary}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

/** The document for people to read. @param q words that an endpoint says of itself; all where none are given */
export function readable({ paths = {}, components }: Document, q: string): Omit<ApiProps, 'url'> {
  const all = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const one = item[method]
      return one ? [endpointOf(method, path, one)] : []
    }),
  )
  const endpoints = all.filter((one) => says(one, q.toLowerCase().split(/\s+/)))
  const schemas = Object.entries(components?.schemas ?? {}).map(([name, one]) => ({
    name,
    shape: shapeOf(one),
  }))
  return { q, endpoints, schemas: q ? [] : schemas }
}
