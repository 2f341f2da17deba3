import type { AccountMonth, ChargeReference } from '../charge-facts.ts'
import { chargeMonth } from '../charge-month.ts'
import { REFERENCE } from './account.ts'

/** The bill in short: kind, service, litres, kopecks. */
export function bill(facts: AccountMonth, reference: ChargeReference = REFERENCE) {
  const month = chargeMonth(facts, reference)
  return month.ok
    ? month.lines.map((line) => [line.kind, line.service, line.litres, line.amountKopecks])
    : month.code
}
