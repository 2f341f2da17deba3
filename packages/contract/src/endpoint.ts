import type * as z from 'zod/mini'

/**
 * Who may call an endpoint. There is no default, so no endpoint is open by accident.
 * guest: accountless entry. signed_in: any live session, even one that has still to change its password or
 * to give a second factor. person: a resident or an organisation, with nothing left to do. staff: by `roles`.
 * integrator: somebody else's program, whose token has the `scope`.
 */
export type Access = 'public' | 'guest' | 'signed_in' | 'person' | 'resident' | 'staff' | 'integrator'

export type StaffRole = 'operator' | 'clerk' | 'inspector' | 'administrator'

/** What a program may do, if its agreement and its token say so; on whose accounts is another question. */
export type IntegratorScope = 'accounts:read' | 'meters:read' | 'readings:write'

export type EndpointConfig =
  | { access: Exclude<Access, 'staff' | 'integrator'> }
  | { access: 'staff'; roles: readonly [StaffRole, ...StaffRole[]] }
  | { access: 'integrator'; scope: IntegratorScope }

/** One HTTP endpoint as plain data: Fastify spreads it into a route, the web client calls it. */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: `/${string}`
  config: EndpointConfig
  schema: {
    /** One line for the reference page. */
    summary: string
    tags: readonly string[]
    params?: z.ZodMiniType
    querystring?: z.ZodMiniType
    headers?: z.ZodMiniType
    body?: z.ZodMiniType
    /** What the body is where it is no JSON: bytes as they are. Its schema is `z.unknown()`. */
    consumes?: readonly string[]
    /** What a good answer is where it is no JSON: a file. Its schema is `z.unknown()`, and bytes are sent as they are. */
    produces?: readonly string[]
    response: Record<number, z.ZodMiniType>
  }
}

type InputOf<S> = S extends z.ZodMiniType ? z.input<S> : never

export type RequestOf<E extends Endpoint> = {
  [K in 'params' | 'querystring' | 'headers' | 'body' as K extends keyof E['schema'] ? K : never]: InputOf<
    E['schema'][K & keyof E['schema']]
  >
}

export type ResponseOf<E extends Endpoint> = z.output<E['schema']['response'][keyof E['schema']['response']]>
