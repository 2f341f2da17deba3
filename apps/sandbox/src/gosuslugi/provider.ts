import { randomUUID } from 'node:crypto'
import { type Configuration, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import { createMemoryAdapter } from './memory-adapter.ts'
import type { Mood } from './mischief.ts'
import { failurePage } from './pages.ts'
import { personOf } from './persons.ts'
import { type SigningKeys, signAnew } from './signing-keys.ts'

export type OidcClient = {
  clientId: string
  clientSecret: string
  redirectUris: string[]
  clientAuth?: 'client_secret_basic' | 'client_secret_post'
}

const SCOPES = 'openid fullname email mobile'

type Setting = {
  issuer: string
  clients: OidcClient[]
  keys: SigningKeys
  mood: Mood
  claimsIn: 'id_token' | 'userinfo'
}

/** The OpenID provider of the stand-in: what a city's ESIA gateway shows to the portal. */
export function createProvider({ issuer, clients, keys, mood, claimsIn }: Setting): Provider {
  const provider = new Provider(issuer, {
    ...fixedConfiguration,
    adapter: createMemoryAdapter(),
    conformIdTokenClaims: claimsIn === 'userinfo',
    clients: clients.map((client) => ({
      client_id: client.clientId,
      client_secret: client.clientSecret,
      redirect_uris: client.redirectUris,
      token_endpoint_auth_method: client.clientAuth ?? 'client_secret_basic',
    })),
    cookies: { keys: [randomUUID()] },
    jwks: { keys: [keys.privateJwk()] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}`, policy: alwaysAsking() },
  })
  provider.use(async (ctx, next) => {
    await next()
    await spoilAnswer(ctx, keys, mood)
  })
  return provider
}

const fixedConfiguration: Configuration = {
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  claims: {
    openid: ['sub', 'trusted', 'urn:esia:sbj'],
    fullname: ['family_name', 'given_name', 'middle_name'],
    email: ['email', 'email_verified'],
    mobile: ['phone_number', 'phone_number_verified'],
  },
  // Named one by one: the library comments on every default of its own on the terminal.
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  findAccount: (_, oid) => ({ accountId: oid, claims: () => claimsOf(oid) }),
  loadExistingGrant: grantEverything,
  renderError(ctx, { error, error_description: description = '' }) {
    ctx.type = 'html'
    ctx.body = failurePage(`${error}: ${description}`)
  },
}

/** A visitor of the demo wants to be somebody else the next time: no session is remembered. */
function alwaysAsking() {
  const policy = interactionPolicy.base()
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check(
        'choose',
        'a person has to be chosen',
        (ctx) => !ctx.oidc.result?.['login'],
      ),
    )
  return policy
}

async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const accountId = oidc.session?.accountId
  const clientId = oidc.client?.clientId
  if (!accountId || !clientId) return undefined
  const grant = new oidc.provider.Grant({ accountId, clientId })
  grant.addOIDCScope(SCOPES)
  await grant.save()
  return grant
}

function claimsOf(oid: string) {
  const person = personOf(oid)
  if (!person) return { sub: oid }
  return {
    sub: oid,
    family_name: person.lastName,
    given_name: person.firstName,
    middle_name: person.middleName,
    email: person.email?.value,
    email_verified: person.email?.isVerified,
    phone_number: person.phone?.value,
    phone_number_verified: person.phone?.isVerified,
    // As ESIA does: what is not confirmed is left out.
    ...(person.isConfirmed && { trusted: true }),
    'urn:esia:sbj': {
      'urn:esia:sbj:oid': person.oid,
      'urn:esia:sbj:typ': 'P',
      ...(person.isConfirmed && { 'urn:esia:sbj:is_tru': true }),
    },
  }
}

type Answer = Pick<KoaContextWithOIDC, 'path' | 'body' | 'response' | 'redirect'>

async function spoilAnswer(ctx: Answer, keys: SigningKeys, { mischief }: Mood) {
  if (ctx.path === '/jwks') ctx.body = keys.publicJwks()
  if (ctx.path === '/token' && hasIdToken(ctx.body)) {
    ctx.body.id_token = await signAnew(keys, ctx.body.id_token, mischief)
  }
  const back = URL.parse(ctx.response.get('location'))
  if (!back?.searchParams.has('state')) return
  if (mischief === 'foreign_state') back.searchParams.set('state', randomUUID())
  if (mischief === 'foreign_iss_parameter') back.searchParams.set('iss', 'https://esia.example.org')
  ctx.response.set('location', back.href)
}

const hasIdToken = (body: unknown): body is { id_token: string } =>
  typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string'
