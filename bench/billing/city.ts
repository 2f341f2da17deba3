import { withClient } from '../../scripts/database/client.ts'
import type { RunningCluster } from '../../scripts/database/cluster.ts'
import { step } from '../../scripts/run/steps.ts'
import { ensureCity } from '../readings/city.ts'

const NAME = 'bench_billing'

/** Two clerks, so that one may draft and the other make final. */
const CLERKS = `
  WITH clerk AS (
    INSERT INTO users (kind, email, name) VALUES ('staff', 'anna@bench', 'Anna'), ('staff', 'vera@bench', 'Vera')
    RETURNING id
  )
  INSERT INTO staff_roles (user_id, role) SELECT id, 'clerk' FROM clerk`

/** A city of its own for each round: what was posted stays posted. */
export async function openBillingCity(server: RunningCluster, accounts: number) {
  const template = await ensureCity(server, accounts)
  const url = server.url(NAME)
  const reset = () =>
    step('Copying the city for this round', async () => {
      await withClient(server.url('postgres'), async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
        await client.query(`CREATE DATABASE ${NAME} TEMPLATE ${template} STRATEGY FILE_COPY`)
      })
      await withClient(url, async (client) => {
        await client.query(CLERKS)
        await client.query('CHECKPOINT')
      })
    })
  await reset()
  const [month] = await withClient(url, async (client) => {
    const { rows } = await client.query<{ period: string }>(
      `SELECT to_char(max(period), 'YYYY-MM') AS period FROM readings`,
    )
    return rows
  })
  return { url, period: month?.period ?? '', reset }
}
