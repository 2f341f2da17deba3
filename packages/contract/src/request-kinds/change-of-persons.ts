import { choice, day, persons } from './field.ts'
import { requestKind } from './kind.ts'

/** How many people live there: told within 5 working days where there is no meter (Rules 354, п. 34 «з»). */
export const changeOfPersons = requestKind({
  name: 'persons',
  fields: {
    persons: persons(),
    since: day(),
    proof: choice(['registration', 'deregistration', 'birth', 'death', 'temporary_stay', 'other']),
  },
  steps: ['facts'],
  deadline: { days: 5, of: 'working', because: 'решение организации' },
  workedOnBy: ['clerk', 'operator'],
  isAbout: 'account',
  faults: ({ since }, today) => (since > today ? { since: 'in_the_future' } : {}),
})
