import type { Contract, ReconciliationAct, SupplyDocument } from '@rodnik/contract/legal-documents'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Reader } from '../bills/bills.repo.ts'
import { LEDGER_UNTIL, NUMBERED, PARTIES_OF_PERSON } from './documents.sql.ts'

type Pool = Deps['pool']

export type Parties = {
  accountId: string
  account: SupplyDocument['account']
  buyer: SupplyDocument['buyer']
  contract: Contract | null
  advancePercent: number | null
  advanceDay: number | null
}

/** @throws not_found without a right to the account, or where it is no organisation's */
export async function findParties(pool: Pool, { userId, accountId }: Reader): Promise<Parties> {
  const { rows } = await pool.query<Parties>({ ...PARTIES_OF_PERSON, values: [userId, accountId] })
  const [parties] = rows
  if (!parties) throw new AppError('not_found')
  return parties
}

export type Numbered = { number: number; period: string; issuedAt: Date; totalKopecks: number }

/** The papers of an account that have a number: of one month, or of all of them. */
export async function findNumbered(
  pool: Pool,
  accountId: string,
  period: string | null,
): Promise<Numbered[]> {
  const values = [accountId, period === null ? null : `${period}-01`]
  return (await pool.query<Numbered>({ ...NUMBERED, values })).rows
}

type LedgerRow = {
  occurredOn: string
  kind: ReconciliationAct['rows'][number]['kind']
  period: string | null
  isPenalty: boolean
  kopecks: number
}

export async function findLedgerUntil(pool: Pool, accountId: string, to: string): Promise<LedgerRow[]> {
  return (await pool.query<LedgerRow>({ ...LEDGER_UNTIL, values: [accountId, to] })).rows
}
