import { plural } from '../../lib/plural.ts'
import type { AccountsWords } from '../ru/accounts.ts'
import { log } from './account-log.ts'

const meters = (count: number) => `${count} ${plural('en', count, ['meter', 'meters', 'meters'])}`

export const accounts: AccountsWords = {
  address: ({ street, house, flat }) =>
    flat === '' ? `${street}, house ${house}` : `${street}, house ${house}, flat ${flat}`,
  number: (number) => `Account ${number}`,
  my: {
    title: 'My accounts',
    lead: 'Open an account to send readings.',
    add: 'Add an account',
    pay: 'Pay for water',
    toRead: (count) => `Send readings of ${meters(count)}`,
    allRead: 'The readings of this month are sent',
    noSubmit: 'You can only look',
    roles: { owner: '', helper: 'you help', organisation: "an organisation's account" },
    until: (day) => `until ${day}, that day included`,
    empty: {
      title: 'Your accounts will be here',
      lead: 'Add yours: a receipt or the meter itself is needed. It takes two minutes.',
      organisation:
        "A specialist of the office adds your organisation's accounts. If one is missing, call us.",
    },
  },
  cabinet: {
    more: 'More of this account',
    water: 'My water',
    appointments: 'Appointments',
    forms: 'Forms',
    requests: 'Requests and letters',
    all: 'My accounts',
    others: 'Another account',
    settings: 'Settings and helpers',
    settingsOfHelper: 'Settings',
    onlyLook: {
      title: 'You can only look',
      text: 'The owner has not allowed you to send readings of this account. Ask them to change your rights.',
    },
  },
  link: {
    title: 'Add an account',
    lead: 'Show that the account is yours, so that nobody can add an account of somebody else.',
    how: 'How will you show it?',
    ways: {
      receipt_code: 'By the code on a receipt',
      meter: 'By a meter',
      bill_amount: 'By the sum on a receipt',
      esia_name: 'By Gosuslugi',
    },
    wayHints: {
      receipt_code: 'A receipt of this month or of the two before',
      meter: 'The number of the meter and the last reading',
      bill_amount: 'What the last month came to, in roubles and kopecks',
      esia_name: 'If the account is in your name',
    },
    code: 'Code on the receipt',
    codeHint: '8 digits, printed under the account number',
    serial: 'Number of the meter',
    serialHint: 'Stands on its face, beside the sign №',
    reading: 'Last reading, m³',
    readingHint: 'The one that was sent last, with all its digits: 123.456',
    meterOnce:
      'A meter adds an account that nobody has yet. If someone of your family has added it, take the code on a receipt or ask them to invite you as a helper.',
    amount: 'Total of the last month, ₽',
    amountHint:
      'Roubles and kopecks, for example 268.28. Not the sum to pay: a debt and penalties may be in it',
    amountOnce:
      'This adds an account that nobody has yet. A sum that is easy to guess will not do: water by the norm, or readings sent without litres.',
    billPicture:
      'Drawing of a receipt: the line of the total of the month below cold water and wastewater is meant, not the sum to pay',
    pictureTotal: 'this sum',
    billRows: { cold: 'Холодная вода', waste: 'Водоотведение', total: 'Итого за месяц', toPay: 'К оплате' },
    meterPicture:
      'Drawing of a meter: the window with the reading above, below it the number after the sign №',
    pictureReading: 'reading',
    pictureSerial: 'number',
    esiaReady: (name) =>
      `Gosuslugi has confirmed your name: ${name}. We compare it with the name of the account's holder.`,
    esiaMissing: 'First connect Gosuslugi in your profile, then come back.',
    esiaToProfile: 'Open the profile',
    told: 'Whoever has added this account before gets a letter.',
    send: 'Add the account',
    sending: 'Checking…',
    refused: {
      title: 'The account was not added',
      text: {
        meter:
          'Either somebody else has added this account, or the account number, the meter number and the reading do not fit together. The reading is the one that was sent last, not the one on the meter now. If all are right, add the account by the code of a receipt.',
        bill_amount:
          'Either somebody else has added this account, or the account number and the sum do not fit together, or such a sum is easy to guess: water by the norm or in whole cubic metres. The sum is the total of the month on the newest receipt. If all are right, add the account by the code of a receipt.',
        receipt_code:
          'The account number and the code do not fit together. Both are printed on the receipt; one of this month or of the two before will do. If you have none, call us.',
        esia_name:
          'Either the account number has a typing mistake, or the account is in another name than the one Gosuslugi has confirmed. If all is right, add the account by the code of a receipt.',
      },
      toReceiptCode: 'Enter the code of a receipt',
    },
    tooMany: {
      title: 'No more than 20 accounts can be added',
      text: 'Remove one that you do not need in its settings and try again.',
    },
    faults: {
      code: 'Type the 8 digits of the code',
      serial: 'Type the number of the meter',
      reading: 'Type the reading, for example 123.456',
      amount: 'Type roubles and kopecks, for example 268.28',
    },
  },
  settings: {
    title: 'Account settings',
    back: 'To the meters',
    name: {
      title: 'A name for yourself',
      label: 'Name',
      hint: 'For example, “Mother’s flat”. Only you see it',
      save: 'Save the name',
      saved: 'The name is saved.',
    },
    accountless: {
      title: 'Entry without registration',
      allowed:
        'Now anyone can enter with the account number, house and flat. We write to you about such an entry.',
      forbidden: 'Now one can enter only with e-mail and password or by Gosuslugi.',
      allow: 'Allow the entry without registration',
      forbid: 'Forbid the entry without registration',
    },
    unlink: {
      title: 'Remove the account from the profile',
      text: 'The readings that were sent stay. If the account has no other owner, the rights of helpers end.',
      helperText: 'You will not be able to help with this account until its owner invites you again.',
      ask: 'Remove the account',
      sure: 'Yes, remove',
      no: 'Keep',
    },
  },
  helpers: {
    title: 'Helpers',
    lead: 'A helper sees the meters of this account and does only what you have allowed.',
    none: 'There are no helpers yet.',
    coOwners: {
      title: 'Other owners',
      gosuslugi: 'Signed in with Gosuslugi',
      since: (moment: string) => `the account is in their cabinet since ${moment}`,
      stranger:
        'They proved that the account is theirs. If you do not know them, call us or come with your papers.',
    },
    can: { submit: 'sends readings', pay: 'pays', look: 'only looks' },
    until: (day) => `until ${day}, that day included`,
    since: (moment) => `since ${moment}`,
    change: 'Change the rights',
    end: 'End the help',
    save: 'Save the rights',
    cancel: 'Do not change',
    of: (action, name) => `${action}: ${name}`,
    invited: 'Invitations without an answer',
    waits: (moment) => `the letter works until ${moment}`,
    withdraw: 'Withdraw the invitation',
    invite: 'Invite a helper',
    email: 'E-mail of the helper',
    emailHint: 'A letter goes there. They have to sign in with the same address',
    canSubmit: 'May send readings',
    canPay: 'May pay',
    untilLabel: 'Last day of the help',
    untilHint: 'Day, month and year in the order that the field shows. Leave it empty for no end',
    send: 'Send the invitation',
    sending: 'Sending…',
    sent: (email) => `The letter is sent: ${email}`,
    faults: {
      email: 'Type the whole address, for example anna@mail.ru',
      own_email: 'This is your address. Type the address of the helper',
      in_the_past: 'This day has passed',
      too_far: 'No more than five years ahead',
    },
    tooMany: {
      title: 'No more than 10 helpers can be invited',
      text: 'End a help or withdraw an invitation that is no longer needed.',
    },
  },
  log,
  invitation: {
    title: 'You are asked to help',
    lead: (name) => `${name} invites you to help with a water account.`,
    account: 'Account',
    rights: 'You will be able to',
    look: 'see the meters',
    submit: 'send readings',
    pay: 'pay',
    until: 'Until',
    forever: 'the owner ends it',
    accept: 'Agree to help',
    accepting: 'Please wait…',
    not: 'If you do not know this person, just close the page.',
    signIn: {
      title: 'Sign in to see the invitation',
      text: 'Sign in with the e-mail that the letter came to. If you have not registered yet, register with it: after your first sign-in in this browser the invitation opens by itself.',
      login: 'Sign in',
      register: 'Register',
    },
    notValid: {
      title: 'The invitation does not work',
      text: 'It works for 7 days, once, and only for the e-mail that the letter came to. Sign in with that e-mail or ask to be invited again.',
      button: 'My accounts',
    },
  },
}
