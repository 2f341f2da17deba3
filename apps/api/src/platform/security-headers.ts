import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { AppError } from './errors.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Headers of every answer of the API; the page's own CSP belongs to the server of the page. */
export const apiHeaders = (isHttps: boolean) => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  ...(isHttps && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
})

const PAGE_DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

/** The content security policy of a page: everything from our own address, and what this page needs besides. */
export const pagePolicy = (needs: Record<string, string>): string =>
  Object.entries({ ...PAGE_DIRECTIVES, ...needs })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')

/**
 * Refuses writes that another site's page started (OWASP ASVS 3.5): browsers say so in Sec-Fetch-Site,
 * older ones in Origin. Programs send neither and carry no cookie of a person.
 */
export const securityHeaders = fp<{ publicUrl: string; hasTrustedProxy: boolean }>(
  async (app: FastifyInstance, options) => {
    const { publicUrl, hasTrustedProxy } = options
    const { origin, protocol } = new URL(publicUrl)
    const headers = apiHeaders(protocol === 'https:')
    let hasWarned = false
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(headers)
      if (!hasWarned && !hasTrustedProxy && request.headers['x-forwarded-for'] !== undefined) {
        hasWarned = true
        app.deps.log.warn(
          'X-Forwarded-For arrives but TRUST_PROXY is empty: all visitors count as one address',
        )
      }
      if (SAFE_METHODS.has(request.method)) return
      const site = request.headers['sec-fetch-site']
      const isForeign = site
        ? site !== 'same-origin' && site !== 'none'
        : request.headers.origin !== undefined &&
          request.headers.origin !== origin &&
          request.headers.origin !== `${request.protocol}://${request.host}`
      if (isForeign) throw new AppError('cross_site_request')
    })
  },
)
