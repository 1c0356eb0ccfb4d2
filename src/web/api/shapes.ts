import { z } from 'zod'

/** What of JSON Schema a reader is told. */
type Schema = {
  $ref?: string | undefined
  type?: string | string[] | undefined
  enum?: unknown[] | undefined
  anyOf?: Schema[] | undefined
  oneOf?: Schema[] | undefined
  allOf?: Schema[] | undefined
  properties?: Record<string, Schema> | undefined
  required?: string[] | undefined
  items?: Schema | undefined
  additionalProperties?: Schema | boolean | undefined
  maxLength?: number | undefined
  minimum?: number | undefined
  maximum?: number | undefined
  format?: string | undefined
  description?: string | undefined
}

const some = z.lazy(() => z.array(told).optional())
const told: z.ZodType<Schema> = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  ...{ anyOf: some, oneOf: some, allOf: some },
  properties: z.lazy(() => z.record(z.string(), told)).optional(),
  required: z.array(z.string()).optional(),
  items: z.lazy(() => told).optional(),
  additionalProperties: z.lazy(() => z.union([z.boolean(), told])).optional(),
  ...{ maxLength: z.number().optional(), minimum: z.number().optional() },
  ...{ maximum: z.number().optional(), format: z.string().optional() },
  description: z.string().optional(),
})

const WIDTH = 76

/** How far a value reaches, in few words: a text's length, a number's ends, what it is a text of. */
function bounds({ maxLength, minimum, maximum, format }: Schema): string {
  const ends = minimum !== undefined && maximum !== undefined ? `${minimum}–${maximum}` : ''
  const parts = [format, ends, maxLength === undefined ? '' : `≤ ${maxLength}`]
  const said = parts.filter(Boolean).join(', ')
  return said ? ` (${said})` : ''
}

const either = (parts: string[]): string => [...new Set(parts)].join(' | ')

function object({ properties = {}, required = [] }: Schema, indent: string): string {
  const rows = Object.entries(properties).map(([name, one]) => {
    const mark = required.includes(name) ? '' : '?'
    const why = one.description ? `  // ${one.description}` : ''
    return `${indent}  ${name}${mark}: ${written(one, `${indent}  `)}${why}`
  })
  return rows.length > 0 ? `{\n${rows.join('\n')}\n${indent}}` : '{}'
}

function ofType(one: Schema, type: string, indent: string): string {
  if (type === 'array') {
    const inside = one.items ? written(one.items, indent) : 'any'
    return inside.includes(' | ') ? `(${inside})[]` : `${inside}[]`
  }
  if (type === 'object' || one.properties) {
    const rest = one.additionalProperties
    if (typeof rest === 'object') return `{ [name]: ${written(rest, indent)} }`
    return object(one, indent)
  }
  return type === 'null' || type === 'boolean' ? type : `${type}${bounds(one)}`
}

function words(all: unknown[], indent: string): string {
  const text = all.map((one) => JSON.stringify(one)).join(' | ')
  if (text.length <= WIDTH) return text
  const lines = ['']
  for (const one of all.map((word) => JSON.stringify(word))) {
    const last = lines.at(-1) ?? ''
    if (last.length + one.length > WIDTH) lines.push(one)
    else lines[lines.length - 1] = last ? `${last} | ${one}` : one
  }
  return lines.map((line) => `\n${indent}  | ${line}`).join('')
}

function written(one: Schema, indent: string): string {
  if (one.$ref) return one.$ref.split('/').at(-1) ?? ''
  if (one.enum) return words(one.enum, indent)
  const many = one.anyOf ?? one.oneOf
  if (many) return either(many.map((part) => written(part, indent)))
  if (one.allOf) return one.allOf.map((part) => written(part, indent)).join(' & ')
  const types = [one.type ?? []].flat()
  if (types.length === 0) return one.properties ? object(one, indent) : 'any'
  return either(types.map((type) => ofType(one, type, indent)))
}

/** A schema as people who write programs read it: like a type. */
export const shapeOf = (schema: object): string => written(told.parse(schema), '')
