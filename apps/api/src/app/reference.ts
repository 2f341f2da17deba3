import swagger, { type SwaggerTransformObject } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { Access, IntegratorScope } from '@rodnik/contract/endpoint'
import { Problem, type ProblemCode, statusOf } from '@rodnik/contract/problem'
import fp from 'fastify-plugin'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { pagePolicy } from '../platform/security-headers.ts'

const codes = Object.keys(statusOf) as [ProblemCode, ...ProblemCode[]]
const problemSchema = z.toJSONSchema(z.extend(Problem, { code: z.enum(codes) }))

/** The page's own scripts and styles; its widgets set styles from script. */
const PAGE_POLICY = pagePolicy({ 'style-src': "'self' 'unsafe-inline'" })

const SCOPES: Record<IntegratorScope, string> = {
  'accounts:read': 'Which accounts were granted, their addresses and services',
  'meters:read': 'The meters of granted accounts and what they last showed',
  'readings:write': 'Send readings of granted accounts',
}

const SECURITY_SCHEMES = {
  guest: { type: 'apiKey', in: 'cookie', name: 'rodnik-guest' },
  person: { type: 'apiKey', in: 'cookie', name: 'rodnik-access' },
  integrator: {
    type: 'oauth2',
    description: "Somebody else's program, see docs/integrators.md. Tokens live for ten minutes.",
    flows: { clientCredentials: { tokenUrl: '/api/v1/oauth/token', scopes: SCOPES } },
  },
} as const

/** Who an endpoint is for, as OpenAPI says it. */
function securityOf({ access, scope }: { access?: Access; scope?: IntegratorScope }) {
  if (access === undefined || access === 'public') return {}
  if (access === 'integrator') return { security: [{ integrator: scope ? [scope] : [] }] }
  return { security: [{ [access === 'guest' ? 'guest' : 'person']: [] }] }
}

const refusal = {
  description: 'A refusal',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** Every operation may also answer with a problem. */
const withProblems: SwaggerTransformObject = (document) => {
  if (!('openapiObject' in document)) return document.swaggerObject
  const { openapiObject } = document
  for (const path of Object.values(openapiObject.paths ?? {})) {
    for (const operation of Object.values(path ?? {})) {
      if (operation && typeof operation === 'object' && 'responses' in operation) {
        operation.responses = { ...operation.responses, default: refusal }
      }
    }
  }
  return openapiObject
}

/** OpenAPI 3.1 from the contract, and a page to read it. */
export const reference = fp(async (app) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Rodnik',
        version: '1',
        description:
          'Readings and the personal account of a city water utility. Errors are RFC 9457 problems.',
      },
      components: {
        schemas: { Problem: problemSchema as Record<string, unknown> },
        securitySchemes: SECURITY_SCHEMES,
      },
    },
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input)
      if (!url.startsWith('/api/v1/')) return { schema: { ...schema, hide: true }, url }
      const config = input.route.config ?? {}
      const { access, roles } = config
      return {
        url,
        schema: {
          ...schema,
          ...securityOf(config),
          ...(access && { 'x-access': access }),
          // Whoever of staff has one of them.
          ...(roles && { 'x-roles': roles }),
        },
      }
    },
    transformObject: withProblems,
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    theme: {
      title: 'Rodnik API',
      css: [{ filename: 'rodnik.css', content: '.swagger-ui .topbar { display: none }' }],
    },
    transformStaticCSP: () => PAGE_POLICY,
    uiConfig: { url: '/api/v1/openapi.json', deepLinking: true, tryItOutEnabled: false },
  })
  app.get('/api/v1/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () =>
    app.swagger(),
  )
})
