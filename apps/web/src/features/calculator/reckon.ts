import type { MonthCharge } from '@rodnik/contract/charges'
import type { ChargeReference } from '@rodnik/domain/billing/charge-facts'
import { chargeMonth } from '@rodnik/domain/billing/charge-month'
import { type ImaginedAccount, imaginedFacts } from '@rodnik/domain/billing/imagined-account'

export type Reckoned = {
  charged: MonthCharge
  /** How much less it would be with readings and a sound meter, kopecks; 0 where that is so already. */
  overKopecks: number
}

/** The month as the bill would charge it, and beside what it would be if readings had come. */
export function reckon(account: ImaginedAccount, reference: ChargeReference): Reckoned {
  const charge = (one: ImaginedAccount) => chargeMonth(imaginedFacts(one), reference)
  const charged = charge(account)
  const { water } = account
  if (!charged.ok || water.metering !== 'meter') return { charged, overKopecks: 0 }
  const read = charge({ ...account, water: { ...water, state: { kind: 'read' } } })
  return { charged, overKopecks: read.ok ? charged.totalKopecks - read.totalKopecks : 0 }
}
