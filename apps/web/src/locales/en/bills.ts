import { plural } from '../../lib/plural.ts'
import type { BillsWords } from '../ru/bills.ts'
import { explanations } from './explanations.ts'
import { law } from './law.ts'

export const bills: BillsWords = {
  title: (month) => `Bill for ${month}`,
  link: 'Water bill',
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
