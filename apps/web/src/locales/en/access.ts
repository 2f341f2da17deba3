import type { Words } from '../ru/index.ts'
import { digits } from './digits.ts'

export const access = {
  home: {
    title: 'Water in your home',
    lead: 'Send your meter readings in two minutes. No registration.',
    ways: 'Other ways',
    quick: 'Send readings without signing in',
    quickHint: 'One form, half a minute',
    servicesHint: 'Everything you can do without leaving home',
    email: 'Sign in with e-mail and password',
    emailHint: 'For registered people, and signing in with Gosuslugi',
    business: 'Organisations and sole traders',
    businessHint: 'How to get access, and sign-in with the issued login',
    lost: 'I do not know my account number',
    lostHint: 'Where it is printed and whom to call',
    facts: 'In short',
    untilDay: (day: string) => `Until the end of ${day}`,
    accepting: (left: string) => `we take readings, ${left} left`,
    lastDay: 'we take readings, today is the last day',
    closedTitle: (day: string) => `From ${day}`,
    closed: 'we take readings again',
    price: (money: string) => `${money} per m³`,
    prices: (wastewater: string) => `cold water; wastewater ${wastewater}`,
    noPrice: 'Price',
    noPriceHint: 'will be shown here soon',
    call: 'for questions about meters and accounts',
  },
  services: {
    title: 'Online services',
    lead: 'All of this can be done from a phone or a computer.',
    cabinet: 'My account',
    cabinetHint:
      'Your meters, their verification dates and sending readings. You need the account number, house and flat',
  },
  signIn: {
    window: 'My account',
    pageTitle: 'Sign in to my account',
    pageLead: 'You only need the account number, house and flat. No registration, no password.',
    account: 'Account number',
    accountHint: (prefix: string) => `10 digits, starts with ${prefix}.`,
    whereToFind: 'Where do I find it?',
    house: 'House',
    houseHint: 'For example 12а',
    flat: 'Flat',
    flatHint: 'A private house? Leave empty',
    enter: 'Sign in',
    entering: 'Checking…',
    ended:
      'You were signed out after a while without activity. Sign in again, the readings you typed are kept.',
    left: 'You have signed out.',
    faults: {
      empty: 'Enter the account number',
      not_digits: 'The number has digits only',
      wrong_length: (count: number) => `The number has 10 digits, here there are ${digits(count)}`,
      wrong_prefix: (prefix: string) => `The number starts with ${prefix}. Check it on a bill`,
      house: 'Enter the house number',
      tooLong: 'Too long, 40 characters at most',
      picture: 'Enter the digits from the picture',
    },
  },
  picture: {
    label: 'Digits in the picture',
    alt: 'A picture with digits. If you cannot see it, call us and give your readings by phone',
    other: 'Show another code',
    why: 'Several attempts did not match, so please show that you are not a program.',
    failed: 'The picture did not load. Press “Show another code”.',
    wrong: 'The digits did not match. Here is a new picture, enter the digits from it',
  },
  problems: {
    sign_in_failed: {
      title: 'The account number, house and flat do not belong together',
      text: 'Check all three on a bill: the number is printed at the top, next to the address. If everything is right, call us.',
    },
    too_many_attempts: (wait: string) => ({
      title: 'Too many attempts in a row',
      text: `Try again in ${wait}. If it is urgent, call us and give your readings by phone.`,
    }),
    offline: {
      title: 'No connection to the server',
      text: 'Nothing is lost, what you typed is still here. Check the internet and press again.',
    },
    invalid_request: {
      title: 'Something is not filled in right',
      text: 'Check the fields and press again.',
    },
    unavailable: {
      title: 'The server is busy at the moment',
      text: 'What you typed is still here. Wait a minute and press again.',
    },
    session_incomplete: {
      title: 'Finish signing in first',
      text: 'Open the page again and do what it asks for.',
    },
    not_allowed: {
      title: 'You may not do this',
      text: 'Your sign-in does not give the right to it. If it should, call us.',
    },
    link_not_valid: {
      title: 'The link does not work',
      text: 'It is too old, already used, or there is a newer letter. Open the newest letter or ask for another one.',
    },
    password_wrong: {
      title: 'The password is not right',
      text: 'Check the keyboard layout and enter the password again.',
    },
    password_refused: {
      title: 'This password is easy to guess',
      text: 'Choose another one: best of all, several words in a row.',
    },
    code_wrong: {
      title: 'The code is not right',
      text: 'Codes change every half a minute. Enter the one that is shown now.',
    },
    unexpected: {
      title: 'Something broke on the server',
      text: 'What you typed is still here. Wait a minute and press again; if that does not help, call us.',
    },
  },
  lost: {
    title: 'Where to find the account number',
    lead: 'The number is printed on every water bill: at the top, next to your address.',
    picture: 'A drawing of a bill: the account number at the top has a frame around it',
    receipt: 'Water bill (Квитанция)',
    receiptAccount: 'Лицевой счёт',
    receiptHere: 'the number is here',
    receiptAddress: 'Адрес: ул. Примерная, д. 12а, кв. 45',
    receiptSum: 'К оплате',
    noReceipt: 'No bill at hand?',
    callText: 'Call customer service, tell them your address, and they will tell you the number.',
    noRecovery: 'Why the site does not show the number',
    noRecoveryText:
      'The account number stands in for a password. If the site showed it for an address, anyone could sign in as you. That is why there is no registration and nothing to recover: the number never changes.',
    back: 'To the sign-in page',
  },
} satisfies Partial<Words>
