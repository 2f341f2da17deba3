import type { ChargeRefusal } from '@rodnik/contract/charges'
import { addDays } from '../calendar/days.ts'
import type { AccountMonth } from './charge-facts.ts'
import { commonSpan, type DaySpan, earlierDay, laterDay } from './month-frame.ts'
import { personsCounted } from './norm.ts'
import { refusal } from './refusal.ts'

/** Who is charged by the norm on these days. */
export type PersonsDays = DaySpan & { persons: number; isOwners: boolean }

/**
 * Persons of the account by days, in order and without a hole: on days without a record, or with nobody, the owners
 * are counted (Rules 354, п. 56(2), 57(1)). Refused where there are none either, or two records for a day.
 */
export function personsByDay(facts: AccountMonth, days: DaySpan): PersonsDays[] | ChargeRefusal {
  const found: PersonsDays[] = []
  const records = facts.persons.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  let next = days.from
  for (const record of records) {
    const span = commonSpan(days, { from: record.from, to: record.to ?? days.to })
    if (!span) continue
    if (span.from < next) return refusal('persons_overlap', facts.housingGroup, span.from)
    if (span.from > next) found.push(counted(facts, 0, { from: next, to: addDays(span.from, -1) }))
    found.push(counted(facts, record.persons, span))
    next = addDays(span.to, 1)
  }
  if (next <= days.to) found.push(counted(facts, 0, { from: next, to: days.to }))
  const nobody = found.find((span) => span.persons === 0)
  return nobody ? refusal('persons_unknown', facts.housingGroup, nobody.from) : found
}

function counted(facts: AccountMonth, persons: number, { from, to }: DaySpan): PersonsDays {
  return { from, to, persons: personsCounted(persons, facts.owners), isOwners: persons === 0 }
}

/** The same persons on some of the days. */
export function personsWithin(persons: readonly PersonsDays[], days: DaySpan): PersonsDays[] {
  return persons.flatMap((span) =>
    span.from <= days.to && span.to >= days.from
      ? [{ ...span, from: laterDay(span.from, days.from), to: earlierDay(span.to, days.to) }]
      : [],
  )
}
