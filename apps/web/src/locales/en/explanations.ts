import { plural } from '../../lib/plural.ts'
import type { BillsWords } from '../ru/bills.ts'

const persons = (count: number) => `${count} ${plural('en', count, ['person', 'persons'])}`
const days = (count: number) => `${count} ${plural('en', count, ['day', 'days'])}`
const months = (count: number) => `${count} ${plural('en', count, ['month', 'months'])}`
const hours = (count: number) => `${count} ${plural('en', count, ['hour', 'hours'])}`

export const explanations: BillsWords['explanations'] = {
  days: (from, to) => `from ${from} to ${to}`,
  persons,
  inDays: days,
  meter: (name, serial) => (serial === '' ? name : `${name}, meter No. ${serial}`),
  unknownMeter: 'Meter',
  methods: {
    meter: 'By the meter',
    meter_months: 'By the meter',
    true_up: 'Recalculation by a new reading',
    average: 'By the average use',
    norm: 'By the norm',
    absence: 'Reduction for absence',
    difference: 'Recalculation',
    unauthorised: 'Unauthorised connection',
    daily_average: 'By the average of a year',
    capacity: 'By what the pipe lets through',
    guaranteed: 'By the volume of the contract',
  },
  kinds: {
    absence: 'Reduction for absence',
    correction: (month) => `Recalculation for ${month}`,
    inspection: (month) => `By an inspection of the meter, ${month}`,
    unauthorised: (month) => `Unauthorised connection, ${month}`,
    surplus: 'Raising coefficient',
    interruption: 'Interruption of supply',
    amount_correction: {
      surplus: (month) => `Recalculation of the coefficient for ${month}`,
      interruption: (month) => `Recalculation for the interruption of water, ${month}`,
    },
  },
  reason: (text) => `Reason: ${text}`,
  at: (volume, price) => `${volume} at ${price}`,
  sum: 'Sum',
  allParts: 'Water in all',
  withoutVat: (net, percent, vat) => `Without VAT ${net}, VAT ${percent} — ${vat}`,
  share: (volume, whole) =>
    `The price changed within this month, so the volume is split: ${volume} of ${whole} fall to these days.`,
  meterPart: {
    how: (from, to) => `The reading was ${from}, now it is ${to}.`,
    turned: 'The meter reached its last digits and started from zero.',
    months: (count) => `The reading came after a break, so the use is divided by ${months(count)}.`,
  },
  trueUp:
    'While there were no readings, water was charged already. Now there is one, and what was charged is taken off, so that nothing is paid twice.',
  average: {
    because: {
      no_reading: 'There was no reading of the month, so the average use of past months is taken.',
      expired: 'The verification of the meter has run out, so the average use of past months is taken.',
      failed: 'The meter is out of order, so the average use of past months is taken.',
      refused_access: 'The meter was not shown for a check, so the average use of past months is taken.',
    },
    missed: (month) => `This is such month number ${month} in a row. After the third the norm is taken.`,
    mean: (volume) => `${volume} a month`,
  },
  norm: {
    because: {
      no_meter: 'There is no meter, so water is counted by the norm of a person.',
      meter_impossible:
        'No meter can be put in, as an act confirms, so water is counted by the norm of a person.',
      short_history:
        'The meter has worked for less than three months and has no average yet. The norm of a person is taken.',
      no_reading: 'There have been no readings for more than three months, so the norm of a person is taken.',
      expired:
        'The meter has not been verified for more than three months, so the norm of a person is taken.',
      failed: 'The meter has been out of order for more than three months, so the norm of a person is taken.',
      refused_access:
        'The meter has not been shown for more than three months, so the norm of a person is taken.',
    },
    owners: 'Nobody is registered in the flat, so its owners are counted.',
    norm: (volume) => `The norm is ${volume} a person a month.`,
  },
  absence:
    'Some of the people were away, and that is confirmed. The norm of these days is taken off; the days of each count apart.',
  personDays: (count) => `${days(count)} away`,
  difference: {
    correction: 'The volume of that month was corrected: the difference is charged or given back.',
    inspection: 'An inspector has checked the meter, and its reading was another one.',
  },
  amountDifference: {
    surplus: 'The surplus of that month was worked out anew: the difference is charged or given back.',
    interruption: 'The discount of that month was worked out anew: the difference is charged or given back.',
  },
  differenceHow: (shouldBe, were) => `It should be ${shouldBe}; charged before was ${were}.`,
  unauthorised: 'A connection without permission: the norm is taken several times.',
  dailyAverage: 'There are no readings, so the average day of the last year is taken.',
  capacity: (diameter) => `There is no meter: we count what a pipe of ${diameter} lets through.`,
  perSecond: (metres) => `${metres} m/s`,
  perDay: (count) => `${hours(count)} a day`,
  millimetres: (count) => `${count} mm`,
  guaranteed: 'There is no meter yet: the volume written in the contract is taken.',
  surplus: {
    how: (coefficients) =>
      `The law raises the norm by a coefficient of ${coefficients} where there is no meter, or no reading of it for too long. This is the surplus only: the water itself is in the line above.`,
    and: ' and ',
  },
  interruption: (count, percent) =>
    `There was no water for ${hours(count)} longer than is allowed. Each of these hours takes off ${percent}.`,
  hours,
}
