import { plural } from '../../lib/plural.ts'
import type { WaterWords } from '../ru/water.ts'

export const water: WaterWords = {
  title: 'My water',
  account: (number) => `Account ${number}`,
  back: 'To the meters',
  history: 'All of the history',
  forecast: {
    title: (month) => `What ${month} will cost`,
    basis: {
      sent: 'By the readings that you have sent.',
      usual: 'No readings yet: this is your usual month.',
      mixed: 'Some meters by the readings that were sent, the others as usual.',
    },
    services: { cold_water: 'Cold water', wastewater: 'Wastewater' },
    line: (volume, money) => `${volume} — ${money}`,
    note: 'The exact sum is in the bill.',
    none: {
      few_readings: 'There are too few readings to tell. Send them for two months in a row.',
      not_by_meter:
        'This month is not charged by meters: there are none, a verification is over, a meter failed or was not accessible.',
    },
    calculator: 'Work it out in the calculator',
  },
  house: {
    title: 'Compared with your house',
    compare: (month, flats) => `${flats} flats with meters were compared for ${month}.`,
    own: 'You',
    median: 'The flat in the middle',
    anonymous: 'Half of the flats use less than that, half more. Nobody sees whose flats they are.',
    none: 'A comparison needs readings of at least ten flats of the house.',
  },
  leak: {
    title: 'Is there a leak?',
    found: (meter) => `${meter}: far more than usual`,
    reason: (month, used, usual) =>
      `In ${month} the meter counted ${used}; in as many days it usually counts ${usual}.`,
    maybe:
      'Guests or washing may be the reason. If not, it is most often the cistern of the toilet: test it at night.',
    none: 'The readings show nothing unusual.',
  },
  night: {
    title: 'Test of a night',
    lead: 'Two readings: in the evening and in the morning. Use no water at night, and you see whether any leaks.',
    meter: 'Which meter',
    evening: 'The meter in the evening, m³',
    eveningHint: (digits) =>
      digits === 3
        ? 'With all digits after the comma: 123,456'
        : 'As the meter shows it, with all digits after the comma',
    begin: 'Keep the evening reading',
    kept: (value, at) => `Kept in the evening: ${value}, ${at}.`,
    keptHint: 'It stays on this device until the morning, also when you close the page.',
    morning: 'The meter in the morning, m³',
    finish: 'Show the result',
    again: 'Begin again',
    faults: {
      value: 'Type the reading in digits, for example 123,456',
      too_short: 'Less than two hours have passed. Please wait: a shorter test shows nothing.',
      too_long: 'More than 14 hours have passed: somebody may have opened a tap. Begin again in the evening.',
      below_evening: 'The morning reading is below the evening one. Check the digits.',
    },
    verdicts: {
      tight: 'All is well: no water went away at night.',
      drips: 'Something drips. Check the taps and the cistern of the toilet.',
      leaks: 'It looks like a leak. Shut the water of the cistern for an hour and look at the meter again.',
    },
    result: (litres, hours) =>
      `${litres} ${plural('en', litres, ['litre', 'litres'])} went away in ${hours}.`,
    hours: (hours) => `${hours} ${plural('en', hours, ['hour', 'hours'])}`,
    month: (volume) => `That is ${volume} in a month.`,
  },
  verification: {
    title: 'Verification of meters',
    none: 'There are no meters.',
    due: (day) => `Verified until ${day}`,
    unknown: 'The day of the verification is not recorded. Please call us.',
    left: (days) => `${days} ${plural('en', days, ['day', 'days'])} left`,
    leftLong: (months) => `${months} ${plural('en', months, ['month', 'months'])} left`,
    over: (days) => `over for ${days} ${plural('en', days, ['day', 'days'])}`,
    today: 'today is the last day',
    calendar: 'Remind me in my calendar',
    delay: (money) =>
      `Not verified in time, you are charged the average for three months, then the norm: about ${money} a month more.`,
    noDelay: 'Without verification you are charged the average for three months, then the norm.',
    ways: 'A new verification is recorded from its document: bring it to an office or send it with a letter to us.',
    write: 'Send the document of a verification',
  },
}
