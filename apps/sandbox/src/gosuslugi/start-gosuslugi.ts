import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { directRoutes } from './direct.ts'
import type { DirectClient } from './direct-request.ts'
import { misbehaviour } from './misbehaviour.ts'
import type { Mischief, Mood } from './mischief.ts'
import { oidcRoutes } from './oidc.ts'
import { frontPage } from './pages.ts'
import { createProvider, type OidcClient } from './provider.ts'
import { createSigningKeys } from './signing-keys.ts'

type Setting = {
  /** 0: any free one. */
  port: number
  host?: '127.0.0.1' | 'localhost' | '::1'
  clients: { oidc?: OidcClient[]; direct?: DirectClient[] }
  /** Where the name stands: ESIA's gateways put it into the id_token, others answer it at userinfo. */
  claimsIn?: 'id_token' | 'userinfo'
}

/**
 * Stand-in for Gosuslugi, on this machine only: an OpenID provider and ESIA's direct protocol with the same persons.
 * Its origin is the issuer of the first and the host of the second.
 */
export async function startGosuslugi({ port, host = '127.0.0.1', clients, claimsIn = 'id_token' }: Setting) {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`

  const mood: Mood = { mischief: undefined }
  const keys = createSigningKeys()
  const provider = createProvider({ issuer: origin, clients: clients.oidc ?? [], keys, mood, claimsIn })
  const app = Fastify({ serverFactory: (handler) => server.on('request', handler) })
  // Nothing to read, nothing to keep: the page loads no resource of its own.
  app.get('/favicon.ico', async (_, reply) => reply.code(204).send())
  app.get('/', async (_, reply) => reply.type('text/html').send(frontPage()))
  misbehaviour(app, mood)
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  await app.register(directRoutes, { clients: clients.direct ?? [], keys, mood })
  await app.register(oidcRoutes, { provider })
  await app.ready()

  return {
    origin,
    /** The public key of the direct protocol's tokens, in PEM: what ESIA_CERTIFICATES pins. */
    signingKeyPem: () => keys.publicPem(),
    rotateKeys: () => keys.rotate(),
    /** From now on; undefined makes it behave again. */
    misbehave(mischief: Mischief | undefined) {
      mood.mischief = mischief
    },
    async close() {
      await app.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Gosuslugi = Awaited<ReturnType<typeof startGosuslugi>>
