import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import fp from 'fastify-plugin'
import { AppError } from '../platform/errors.ts'
import { pagePolicy } from '../platform/security-headers.ts'

const HASHED_FILES_SECONDS = 31_536_000

const pageHeaders = (isHttps: boolean) => ({
  'content-security-policy': pagePolicy({
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'form-action': "'self'",
    // A receipt is printed from a frame.
    'frame-src': "'self'",
  }),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  ...(isHttps && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
})

/** The page of every address that is not the API's, in the language of the address. */
const readPages = (directory: string) => {
  const page = (name: string) => readFileSync(join(directory, name), 'utf8')
  return { russian: page('index.html'), english: page('en.html') }
}

/** Serves the built SPA beside the API. Without a directory, only the API answers. */
export const spa = fp<{ directory: string | undefined; publicUrl: string }>(
  async (app, { directory, publicUrl }) => {
    const headers = pageHeaders(publicUrl.startsWith('https:'))
    const pages = directory === undefined ? undefined : readPages(directory)

    if (directory !== undefined) {
      await app.register(fastifyStatic, {
        root: directory,
        wildcard: false,
        index: false,
        preCompressed: true,
        cacheControl: false,
        globIgnore: ['**/*.html', '**/*.br', '**/*.gz'],
        setHeaders: (reply, path) => {
          const isHashed = path.includes(`${directory}/assets/`)
          reply.header(
            'cache-control',
            isHashed ? `public, max-age=${HASHED_FILES_SECONDS}, immutable` : 'public, max-age=3600',
          )
          reply.header('x-content-type-options', 'nosniff')
        },
      })
    }

    app.setNotFoundHandler((request, reply) => {
      const isPage =
        request.method === 'GET' && !/^\/(api|health|assets)(\/|$)/.test(request.url) && pages !== undefined
      if (!isPage) throw new AppError('not_found')
      const isEnglish = /^\/en(\/|\?|$)/.test(request.url)
      return reply
        .headers({ ...headers, 'cache-control': 'no-cache' })
        .type('text/html; charset=utf-8')
        .send(isEnglish ? pages.english : pages.russian)
    })
  },
)
