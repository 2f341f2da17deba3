import type { ChargeReference } from '../billing/charge-facts.ts'
import { chargeMonth } from '../billing/charge-month.ts'
import { type ImaginedAccount, type ImaginedMeters, imaginedFacts } from '../billing/imagined-account.ts'

/** The first month that is charged by the norm and no more by the average (Rules 354, п. 59, п. 60). */
export const NORM_FROM_MONTH = 4

type Household = Omit<ImaginedAccount, 'water'> & {
  coldLitres: number
  /** Null: no meter of hot water. */
  hotLitres: number | null
}

/**
 * How much more a month costs once the verification of the meters has been over for three: by the norm instead of
 * by the meter. Null where a month cannot be charged, or the norm is not dearer than what is used.
 * @returns kopecks a month
 */
export function costOfDelay(
  { coldLitres, hotLitres, ...account }: Household,
  reference: ChargeReference,
): number | null {
  const charged = (state: ImaginedMeters['state']) =>
    chargeMonth(
      imaginedFacts({ ...account, water: { metering: 'meter', coldLitres, hotLitres, state } }),
      reference,
    )
  const inTime = charged({ kind: 'read' })
  const late = charged({ kind: 'expired', months: NORM_FROM_MONTH })
  if (!inTime.ok || !late.ok) return null
  const more = late.totalKopecks - inTime.totalKopecks
  return more > 0 ? more : null
}
