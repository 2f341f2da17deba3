import { plural } from '../../lib/plural.ts'
import type { BillsWords } from '../ru/bills.ts'
import { explanations } from './explanations.ts'
import { law } from './law.ts'

export const bills: BillsWords = {
  title: (month) => `Bill for ${month}`,
  link: 'Water bill',
  documents: 'Documents',
  pay: 'Pay without commission',
  back: 'To the meters',
  history: 'History',
  tariffs: 'Prices of water',
  account: (number) => `Account ${number}`,
  address: ({ street, house, flat }) =>
    flat === '' ? `${street}, house ${house}` : `${street}, house ${house}, flat ${flat}`,
  services: { cold_water: 'Cold water', wastewater: 'Wastewater' },
  empty: {
    title: 'Water bill',
    text: 'There is no bill yet: it will be out by the 5th.',
  },
  missing: {
    title: 'There is no such bill',
    text: 'No bill was made for this month, or you have no access to this account.',
    toNewest: 'To the newest bill',
  },
  pane: {
    title: 'Water bill',
    charged: (month, sum) => `Charged for ${month}: ${sum}`,
    open: 'How this sum came about',
    failed: 'The bill did not load. Your readings are not affected: open the page later.',
    guest: 'To see what the sum is made of, register and add this account.',
  },
  total: {
    title: 'Total',
    charged: (month) => `Charged for ${month}`,
    dueOn: 'Pay by',
    dueDay: (day) => `${day}, that day included`,
    owed: 'To pay now',
    penalty: 'penalties among that',
    advance: 'Paid in advance',
    owedHint: 'With all payments and what is owed for other months',
  },
  statement: {
    title: 'What the sum to pay is made of',
    asOf: (day: string) => `On the day the bill was issued: ${day}`,
    owedBefore: 'Owed before this bill',
    advanceBefore: 'Paid in advance before this bill',
    paid: 'Paid since the last bill',
    charged: (month: string) => `Charged for ${month}`,
    penaltyBefore: 'Penalties of earlier bills',
    penaltyPaid: 'Penalties paid',
    penalty: 'Penalties in this bill',
    toPay: 'To pay by this bill',
    advanceLeft: 'Left of what was paid in advance',
  },
  penalties: {
    title: 'Penalties',
    lead: 'Charged when a bill is not paid in time. Press a line to see the days and the rate.',
    debt: (month: string) => `For the unpaid bill for ${month}`,
    dueOn: (day: string) => `That bill was to be paid by ${day} at the latest.`,
    days: (from: string, to: string, days: string) => `Counted from ${from} to ${to}, ${days}.`,
    late: (from: number, to: number) =>
      from === to ? `This is day ${from} late.` : `These are days ${from} to ${to} late.`,
    before: 'Part of it stood in earlier bills and is taken off.',
    tooMuch: 'Earlier bills charged more than it came to. The difference is given back.',
  },
  receipt: {
    title: 'Receipt',
    text: (month: string) =>
      `For ${month}, with a QR code to pay by. Print it and pay at any bank. It is in Russian.`,
    open: 'Open the receipt',
    save: 'Save as PDF',
    print: 'Print',
    missing: {
      title: 'There is no receipt',
      text: 'None was issued for this month, or you have no access to this account any more.',
    },
    tooMany: (wait: string) => ({
      title: 'Too many receipts in a row',
      text: `You can open the next one in ${wait}. What you have opened or saved stays yours.`,
    }),
    frame: 'The receipt to be printed',
  },
  qr: {
    title: 'Pay by QR code',
    show: 'Show the QR code',
    hide: 'Hide the QR code',
    sum: (sum: string) => `To pay now: ${sum}`,
    steps: [
      'Open the app of your bank on your phone.',
      'Choose payments, then payment by QR code.',
      'Point the camera at this code, check the sum and pay.',
    ],
    samePhone:
      'Is the app on this very phone? Take a screenshot, and in the app choose the picture instead of the camera.',
    label: (sum: string) => `QR code that pays ${sum} in the app of a bank`,
    nothing: 'There is nothing to pay.',
  },
  lines: 'Press a line to see how it was counted.',
  explanations,
  law,
  lawTitle: 'Rests on',
  change: {
    title: 'Why the sum is different',
    sameTitle: 'Compared with the month before',
    more: (sum, month) => `${sum} more than for ${month}. The difference is made of:`,
    less: (sum, month) => `${sum} less than for ${month}. The difference is made of:`,
    same: (month) => `The sum is the same as for ${month}.`,
    sameButParts: (month) => `The sum is the same as for ${month}, but came about in another way:`,
    volumeMore: (before, now) => `More water: it was ${before}, now it is ${now}`,
    volumeLess: (before, now) => `Less water: it was ${before}, now it is ${now}`,
    price: (before, now) => `Another price of a m³: it was ${before}, now it is ${now}`,
    other: {
      absence: 'Reduction for absence',
      correction: 'Recalculation of past months',
      inspection: 'Inspection of the meter',
      unauthorised: 'Unauthorised connection',
      surplus: 'Raising coefficient',
      interruption: 'Interruptions of supply',
    },
  },
  others: (count) => `${count} more ${plural('en', count, ['bill', 'bills'])} for other months`,
}
