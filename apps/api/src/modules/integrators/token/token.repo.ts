import type { Deps } from '../../../platform/deps.ts'

export type Client = {
  integratorId: string
  scopes: string[]
  requestsPerMinute: number
  isDisabled: boolean
  secrets: { id: string; hash: Buffer }[]
}

type Row = Omit<Client, 'secrets'> & { secrets: { id: string; hash: string }[] }

const CLIENT_WITH_SECRETS = {
  name: 'client-with-secrets',
  text: `
    SELECT i.id AS "integratorId", i.scopes, i.requests_per_minute AS "requestsPerMinute",
      i.disabled_at IS NOT NULL AS "isDisabled",
      coalesce((SELECT json_agg(json_build_object('id', s.id, 'hash', encode(s.secret_hash, 'hex')))
        FROM live_integrator_secrets s WHERE s.integrator_id = i.id), '[]') AS secrets
    FROM integrators i WHERE i.id = $1::uuid`,
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The same question is asked for an id that can be nobody's. */
export async function findClient(pool: Deps['pool'], clientId: string): Promise<Client | undefined> {
  const id = UUID.test(clientId) ? clientId : NOBODY
  const { rows } = await pool.query<Row>({ ...CLIENT_WITH_SECRETS, values: [id] })
  const [row] = rows
  return (
    row && {
      ...row,
      secrets: row.secrets.map((secret) => ({ ...secret, hash: Buffer.from(secret.hash, 'hex') })),
    }
  )
}

/** Half a minute of slack: whoever asks for a token before each call shall not write each time. */
export async function noteUse(pool: Deps['pool'], secretId: string): Promise<void> {
  await pool.query(
    `UPDATE integrator_secrets SET last_used_at = app_now()
     WHERE id = $1::uuid AND (last_used_at IS NULL OR last_used_at < app_now() - interval '30 seconds')`,
    [secretId],
  )
}
