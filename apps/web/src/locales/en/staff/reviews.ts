import type { StaffWords } from '../../ru/staff/index.ts'

export const reviews: StaffWords['reviews'] = {
  title: 'Readings on review',
  lead: 'Sent without a password over readings of the owner or of staff. Until they are decided of, no bill has them.',
  none: 'Nothing is on review',
  more: 'These are the first hundred: the others appear once these are decided of.',
  columns: {
    account: 'Account',
    meter: 'Meter, month',
    value: 'On review',
    counts: 'Counts now',
    previous: 'Month before',
    reason: 'Why',
    decide: 'Decision',
  },
  reasons: {
    jump: 'much more than usual',
    rollover: 'the face has passed zero',
    over_confirmed: 'over a reading of the owner',
  },
  count: 'Count the reading',
  countShort: 'Count',
  leave: 'Do not count the reading',
  leaveShort: 'Do not count',
  countText: (value, now) => `The bill will have ${value}; ${now} counts now.`,
  leaveText: (now) => `The bill keeps ${now}. The reading stays, marked as not counted.`,
  nothing: 'nothing',
  reason: {
    label: 'Why it was decided so',
    hint: 'Stands in the log, for example: the resident was called',
    fault: 'Write why',
  },
  refused: {
    already_recorded: 'This reading has been decided of. Reload the page.',
    facts_refused: 'The reading does not fit its neighbours any more: it cannot count.',
    readings_changed_meanwhile: 'A new reading came while you were deciding. Press once more.',
  },
}
