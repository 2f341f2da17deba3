import type {
  CircumstanceFault,
  NewAbsence,
  NewInterruption,
  NewPersons,
} from '@rodnik/contract/circumstances'
import { fullDaysAway } from '../billing/absence.ts'
import { addDays, shiftPeriod } from '../calendar/days.ts'

export type CircumstanceFaults = Record<string, CircumstanceFault>

/** `firstDay`: what is older changes no bill any more. */
export type Days = { today: string; firstDay: string }

export type Household = {
  isMeterImpossible: boolean
  /** Who lives there on the day of leaving. */
  persons: number
  /** п. 86: an absence counts when it is longer than so many full days. */
  longerThanDays: number
}

/** п. 91: asked for before leaving, or so many days after coming back; ahead for so many months at most. */
const DAYS_TO_APPLY = 30
const MONTHS_AHEAD = 6

const faultsOf = (found: Record<string, CircumstanceFault | undefined>): CircumstanceFaults =>
  Object.fromEntries(
    Object.entries(found).flatMap(([field, fault]) => (fault === undefined ? [] : [[field, fault] as const])),
  )

const monthsAhead = (today: string, months: number) => `${shiftPeriod(today.slice(0, 7), months)}-01`

function dayFault(day: string, { today, firstDay }: Days): CircumstanceFault | undefined {
  if (day < firstDay) return 'too_old'
  return day > today ? 'in_the_future' : undefined
}

/** Whether an absence takes something off the bill (Rules 354, п. 86–93). */
export function absenceFaults(absence: NewAbsence, household: Household, days: Days): CircumstanceFaults {
  const { leftOn, returnedOn, persons, appliedOn } = absence
  return faultsOf({
    account: household.isMeterImpossible ? undefined : 'meter_possible',
    leftOn: leftOn < days.firstDay ? 'too_old' : farFault(leftOn, days),
    returnedOn:
      returnedOn === null ? undefined : returnFault({ leftOn, returnedOn }, household.longerThanDays, days),
    persons: persons > household.persons ? 'too_many_persons' : undefined,
    appliedOn: appliedOn > days.today ? 'in_the_future' : lateFault(appliedOn, returnedOn),
  })
}

const farFault = (day: string, { today }: Days): CircumstanceFault | undefined =>
  day > monthsAhead(today, MONTHS_AHEAD) ? 'too_far' : undefined

const lateFault = (appliedOn: string, returnedOn: string | null): CircumstanceFault | undefined =>
  returnedOn !== null && appliedOn > addDays(returnedOn, DAYS_TO_APPLY) ? 'too_late' : undefined

/** Whether somebody can have come back on that day. */
export function returnFault(
  away: { leftOn: string; returnedOn: string },
  longerThanDays: number,
  days: Days,
): CircumstanceFault | undefined {
  if (away.returnedOn <= away.leftOn) return 'return_not_later'
  return fullDaysAway(away) <= longerThanDays ? 'too_short' : farFault(away.returnedOn, days)
}

export const personsFaults = ({ validFrom }: NewPersons, days: Days): CircumstanceFaults =>
  faultsOf({ validFrom: dayFault(validFrom, days) })

export const interruptionFaults = ({ startedOn }: NewInterruption, days: Days): CircumstanceFaults =>
  faultsOf({ startedOn: dayFault(startedOn, days) })
