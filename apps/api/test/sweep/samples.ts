/** What zod makes of our bodies: the words of JSON Schema that occur there. */
export type JsonSchema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  minItems?: number
  minimum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
}

/** One of them fits every string that has a form. */
const STRINGS = [
  'Сверка',
  '2026-11-20',
  '2026-10',
  '3140000017',
  'somebody@example.ru',
  '11111111-1111-4111-8111-111111111111',
  '192.0.2.1',
  '+79123456789',
  '12:00',
  'AAAA',
  '1',
  'ru',
  '2026-12-01T04:40:00.000Z',
  '123456789012',
]

function sampleString({ pattern, minLength = 0, maxLength = Infinity }: JsonSchema, name: string): string {
  const form = new RegExp(pattern ?? '', 'u')
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength && form.test(text)
  const found = [...STRINGS, 'я'.repeat(minLength)].find(fits)
  if (found === undefined) throw new Error(`No sample fits "${name}" (${pattern}): add one to STRINGS`)
  return found
}

const sampleNumber = ({ minimum, exclusiveMinimum }: JsonSchema): number =>
  Math.max(1, minimum ?? 0, (exclusiveMinimum ?? 0) + 1)

function sampleObject({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
  const needed = Object.entries(properties).filter(([key]) => required.includes(key))
  return Object.fromEntries(needed.map(([key, schema]) => [key, sampleOf(schema, key)]))
}

const byType: Record<string, (schema: JsonSchema, name: string) => unknown> = {
  string: sampleString,
  integer: sampleNumber,
  number: sampleNumber,
  boolean: () => true,
  null: () => null,
  object: sampleObject,
  array: ({ items = {}, minItems = 0 }, name) =>
    Array.from({ length: minItems }, () => sampleOf(items, name)),
}

/** The least value that the schema takes. */
export function sampleOf(schema: JsonSchema, name = 'body'): unknown {
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first) return sampleOf(first, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const sample = byType[schema.type ?? '']
  if (!sample) throw new Error(`Nothing is known of the schema of "${name}": ${JSON.stringify(schema)}`)
  return sample(schema, name)
}
