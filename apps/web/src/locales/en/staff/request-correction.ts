import type { StaffWords } from '../../ru/staff/index.ts'

export const requestCorrection: StaffWords['requestCard']['correction'] = {
  title: 'Correction and recalculation',
  readings: 'Readings',
  columns: { reading: 'Reading', was: 'Counts now', asked: 'Asked for', difference: 'Difference' },
  notCharged: 'These months are not charged yet: no recalculation, the draft will take the right reading.',
  sawSame: (sum) => `The person has seen the same sum: ${sum}.`,
  sawOther: 'The person has seen another sum',
  sawNoSum: (now) => `No sum could be worked out when they asked, it is ${now} now. Name it in the answer.`,
  sawThen: (seen, now) =>
    `It was ${seen} when they asked, it is ${now} now. Explain the difference in the answer.`,
  takeFirst: 'Take the request to correct the readings.',
  answer: 'Answer to the person',
  hint: 'The readings are replaced, the months are charged anew, the person gets this text. To refuse or to ask, see below.',
  approve: 'Correct and answer',
  approving: 'Correcting…',
  approved: (at, by) => `Corrected ${at}, ${by}.`,
  somebody: 'staff',
  over: 'The request is closed, the readings are not corrected.',
  impossible: 'It cannot be corrected as asked now',
  faultOf: (serial, month, fault) => `No. ${serial}, ${month}: ${fault}`,
  faults: {
    no_reading: 'there is no reading of this month',
    same_value: 'this reading counts already',
    too_many_digits: 'more than the face of the meter shows',
    too_many_fraction_digits: 'more digits after the point than the meter has',
    below_previous: 'below the reading before it',
    above_later: 'above the reading after it',
    impossible_volume: 'so much does not go through this pipe',
  },
  answerBelow: 'Ask the person or refuse below.',
  toAccount: 'To the recalculations of the account',
  refusals: {
    correction_changed_meanwhile:
      'Nothing is recorded: the numbers are others now. The new ones stand above, your text is kept. Look and press again.',
    recalculation_exists:
      'Nothing is recorded: a recalculation of these months waits for the draft already. Withdraw it on the card of the account or wait until it is final, then correct.',
    recalculation_too_old: 'Nothing is recorded: the limitation period has passed. Refuse below.',
  },
}
