import type { Access, StaffRole } from '@rodnik/contract/endpoint'
import type { Api } from '../api.ts'
import { type JsonSchema, sampleOf } from './samples.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Parameter = { name: string; in: string; required?: boolean; schema: JsonSchema }
type Documented = {
  'x-access'?: Access
  'x-roles'?: StaffRole[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: JsonSchema }> }
}
export type Operation = {
  name: string
  method: Method
  path: string
  access: Access
  roles: StaffRole[]
  query: string
  body: JsonSchema | undefined
  /** The body is bytes as they are. */
  takesBytes: boolean
  /** The header by which a wish that is sent again is known. */
  isKeyed: boolean
}

const queryOf = ({ parameters = [] }: Documented): string => {
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required)
  const values = needed.map(({ name, schema }) => [name, String(sampleOf(schema, name))])
  return values.length === 0 ? '' : `?${new URLSearchParams(values).toString()}`
}

const isKeyed = ({ parameters = [] }: Documented): boolean =>
  parameters.some((parameter) => parameter.in === 'header' && parameter.name === 'idempotency-key')

/** Every operation of the OpenAPI file whose path holds an id. */
export async function operationsWithIds(api: Pick<Api, 'app'>): Promise<Operation[]> {
  const answer = await api.app.inject({ url: '/api/v1/openapi.json' })
  const { paths } = answer.json<{ paths: Record<string, Record<string, Documented>> }>()
  return Object.entries(paths).flatMap(([whole, methods]) => {
    const path = whole.replace('/api/v1', '')
    if (!path.includes('{')) return []
    return Object.entries(methods).map(([lower, documented]) => {
      const method = lower.toUpperCase() as Method
      return {
        name: `${method} ${path}`,
        method,
        path,
        access: documented['x-access'] ?? 'public',
        roles: documented['x-roles'] ?? [],
        query: queryOf(documented),
        body: documented.requestBody?.content['application/json']?.schema,
        takesBytes: documented.requestBody?.content['application/octet-stream'] !== undefined,
        isKeyed: isKeyed(documented),
      }
    })
  })
}
