import type { Bill } from '@rodnik/contract/bills'
import { post } from '../src/modules/billing/ledger.repo.ts'
import type { Api } from './api.ts'
import { aResident } from './people.ts'

/** Ten cubic metres a month. */
const READINGS = Object.fromEntries(
  ['04', '05', '06', '07', '08', '09', '10'].map((month, i) => [`2026-${month}`, 100_000 + i * 10_000]),
)
/** 10 m³ at 40.22 and 26.85. */
export const COLD_KOPECKS = 40_220
export const SEWER_KOPECKS = 26_850

export type Debtor = Awaited<ReturnType<typeof aDebtor>>

/** An account that is charged the same every month, and its bills as the owner sees them. */
export async function aDebtor(api: Api, kind: 'resident' | 'legal' = 'resident') {
  const person = await aResident(api)
  const account = await api.given.account()
  await api.db.account.update({ where: { id: account.id }, data: { kind } })
  await api.given.meter(account.id, { readings: READINGS })
  await api.given.link(person.id, account.id)
  const bill = async (period: string) =>
    (await person.get(`/my/accounts/${account.id}/bills/${period}`)).json<Bill>()
  return { account, bill }
}

const owes = (accountId: string, service: 'cold_water' | 'wastewater', period: string, kopecks: number) => ({
  book: 'receivable' as const,
  accountId,
  service,
  period,
  amountKopecks: BigInt(kopecks),
})

/** The whole charge of a month. */
export const pays = (api: Api, { account: { id } }: Debtor, occurredOn: string, period: string) =>
  post(api.db, {
    kind: 'payment',
    operation: `test:${id}:${period}`,
    occurredOn,
    actor: 'system',
    entries: [
      { book: 'bank', amountKopecks: BigInt(COLD_KOPECKS + SEWER_KOPECKS) },
      owes(id, 'cold_water', period, -COLD_KOPECKS),
      owes(id, 'wastewater', period, -SEWER_KOPECKS),
    ],
  })

/** With 1000 roubles for January and 5 of penalty for it. */
export const tookOver = (api: Api, { account: { id } }: Debtor) =>
  post(api.db, {
    kind: 'opening',
    operation: `test:opening:${id}`,
    occurredOn: '2026-04-30',
    actor: 'system',
    entries: [
      owes(id, 'cold_water', '2026-01', 100_000),
      { ...owes(id, 'cold_water', '2026-01', 500), book: 'penalty_receivable' },
      { book: 'opening', amountKopecks: -100_500n },
    ],
  })
