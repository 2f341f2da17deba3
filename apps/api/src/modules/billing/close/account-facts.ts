import type { MeterRecord } from '@rodnik/domain/billing/billed-meter'
import type { AccountMonth } from '@rodnik/domain/billing/charge-facts'
import { consumerGroupOf } from '@rodnik/domain/billing/consumer-group'
import type { CountedReading } from '@rodnik/domain/billing/counted-reading'
import { withClosing } from '@rodnik/domain/billing/inspection'
import { type ChargedMonths, metersAfter } from '@rodnik/domain/billing/silent-months'
import { addDays, monthsBetween } from '@rodnik/domain/calendar/days'
import type { InputAccount, InputMeter } from './input-account.ts'

export function readingsOf({ readings, removedOn, hasLeftBelow }: InputMeter): readonly CountedReading[] {
  const known = (readings ?? []).map(([period, takenOn, valueLitres, isRollover]) => ({
    period,
    takenOn,
    valueLitres,
    isRollover,
  }))
  return hasLeftBelow && removedOn !== null ? withClosing(known, removedOn) : known
}

/** Whether a meter speaks again after silent months, so that what they were charged has to be looked up. */
export function hasToSettle(meter: InputMeter, period: string): boolean {
  const [newest, before] = readingsOf(meter)
  return newest?.period === period && before !== undefined && monthsBetween(before.period, period) > 1
}

/** An account as the rules see it in a month. `charged` is what months before it were charged, oldest first. */
export function accountFacts(
  { meters, persons, residents, terms, ...account }: InputAccount,
  period: string,
  charged: ChargedMonths,
): AccountMonth {
  return {
    kind: account.kind,
    period,
    consumerGroup: consumerGroupOf(account.kind),
    services: account.hasSewer ? ['cold_water', 'wastewater'] : ['cold_water'],
    housingGroup: account.housingGroup,
    isMeterImpossible: account.isMeterImpossible,
    persons: personSpans(persons, residents, period),
    owners: account.owners,
    closedOn: account.closedOn,
    meters: metersAfter((meters ?? []).map(recordOf), period, charged),
    absences: account.absences ?? [],
    interruptions: account.interruptions ?? [],
    contract: account.kind === 'legal' ? contractOf(terms) : null,
  }
}

function personSpans(
  rows: InputAccount['persons'],
  residents: number,
  period: string,
): AccountMonth['persons'] {
  const known = rows ?? []
  const [first] = known
  const firstDay = `${period}-01`
  // Until the first recorded change the number of the account counts.
  const spans =
    !first || first.from > firstDay ? [{ from: '1900-01-01', persons: residents }, ...known] : known
  return spans.map(({ from, persons }, i) => {
    const next = spans[i + 1]
    return { from, to: next ? addDays(next.from, -1) : null, persons }
  })
}

const contractOf = (terms: InputAccount['terms']): AccountMonth['contract'] => ({
  guaranteed:
    terms && terms.litres !== null && terms.untilOn !== null
      ? { monthLitres: terms.litres, untilOn: terms.untilOn }
      : null,
  pipeDiameterMm: terms?.diameterMm ?? null,
})

/** A meter as the rules keep it. */
export const recordOf = (meter: InputMeter): MeterRecord => ({
  ...meter,
  readings: readingsOf(meter),
  outages: meter.outages ?? [],
})
