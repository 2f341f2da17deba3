import { plural } from '../../lib/plural.ts'
import type { RequestsWords } from '../ru/requests.ts'
import { corrections } from './corrections.ts'
import { requestKindWords } from './request-kinds.ts'
import { requestPage } from './request-page.ts'

const working = (days: number) => `${days} working ${plural('en', days, ['day', 'days'])}`
const calendar = (days: number) => `${days} ${plural('en', days, ['day', 'days'])}`

export const requests: RequestsWords = {
  kinds: requestKindWords,
  ...requestPage,
  catalogue: {
    title: 'Ask us for something',
    lead: 'Choose what you need. You see our answer and all that happens right here.',
    groups: { meters: 'Meters', charges: 'Charges', letter: 'Write to us' },
    term: (days, of) => `Answered within ${of === 'working' ? working(days) : calendar(days)}`,
    onlyLook: {
      title: 'The owner of the account files requests',
      text: 'You may only look. Ask the owner for the right to send readings and file requests.',
    },
    back: 'To the meters',
  },
  own: {
    title: 'Your requests',
    none: 'There are none yet. Once you have filed one, you see here how it goes.',
    ofThisEntry:
      'Only those filed since you entered. Earlier ones open by number and code from the confirmation or the letter.',
    byCode: 'Open by number and code',
    number: (number) => `No. ${number}`,
    filed: (day) => `filed ${day}`,
    due: (day) => `answered by ${day}`,
    late: (day) => `was due ${day}`,
  },
  states: {
    filed: 'received',
    in_work: 'in work',
    question: 'waiting for you',
    visit: 'visit agreed',
    done: 'done',
    refused: 'refused',
    withdrawn: 'withdrawn',
  },
  form: {
    next: 'What happens next',
    term: (days, of) => `We answer within ${of === 'working' ? working(days) : calendar(days)}.`,
    email: 'E-mail for our answer (optional)',
    emailHint: 'We send number, code and news about the request. It serves nothing else.',
    send: 'Send the request',
    sending: 'Sending…',
    kept: 'What you type is kept as long as this tab is open.',
    fixFirst: 'The request has not been sent yet. See what is marked.',
    back: 'To all requests',
    left: (count) => `${count} ${plural('en', count, ['character', 'characters'])} left`,
    meter: (name, serial) => `${name}, No.\u00a0${serial}`,
    noMeters: {
      title: 'This account has no meters',
      text: 'If there is one, ask us to take it into use first.',
      link: 'Register a new meter',
    },
    corrections,
  },
  faults: {
    missing: {
      meters: 'Mark a meter',
      day: 'Choose a day',
      persons: 'Enter a number',
      line: 'Fill in this field',
      message: 'Write a few words at least',
      choice: 'Choose one of these',
      inn: 'Enter the taxpayer’s number',
      corrections: 'Enter meter, month and what the meter showed',
    },
    wrong: {
      meters: 'Mark a meter',
      day: 'Check the day',
      persons: 'Enter a whole number from 0 to 30',
      line: 'Check what is written here',
      message: 'Check what is written here',
      choice: 'Choose one of these',
      inn: 'Check the number: 10 digits of an organisation, 12 of a sole trader',
      corrections: 'Check what is written here',
    },
    tooLong: (most) => `Too long: at most ${most} characters fit`,
    email: 'Check the address: it has an @ and a dot',
    rows: {
      meter: 'Choose a meter',
      month: 'Choose a month',
      value: 'Enter cubic metres, for example 126.67',
    },
    codes: {
      none: 'Enter how many people, at least one',
      before_leaving: 'The day of return has to be after the day of leaving',
      in_the_future: 'This day has not come yet',
      same_month_twice: 'The same month of a meter is there twice. Remove one',
      empty: 'Enter the taxpayer’s number',
      not_digits: 'The number consists of digits',
      wrong_length: 'The number has 10 digits of an organisation, 12 of a sole trader',
      wrong_start: 'The number does not begin with two zeros. Check it by your papers',
      wrong_check: 'There is no such number: a digit is wrong. Check it by your papers',
      no_reading: 'No reading was sent for this month',
      same_value: 'This is the reading that is there',
      too_many_digits: 'This meter does not have so many digits',
      too_many_fraction_digits: 'This meter does not have so many digits after the point',
      below_previous: 'Below the reading of the month before',
      above_later: 'Above the reading of the month after',
      impossible_volume: 'No pipe lets so much water through. Check where the point is',
    },
  },
  fileRefused: {
    not_found: {
      title: 'The file was not found',
      text: 'Reload the page. If the file does not appear, call us.',
    },
    picture_code_required: {
      title: 'Enter number and code again',
      text: 'Somebody has tried to open this request with a wrong code. Reload the page and enter the digits of the picture.',
    },
  },
  refused: {
    request_state_changed: {
      title: 'Something has happened to the request meanwhile',
      text: 'We show how it stands now. Your text is still here: see whether it is still needed.',
    },
    request_step_missing: {
      title: 'The request cannot be closed yet',
      text: 'First has to happen what it asks for.',
    },
    request_has_effect: {
      title: 'It is too late to withdraw it',
      text: 'What you asked for has been done. If that is a mistake, write to us below or call.',
    },
    not_found: {
      title: 'This meter or request is no more',
      text: 'Open the page again. If that does not help, call us.',
    },
    too_many_attempts: {
      title: 'There are very many requests today',
      text: 'What you typed is still here. Send it tomorrow or call us.',
    },
    offline: {
      title: 'The connection was lost',
      text: 'Nothing is lost. Press again: it is not sent twice.',
    },
    unavailable: {
      title: 'The fault is ours',
      text: 'Nothing is lost. Wait a minute and press again: it is not sent twice.',
    },
    internal_error: {
      title: 'The fault is ours',
      text: 'Nothing is lost. Wait a minute and press again: it is not sent twice.',
    },
    invalid_request: {
      title: 'The request has not been sent yet',
      text: 'See what is marked and press again.',
    },
  },
  track: {
    title: 'A request by number and code',
    lead: 'No need to sign in. Number and code are in the confirmation and in the letter.',
    number: 'Number of the request',
    numberHint: 'For example, R2611-0000123-7',
    code: 'Code',
    codeHint: 'Eight characters, for example K7M2-P9QD',
    open: 'Open the request',
    opening: 'Opening…',
    other: 'Close and open another',
    faults: {
      number: 'Check the number: it begins with R, digits follow',
      code: 'Check the code: it has eight characters',
    },
    missing: {
      title: 'Number and code do not belong together',
      text: 'Check both by the letter or the print. If they are right, call us.',
    },
    pictureWhy: 'There were many failed attempts, so we ask you to show that you are no program.',
  },
  credentials: {
    title: 'A login for an organisation',
    lead: 'File a request here, so that we are ready when you come.',
    office: {
      title: 'Login and password are handed over in the office only',
      text: 'To whoever comes with the papers. They are never sent by e-mail, told on the phone or in an answer.',
      link: 'Which papers to bring',
    },
    pictureWhy: 'So we tell people from programs.',
    back: 'To the sign-in of organisations',
  },
}
