import { choice, inn, line } from './field.ts'
import { requestKind } from './kind.ts'

/**
 * E1, E3: an organisation or a sole trader asks for credentials, or for new ones. They are handed over in the office
 * to somebody who shows the papers; nothing of that kind is ever sent.
 */
export const credentials = requestKind({
  name: 'credentials',
  fields: {
    what: choice(['first', 'again']),
    organisationName: line(200),
    inn: inn(),
    contactName: line(120),
    contactPhone: line(30),
  },
  steps: ['credentials'],
  deadline: { days: 3, of: 'working', because: 'решение организации' },
  workedOnBy: ['operator'],
  isAbout: 'nobody_yet',
})
