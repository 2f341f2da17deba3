import { choice, meters } from './field.ts'
import { requestKind } from './kind.ts'

/** C8: free of charge, also after verification, but for a seal that the consumer broke (Rules 354, п. 81(14)). */
export const sealing = requestKind({
  name: 'sealing',
  fields: { meterIds: meters(), reason: choice(['installed', 'verified', 'repaired', 'seal_broken']) },
  steps: ['visit'],
  deadline: { days: 15, of: 'working', because: 'ПП РФ 354, п. 81(2)' },
  workedOnBy: ['operator', 'inspector'],
  isAbout: 'account',
})
