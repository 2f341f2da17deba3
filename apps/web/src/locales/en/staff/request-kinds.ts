import type { StaffWords } from '../../ru/staff/index.ts'

import { absenceProofs } from './circumstances.ts'

export const requestKinds: StaffWords['requestKinds'] = {
  sealing: {
    name: 'Sealing',
    fields: { meterIds: 'Meters', reason: 'Why' },
    choices: {
      reason: {
        installed: 'after installation',
        verified: 'after verification',
        repaired: 'after repair',
        seal_broken: 'the seal is broken',
      },
    },
  },
  inspector_call: {
    name: 'Call of an inspector',
    fields: { meterIds: 'Meters', reason: 'What for' },
    choices: {
      reason: {
        control_reading: 'control reading',
        technical_check: 'check of the meter',
        meter_fault: 'the meter is faulty',
        bill_doubt: 'doubt about the bill',
      },
    },
  },
  meter_replacement: {
    name: 'Meter taken into use',
    fields: {
      what: 'What was done',
      service: 'Water',
      type: 'Type of the new meter',
      serial: 'Serial number',
      installedOn: 'Day of installation',
      installer: 'Who installed it',
    },
    choices: {
      what: {
        replaced: 'the meter was replaced',
        first_meter: 'the first meter was put in',
        to_be_replaced: 'the meter will be replaced',
      },
      service: { cold: 'cold', hot: 'hot' },
    },
  },
  correction: {
    name: 'Correction of readings',
    fields: { readings: 'Right readings', reason: 'Why' },
    choices: {
      reason: {
        mistyped: 'typing error',
        meters_mixed_up: 'meters were mixed up',
        wrong_digits: 'red digits or one digit too many',
        other: 'other',
      },
    },
  },
  absence: {
    name: 'Temporary absence',
    fields: { persons: 'How many persons', leftOn: 'Left on', returnedOn: 'Returned on', proof: 'Document' },
    choices: {
      proof: absenceProofs,
    },
  },
  persons: {
    name: 'Number of residents',
    fields: { persons: 'Now living there', since: 'Since', proof: 'Grounds' },
    choices: {
      proof: {
        registration: 'registration',
        deregistration: 'deregistration',
        birth: 'birth',
        death: 'death',
        temporary_stay: 'temporary stay',
        other: 'other',
      },
    },
  },
  appeal: {
    name: 'Appeal',
    fields: { type: 'Type', topic: 'Topic', message: 'Text' },
    choices: {
      type: { statement: 'statement', complaint: 'complaint', wish: 'suggestion', thanks: 'thanks' },
    },
  },
  credentials: {
    name: 'Access for an organisation',
    fields: {
      what: 'What is needed',
      organisationName: 'Organisation',
      inn: 'INN (taxpayer’s number)',
      contactName: 'Who asks',
      contactPhone: 'Telephone',
    },
    choices: { what: { first: 'login and password, the first time', again: 'a new password' } },
  },
}
