import { choice, day, line } from './field.ts'
import { requestKind } from './kind.ts'

/**
 * A new meter is taken into use, in place of another or where there was none: its application says type and number,
 * the day, and who put it in (Rules 354, п. 81(1)). The visit records both readings.
 */
export const meterReplacement = requestKind({
  name: 'meter_replacement',
  fields: {
    what: choice(['replaced', 'first_meter', 'to_be_replaced']),
    service: choice(['cold', 'hot']),
    type: line(60),
    serial: line(40),
    installedOn: day(),
    installer: line(120),
  },
  steps: ['visit'],
  deadline: { days: 15, of: 'working', because: 'ПП РФ 354, п. 81(2)' },
  workedOnBy: ['operator', 'inspector'],
  isAbout: 'account',
  faults: ({ what, installedOn }, today) =>
    what !== 'to_be_replaced' && installedOn > today ? { installedOn: 'in_the_future' } : {},
})
