import { choice, line, message } from './field.ts'
import { requestKind } from './kind.ts'

/** C10: a complaint about the charges or the water is answered in three working days, so all appeals are. */
export const appeal = requestKind({
  name: 'appeal',
  fields: {
    type: choice(['statement', 'complaint', 'wish', 'thanks']),
    topic: line(120),
    message: message(4000),
  },
  steps: [],
  deadline: { days: 3, of: 'working', because: 'ПП РФ 354, п. 31 «к»' },
  workedOnBy: ['operator'],
  isAbout: 'account',
})
