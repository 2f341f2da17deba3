import type { TokenRequest } from '@rodnik/contract/oauth'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { isSame, sha256 } from '../../../platform/secrets.ts'
import type { Credentials } from './client-credentials.ts'
import { type Client, findClient, noteUse } from './token.repo.ts'
import { type TokenLimits, tokenKeys } from './token-limits.ts'
import { TokenRefusal } from './token-refusal.ts'

const MOST_SECRETS = 2
const NO_SECRET = { id: '', hash: Buffer.alloc(32) }

/** Which of its live secrets was given. For a client that is not there the same is done with none. */
function givenSecret(client: Client | undefined, secret: string): string | undefined {
  const hash = sha256(secret)
  const live = [...(client?.secrets ?? []), NO_SECRET, NO_SECRET].slice(0, MOST_SECRETS)
  return live.find((known) => isSame(hash, known.hash))?.id
}

type Proof = { client: Client; secretId: string }

/** @throws invalid_client, one for all that is wrong; too_many_attempts */
export async function proveClient(
  deps: Pick<Deps, 'pool' | 'env' | 'metrics'>,
  limits: TokenLimits,
  { ip, clientId, secret }: Credentials & { ip: string },
): Promise<Proof> {
  const keys = tokenKeys(deps.env.SESSION_SECRET, ip)
  const { closedForSeconds } = await limits.begin(keys)
  if (closedForSeconds !== null)
    throw new AppError('too_many_attempts', { retryAfterSeconds: closedForSeconds })
  const client = await findClient(deps.pool, clientId)
  const secretId = givenSecret(client, secret)
  if (!client || secretId === undefined) {
    deps.metrics.integratorTokens.inc({ outcome: 'refused' })
    throw new TokenRefusal('invalid_client')
  }
  await limits.wasRight(keys)
  return { client, secretId }
}

/**
 * What the token may have: all that the client may, or the part that it asks for.
 * @throws unsupported_grant_type, unauthorized_client, invalid_scope
 */
export function grantedScopes({ client }: Proof, { grant_type, scope }: TokenRequest): readonly string[] {
  if (grant_type !== 'client_credentials') throw new TokenRefusal('unsupported_grant_type')
  // Said only to whoever knows the secret.
  if (client.isDisabled) throw new TokenRefusal('unauthorized_client')
  if (scope === undefined) return client.scopes
  const asked = [...new Set(scope.split(' ').filter(Boolean))]
  if (asked.length === 0 || asked.some((name) => !client.scopes.includes(name))) {
    throw new TokenRefusal('invalid_scope')
  }
  return asked
}

export async function noteToken({ pool, metrics }: Pick<Deps, 'pool' | 'metrics'>, { secretId }: Proof) {
  await noteUse(pool, secretId)
  metrics.integratorTokens.inc({ outcome: 'issued' })
}
