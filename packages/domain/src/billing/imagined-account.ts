import type { WaterService } from '@rodnik/contract/meters'
import { lastDayOfMonth, shiftPeriod } from '../calendar/days.ts'
import { billedMeter } from './billed-meter.ts'
import type { AccountMonth, BilledMeter } from './charge-facts.ts'

/** A dwelling as somebody imagines it, to see what a month of it would cost. */
export type ImaginedAccount = {
  period: string
  housingGroup: string
  hasSewer: boolean
  persons: number
  water: ImaginedMeters | { metering: 'none' | 'impossible' }
}

export type ImaginedMeters = {
  metering: 'meter'
  /** What the meter counts in a month. */
  coldLitres: number
  /** Null: there is no meter of hot water. */
  hotLitres: number | null
  /** The month is the n-th in a row that nobody sent a reading in, or after the verification ran out. */
  state: { kind: 'read' } | { kind: 'silent' | 'expired'; months: number }
}

const INSTALLED_ON = '2000-01-01'
const WHOLE_DIGITS = 5
/** Six metered months, as an average takes, and the reading before them. */
const PAST_READINGS = 7

/** The facts that `chargeMonth` charges, as the close of a month would find them of such a dwelling. */
export function imaginedFacts({ water, ...account }: ImaginedAccount): AccountMonth {
  return {
    kind: 'resident',
    period: account.period,
    consumerGroup: 'residents',
    services: account.hasSewer ? ['cold_water', 'wastewater'] : ['cold_water'],
    housingGroup: account.housingGroup,
    isMeterImpossible: water.metering === 'impossible',
    persons: [{ from: INSTALLED_ON, to: null, persons: account.persons }],
    owners: 1,
    meters: water.metering === 'meter' ? imaginedMeters(water, account.period) : [],
    absences: [],
    interruptions: [],
    contract: null,
    closedOn: null,
  }
}

function imaginedMeters({ coldLitres, hotLitres, state }: ImaginedMeters, period: string): BilledMeter[] {
  const cold = imaginedMeter('cold', coldLitres, { state, period })
  return hotLitres === null ? [cold] : [cold, imaginedMeter('hot', hotLitres, { state, period })]
}

/** Read on the 22nd of each month, always as much as the month before, up to the last month that counts. */
function imaginedMeter(
  service: WaterService,
  litres: number,
  { state, period }: { state: ImaginedMeters['state']; period: string },
): BilledMeter {
  const last = state.kind === 'read' ? period : shiftPeriod(period, -state.months)
  const readings = Array.from({ length: PAST_READINGS + 1 }, (_, i) => {
    const month = shiftPeriod(last, -i)
    const valueLitres = (PAST_READINGS - i) * litres
    return { period: month, takenOn: `${month}-22`, valueLitres, isRollover: false }
  })
  const record = {
    id: service,
    service,
    wholeDigits: WHOLE_DIGITS,
    installedOn: INSTALLED_ON,
    removedOn: null,
    verificationDueOn: state.kind === 'expired' ? lastDayOfMonth(last) : null,
    failedOn: null,
    refusedAccessOn: null,
    readings,
  }
  return billedMeter(record, period, [])
}
