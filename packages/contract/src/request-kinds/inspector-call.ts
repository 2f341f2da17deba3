import { choice, meters } from './field.ts'
import { requestKind } from './kind.ts'

/** C9: control readings and the technical state of meters; what is found goes into the bill (Rules 354, п. 61). */
export const inspectorCall = requestKind({
  name: 'inspector_call',
  fields: {
    meterIds: meters(),
    reason: choice(['control_reading', 'technical_check', 'meter_fault', 'bill_doubt']),
  },
  steps: ['visit'],
  deadline: { days: 10, of: 'working', because: 'решение организации' },
  workedOnBy: ['operator', 'inspector'],
  isAbout: 'account',
})
