import { billedMeter, type CountedReading } from '@rodnik/domain/billing/billed-meter'
import type { AccountMonth } from '@rodnik/domain/billing/charge-facts'
import { consumerGroupOf } from '@rodnik/domain/billing/consumer-group'
import { addDays, monthsBetween } from '@rodnik/domain/calendar/days'
import type { InputAccount, InputMeter, PastCharge } from './slice-input.ts'

const readingsOf = ({ readings }: InputMeter): CountedReading[] =>
  (readings ?? []).map(([period, takenOn, valueLitres, isRollover]) => ({
    period,
    takenOn,
    valueLitres,
    isRollover,
  }))

/** Whether a meter speaks again after silent months, so that what they were charged has to be looked up. */
export function hasToSettle({ readings }: InputMeter, period: string): boolean {
  const [newest, before] = readings ?? []
  return newest?.[0] === period && before !== undefined && monthsBetween(before[0], period) > 1
}

/** An account as the rules see it in a month. `past` is what its silent months were charged, oldest first. */
export function accountFacts(
  { meters, persons, residents, terms, ...account }: InputAccount,
  period: string,
  past: readonly PastCharge[],
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
    meters: (meters ?? []).map((meter) => meterFacts(meter, period, past)),
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

function meterFacts(meter: InputMeter, period: string, past: readonly PastCharge[]) {
  const readings = readingsOf(meter)
  const last = readings.find((reading) => reading.period < period)
  const silent = last && past.length > 0 ? past.filter((charge) => charge.period > last.period) : []
  return billedMeter({ ...meter, readings }, period, chargedFor(meter, silent))
}

/** What silent months were charged for a meter: its own parts, or all of the service where it went by the norm. */
function chargedFor({ id, service }: InputMeter, silent: readonly PastCharge[]): number[] {
  const billedAs = service === 'cold' ? 'cold_water' : 'wastewater'
  return silent
    .filter((charge) => charge.service === billedAs)
    .map(({ lines, litres }) => {
      const parts = lines.flatMap(({ explanation }) => explanation.parts ?? [])
      const own = parts.filter((part) => part.meterId === id)
      return own.length > 0
        ? own.reduce((sum, part) => sum + part.litres, 0)
        : service === 'cold'
          ? litres
          : 0
    })
}
