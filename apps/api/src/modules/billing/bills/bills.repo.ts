import type { Bill, BillSummary, ServiceBill } from '@rodnik/contract/bills'
import type { PenaltyGrowth } from '@rodnik/contract/penalties'
import type { Deps } from '../../../platform/deps.ts'
import { BILL_OF_PERSON, BILL_OF_SESSION, BILLS_OF_PERSON } from './bills.sql.ts'
import type { Moved } from './statement.ts'

export type Reader = { userId: string; accountId: string }
type Pool = Deps['pool']

type AccountKind = 'resident' | 'legal'
type FoundBills = { kind: AccountKind; bills: Omit<BillSummary, 'dueOn'>[] }

/** Undefined: this person has no right to the account. */
export async function findBills(pool: Pool, { userId, accountId }: Reader): Promise<FoundBills | undefined> {
  const { rows } = await pool.query<FoundBills>({
    ...BILLS_OF_PERSON,
    values: [userId, accountId],
  })
  return rows[0]
}

/** What the ledger had when a month was issued. */
export type IssuedMonth = {
  /** Null where the month is not final. */
  issuedAt: Date | null
  moved: Moved[]
}

export type BilledMonth = IssuedMonth &
  Bill['account'] & {
    accountId: string
    kind: AccountKind
    /** Null: there is no bill yet. */
    period: string | null
    services: ServiceBill[] | null
    servicesBefore: ServiceBill[] | null
    penalties: PenaltyGrowth[]
    meters: Bill['meters']
  }

/** Of a month; null: of the newest one. Undefined: this person has no right to the account. */
export async function findBill(
  pool: Pool,
  { userId, accountId }: Reader,
  period: string | null,
): Promise<BilledMonth | undefined> {
  const values = [period && `${period}-01`, userId, accountId]
  return (await pool.query<BilledMonth>({ ...BILL_OF_PERSON, values })).rows[0]
}

/** The newest. Undefined: the session is over. */
export async function findGuestBill(pool: Pool, sessionId: string): Promise<BilledMonth | undefined> {
  return (await pool.query<BilledMonth>({ ...BILL_OF_SESSION, values: [null, sessionId] })).rows[0]
}
