import type { StaffWords } from '../../ru/staff/index.ts'

export const registers = {
  titles: { accounts: 'Register of accounts', meters: 'Register of meters' },
  leads: {
    accounts: 'All accounts in the order of their numbers. Closed ones are shown apart.',
    meters: 'All meters in place; those whose verification is due first come first.',
  },
  filters: {
    street: 'Street',
    debtOver: 'Debt over, ₽',
    noMeter: 'No meter',
    accountlessOff: 'Entry without registration closed',
    closed: 'Account closed',
    dueWithin: 'Verification within, days',
    silentFor: 'No readings for, months',
    expired: 'Verification expired',
    failed: 'Failed',
    notSealed: 'Not sealed',
  },
  fault: 'Type a whole number',
  show: 'Show',
  clear: 'Clear',
  none: 'Nothing was found. Change the conditions.',
  more: 'Show more',
  saved: {
    list: 'Saved filters',
    save: 'Save the filter',
    name: 'Name of the filter',
    hint: 'Only you will see it. A filter with the same name is replaced.',
    fault: 'Type a name',
    keep: 'Save',
    remove: 'Delete',
    tooMany: 'There are 50 saved filters already. Delete some.',
  },
  files: {
    title: 'Files of registers',
    xlsx: 'Take out as XLSX',
    csv: 'Take out as CSV',
    failed: 'it did not work, try again',
    rows: (count: number) => `rows: ${count.toLocaleString('en')}`,
    progress: (done: number, all: number | null) =>
      all === null ? 'being made' : `${done.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  },
} satisfies StaffWords['registers']
