import type { StaffWords } from '../../ru/staff/index.ts'

export const recalculations: StaffWords['recalculations'] = {
  title: 'Recalculations',
  none: 'There were no recalculations',
  add: 'Add a recalculation',
  columns: { what: 'What for', reason: 'Reason', state: 'State', amount: 'Sum', change: 'Change' },
  kinds: {
    months: 'Closed months',
    inspection: 'Inspection of a meter',
    unauthorised: 'Unauthorised use',
  },
  kindHints: {
    months:
      'The months are charged again by what is known now: readings, people, absence, interruptions, verification.',
    inspection: 'An inspector saw another reading on the meter than was billed.',
    unauthorised:
      'Water was taken past the meter: a multiple of the norm for the months before it was found.',
  },
  oneMonth: (month) => `For ${month}`,
  months: (from, to) => `${from} — ${to}`,
  inspection: (meter, volume, day) => `Inspection of ${day}: ${meter}, found ${volume}`,
  unauthorised: (day, months, act) =>
    `Unauthorised use, ${day}, act no. ${act}: ${months} ${months === 1 ? 'month' : 'months'}`,
  unknownMeter: 'a meter',
  states: { waiting: 'Waits for a draft', taken: 'In the draft', final: 'Charged', withdrawn: 'Withdrawn' },
  inMonth: (state, month) => `${state}: ${month}`,
  refused: (reason) => `It could not be worked out: ${reason}`,
  recorded: (name, at) => `${name}, ${at}`,
  somebody: 'a member of staff',
  withdraw: 'Withdraw',
  withdrawText: (what) =>
    `${what}. There will be no recalculation. If it is in a draft already, the draft has to be made anew.`,
  dialog: {
    title: 'New recalculation',
    kind: 'What to recalculate',
    from: 'From the month',
    to: 'To the month',
    noClosed: 'This account has no final months yet.',
    meter: 'Meter',
    noMeters: 'This account has no meters.',
    foundOn: { inspection: 'Day of the inspection', unauthorised: 'Day it was found' },
    foundLitres: 'The reading that the inspector saw, m³',
    foundHint: 'For example 345.120',
    months: 'For how many months before',
    actNumber: 'Number of the act',
    reason: 'Reason',
    reasonHint: 'The resident sees it in the bill, for example: a mistyped reading, application no. 5',
    steps: {
      preview: 'Work it out',
      counting: 'Working it out…',
      save: 'Record the recalculation',
    },
    faults: {
      to: 'The last month is before the first',
      foundOn: 'Name the day',
      foundLitres: 'Write the reading in m³, for example 345.120',
      months: 'Write a number of months, from 1 to 36',
      actNumber: 'Write the number of the act',
      reason: 'Write the reason: it will stand in the bill',
    },
  },
  preview: {
    title: 'What will come of it',
    columns: {
      month: 'Month and service',
      were: 'Charged',
      willBe: 'Will be',
      difference: 'Difference',
    },
    total: (sum, month) => `${sum} in all. It goes into the bill for ${month}`,
    nothing: 'Nothing will change: these months were charged rightly.',
  },
  refusals: {
    recalculation_exists: 'Such a recalculation of these months is recorded already.',
    recalculation_final: 'This recalculation was charged already. If it is wrong, record another one.',
    recalculation_month_open: 'This month is not final yet: its draft will charge it.',
    recalculation_in_the_future: 'This day has not come yet.',
    recalculation_too_old: 'Too long ago: the period of limitation is over.',
    recalculation_before_account: 'This account was not charged yet then.',
    recalculation_too_many_months: 'Rules No. 354 do not let so many months back.',
    not_found: 'There is no such recalculation, or it was withdrawn. Reload the page.',
  },
}
