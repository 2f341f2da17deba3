import { ABSENCE_PROOFS } from '../absence-proof.ts'
import { choice, day, persons } from './field.ts'
import { requestKind } from './kind.ts'

/**
 * More than five full days away from a dwelling where no meter can be put in (Rules 354, п. 86): asked for before,
 * or within 30 days after, and answered within 5 working days (п. 91).
 */
export const absence = requestKind({
  name: 'absence',
  fields: {
    persons: persons(),
    leftOn: day(),
    returnedOn: day(),
    proof: choice(ABSENCE_PROOFS),
  },
  steps: ['facts'],
  deadline: { days: 5, of: 'working', because: 'ПП РФ 354, п. 91' },
  workedOnBy: ['clerk'],
  isAbout: 'account',
  faults: ({ persons: absent, leftOn, returnedOn }) => ({
    ...(absent === 0 && { persons: 'none' }),
    ...(returnedOn <= leftOn && { returnedOn: 'before_leaving' }),
  }),
})
