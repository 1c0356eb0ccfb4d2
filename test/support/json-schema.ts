import fc from 'fast-check'
import { z } from 'zod'

/** What of JSON Schema (2020-12) the document of the API says. */
type Schema = {
  $ref?: string | undefined
  type?: string | string[] | undefined
  enum?: unknown[] | undefined
  const?: unknown
  anyOf?: Schema[] | undefined
  oneOf?: Schema[] | undefined
  allOf?: Schema[] | undefined
  properties?: Record<string, Schema> | undefined
  required?: string[] | undefined
  items?: Schema | undefined
  additionalProperties?: boolean | Schema | undefined
  minLength?: number | undefined
  maxLength?: number | undefined
  minItems?: number | undefined
  maxItems?: number | undefined
  minimum?: number | undefined
  maximum?: number | undefined
  exclusiveMinimum?: number | undefined
  pattern?: string | undefined
  format?: string | undefined
}

const own = z.lazy(() => schema)
const whole = z.number().optional()
export const schema: z.ZodType<Schema> = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(own).optional(),
  oneOf: z.array(own).optional(),
  allOf: z.array(own).optional(),
  properties: z.record(z.string(), own).optional(),
  required: z.array(z.string()).optional(),
  items: own.optional(),
  additionalProperties: z.union([z.boolean(), own]).optional(),
  ...{ minLength: whole, maxLength: whole, minItems: whole, maxItems: whole },
  ...{ minimum: whole, maximum: whole, exclusiveMinimum: whole },
  pattern: z.string().optional(),
  format: z.string().optional(),
})

/** @param named the schemas that a reference names; @param ids ids that are there */
type Known = { named: Record<string, Schema>; ids: string[] }

/** Words of two languages, signs that break things, and what looks like something else. */
const words = fc.constantFrom(
  'Il ponte ha riaperto',
  'Four in ten trains were late.',
  '=1+1',
  '<b>&amp;</b>',
  '𝒳 ’ \u202e',
  '[1] **so**',
  '2025-06-01',
  ' ',
)

function texts({ minLength = 0, maxLength = 200, pattern, format }: Schema, { ids }: Known) {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid({ version: 7 }))
  if (format === 'date-time')
    return fc.date({ noInvalidDate: true }).map((day) => day.toISOString())
  if (format === 'uri') return fc.constantFrom('https://example.org/a', 'http://no.example/?b=1')
  if (format === 'email') return fc.emailAddress()
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  const most = Math.min(maxLength, 80)
  const any = fc.oneof(words, fc.string({ maxLength: most, unit: 'grapheme' }))
  return any.map((text) => [...text.padEnd(minLength, 'x')].slice(0, most).join(''))
}

const typesOf = ({ type, properties }: Schema): string[] => [
  ...new Set([type ?? (properties ? 'object' : [])].flat()),
]

/** Values that a schema lets through, at least as far as it says. */
export function valuesOf(one: Schema, known: Known, depth = 0): fc.Arbitrary<unknown> {
  const inside = (some: Schema) => valuesOf(some, known, depth + 1)
  if (one.$ref) return inside(known.named[one.$ref.split('/').at(-1) ?? ''] ?? {})
  if (one.const !== undefined) return fc.constant(one.const)
  if (one.enum) return fc.constantFrom(...one.enum)
  const either = one.anyOf ?? one.oneOf
  if (either) return fc.oneof(...either.map(inside))
  if (one.allOf) {
    return fc.tuple(...one.allOf.map(inside)).map((parts) => Object.assign({}, ...parts))
  }
  const types = typesOf(one)
  if (types.length !== 1) {
    const many = types.map((type) => inside({ ...one, type }))
    return many.length > 0 ? fc.oneof(...many) : fc.jsonValue({ maxDepth: 1 })
  }
  switch (types[0]) {
    case 'string':
      return texts(one, known)
    case 'integer':
    case 'number': {
      const min = one.minimum ?? one.exclusiveMinimum ?? -1000
      return fc.integer({ min: Math.ceil(min), max: Math.max(min, one.maximum ?? 1000) })
    }
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const minLength = one.minItems ?? 0
      const maxLength = Math.max(minLength, Math.min(one.maxItems ?? 3, 3))
      return fc.array(one.items ? inside(one.items) : words, { minLength, maxLength })
    }
    default: {
      const model = Object.entries(one.properties ?? {}).map(([name, some]) => [name, inside(some)])
      const must = (one.required ?? []).filter((name) => one.properties?.[name])
      const shape: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(model)
      return fc.record<Record<string, unknown>>(shape, { requiredKeys: must })
    }
  }
}

const strange = fc.constantFrom<unknown>(
  ...[null, true, -1, 1e300, '', '\u0000', 'x'.repeat(20_000), [], {}, [[[]]], ['x', 1]],
  ...[{ constructor: 'x' }, '\ud800', '2025-02-31', 'javascript:alert(1)'],
)

/** Values of which most are let through by no schema: a part is missing, of another kind, or strange. */
export function wrongValuesOf(one: Schema, known: Known): fc.Arbitrary<unknown> {
  const right = valuesOf(one, known)
  const spoilt = fc.tuple(right, fc.nat(), strange).map(([value, at, other]) => {
    if (typeof value !== 'object' || value === null) return other
    const names = Object.keys(value)
    const name = names[at % Math.max(1, names.length)]
    if (name === undefined) return other
    const { [name]: _, ...rest } = { ...value } as Record<string, unknown>
    return at % 3 === 0 ? rest : { ...rest, [name]: other }
  })
  return fc.oneof({ weight: 4, arbitrary: spoilt }, strange)
}
