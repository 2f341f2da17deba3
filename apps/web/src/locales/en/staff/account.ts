import type { StaffWords } from '../../ru/staff/index.ts'

export const account = {
  title: (number: string) => `Account ${number}`,
  facts: {
    title: 'Account',
    address: 'Address',
    holder: 'Holder',
    noHolder: 'not recorded',
    residents: 'Residents',
    organisation: 'Organisation',
    closed: 'Closed',
    accountless: 'Entry without registration',
    open: 'open',
    shut: 'closed',
  },
  holder: {
    change: 'Record the holder',
    title: 'Whose account it is',
    label: 'Full name as in the document',
    hint: 'An empty field removes the record',
    save: 'Record',
  },
  accountless: {
    shut: 'Close the entry without registration',
    open: 'Open the entry without registration',
    shutText: 'Number, house and flat will let nobody in any more. Guests who are inside leave at once.',
    openText: 'Number, house and flat will let people in again.',
  },
  code: {
    tell: 'Code of the receipt',
    title: 'Code of the receipt',
    text: (month: string) =>
      `Receipt of ${month}. Tell the code only to someone who has shown a document for this flat.`,
    close: 'Close',
  },
  submissions: {
    title: 'Readings sent',
    none: 'No readings were sent yet',
    columns: { number: 'Receipt number', month: 'Month', at: 'When', source: 'From', readings: 'Meters' },
  },
  sources: {
    import: 'file import',
    accountless: 'without registration',
    quick_form: 'quick form',
    account: 'personal account',
    staff: 'staff',
    inspector: 'inspector',
    integrator: 'another system',
  },
  people: {
    title: 'Who has linked the account',
    none: 'The account is linked to nobody',
    columns: { name: 'Name', contacts: 'Contacts', role: 'Rights', since: 'Since', change: 'Change' },
    noName: 'no name',
    roles: { owner: 'owner', helper: 'helper' },
    rights: { look: 'looks', submit: 'sends readings', pay: 'pays' },
    until: (day: string) => `until ${day}`,
    disabled: 'profile closed',
    end: 'Unlink',
    endText: (name: string) =>
      `The account disappears from the cabinet (${name}), and from the helpers’ when no owner is left. A letter goes to the person.`,
    endedAlready: 'This link is there no more. Reload the page',
  },
  events: { title: 'Recent events', none: 'No events yet' },
} satisfies StaffWords['account']
