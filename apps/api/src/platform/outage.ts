// Class 08 connection, 53 resources, 57P admin shutdown / not yet accepting, 25006 read-only after failover;
// 57014 statement and 55P03 lock time-out, 40001 and 40P01: another writer was in the way, trying again helps.
const SQL_STATES = /^(08|53|57P)|^(25006|57014|55P03|40001|40P01)$/
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOENT', 'ENOTFOUND'])
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
const POOL_MESSAGES = /timeout exceeded when trying to connect|Connection terminated|connection timeout/i

/** Whether an error means "the database cannot answer now": a 503 for the visitor, not a bug. */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return (
    SQL_STATES.test(code) ||
    SOCKET_CODES.has(code) ||
    PRISMA_CODES.has(code) ||
    POOL_MESSAGES.test(error.message) ||
    isDatabaseOutage(error.cause)
  )
}

type Violation = {
  code?: unknown
  constraint?: unknown
  /** How Prisma wraps what the database said. */
  meta?: { driverAdapterError?: { cause?: { originalCode?: unknown; constraint?: { index?: unknown } } } }
}

/** The unique key or exclusion that a write ran into, or undefined when the error is something else. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, constraint, meta } = error as Violation
  const wrapped = meta?.driverAdapterError?.cause
  const name = wrapped ? wrapped.constraint?.index : constraint
  const isTaken = ['23505', '23P01'].includes(String(wrapped?.originalCode ?? code))
  return isTaken && typeof name === 'string' ? name : undefined
}

/** The name of the rule of ours that a statement of `pg` would have broken (23514); undefined for anything else. */
export function brokenRule(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, constraint } = error as Violation
  return code === '23514' && typeof constraint === 'string' ? constraint : undefined
}
