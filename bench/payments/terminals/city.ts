import { withClient } from '../../../scripts/database/client.ts'
import type { RunningCluster } from '../../../scripts/database/cluster.ts'
import { bringUpToDate } from '../../../scripts/database/reference-data.ts'
import { step } from '../../../scripts/run/steps.ts'

const DATABASE = 'bench_payments'
const MONTHS = 12

/** The network that calls from this machine, and its secret. */
export const NETWORK = { code: 'bench', login: 'bench', secret: 'a secret of the bench' }

const idSql = "('40000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid"
export const accountId = (n: number) => `40000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const accountNumber = (n: number) => `314${String(n).padStart(7, '0')}`

const accountsSql = (accounts: number) => `
  INSERT INTO premises (id, street, house, flat, house_key, house_weak_key, flat_key)
  SELECT ${idSql}, 'улица ' || n / 200, (n / 50 % 4 + 1)::text, (n % 50 + 1)::text,
    (n / 50 % 4 + 1)::text, (n / 50 % 4 + 1)::text, (n % 50 + 1)::text
  FROM generate_series(0, ${accounts - 1}) n;
  INSERT INTO accounts (id, number, premises_id, residents_count, holder_name)
  SELECT ${idSql}, '314' || lpad(n::text, 7, '0'), ${idSql}, 1 + n % 5, 'Иванов Иван Иванович'
  FROM generate_series(0, ${accounts - 1}) n;
  INSERT INTO terminal_networks (code, name, protocol, login, secret_hash, addresses, time_zone,
    min_kopecks, max_kopecks, requests_per_minute)
  VALUES ('${NETWORK.code}', 'Bench', 'osmp', '${NETWORK.login}', sha256('${NETWORK.secret}'),
    '{127.0.0.1}', 'Asia/Yekaterinburg', 100, 1500000, 1000000)`

/** A month of two services for everybody: charged, and but for the last month paid. Both sides sum to zero. */
function monthSql(accounts: number, month: number): string {
  const period = `(date_trunc('month', current_date) - interval '${MONTHS - month} months')::date`
  const lines = (kind: string, sign: number, other: string) => `
    WITH t AS (
      INSERT INTO ledger_transactions (kind, operation, occurred_on, entry_count, actor)
      VALUES ('${kind}', 'bench:${kind}:${month}', ${period}, ${2 * accounts + 2}, 'system') RETURNING id
    )
    INSERT INTO ledger_entries (transaction_id, line, book, account_id, service, period, amount_kopecks)
    SELECT t.id, 2 * n + s + 1, 'receivable'::ledger_book, ${idSql}, (ARRAY['cold_water', 'wastewater'])[s + 1]::billed_service,
      ${period}, ${sign} * (50000 - 20000 * s)
    FROM t, generate_series(0, ${accounts - 1}) n, generate_series(0, 1) s
    UNION ALL
    SELECT t.id, ${2 * accounts} + s + 1, '${other}'::ledger_book, NULL::uuid,
      (ARRAY['cold_water', 'wastewater'])[s + 1]::billed_service, ${period}, ${-sign} * ${accounts} * (50000 - 20000 * s)
    FROM t, generate_series(0, 1) s`
  const charged = lines('charge', 1, 'revenue')
  return month === MONTHS - 1 ? charged : `${charged};\n${lines('payment', -1, 'bank')}`
}

/**
 * A payment at a terminal for everybody, made last month, as an advance. Statements are planned for a table that
 * has something in it, as on any day but the first: for an empty one PostgreSQL would read it from end to end.
 */
const paidSql = (accounts: number) => `
  WITH t AS (
    INSERT INTO ledger_transactions (kind, operation, occurred_on, entry_count, actor)
    SELECT 'payment', 'payment:terminal:${NETWORK.code}:' || n, current_date - 30, 2, 'system'
    FROM generate_series(0, ${accounts - 1}) n
    RETURNING id, split_part(operation, ':', 4)::int AS n, operation
  ), entered AS (
    INSERT INTO ledger_entries (transaction_id, line, book, account_id, service, amount_kopecks)
    SELECT id, 1, 'bank'::ledger_book, NULL::uuid, NULL::billed_service, 1000 FROM t
    UNION ALL SELECT id, 2, 'receivable', ${idSql}, 'cold_water', -1000 FROM t
  )
  INSERT INTO terminal_payments (network_id, txn_id, account_id, amount_kopecks, paid_at, paid_on, operation)
  SELECT (SELECT id FROM terminal_networks), n::text, ${idSql}, 1000, app_now() - interval '30 days',
    current_date - 30, operation
  FROM t`

/** A database for this run alone: accounts with a year of charges and payments behind them, owing a month. */
export async function openDebtors(server: RunningCluster, accounts: number): Promise<string> {
  const url = server.url(DATABASE)
  await step(`Filling ${accounts} accounts with a year of the ledger`, async () => {
    await withClient(server.url('postgres'), async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`)
      await client.query(`CREATE DATABASE ${DATABASE}`)
    })
    await bringUpToDate(url)
    await withClient(url, async (client) => {
      await client.query(accountsSql(accounts))
      for (let month = 0; month < MONTHS; month++) await client.query(monthSql(accounts, month))
      await client.query(paidSql(accounts))
      await client.query('VACUUM (ANALYZE)')
      await client.query('CHECKPOINT')
    })
  })
  return url
}
