import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { EsiaAnswer, EsiaMemory } from '../../platform/esia.ts'
import { isSafeAddress } from '../../platform/safe-address.ts'
import type { Ask } from './ask.ts'
import { CLOCK_TOLERANCE_S, type EsiaDriver, SCOPE } from './driver.ts'
import { hasName, personOfClaims } from './oidc-claims.ts'
import { rememberKeys } from './oidc-keys.ts'
import { rememberMetadata } from './oidc-metadata.ts'
import { EsiaRefusal } from './refusal.ts'

export type OidcSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  clientAuth: 'client_secret_basic' | 'client_secret_post'
  redirectUri: string
}

/** OpenID Connect with a gateway of the city or the state: authorization code, PKCE S256, state, nonce. */
export function createOidcDriver(settings: OidcSettings): EsiaDriver {
  const metadataOf = rememberMetadata(settings.issuer)
  const keys = rememberKeys()

  async function configure(ask: Ask) {
    const { clientId, clientSecret, clientAuth } = settings
    const auth = clientAuth === 'client_secret_post' ? ClientSecretPost : ClientSecretBasic
    const client = { client_secret: clientSecret }
    const config = new Configuration(await metadataOf(ask), clientId, client, auth(clientSecret))
    // Plain http goes nowhere but to this machine: `ask` sees to that.
    if (settings.issuer.startsWith('http:')) allowInsecureRequests(config)
    config[customFetch] = (url, { method, headers, body }) =>
      // openid-client sends forms; nothing else is sent on its behalf.
      ask(url, { method, headers, ...(body instanceof URLSearchParams && { body }) })
    return config
  }

  return {
    async begin(ask) {
      const config = await configure(ask)
      const codeVerifier = randomPKCECodeVerifier()
      const memory = { state: randomState(), nonce: randomNonce(), codeVerifier }
      const url = buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope: SCOPE,
        state: memory.state,
        nonce: memory.nonce,
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      })
      if (!isSafeAddress(url.href)) throw new EsiaRefusal('esia_unavailable', 'an address without https')
      return { redirectTo: url.href, memory }
    },

    async finish(ask, answer, memory) {
      const config = await configure(ask)
      const checks = checksOf(memory)
      const tokens = await authorizationCodeGrant(config, callbackUrl(settings.redirectUri, answer), checks)
      // openid-client has compared the claims but trusts TLS for the origin of the token.
      const claims = await keys.verify(ask, config.serverMetadata().jwks_uri, tokens.id_token ?? '', {
        issuer: config.serverMetadata().issuer,
        audience: settings.clientId,
        clockTolerance: CLOCK_TOLERANCE_S,
      })
      if (hasName(claims)) return personOfClaims(claims)
      const info = await fetchUserInfo(config, tokens.access_token, claims.sub ?? '')
      return personOfClaims({ ...info, ...claims })
    },
  }
}

/** A memory without its secrets must fail: openid-client would leave the check out. */
function checksOf({ state, nonce, codeVerifier }: EsiaMemory) {
  if (!nonce || !codeVerifier) throw new EsiaRefusal('esia_failed', 'a memory of another driver')
  return { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true }
}

function callbackUrl(redirectUri: string, answer: EsiaAnswer): URL {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer))
    if (value !== undefined) url.searchParams.set(name, value)
  return url
}
