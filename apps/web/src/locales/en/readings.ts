import type { Words } from '../ru/index.ts'
import { digits } from './digits.ts'

export const readings = {
  service: { cold: 'Cold water', hot: 'Hot water' },
  cabinet: {
    title: (month: string) => `Readings for ${month}`,
    account: (number: string) => `Account ${number}`,
    house: (house: string) => `house ${house}`,
    flat: (flat: string) => `flat ${flat}`,
    meterName: (service: string, place: string) => (place === '' ? service : `${service}, ${place}`),
    marking: (type: string, serial: string) => `${type} No. ${serial}`,
    verifiedOn: (date: string) => `verified on ${date}`,
    dueOn: (date: string) => `verification valid until ${date}`,
    verification: {
      valid: 'verified',
      near: (left: string) => `verification ends in ${left}`,
      today: 'verification ends today',
      expired: 'verification has expired',
      unknown: 'verification date unknown',
    },
    seal: (number: string) => `seal No. ${number}`,
    noSeal: 'no seal',
    previous: (value: string, day: string) => `last: ${value} (${day})`,
    noPrevious: 'no readings yet',
    outOfService: 'out of service',
    label: 'New reading, m³',
    hint: 'With a comma, a point, or straight as on the meter',
    used: 'Used',
    about: 'about',
    withWastewater: 'with wastewater',
    onlyWastewater: 'for wastewater; hot water is billed by its supplier',
    already: (value: string, month: string) => `Sent for ${month}: ${value}`,
    replaceable: 'A new reading will replace it.',
    versions: 'Sent this month',
    versionState: {
      counts: 'counts',
      replaced: 'replaced',
      on_review: 'being checked',
      not_counted: 'not counted',
    },
    openLeft: (left: string) => `${left} left`,
    openLastDay: 'Today is the last day',
    openText: (day: string) =>
      `We take readings until the end of ${day}. Until then you can replace what you have sent.`,
    closedTitle: 'Readings are not taken now',
    closedText: (day: string, nextDay: string) =>
      `We took them until the end of ${day} and start again on ${nextDay}. A month without readings is billed by your average and corrected later. Urgent? Call us.`,
    notYetText: (day: string) => `We start on ${day}. Come back then, signing in stays the same.`,
    total: 'To pay, about',
    totalHint: 'The exact amount will be on the bill',
    lines: { cold_water: 'cold water', wastewater: 'wastewater' },
    nothingTyped: 'Enter the reading of at least one meter',
    leftOut: (names: string) => `Not in the sum yet: ${names}. Check those digits first.`,
    partly: (names: string) => `Not filled in: ${names}. You can send them later.`,
    send: 'Send readings',
    sending: 'Sending…',
    fixFirst: 'Not sent yet. See what is marked next to the meter.',
    undecided: {
      title: 'The connection broke',
      text: 'The readings are not lost, press “Send readings” again. They will not be counted twice.',
    },
    ours: {
      title: 'A fault on our side',
      text: 'The readings are not lost, they are still here. Wait a minute and press “Send readings” again: they will not be counted twice. If that does not help, tell us by phone.',
    },
    changed: {
      title: 'Readings were sent while you were typing',
      text: 'See what is recorded now. Your digits are still in the fields: press “Send readings” again to replace it.',
    },
    empty: {
      title: 'There are no meters on this account',
      text: 'When a meter is installed and sealed, it will appear here and you can send its readings. If it is already there, call us.',
    },
  },
  verdict: {
    fix: 'Correct the digits',
    use: (value: string) => `Use ${value}`,
    below_previous: (previous: string) =>
      `Cannot be taken: less than the last reading (${previous}). Water does not flow back, check the digits.`,
    too_many_digits: (count: number) =>
      `Cannot be taken: this meter has only ${digits(count)} before the comma. Check where the comma is.`,
    above_later: (later: string, day: string) =>
      `Cannot be taken: on ${day} a smaller value was recorded, ${later}. If your digits are right, call us and we will sort it out.`,
    impossible_volume: (used: string) =>
      `Cannot be taken: that makes ${used}, more than the pipe can carry. Most likely a comma is missing.`,
    meter_out_of_service: 'This meter is out of service and is not billed. If it is working, call us.',
    window_closed: 'Readings are not taken now.',
    jump: (used: string, average: string) =>
      `That makes ${used}, and your usual month is ${average}. Compare the digits with the meter.`,
    jumpNoAverage: (used: string) =>
      `That makes ${used}, which is a lot for a month. Compare the digits with the meter.`,
    jumpConfirm: 'Yes, that is right',
    rollover: (used: string) =>
      `Less than the last one. If the meter passed all nines and started from zero, you used ${used}.`,
    rolloverConfirm: 'Yes, the meter started from zero',
    confirmed: 'You have confirmed these digits.',
    verification_expired:
      'The verification has expired: we take the reading, but the month may be billed by the norm. Book a verification.',
    verification_near: 'Verification is due soon: without it readings will stop counting.',
    typed: {
      not_a_number: 'Digits only, for example 126.67',
      too_many_fraction_digits: (count: number) =>
        count === 0
          ? 'This meter shows whole cubic metres only, enter them without a comma'
          : `The meter has only ${digits(count)} after the comma`,
      too_large: 'Too many digits',
    },
  },
  quick: {
    title: 'Send readings without signing in',
    lead: 'One form: who you are and what the meters show.',
    who: 'Whose meter',
    what: 'What the meters show',
    rowTitle: (place: number) => `Meter ${place}`,
    service: 'Which water',
    value: 'Reading, m³',
    valueHint: 'For example 126.67',
    serialEnding: 'Last digits of the meter’s number',
    serialHint: 'It is stamped on the face, the last three digits are enough',
    noSuchNumber: 'This account has no meter with a number ending like that. Check the digits',
    noSuchWater: 'This account has no meter of that water. Check which water you chose',
    sameTwice: 'The same meter is entered twice. Remove one',
    serialNeeded: 'There are several such meters at this address. Add the last digits of the number',
    needSerial: 'I have several such meters',
    add: 'Add a meter',
    remove: 'Remove',
    removeRow: (place: number) => `Remove meter ${place}`,
    emptyValue: 'Enter the reading',
    refused: {
      below_previous: 'Cannot be taken: less than the last reading. Check the digits',
      too_many_digits: 'Cannot be taken: this meter has fewer digits. Check where the comma is',
      above_later: 'Cannot be taken: a smaller value was recorded later. Call us',
      meter_out_of_service: 'This meter is out of service. Call us',
    },
    notClear: {
      title: 'It is not clear which meter you mean',
      text: 'See what is marked at the meter.',
    },
    again: 'Send other readings',
  },
} satisfies Partial<Words>
