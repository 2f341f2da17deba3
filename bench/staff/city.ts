import { withClient } from '../../scripts/database/client.ts'
import type { RunningCluster } from '../../scripts/database/cluster.ts'
import { bringUpToDate } from '../../scripts/database/reference-data.ts'
import { seed } from '../../scripts/run/demo.ts'
import { step } from '../../scripts/run/steps.ts'

const MONTHS = 3

/** Accounts in the order of their numbers, from 1. */
const NUMBERED = `SELECT id, row_number() OVER (ORDER BY number) AS n FROM accounts`

/** Four of ten flats have a person of the cabinet. */
const PEOPLE = `
  WITH numbered AS (${NUMBERED}), made AS (
    INSERT INTO users (kind, email, phone, name)
    SELECT 'resident', 'resident-' || n || '@example.ru', '+79' || lpad(n::text, 9, '0'), 'Резидент ' || n
    FROM numbered WHERE n % 5 < 2
    RETURNING id, split_part(name, ' ', 2)::bigint AS n
  )
  INSERT INTO account_links (user_id, account_id, role, proof)
  SELECT made.id, numbered.id, 'owner', 'bench' FROM made JOIN numbered USING (n)`

/** One account of a hundred belongs to an organisation with a contract. */
const ORGANISATIONS = `
  WITH numbered AS (${NUMBERED}), made AS (
    INSERT INTO organisations (kind, name, inn, kpp, ogrn, contact_name, contact_email, contact_phone)
    SELECT 'legal_entity', 'ООО «Контора ' || n || '»', '74' || lpad(n::text, 8, '0'), '745301001',
      '1' || lpad(n::text, 12, '0'), 'Иванова М. П.', 'office-' || n || '@example.ru', '+73512170517'
    FROM numbered WHERE n % 100 = 0
    RETURNING id, right(inn, 8)::bigint AS n
  ), given AS (
    INSERT INTO organisation_accounts (account_id, organisation_id)
    SELECT numbered.id, made.id FROM made JOIN numbered USING (n)
  )
  INSERT INTO legal_terms (account_id, contract_number, contract_signed_on)
  SELECT numbered.id, 'В-' || n || '/2024', '2024-03-12' FROM made JOIN numbered USING (n)
  ON CONFLICT (account_id) DO NOTHING`

/** What everybody was charged for a month, and nobody has paid. Both sides sum to zero. */
const charged = (month: number) => `
  WITH numbered AS (${NUMBERED}), owed AS (
    SELECT id, n, (1 + n % 5000) * 100 AS kopecks FROM numbered
  ), t AS (
    INSERT INTO ledger_transactions (kind, operation, occurred_on, entry_count, actor)
    SELECT 'charge', 'bench:staff:${month}', current_date - ${30 * month}, count(*) + 1, 'system' FROM owed
    RETURNING id
  ), period AS (
    SELECT (date_trunc('month', current_date) - interval '${month} months')::date AS month
  )
  INSERT INTO ledger_entries (transaction_id, line, book, account_id, service, period, amount_kopecks)
  SELECT t.id, owed.n + 1, 'receivable'::ledger_book, owed.id, 'cold_water'::billed_service, month, kopecks
  FROM t, period, owed
  UNION ALL
  SELECT t.id, 1, 'revenue', NULL, 'cold_water', month, (SELECT -sum(kopecks) FROM owed) FROM t, period`

const SUBMISSIONS = `
  INSERT INTO submissions (account_id, period, source, check_code)
  SELECT id, date_trunc('month', current_date)::date, 'account', 'bench-' || lpad(n::text, 16, '0')
  FROM (${NUMBERED}) AS numbered WHERE n % 5 < 2`

const PAYMENTS = `
  WITH made AS (
    INSERT INTO payments (number, acquirer, method, state, amount_kopecks, expires_at)
    SELECT 'P2601-' || lpad(n::text, 7, '0') || '-0', 'sber', 'card', 'expired', 10000, app_now()
    FROM (${NUMBERED}) AS numbered WHERE n % 10 = 0
    RETURNING id, split_part(number, '-', 2)::bigint AS n
  )
  INSERT INTO payment_parts (payment_id, account_id, amount_kopecks)
  SELECT made.id, numbered.id, 10000 FROM made JOIN (${NUMBERED}) AS numbered USING (n)`

/** Two accounts of five have asked for something in three years, of every kind in turns. */
const REQUESTS = `
  WITH asked AS (
    SELECT id, n, current_date - (n % 1000)::int - 20 AS filed_on,
      (ARRAY['appeal', 'sealing', 'inspector_call', 'meter_replacement', 'correction', 'absence', 'persons'])[1 + n % 7] AS kind
    FROM (${NUMBERED}) AS numbered WHERE n % 5 < 2
  ), made AS (
    INSERT INTO requests (number, kind, state, account_id, channel, filed_by, fields, filed_at, due_on, closed_at, wish_key,
      wish_hash)
    SELECT 'R2601-' || lpad(n::text, 7, '0') || '-0', kind, 'done', id, 'guest', 'guest', '{}', filed_on, filed_on + 7,
      filed_on + 5, 'bench:' || n, sha256(n::text::bytea)
    FROM asked RETURNING id, filed_at
  )
  INSERT INTO request_events (request_id, type, state, actor, at, wish_key, wish_hash)
  SELECT id, 'filed', 'filed', 'guest', filed_at, 'filed', sha256('filed') FROM made`

/** One account of a hundred waits for an answer: some of them are late, most are due within two weeks. */
const OPEN_REQUESTS = `
  UPDATE requests r SET state = 'filed', closed_at = NULL, due_on = current_date - 3 + (n / 100 % 17)::int
  FROM (${NUMBERED}) AS numbered WHERE r.account_id = numbered.id AND n % 100 = 0`

const staffStatements = (): string[] => [
  PEOPLE,
  ORGANISATIONS,
  ...Array.from({ length: MONTHS }, (_, month) => charged(month + 1)),
  SUBMISSIONS,
  PAYMENTS,
  REQUESTS,
  OPEN_REQUESTS,
  'VACUUM (ANALYZE)',
]

/** The demo city with its people, organisations, debts, papers and requests, made once and kept. */
export async function openStaffCity(server: RunningCluster, accounts: number): Promise<string> {
  const name = `console_${accounts}`
  const isThere = await withClient(server.url('postgres'), async (client) => {
    const { rows } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    return rows.length > 0
  })
  if (!isThere) {
    await withClient(server.url('postgres'), async (client) => {
      await client.query('DROP DATABASE IF EXISTS console_making WITH (FORCE)')
      await client.query('CREATE DATABASE console_making')
    })
    await bringUpToDate(server.url('console_making'))
    await seed(server.url('console_making'), accounts)
    await step('Adding people, organisations, debts and papers', () =>
      withClient(server.url('console_making'), async (client) => {
        for (const statement of staffStatements()) await client.query(statement)
      }),
    )
    await withClient(server.url('postgres'), (client) =>
      client.query(`ALTER DATABASE console_making RENAME TO ${name}`),
    )
  }
  await bringUpToDate(server.url(name))
  return server.url(name)
}
