import type {
  NetworkTerms,
  NewNetwork,
  TerminalConflict,
  TerminalNetwork,
} from '@rodnik/contract/staff-terminals'
import type { Tx } from '../../../platform/db.ts'

type Row = Omit<TerminalNetwork, 'previousValidUntil' | 'lastPaymentAt'> & {
  previousValidUntil: Date | null
  lastPaymentAt: Date | null
}

const toNetwork = ({ addresses, previousValidUntil, lastPaymentAt, ...row }: Row): TerminalNetwork => ({
  ...row,
  // A single address is shown as it was typed.
  addresses: addresses.map((range) => range.replace(/(?<=\.\d+)\/32$|(?<=:.*)\/128$/, '')),
  previousValidUntil: previousValidUntil?.toISOString() ?? null,
  lastPaymentAt: lastPaymentAt?.toISOString() ?? null,
})

/** All networks, or the one with the id. */
export async function findNetworks(tx: Tx, id: string | null = null): Promise<TerminalNetwork[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, code, name, protocol::text, login, addresses::text[] AS addresses, time_zone AS "timeZone",
      min_kopecks AS "minKopecks", max_kopecks AS "maxKopecks", requests_per_minute AS "requestsPerMinute",
      is_active AS "isActive",
      CASE WHEN previous_valid_until > app_now() THEN previous_valid_until END AS "previousValidUntil",
      (SELECT recorded_at FROM terminal_payments p WHERE p.network_id = n.id
        ORDER BY p.paid_on DESC, p.id DESC LIMIT 1) AS "lastPaymentAt"
    FROM terminal_networks n WHERE ${id}::uuid IS NULL OR id = ${id}::uuid
    ORDER BY is_active DESC, name`
  return rows.map(toNetwork)
}

type Secret = { login: string; secretHash: Buffer }

/** The new network's id, or null when its code is in use already: the constraint says so. */
export async function insertNetwork(tx: Tx, wish: NewNetwork, secret: Secret): Promise<string | null> {
  const { code, name, protocol, addresses, timeZone, minKopecks, maxKopecks, requestsPerMinute } = wish
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO terminal_networks (code, name, protocol, login, secret_hash, addresses, time_zone,
      min_kopecks, max_kopecks, requests_per_minute)
    VALUES (${code}, ${name}, ${protocol}::terminal_protocol, ${secret.login}, ${secret.secretHash},
      ${addresses}::text[]::inet[], ${timeZone}, ${minKopecks}, ${maxKopecks}, ${requestsPerMinute})
    ON CONFLICT (code) DO NOTHING RETURNING id`
  return row?.id ?? null
}

export async function updateTerms(tx: Tx, id: string, terms: NetworkTerms): Promise<void> {
  const { name, addresses, timeZone, minKopecks, maxKopecks, requestsPerMinute } = terms
  await tx.$executeRaw`
    UPDATE terminal_networks SET name = ${name}, addresses = ${addresses}::text[]::inet[],
      time_zone = ${timeZone}, min_kopecks = ${minKopecks}, max_kopecks = ${maxKopecks},
      requests_per_minute = ${requestsPerMinute}
    WHERE id = ${id}::uuid`
}

/** The secret of now is good for so many hours more; one before it is gone. */
export async function replaceSecret(
  tx: Tx,
  id: string,
  { secretHash, keepHours }: { secretHash: Buffer; keepHours: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE terminal_networks SET previous_secret_hash = secret_hash, secret_hash = ${secretHash},
      previous_valid_until = app_now() + make_interval(hours => ${keepHours}::int)
    WHERE id = ${id}::uuid`
}

/** False: it was so already. */
export async function switchNetwork(tx: Tx, id: string, isActive: boolean): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE terminal_networks SET is_active = ${isActive} WHERE id = ${id}::uuid AND is_active <> ${isActive}`
  return changed > 0
}

/** One change of a network at a time, so that the log has each with what was before it. */
export async function lockNetwork(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM terminal_networks WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

type ConflictRow = {
  networkName: string
  txnId: string
  accountNumber: string
  amountKopecks: number
  seenAt: Date
  firstNumber: string
  firstKopecks: number
}

export async function findConflicts(tx: Tx, limit: number): Promise<TerminalConflict[]> {
  const rows = await tx.$queryRaw<ConflictRow[]>`
    SELECT n.name AS "networkName", c.txn_id AS "txnId", c.account_number AS "accountNumber",
      c.amount_kopecks::float8 AS "amountKopecks", c.seen_at AS "seenAt",
      a.number AS "firstNumber", p.amount_kopecks::float8 AS "firstKopecks"
    FROM terminal_conflicts c
    JOIN terminal_networks n ON n.id = c.network_id
    JOIN terminal_payments p ON p.network_id = c.network_id AND p.txn_id = c.txn_id
    JOIN accounts a ON a.id = p.account_id
    ORDER BY c.seen_at DESC LIMIT ${limit}`
  return rows.map(({ seenAt, firstNumber, firstKopecks, ...row }) => ({
    ...row,
    seenAt: seenAt.toISOString(),
    first: { accountNumber: firstNumber, amountKopecks: firstKopecks },
  }))
}
