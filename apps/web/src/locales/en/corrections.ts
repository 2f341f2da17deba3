import type { CorrectionWords } from '../ru/corrections.ts'

export const corrections: CorrectionWords = {
  row: (place) => `Reading ${place}`,
  meter: 'Meter',
  month: 'Which reading was wrong',
  reading: (month, fact) => `${month}: ${fact}`,
  fact: (volume, taken) => `${volume}, ${taken}`,
  was: (fact) => `It was: ${fact}.`,
  taken: {
    sent: (day) => `sent on ${day}`,
    recorded: (day) => `recorded by our staff on ${day}`,
    checked: (day) => `read by an inspector on ${day}`,
  },
  notFinal: 'This month is not charged yet. We will simply take the right reading.',
  value: (month) => `What the meter showed for ${month}`,
  valueHint: 'Black digits are cubic metres, red ones come after the point',
  choose: 'Choose',
  add: 'Add another reading',
  remove: 'Remove',
  removeRow: (place) => `Remove reading ${place}`,
  empty: {
    title: 'There is nothing to correct yet',
    text: 'No readings have been sent for this account.',
  },
  neighbours: {
    below_previous: (month, volume) =>
      `Less than for ${month}: ${volume}. Check the digits, or correct that month too.`,
    above_later: (month, volume) =>
      `More than for ${month}: ${volume}. Check the digits, or correct that month too.`,
  },
  outcome: {
    title: 'What will change',
    waits: 'Choose a reading and type the right digits. The difference in roubles will stand here.',
    counting: 'Working it out…',
    faulty: 'It cannot be worked out yet. See what is marked at the readings.',
    notCharged: 'This month is not charged yet: we will simply take the right reading.',
    uncounted:
      'The difference cannot be worked out now: data of these months are missing. Send the request: our staff will work it out and write to you.',
    evensOut: 'One month costs more, another less, together it is the same.',
    columns: { what: 'Month', were: 'Was', willBe: 'Will be', difference: 'Difference' },
    services: { cold_water: 'Cold water', wastewater: 'Wastewater' },
    price: (prices) => `${prices.join(' and ')} per m³`,
    again: 'Work it out again',
  },
  total: {
    more: (sum, month) => `${sum} will be added. It comes with the bill for ${month}`,
    less: (sum, month) => `You get ${sum} back: it is taken off the bill for ${month}`,
    same: 'The sum stays the same',
  },
  refused: {
    recalculation_too_old: {
      title: 'This month can no longer be corrected',
      text: 'It is more than three years ago, or you were not charged then. If it matters, write to us.',
    },
    not_found: {
      title: 'One of these meters is gone',
      text: 'Open the page again and choose the reading anew.',
    },
  },
}
