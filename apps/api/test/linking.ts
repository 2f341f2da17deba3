import { receiptCode } from '../src/modules/accounts/receipt-code.ts'
import type { Api } from './api.ts'
import type { Resident } from './people.ts'

/** An account that nobody has linked, with a meter last read at 123 456 litres. */
export async function aFlat(api: Api, facts: Parameters<Api['given']['account']>[0] = {}) {
  const account = await api.given.account(facts)
  const meter = await api.given.meter(account.id, { readings: { '2026-09': 120_000, '2026-10': 123_456 } })
  return { account, meter, byMeter: { kind: 'meter', serial: meter.serial, valueLitres: 123_456 } }
}

export const link = (
  { post }: Pick<Resident, 'post'>,
  accountNumber: string,
  proof: object,
  more: object = {},
) => post('/my/accounts', { accountNumber, proof, ...more })

/** The code on the receipt of a month, as the printer of receipts knows it. */
export const codeOf = ({ env }: Pick<Api, 'env'>, accountNumber: string, period: string) => ({
  kind: 'receipt_code',
  code: receiptCode(env.SESSION_SECRET, accountNumber, period),
})

export const linksOf = ({ db }: Pick<Api, 'db'>, accountId: string) =>
  db.accountLink.findMany({ where: { accountId, endedAt: null } })
