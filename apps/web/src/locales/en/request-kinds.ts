import type { RequestKindWords } from '../request-kind-words.ts'

const VISIT = 'We call or write to you and agree on a day and time.'

export const requestKindWords: RequestKindWords = {
  sealing: {
    title: 'Have a meter sealed',
    name: 'Sealing of a meter',
    tile: 'An inspector looks at the meter and seals it. Free, unless the seal was torn off.',
    next: [
      VISIT,
      'The inspector comes, checks the number of the meter and seals it.',
      'The number of the seal appears beside the meter.',
    ],
    fields: {
      meterIds: { label: 'Which meter is to be sealed' },
      reason: {
        label: 'Why it needs a seal',
        options: {
          installed: 'A new meter was installed',
          verified: 'The meter has been verified',
          repaired: 'The meter was repaired',
          seal_broken: 'The seal is damaged or torn off',
        },
      },
    },
  },
  inspector_call: {
    title: 'Call an inspector',
    name: 'Call of an inspector',
    tile: 'Reads the meter with you and checks whether it works.',
    next: [
      VISIT,
      'The inspector looks at the meter and writes down what it shows. You get a record of that.',
      'What was written down goes into your next bill.',
    ],
    fields: {
      meterIds: { label: 'Which meter is to be checked' },
      reason: {
        label: 'Why you need an inspector',
        options: {
          control_reading: 'To take a control reading',
          technical_check: 'To check whether the meter works',
          meter_fault: 'The meter is broken or stands still',
          bill_doubt: 'I doubt my water bill',
        },
      },
    },
  },
  meter_replacement: {
    title: 'Register a new meter',
    name: 'A new meter',
    tile: 'You have or plan a new meter. We take it into use, and you pay by it.',
    next: [
      VISIT,
      'The inspector checks how the meter is installed, notes what it shows and seals it.',
      'The meter appears in My account, and you can send its readings.',
    ],
    fields: {
      what: {
        label: 'What about the meter',
        options: {
          replaced: 'An old one was replaced',
          first_meter: 'Installed where there was none',
          to_be_replaced: 'We are going to replace it',
        },
      },
      service: { label: 'Which water', options: { cold: 'Cold', hot: 'Hot' } },
      type: { label: 'Model of the meter', hint: 'Written on its face, for example СВК-15' },
      serial: { label: 'Serial number', hint: 'On the face of the meter and in its passport' },
      installedOn: { label: 'When it was installed', hint: 'If it is not there yet, when you plan to' },
      installer: { label: 'Who installed it', hint: 'Name of the company or of the fitter' },
    },
  },
  correction: {
    title: 'Correct readings and recalculate',
    name: 'Correction of readings',
    tile: 'You sent wrong digits and were billed by them. We replace them and charge anew.',
    next: [
      'We compare the digits with earlier readings.',
      'If all is right, the difference is a line of your next bill.',
      'If the meter has to be seen, we ask you or offer a visit of an inspector.',
    ],
    fields: {
      readings: {
        label: 'Which readings to correct',
        hint: 'Readings of this month are changed in My account while we take them.',
      },
      reason: {
        label: 'Why the digits are wrong',
        options: {
          mistyped: 'A slip while typing',
          meters_mixed_up: 'The meters were mixed up',
          wrong_digits: 'The comma was in the wrong place',
          other: 'Another reason',
        },
      },
    },
  },
  absence: {
    title: 'Recalculate for time away',
    name: 'Time away',
    tile: 'Nobody was at home for more than five full days, and no meter can be installed.',
    next: [
      'Bring or send a document about your trip: we write if something is missing.',
      'We count the days and take them off.',
      'The difference is a line of your next bill.',
    ],
    fields: {
      persons: { label: 'How many people were away' },
      leftOn: { label: 'Day of leaving' },
      returnedOn: { label: 'Day of return', hint: 'Ask before you leave, or within 30 days after' },
      proof: {
        label: 'What proves it',
        options: {
          business_trip: 'A document about a business trip',
          hospital: 'A certificate of treatment',
          travel_tickets: 'Tickets with your name',
          lodging: 'A hotel bill or a rental agreement',
          temporary_registration: 'A temporary registration',
          security_guard: 'A certificate of the alarm service that the flat was guarded',
          abroad: 'A border stamp or a certificate of the consulate',
          study: 'A certificate of the school or university',
          country_house: 'A certificate of the garden community',
          other: 'Another document',
        },
      },
    },
  },
  persons: {
    title: 'Change the number of residents',
    name: 'Change of residents',
    tile: 'Someone moved in or out, or was born. A bill without a meter depends on it.',
    next: [
      'We compare the number with your document.',
      'From the next bill on we charge by it, and recalculate the days before.',
    ],
    fields: {
      persons: { label: 'How many people live there now', hint: 'If nobody does, write 0' },
      since: { label: 'Since which day' },
      proof: {
        label: 'What proves it',
        options: {
          registration: 'Registration of residence',
          deregistration: 'A mark that residence ended',
          birth: 'A birth certificate',
          death: 'A death certificate',
          temporary_stay: 'A temporary registration',
          other: 'Another document',
        },
      },
    },
  },
  appeal: {
    title: 'Write to us',
    name: 'Letter to us',
    tile: 'A statement, a complaint, a wish or thanks. You get an answer in writing.',
    next: ['Your letter gets a number, and someone works on it.', 'The answer appears here, on its page.'],
    fields: {
      type: {
        label: 'What you want to write',
        options: { statement: 'A statement', complaint: 'A complaint', wish: 'A wish', thanks: 'Thanks' },
      },
      topic: { label: 'About what, in one line', hint: 'For example, low pressure' },
      message: { label: 'Tell us more', hint: 'What happened, where and when' },
    },
  },
  credentials: {
    title: 'Ask for the login of an organisation',
    name: 'Access for an organisation',
    tile: 'We prepare login and password and hand them over in the office.',
    next: [
      'We check the organisation and prepare the login.',
      'We call and say when to come. You need your documents.',
      'Login and password are handed over in the office on paper. Nobody sends or dictates them.',
    ],
    fields: {
      what: {
        label: 'What you need',
        options: { first: 'A login for the first time', again: 'A new password in place of the old one' },
      },
      organisationName: { label: 'Organisation or sole trader', hint: 'As in its papers' },
      inn: { label: 'Taxpayer’s number (ИНН)', hint: '10 digits of an organisation, 12 of a sole trader' },
      contactName: { label: 'Who comes for the login', hint: 'Full name' },
      contactPhone: { label: 'Phone', hint: 'For example, 8 912 345-67-89' },
    },
  },
}
