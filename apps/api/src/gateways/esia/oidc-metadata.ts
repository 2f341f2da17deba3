import { allowInsecureRequests, customFetch, discovery, type ServerMetadata } from 'openid-client'
import type { Ask } from './ask.ts'
import { EsiaRefusal, refusalOf } from './refusal.ts'

/** How long addresses and algorithms of the provider are believed, in milliseconds. */
const FRESH_MS = 3_600_000

/** OpenID Connect Discovery, asked once an hour; while the provider is silent the last answer stays. */
export function rememberMetadata(issuer: string): (ask: Ask) => Promise<ServerMetadata> {
  let known: { metadata: ServerMetadata; staleAt: number } | undefined

  return async (ask) => {
    if (known && performance.now() < known.staleAt) return known.metadata
    try {
      const metadata = await discover(issuer, ask)
      known = { metadata, staleAt: performance.now() + FRESH_MS }
      return metadata
    } catch (error) {
      if (known) return known.metadata
      throw new EsiaRefusal('esia_unavailable', `discovery: ${refusalOf(error).reason}`)
    }
  }
}

async function discover(issuer: string, ask: Ask): Promise<ServerMetadata> {
  // The client of this call does not matter: only the metadata is kept.
  const config = await discovery(new URL(issuer), 'discovery', undefined, undefined, {
    [customFetch]: (url, { method, headers }) => ask(url, { method, headers }),
    ...(issuer.startsWith('http:') && { execute: [allowInsecureRequests] }),
  })
  return config.serverMetadata()
}
