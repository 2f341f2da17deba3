import { plural } from '../../lib/plural.ts'
import type { Words } from '../ru/index.ts'

const digits = (count: number) => `${count} ${plural('en', count, ['digit', 'digits'])}`

export const access = {
  home: {
    title: 'Water in your home',
    lead: 'Send your meter readings in two minutes. No registration.',
    ways: 'Other ways',
    quick: 'Send readings without signing in',
    quickHint: 'One form, half a minute',
    servicesHint: 'Everything you can do without leaving home',
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
